"""The application: it holds the desk, goes between screens and keeps the lists current. Tasks are casework's."""

import sys
import threading
from asyncio import to_thread
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.worker import WorkerFailed

from supervisor_tui.kit.command import Commanded
from supervisor_tui.kit.help_screen import HelpScreen, OpenHelp
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.tui import doors, main_screens
from supervisor_tui.tui.between_screens import GoesBetweenScreens
from supervisor_tui.tui.commands import EVERYWHERE, CommandPalette, Quit
from supervisor_tui.tui.crash import crash_sentence, quiet_excepthook, write_report
from supervisor_tui.tui.keys_in_order import TakesKeysInOrder
from supervisor_tui.tui.opening import Opening
from supervisor_tui.tui.shown_to_others import HoldsDoorsShut
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk
    from supervisor_tui.domain.ids import CaseCode, MeetingId

__all__ = ["SupervisorApp", "run_application", "run_at_desk"]

NEED_A_DESK = frozenset((*(command.name() for command in EVERYWHERE), CommandPalette.name()))

LOOK_ELSEWHERE_SECONDS = 1.0
"""How often a second application's changes are looked for."""


class SupervisorApp(Commanded, GoesBetweenScreens, HoldsDoorsShut, TakesKeysInOrder):
    """Opens at the unlock screen, or at `start` where a desk is handed in, with a meeting over it if one is named."""

    TITLE = "supervisor-tui"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {main_screens.commands_in_reach, main_screens.screens_of_sets}
    MODES = main_screens.MODES
    ACTIONS = (*EVERYWHERE, OpenHelp, CommandPalette, Quit)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(
        self,
        opening: Opening,
        desk: "Desk | None" = None,
        start: str = main_screens.TODAY,
        meeting: "MeetingId | None" = None,
    ) -> None:
        super().__init__()
        self.opening = opening
        self.at_desk = desk
        self.start = start
        self.meeting = meeting
        if meeting is not None:
            self.add_mode(main_screens.SHOWN_MEETING, lambda: doors.meeting(meeting, shown=True))
        self.crash_notice = ""
        self._leaving = threading.Event()

    def on_mount(self) -> None:
        """Go to the desk, or to the screen that opens or makes the store."""
        if self.at_desk is not None:
            self.sit_down(self.at_desk)
        else:
            self.push_screen(main_screens.door_of(self.opening))

    def sit_down(self, desk: "Desk", start: str = "") -> None:
        """Begin to work at a desk: its first screen, and what goes on in the background."""
        self.at_desk = desk
        desk.store.audit.only_looking = desk.asks_about_the_past
        self.switch_mode(self._first_screen(start or self.start))
        if self.meeting is not None and self.start != main_screens.SHOWN_MEETING:
            self.push_screen(doors.meeting(self.meeting))
        self.set_interval(LOOK_ELSEWHERE_SECONDS, self.look_elsewhere)
        self.call_after_refresh(self.keep_current)

    def _first_screen(self, start: str) -> str:
        """Return where to begin: before anything is seen it is asked whether a meeting is still shown to others."""
        from supervisor_tui.tui.meetings.still_shown import StillShownScreen, still_shown

        shown = still_shown(self.desk) if self.meeting is None else None
        if shown is None:
            return start
        self.add_mode(main_screens.SHOWN_MEETING, lambda: doors.meeting(shown, shown=True))
        self.add_mode(main_screens.STILL_SHOWN, lambda: StillShownScreen(start))
        return main_screens.STILL_SHOWN

    @work(group="background")
    async def keep_current(self) -> None:
        """Bring the stored lists up to this day and these settings, then make the day's backup."""
        from supervisor_tui.store.problems import StoreProblem
        from supervisor_tui.tui.background import brought_up_to_date, made_daily_backup

        try:
            if await to_thread(brought_up_to_date, self.desk, self._going_on):
                self.something_saved()
            await to_thread(made_daily_backup, self.desk)
        except StoreProblem as problem:
            tell(self.screen, str(problem), severity="warning")
        finally:
            self.call_later(self._show_progress, 0, 0)

    def settings_changed(self) -> None:
        """Give the sets the agency's values as they now are, and work out anew what stands on them."""
        host = self.desk.host.with_agency_values(self.desk.store.settings.all())
        self.at_desk = replace(self.desk, host=host)
        self.something_saved()
        self.keep_current()

    def look_elsewhere(self) -> None:
        """Have screens read again when another application has written."""
        if self.desk.store.changed_elsewhere():
            if not main_screens.follows_quietly(self.screen):
                tell(self.screen, _("Somebody else has saved something; the lists show it."))
            self.something_saved()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing but leaving and help until the store is unlocked, and while a meeting is shown to others."""
        if (self.at_desk is None or self.shown_to_others) and action in NEED_A_DESK:
            return False
        return super().check_action(action, parameters)

    def action_new_case(self) -> None:
        """Handle `NewCase`."""
        self.push_screen(doors.new_case(), self._open_case)

    def action_as_told(self) -> None:
        """Handle `AsTold`."""
        self.push_screen(doors.as_told(main_screens.case_in_hand(self.screen)))

    def action_find_case(self) -> None:
        """Handle `FindCase`."""
        if not main_screens.finds_by_itself(self.screen):
            self.push_screen(doors.find_case(), self._open_case)

    def action_read_guidance(self) -> None:
        """Handle `ReadGuidance`."""
        doors.open_page_of(self.screen, main_screens.rule_in_hand(self.screen))

    def action_look_again(self) -> None:
        """Handle `LookAgain`."""
        self.something_saved()

    def action_open_help(self) -> None:
        """Handle `OpenHelp`."""
        from supervisor_tui.kit.active_commands import active_commands

        self.push_screen(HelpScreen(main_screens.title_of(self.screen), active_commands(self.screen)))

    async def action_quit(self) -> None:
        """Handle `Quit`."""
        self.leave_altogether()

    def leave_altogether(self) -> None:
        """Lock the store and end the program."""
        self._leaving.set()
        self.exit()

    def _open_case(self, code: "CaseCode | None") -> None:
        if code is not None:
            self.push_screen(doors.case_file(code))

    def _going_on(self, done: int, of: int) -> bool:
        """Say from the background thread how far it is, and hear whether to go on."""
        if self._leaving.is_set():
            return False
        self.call_later(self._show_progress, done, of)
        return True

    def _show_progress(self, done: int, of: int) -> None:
        words = _("bringing lists up to date: {done} of {of}")
        self.notice = words.format(done=done, of=of) if of else ""

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a sentence and a report without case text, where Textual would print every local variable.

        What keeps the store from answering work in the background is said instead, and the program goes on.
        """
        from supervisor_tui.store.problems import StoreProblem

        if isinstance(error, WorkerFailed) and isinstance(error.error, StoreProblem):
            tell(self.screen, str(error.error), severity="error")
            return
        self._leaving.set()
        if self._exception is None:
            self.crash_notice = crash_sentence(write_report(error, self.opening.clock(), self.opening.crash_folder))
            self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self._close_messages_no_wait()


