"""The quick round: every open case of the team that nobody spoke about yet, a key for each, and how many are left."""

from asyncio import to_thread
from typing import ClassVar, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from supervisor_tui.casework.caseload import CaseLine
from supervisor_tui.casework.meetings.going_through import pass_case, the_round
from supervisor_tui.casework.meetings.minutes import take_back
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import Line, SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.virtual_table import VirtualTable
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.caseload.case_columns import case_columns
from supervisor_tui.tui.desk_app import DeskApp, desk_app
from supervisor_tui.tui.meetings.blank_screen import BlankScreen, BlankTheWall
from supervisor_tui.tui.meetings.kept_line import forget_line, keep_line, place_of
from supervisor_tui.tui.meetings.round_questions import asked_before, line_begun, said_after
from supervisor_tui.tui.meetings.saying import CannotSayError, Speaker
from supervisor_tui.tui.meetings.typed_line import TypedLine
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _, ngettext

__all__ = ["RoundScreen"]


COLUMNS = ("worker", "case", "risk", "late", "silent", "next", "due")
"""What is seen of a case in the round: enough to say "no change", or to raise it."""


class NothingChanged(Command):
    """Write down that nothing changed, and go on; asked once more where danger is noted or words wait in its line."""

    BINDING_KEY = "n,enter"
    TITLE = N_("No change")
    FOOTER = N_("no change")


class RaiseCase(Command):
    """Put the case of the line on the agenda and bring it in front."""

    BINDING_KEY = "r"
    TITLE = N_("Raise it")
    FOOTER = N_("raise")


class TakeBackPassing(Command):
    """Take back what was written last in this round."""

    BINDING_KEY = "u,f8"
    TITLE = N_("Take back")
    FOOTER = N_("take back")


class LeaveRound(Command):
    """Go back to the meeting; what is left stays left."""

    BINDING_KEY = "escape,f3"
    TITLE = N_("Back to the meeting")
    FOOTER = N_("back")


class _Passed(NamedTuple):
    """A case that left the list: the line that was written, its row, and what had stood in its line before."""

    line: MinutesLine
    row: CaseLine
    begun: TypedLine


class RoundScreen(SaysProblems, Commanded, ModalScreen[CaseCode | None]):
    """Caseworker by caseworker. A case that was passed leaves the list; the last line is the last child."""

    SHOWN_TO_OTHERS: ClassVar[bool] = True
    CSS_PATH = "round_screen.tcss"
    ACTIONS = (NothingChanged, RaiseCase, TakeBackPassing, BlankTheWall, LeaveRound)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self.title = _("The round")
        self._passed: list[_Passed] = []
        self._speaker = Speaker()
        self._left: tuple[CaseLine, ...] = ()
        self._asked_about: CaseCode | None = None

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        columns = {column.key: column for column in case_columns(self._app.desk.as_of)}
        with Vertical(id="round-frame") as frame:
            frame.border_title = content(_("The round"))
            yield Line(id="left")
            yield VirtualTable[CaseLine](
                tuple(columns[key] for key in COLUMNS),
                row_key=lambda line: line.summary.case,
                empty=_("Every open case of the team was passed. Esc goes back."),
                id="round-cases",
            )
            yield SafeStatic(id="round-problem")
        yield CommandFooter()

    def on_mount(self) -> None:
        """Read what is left, and follow what others write."""
        self.watch(self.app, "revision", self._read_again, init=False)
        self._read()
        self.cases.focus()

    @property
    def cases(self) -> VirtualTable[CaseLine]:
        """The list."""
        return self.query_one("#round-cases", VirtualTable)

    @property
    def _app(self) -> DeskApp:
        return desk_app(self)

    def _read_again(self, _revision: int) -> None:
        self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        left = await to_thread(the_round, self._app.desk, self.meeting.id)
        if self in self.app.screen_stack:
            self._show(left)

    def _show(self, left: tuple[CaseLine, ...]) -> None:
        self._left = left
        self.cases.replace_rows(left)
        words = ngettext("{n} open case left to pass", "{n} open cases left to pass", len(left)).format(n=len(left))
        self.query_one("#left", Line).update(content(words, Tone.STRONG.style))

    def _say(self, words: str) -> None:
        self.query_one("#round-problem", SafeStatic).update(content(words, Tone.URGENT.style))

    def action_nothing_changed(self) -> None:
        """Handle `NothingChanged`: words that wait in the line of a case become its line, as in front."""
        row = self.cases.row
        if row is None:
            return
        begun = line_begun(self._app.desk, self.meeting.id, row)
        question = asked_before(begun, row)
        if question and self._asked_about != row.summary.case:
            self._asked_about = row.summary.case
            self._say(question)
            return
        self._pass(row, begun)

    def _pass(self, row: CaseLine, begun: TypedLine) -> None:
        """Write down how the case of the line was passed; it leaves the list at once, with its line kept for undo."""
        try:
            line = self._written(row.summary.case, begun)
        except (CannotSayError, RefusedError, StoreProblem) as error:
            self._say(str(error))
            return
        if line is not None:
            self._passed.append(_Passed(line, row, begun))
        self._asked_about = None
        self._say(said_after(self._app.desk, self.meeting, line))
        self._show(tuple(one for one in self._left if one is not row))

    def _written(self, case: CaseCode, begun: TypedLine) -> MinutesLine | None:
        desk = self._app.desk
        if begun.is_blank:
            return pass_case(desk, self.meeting, case, LineKind.NO_CHANGE)
        line = self._speaker.say(desk, self.meeting, begun, case)
        forget_line(desk, place_of(self.meeting.id, case))
        return line

    def action_raise_case(self) -> None:
        """Handle `RaiseCase`."""
        row = self.cases.row
        if row is not None:
            self._leave(row.summary.case)

    def action_take_back_passing(self) -> None:
        """Handle `TakeBackPassing`."""
        if not self._passed:
            self._say(_("Nothing was written in this round yet."))
            return
        last = self._passed[-1]
        try:
            take_back(self._app.desk, last.line)
            if not last.begun.is_blank:
                keep_line(self._app.desk, place_of(self.meeting.id, last.row.summary.case), last.begun)
        except (RefusedError, StoreProblem) as error:
            self._say(str(error))
            return
        self._passed.pop()
        self._say("")
        self._show((last.row, *self._left))

    def action_blank_the_wall(self) -> None:
        """Handle `BlankTheWall`."""
        self.app.push_screen(BlankScreen())

    def action_leave_round(self) -> None:
        """Handle `LeaveRound`."""
        self._leave(None)

    def _leave(self, case: CaseCode | None) -> None:
        self.dismiss(case)
        self._app.something_saved()
