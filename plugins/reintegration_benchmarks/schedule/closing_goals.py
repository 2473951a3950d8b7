"""Goals toward closing, set in the plan some months before the case may close."""

from collections.abc import Iterable
from datetime import date

from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import PlacementPeriod, placement_period, placement_periods
from reintegration_benchmarks.schedule.duty_limits import duty_limits, standing
from reintegration_benchmarks.schedule.monitoring_visits import placement_prefix
from reintegration_benchmarks.schedule.unplaced import not_placed
from reintegration_benchmarks.settings import CLOSURE_GOALS_MONTH, decided
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

CLOSURE_TAG = "closure"


@rules.schedule_rule("RB-SOP11-21", title=_("Goals toward closing from month 9"), source="003 Fig 10")
def closing_goals(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """From about month 9 the plan holds goals that lead toward closing, marked with the tag "closure"."""
    title = _("set goals toward closing in the plan")
    period = placement_period(case)
    if period is None:
        return not_placed(case, title)
    plan = _plan_with_closing_goals(case, period)
    item = DueItem(
        title,
        due=add_months(period.began_on, decided(settings, CLOSURE_GOALS_MONTH)),
        done=plan.on if plan else None,
        settled_by=plan.id if plan else None,
        settles=CasePlan.KIND,
        slot=placement_prefix(period) + "closing-goals",
    )
    return tuple(standing([item], duty_limits(case, period)))


def _plan_with_closing_goals(case: CaseFile, period: PlacementPeriod) -> Entry[CasePlan] | None:
    """Return the first plan made for this placement that has a closing goal; plans of an earlier one do not count."""
    ended = [one.last_day for one in placement_periods(case)[:-1] if one.last_day is not None]
    since = max(ended, default=date.min)
    return next(
        (
            plan
            for plan in case.of(CasePlan)
            if plan.on >= since
            and (period.last_day is None or plan.on <= period.last_day)
            and any(CLOSURE_TAG in goal.tags for goal in plan.body.goals)
        ),
        None,
    )
