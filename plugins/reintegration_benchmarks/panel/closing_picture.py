"""The arithmetic of closing: six days, and the latest of them."""

from datetime import date

from reintegration_benchmarks.closing.closing_arithmetic import Limit, closing_limits, earliest_closing_day
from reintegration_benchmarks.placement_period import PlacementPeriod
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Line, Lines
from supervisor_tui.wording import _

EARLIEST_DAY = RuleId("RB-SOP13-17")


def closing_picture(case: CaseFile, period: PlacementPeriod, as_of: date, settings: Settings) -> Lines:
    """Return each limit with its day, and what they come to."""
    limits = closing_limits(case, period, settings)
    earliest = earliest_closing_day(limits)
    title = (
        _("Earliest closing day: not known yet")
        if earliest is None
        else _("Earliest closing day: {day}").format(day=earliest)
    )
    return Lines(title, tuple(_line(limit, as_of) for limit in limits))


def _line(limit: Limit, as_of: date) -> Line:
    if limit.day is None:
        return Line(limit.title, Result.UNKNOWN, _("not known yet"), EARLIEST_DAY, limit.missing)
    mark = Result.PASS if limit.day <= as_of else Result.FAIL
    return Line(limit.title, mark, limit.day.isoformat(), EARLIEST_DAY)
