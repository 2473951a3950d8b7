"""Small forms over a screen: labelled lines, a place for what is wrong, Enter or F2 saves, Escape leaves."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.shown_text import said
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.desk_app import DeskApp, desk_app
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["Dialog", "LeaveDialog", "SaveDialog", "labelled"]

ResultT = TypeVar("ResultT")


class SaveDialog(Command):
    """Save what is filled in; Enter in the last line does the same."""

    BINDING_KEY = "f2"
    TITLE = N_("Save")
    FOOTER = N_("save")
    WHILE_TYPING = True


class LeaveDialog(Command):
    """Leave without saving."""

    BINDING_KEY = "escape"
    TITLE = N_("Leave")
    FOOTER = N_("leave")


def labelled(label: str, field: Widget) -> Horizontal:
    """Return a field with its label before it."""
    return Horizontal(SafeStatic(content(label), classes="label"), field, classes="row")


class Dialog(SaysProblems, Commanded, ModalScreen[ResultT]):
    """A form of a few lines. `rows` are its lines in order; `save` is called by Enter in the last one and by F2."""

    HEADING: ClassVar[str] = ""
    SAVES: ClassVar[bool] = True
    """Whether there is something to save; a list to choose from has Enter alone."""

    ACTIONS: ClassVar[tuple[type[Command], ...]] = (SaveDialog, LeaveDialog)

    def __init__(self) -> None:
        super().__init__(classes="dialog")
        self.problem = SafeStatic(classes="problem")

    def compose(self) -> ComposeResult:
        """Lay out the frame around the lines."""
        with VerticalScroll(classes="dialog-frame", can_focus=False) as frame:
            frame.border_title = content(self.heading())
            yield from self.rows()
            yield self.problem
        yield CommandFooter()

    def heading(self) -> str:
        """Return what stands in the frame."""
        return _(self.HEADING)

    def rows(self) -> Iterable[Widget]:
        """Return the lines of the form."""
        raise NotImplementedError

    def save(self) -> None:
        """Save what is filled in, or say what is wrong."""
        raise NotImplementedError

    @property
    def desk_app(self) -> DeskApp:
        """The application, as screens know it."""
        return desk_app(self)

    @property
    def desk(self) -> Desk:
        """The desk of whoever unlocked the store."""
        return self.desk_app.desk

    def say(self, text: str, tone: Tone = Tone.URGENT) -> None:
        """Say what is wrong, or what was understood, below the lines."""
        self.problem.update(content(said(text, lines=True), tone.style, lines=True))

    def line(self, name: str) -> str:
        """Return what stands in the line called `name`."""
        return self.query_one(f"#{name}", SafeInput).value.strip()

    def point_at(self, name: str, problem: str) -> None:
        """Say what is wrong and put the cursor into that line."""
        self.say(problem)
        self.query_one(f"#{name}", SafeInput).focus()

    @on(Input.Submitted)
    def _next_or_save(self, event: Input.Submitted) -> None:
        if event.input is self.query(SafeInput).last():
            self.save()
        else:
            self.focus_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer saving only where there is something to save."""
        return (self.SAVES or action != SaveDialog.name()) and super().check_action(action, parameters)

    def action_save_dialog(self) -> None:
        """Handle `SaveDialog`."""
        self.save()

    def action_leave_dialog(self) -> None:
        """Handle `LeaveDialog`."""
        self.dismiss()
