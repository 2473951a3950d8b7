"""The schedule: what falls due on which day, as a list or as a month."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui.commands import GoToSchedule
from supervisor_tui.tui.days import MONTHS, full_day
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.schedule.agenda import Agenda, agenda, agenda_groups, day_lines, day_sums
from supervisor_tui.tui.schedule.month_view import DayChosen, DayHighlighted, MonthView
from supervisor_tui.tui.today.today_lines import COLUMNS, TodayLine
from supervisor_tui.tui.ways_on import follow
from supervisor_tui.wording import N_, _

__all__ = ["AsList", "AsMonth", "ScheduleScreen"]


class AsList(Command):
    """Show the days one below the other."""

    BINDING_KEY = "l"
    TITLE = N_("As a list")
    FOOTER = N_("list")


class AsMonth(Command):
    """Show a month as a page of days."""

    BINDING_KEY = "m"
    TITLE = N_("As a month")
    FOOTER = N_("month")


class ScheduleScreen(ReadingScreen[Agenda]):
    """Duties and meetings by day; Enter opens the case or the meeting."""

    TITLE = N_("Schedule")
    PLACE = GoToSchedule
    CSS_PATH = "schedule_screen.tcss"
    ACTIONS = (AsList, AsMonth)

    def __init__(self) -> None:
        super().__init__()
        self.list = WorkList[TodayLine](COLUMNS, line_key=lambda line: line.key, empty=_("reading …"))
        self.of_day = WorkList[TodayLine](
            COLUMNS, line_key=lambda line: line.key, empty=_("Nothing falls due on this day."), id="of-day"
        )
        self.found: Agenda | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the list, and the month behind it."""
        yield self.list
        with Vertical(id="month"):
            yield MonthView(self.desk.as_of, self.desk.as_of)
            yield self.of_day

    def on_mount(self) -> None:
        """Begin with the list."""
        super().on_mount()
        self.query_one("#month").display = False
        self.list.focus()

    @property
    def month(self) -> MonthView:
        """The month."""
        return self.query_one(MonthView)

    def read(self, desk: Desk) -> Agenda:
        """Read what falls due, as far as the month that is looked at."""
        return agenda(desk, self.month.day.replace(day=1))

    def show(self, found: Agenda) -> None:
        """Show list and month."""
        self.found = found
        self.list.empty = _("Nothing falls due in the next six weeks.")
        self.list.replace_groups(agenda_groups(found))
        self.month.show(day_sums(found))
        self._show_day(self.month.day)

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line."""
        line = (self.of_day if self.of_day.has_focus else self.list).line
        return line.case if line else None

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of the duty."""
        line = (self.of_day if self.of_day.has_focus else self.list).line
        return line.row.rule if line is not None and line.row is not None else None

    @on(LineChosen)
    def _chosen(self, event: LineChosen[TodayLine]) -> None:
        if event.line.way is not None:
            follow(self, event.line.way)

    @on(DayHighlighted)
    def _highlighted(self, event: DayHighlighted) -> None:
        self._show_day(event.day)
        if self.found is None or event.day > self.found.until:
            self.refresh_from_desk()

    @on(DayChosen)
    def _day_chosen(self, event: DayChosen) -> None:
        if self.found is not None and day_lines(self.found, event.day):
            self.of_day.focus()

    def action_as_list(self) -> None:
        """Handle `AsList`."""
        self._turn(month=False)

    def action_as_month(self) -> None:
        """Handle `AsMonth`."""
        self._turn(month=True)

    def _turn(self, *, month: bool) -> None:
        self.list.display = not month
        self.query_one("#month").display = month
        (self.month if month else self.list).focus()
        self._entitle()

    def _show_day(self, day: date) -> None:
        if self.found is not None:
            lines = day_lines(self.found, day)
            self.of_day.replace_groups((Group("day", full_day(day), lines, count=len(lines)),) if lines else ())
        self._entitle()

    def _entitle(self) -> None:
        day = self.month.day
        shown = f"{MONTHS[day.month - 1]} {day.year}" if not self.list.display else full_day(self.desk.as_of)
        self.entitle(" · ".join((_("Schedule"), shown)))