def run_at_desk(desk: "Desk", *, start: str = main_screens.TODAY, meeting: "MeetingId | None" = None) -> int:
    """Run the application at a desk that is open already, as for the demo; it stays the caller's to close.

    start: the first main screen, by its name in `main_screens`. meeting: open this one at once, alone where `start` is
    `SHOWN_MEETING`, else over it. Returns the exit code: 0, or 1 after a crash.
    """
    return _run(SupervisorApp(Opening(desk.store.folder, clock=desk.clock), desk, start, meeting))


def run_application(
    folder: Path,
    person: str | None = None,
    *,
    passphrase: str | None = None,
    day: date | None = None,
    known_at: date | None = None,
    without: tuple[str, ...] = (),
    start: str = main_screens.TODAY,
) -> int:
    """Run the application until it is left and return the exit code: 0, or 1 after a crash.

    The store in `folder` is unlocked on the screen (at once where `passphrase` is given), or made where there is none.
    """
    app = SupervisorApp(Opening(folder, person, passphrase, day, known_at, without), start=start)
    try:
        return _run(app)
    finally:
        if app.at_desk is not None:
            app.at_desk.store.close()


def _run(app: SupervisorApp) -> int:
    sys.excepthook = quiet_excepthook
    app.run()
    if app.crash_notice:
        sys.stderr.write(app.crash_notice + "\n")
    return app.return_code or 0
