"""A meeting that was shown to others when the program broke off: asked about before anything is seen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui import main_screens
from supervisor_tui.tui.desk_app import desk_app
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["StillShownScreen", "keep_shown", "still_shown"]

PLACE = "shown to others"


def keep_shown(desk: Desk, number: MeetingId | None) -> None:
    """Keep which meeting is shown to others, None once showing has ended."""
    if number is None:
        desk.store.drafts.forget(desk.person.code, PLACE)
    else:
        desk.store.drafts.keep(desk.person.code, PLACE, number)


def still_shown(desk: Desk) -> MeetingId | None:
    """Return the meeting that this person was showing when the program ended, unless it is over by now."""
    kept = next((one.text for one in desk.store.drafts.of(desk.person.code) if one.place == PLACE), "")
    found = desk.store.meetings.seen(MeetingId(kept)) if kept else None
    return found.value.id if found is not None and found.value.state is not MeetingState.CLOSED else None


class ShowItAgain(Command):
    """Go back to the meeting as it was shown; nothing else can be opened."""

    BINDING_KEY = "f9"
    TITLE = N_("Back to the meeting")
    FOOTER = N_("back to the meeting, shown")


class ShowNoMore(Command):
    """Nobody looks on any more: go to the first screen."""

    BINDING_KEY = "f12"
    TITLE = N_("Nobody looks on")
    FOOTER = N_("nobody looks on: Today")


class StillShownScreen(SaysProblems, Commanded, Screen[None]):
    """Blank but for what happened and the two ways on: somebody may still sit before the wall."""

    SHOWN_TO_OTHERS: ClassVar[bool] = True
    ACTIONS = (ShowItAgain, ShowNoMore)
    BINDINGS: ClassVar[list[BindingType]]
    DEFAULT_CSS = """
    StillShownScreen { background: black; align: center middle; }
    StillShownScreen ToastRack { display: none; }
    StillShownScreen SafeStatic { width: auto; background: black; }
    """

    def __init__(self, start: str) -> None:
        super().__init__()
        self.title = _("A meeting was being shown")
        self.start = start

    def compose(self) -> ComposeResult:
        """Lay out the sentence and the keys."""
        yield SafeStatic(content(_("A meeting was being shown to others when the program ended.")))
        yield CommandFooter()

    def on_mount(self) -> None:
        """Hold every other door shut."""
        desk_app(self).shown_to_others = True

    def action_show_it_again(self) -> None:
        """Handle `ShowItAgain`."""
        self._go_on(main_screens.SHOWN_MEETING)

    def action_show_no_more(self) -> None:
        """Handle `ShowNoMore`."""
        keep_shown(desk_app(self).desk, None)
        self._go_on(self.start)

    def _go_on(self, mode: str) -> None:
        app = desk_app(self)
        app.shown_to_others = False
        app.switch_mode(mode)
