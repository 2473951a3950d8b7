"""Opening a closed case again: how long it was closed, what guidance asks for first, then the form with the reason."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.reopening import ReopeningView, came_back_words, reopening_view
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Reopening
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.marks import terminal_marks
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, LineHighlighted, WorkList
from supervisor_tui.tui.case_file.closing_lines import ClosingTabLine, closing_tab_columns, reopening_groups
from supervisor_tui.tui.days import full_day
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.ways_on import RecordIt, follow
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["ReopeningScreen"]


class GoOn(Command):
    """Open the form of this line: the reopening itself, or what is asked for after it."""

    BINDING_KEY = "enter"
    TITLE = N_("Go on")
    FOOTER = N_("go on")


class LeaveReopening(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class ReopeningScreen(ReadingScreen[ReopeningView]):
    """Nothing is opened by looking; the reopening is a record that somebody writes."""

    CSS_PATH = Path(__file__).with_name("case_file_screen.tcss")
    ACTIONS = (GoOn, LeaveReopening)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code
        self.title = _("Opening again · {code}").format(code=code)
        marks = terminal_marks()
        self.list = WorkList[ClosingTabLine](
            closing_tab_columns(marks), line_key=lambda line: line.key, empty=_("reading …"), marks=marks, id="again"
        )

    def compose_body(self) -> ComposeResult:
        """Lay out the list above the whole of its line."""
        yield self.list
        yield SafeStatic(id="whole")

    def read(self, desk: "Desk") -> ReopeningView:
        """Ask every set what opening again asks for."""
        return reopening_view(desk, open_file(desk, self.code))

    def show(self, found: ReopeningView) -> None:
        """Show the way to the form first, then what each set asks for."""
        back = came_back_words(found.back) if found.back is not None else _("never closed")
        self.entitle(f"{self.title} · {back}")
        self.list.replace_groups((*self._before(found), *reopening_groups(found)))
        self.list.focus()

    def _before(self, found: ReopeningView) -> tuple[Group[ClosingTabLine], ...]:
        back = found.back
        if back is None or not found.is_closed:
            return ()
        way = RecordIt(self.code, Reopening.KIND, "reason")
        closed = _("closed {day} · {reason}").format(day=full_day(back.closed_on), reason=back.reason.label)
        words = _("Open this case again, and write why")
        return (Group("open", _("NEXT"), [ClosingTabLine("open", _("opening again"), words, way, whole=closed)]),)

    def case_in_hand(self) -> CaseCode:
        """Return this case."""
        return self.code

    @on(LineHighlighted)
    def show_whole_line(self, event: LineHighlighted[ClosingTabLine]) -> None:
        """Show the line of the cursor in full."""
        words = (event.line.whole or event.line.what) if event.line is not None else ""
        self.query_one("#whole", SafeStatic).update(content(words, Tone.QUIET.style))

    def action_go_on(self) -> None:
        """Handle `GoOn`."""
        self.list.choose()

    @on(LineChosen)
    def _chosen(self, event: LineChosen[ClosingTabLine]) -> None:
        if event.line.way is not None:
            follow(self, event.line.way)

    def action_leave_reopening(self) -> None:
        """Handle `LeaveReopening`."""
        self.app.pop_screen()
