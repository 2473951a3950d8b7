"""The earliest closing day is reached."""

from datetime import date

from reintegration_benchmarks.closing.closing_arithmetic import closing_limits, earliest_closing_day
from reintegration_benchmarks.closing.closing_stretch import closing_day, placement_unknown
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import current_placement, placement_period
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("RB-SOP13-17", title=_("The earliest closing day is reached"), source="003 SOP 11 to 13")
def earliest_day_reached(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Six days must all be known, and the case closes on the latest of them or after it."""
    period = current_placement(case)
    if period is None:
        return placement_unknown(ended=placement_period(case) is not None)
    limits = closing_limits(case, period, settings)
    facts = [limit.fact for limit in limits if limit.fact is not None]
    earliest = earliest_closing_day(limits)
    if earliest is None:
        waiting = [limit for limit in limits if limit.day is None]
        return Answer.unknown(
            _("The earliest closing day is not known yet; it waits for: {limits}.").format(
                limits=_("; ").join(limit.title for limit in waiting)
            ),
            *facts,
            missing=waiting[0].missing,
        )
    if closing_day(case, as_of) < earliest:
        return Answer.fails(_("Closing is possible from {day}.").format(day=earliest), *facts, earliest=earliest)
    return Answer.passes(_("The earliest closing day was {day}.").format(day=earliest), *facts)
