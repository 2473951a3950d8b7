"""The set's own screen: the monitoring calendar of the whole caseload."""

from collections.abc import Iterable
from datetime import date

from textual import on
from textual.widget import Widget

from reintegration_benchmarks.calendar_columns import SORTED_BY, calendar_columns
from reintegration_benchmarks.caseload_calendar import CalendarRow, calendar_rows, not_placed
from reintegration_benchmarks.guidance import SET
from reintegration_benchmarks.panel.calendar_picture import calendar_picture
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Panel
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.panel_view import PanelView
from supervisor_tui.kit.plugin_screen import PluginScreen
from supervisor_tui.kit.safe_text import Line, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.virtual_table import RowHighlighted, Sort, SortAsked, VirtualTable
from supervisor_tui.wording import N_, _, ngettext

__all__ = ["CaseloadCalendarScreen"]

NOBODY_PLACED = _("No child in view is placed in family or community care.")


class ShowLateOnly(Command):
    """Show the children whose visit or review is late, or all of them again."""

    BINDING_KEY = "l"
    TITLE = N_("Late only")
    FOOTER = N_("late only")


class SortByNextColumn(Command):
    """Sort by the next column; after the last one the most urgent come first again."""

    BINDING_KEY = "s"
    TITLE = N_("Sort by the next column")
    FOOTER = N_("sort")


class CaseloadCalendarScreen(PluginScreen):
    """A line a placed child, the most urgent first; below it the calendar of the child under the cursor."""

    ACTIONS = (ShowLateOnly, SortByNextColumn)
    DEFAULT_CSS = """
    CaseloadCalendarScreen {
        #caseload-calendar { height: 3fr; }
        #case-calendar { height: 2fr; border-top: solid $panel; }
    }
    """

    def __init__(self, cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> None:
        """Take the cases in view as they stood on `as_of`."""
        super().__init__(SET)
        self.cases = cases
        self.as_of = as_of
        self.settings = settings
        self.rows: tuple[CalendarRow, ...] = ()
        self.late_only = False

    def compose_body(self) -> Iterable[Widget]:
        """Give the heading, the table of cases and the calendar of one case."""
        yield Line(id="calendar-heading")
        yield VirtualTable[CalendarRow](
            calendar_columns(),
            row_key=lambda row: row.case,
            empty=NOBODY_PLACED,
            id="caseload-calendar",
        )
        yield PanelView(Panel("", ()), id="case-calendar")

    def fill(self) -> None:
        """Work the calendar out once; later only the order and the choice of rows change."""
        self.rows = calendar_rows(self.cases, self.as_of, self.settings)
        self._show_rows()

    @property
    def table(self) -> VirtualTable[CalendarRow]:
        """The table of cases."""
        return self.query_one("#caseload-calendar", VirtualTable)

    @on(RowHighlighted)
    def show_case(self, highlighted: RowHighlighted[CalendarRow]) -> None:
        """Show the calendar of the case under the cursor."""
        case = next(case for case in self.cases if case.code == highlighted.row.case)
        self.query_one(PanelView).replace_panel(calendar_picture(case, self.as_of, self.settings))

    @on(SortAsked)
    def sort_by_clicked(self, asked: SortAsked[CalendarRow]) -> None:
        """Sort by the clicked column; a second click turns the order around."""
        before = self.table.sort
        turned = before is not None and before.column == asked.column and not before.descending
        self._show_rows(Sort(asked.column, descending=turned))

    def action_show_late_only(self) -> None:
        """Handle `ShowLateOnly`."""
        self.late_only = not self.late_only
        self._show_rows(self.table.sort)

    def action_sort_by_next_column(self) -> None:
        """Handle `SortByNextColumn`."""
        columns = (None, *SORTED_BY)
        before = self.table.sort.column if self.table.sort else None
        column = columns[(columns.index(before) + 1) % len(columns)]
        self._show_rows(Sort(column) if column else None)

    def _show_rows(self, sort: Sort | None = None) -> None:
        rows = [row for row in self.rows if row.is_late or not self.late_only]
        if sort is not None:
            rows.sort(key=SORTED_BY[sort.column], reverse=sort.descending)
        if not rows:
            self.query_one(PanelView).replace_panel(Panel("", ()))
        self.table.empty = _("Nothing is late.") if self.late_only else NOBODY_PLACED
        self.table.sort = sort
        self.table.replace_rows(rows)
        self.query_one("#calendar-heading", Line).update(content(self._heading(), Tone.STRONG.style))

    def _heading(self) -> str:
        late = sum(row.is_late for row in self.rows)
        without = not_placed(self.cases, self.rows)
        placed = ngettext(
            "{late} late of {count} child placed", "{late} late of {count} children placed", len(self.rows)
        )
        rest = _("only the late ones") if self.late_only else _("{count} not placed or closed").format(count=without)
        return "  ".join(
            (
                _("Monitoring calendar, {day}").format(day=self.as_of),
                placed.format(late=late, count=len(self.rows)),
                rest,
            )
        )
