"""The blank wall: nothing of a meeting is seen while somebody comes in, or while the break lasts."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.screen import Screen

from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.safe_text import Line, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["BlankScreen", "BlankTheWall", "ShowTheWall"]


class BlankTheWall(Command):
    """Blank the wall, so that nothing can be read; the same key brings the meeting back as it was."""

    BINDING_KEY = "f9"
    TITLE = N_("Blank the wall")
    FOOTER = N_("blank")
    WHILE_TYPING = True


class ShowTheWall(Command):
    """Show the meeting again."""

    BINDING_KEY = "f9"
    TITLE = N_("Show the meeting again")
    FOOTER = N_("show")
    WHILE_TYPING = True


class BlankScreen(SaysProblems, Commanded, Screen[None]):
    """Takes every key but its own; a notice that comes meanwhile is not seen."""

    SHOWN_TO_OTHERS: ClassVar[bool] = True
    ACTIONS = (ShowTheWall,)
    BINDINGS: ClassVar[list[BindingType]]
    DEFAULT_CSS = """
    BlankScreen { background: black; align: right bottom; }
    BlankScreen ToastRack { display: none; }
    BlankScreen Line { width: auto; padding: 0 1; background: black; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Blank wall")

    def compose(self) -> ComposeResult:
        """Lay out nothing but the key that leads back."""
        yield Line(content(ShowTheWall.key_names()[0], Tone.QUIET.style))

    def on_key(self, event: Key) -> None:
        """Let no other key through, to whatever screen it would lead."""
        if event.key != ShowTheWall.BINDING_KEY:
            event.stop()
            event.prevent_default()

    def action_show_the_wall(self) -> None:
        """Handle `ShowTheWall`."""
        self.dismiss()
