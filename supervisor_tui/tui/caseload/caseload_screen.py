"""The caseload: who carries what. Filtered as one types, sorted by any column, some of it marked."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from supervisor_tui.casework.caseload import CaseLine, caseload, filtered
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.virtual_table import MarksChanged, RowChosen, Sort, SortAsked, VirtualTable
from supervisor_tui.tui import doors
from supervisor_tui.tui.caseload.case_columns import SORTED_BY, case_columns
from supervisor_tui.tui.caseload.caseload_commands import (
    ClearFilter,
    ClosedToo,
    HandOnMarked,
    HandOverMarked,
    MeetingOnMarked,
    OpenCaseFile,
    SortBy,
    TurnSorting,
    ViewOfClosing,
    ViewOfFigures,
)
from supervisor_tui.tui.commands import GoToCaseload
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _, ngettext

__all__ = ["CaseloadScreen"]


class CaseloadScreen(ReadingScreen[tuple[CaseLine, ...]]):
    """One line a case."""

    TITLE = N_("Caseload")
    PLACE = GoToCaseload
    CSS_PATH = "caseload_screen.tcss"
    ACTIONS = (
        OpenCaseFile,
        ViewOfClosing,
        ViewOfFigures,
        MeetingOnMarked,
        HandOnMarked,
        HandOverMarked,
        SortBy,
        ClosedToo,
        TurnSorting,
        ClearFilter,
    )

    def __init__(self, about: str = "", only: frozenset[CaseCode] | None = None) -> None:
        """Show every case, or `only` these, with what they are `about` in the title; Escape then leads back."""
        super().__init__()
        self.about = about
        self.only = only
        self.lines: tuple[CaseLine, ...] = ()
        self.sort = Sort("late")
        self.closed_too = only is not None
        self.left_out = 0

    def compose_body(self) -> ComposeResult:
        """Lay out filter and table."""
        yield SafeInput(placeholder=_("type to filter, such as risk:h amos late"), id="filter")
        yield VirtualTable[CaseLine](
            case_columns(self.desk.as_of), row_key=lambda line: line.summary.case, sort=self.sort, empty=_("reading …")
        )

    @property
    def table(self) -> VirtualTable[CaseLine]:
        """The table."""
        return self.query_one(VirtualTable)

    def on_mount(self) -> None:
        """Begin in the list."""
        super().on_mount()
        self.table.focus()

    def read(self, desk: Desk) -> tuple[CaseLine, ...]:
        """Read every case."""
        lines = caseload(desk)
        return lines if self.only is None else tuple(line for line in lines if line.summary.case in self.only)

    def show(self, found: tuple[CaseLine, ...]) -> None:
        """Show what fits the filter."""
        self.lines = found
        self._put_in_order()
        self.table.empty = _("No case fits. Escape clears the filter.")
        self._narrow()

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line."""
        row = self.table.row
        return row.summary.case if row else None

    def find(self) -> bool:
        """Type into the filter."""
        self.query_one("#filter", SafeInput).focus()
        return True

    def _put_in_order(self) -> None:
        """Sort all lines once, so that a key in the filter only leaves some out."""
        self.lines = tuple(sorted(self.lines, key=SORTED_BY[self.sort.column], reverse=self.sort.descending))

    @on(Input.Changed, "#filter")
    def _narrow(self) -> None:
        kept = filtered(self.lines, self.query_one("#filter", SafeInput).value)
        rows = kept if self.closed_too else [line for line in kept if line.is_open]
        self.table.replace_rows(rows, sort=self.sort)
        self.left_out = len(kept) - len(rows)
        self._entitle()

    @on(MarksChanged)
    def _entitle(self) -> None:
        of, shown, closed = len(self.lines), len(self.table.rows), self.left_out
        parts = [
            _("Caseload"),
            self.about,
            ngettext("{shown} of {of} case", "{shown} of {of} cases", of).format(shown=shown, of=of),
            _("{n} closed left out").format(n=closed) if closed else "",
            _("{n} marked").format(n=len(self.table.marked)) if self.table.marked else "",
        ]
        self.entitle(" · ".join(part for part in parts if part))

    @on(Input.Submitted, "#filter")
    def _to_the_list(self) -> None:
        self.table.focus()

    @on(RowChosen)
    def _chosen(self, event: RowChosen[CaseLine]) -> None:
        self.app.push_screen(doors.case_file(event.row.summary.case))

    @on(SortAsked)
    def _sort_asked(self, event: SortAsked[CaseLine]) -> None:
        turned = self.sort.column == event.column and not self.sort.descending
        self._sort_by(Sort(event.column, descending=turned))

    def _sort_by(self, sort: Sort) -> None:
        self.sort = sort
        self._put_in_order()
        self._narrow()

    def action_open_case_file(self) -> None:
        """Handle `OpenCaseFile`."""
        if self.query_one("#filter", SafeInput).has_focus:
            self.table.focus()
        else:
            self.table.choose()

    def action_sort_by(self) -> None:
        """Handle `SortBy`."""
        names = list(SORTED_BY)
        self._sort_by(Sort(names[(names.index(self.sort.column) + 1) % len(names)]))

    def action_turn_sorting(self) -> None:
        """Handle `TurnSorting`."""
        self._sort_by(Sort(self.sort.column, descending=not self.sort.descending))

    def action_closed_too(self) -> None:
        """Handle `ClosedToo`."""
        self.closed_too = not self.closed_too
        self._narrow()

    def action_view_of_closing(self) -> None:
        """Handle `ViewOfClosing`."""
        self.app.push_screen(doors.closings())

    def action_view_of_figures(self) -> None:
        """Handle `ViewOfFigures`."""
        self.app.push_screen(doors.indicators())

    def action_meeting_on_marked(self) -> None:
        """Handle `MeetingOnMarked`."""
        codes = self._meant()
        if codes:
            self.app.push_screen(doors.on_agenda(codes), self._unmark_if)

    def action_hand_on_marked(self) -> None:
        """Handle `HandOnMarked`."""
        codes = self._meant()
        if codes:
            self.app.push_screen(doors.hand_on(codes), self._unmark_if)

    def action_hand_over_marked(self) -> None:
        """Handle `HandOverMarked`: a load is looked at file by file before it goes."""
        codes = self._meant()
        if len(codes) > 1:
            self.app.push_screen(doors.transfer_together(codes), self._open_load)
        elif codes:
            self.app.push_screen(doors.transfer(codes[0]))

    def _meant(self) -> tuple[CaseCode, ...]:
        """Return the marked cases, else the one of the line; where there is none, say what to do."""
        here = self.case_in_hand()
        codes = tuple(sorted(line.summary.case for line in self.lines if line.summary.case in self.table.marked))
        codes = codes or ((here,) if here else ())
        if not codes:
            tell(self, _("Mark the cases with Space first."))
        return codes

    def _unmark_if(self, done: bool | None) -> None:
        if done:
            self.table.marked.clear()

    def _open_load(self, name: str | None) -> None:
        if name:
            self.table.marked.clear()
            self.app.push_screen(doors.load(name))

    def action_clear_filter(self) -> None:
        """Handle `ClearFilter`."""
        typed = self.query_one("#filter", SafeInput)
        if typed.has_focus:
            self.table.focus()
            return
        if self.only is not None and not typed.value:
            self.dismiss()
            return
        self.table.marked.clear()
        typed.value = ""
        self._narrow()
