"""Progress and goals of the plan, brought up to date with every visit."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest

from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import placement_period
from reintegration_benchmarks.records.monitoring_form import MonitoringForm
from reintegration_benchmarks.schedule.contacts import contacts_in
from reintegration_benchmarks.schedule.duty_limits import duty_limits, standing
from reintegration_benchmarks.schedule.monitoring_visits import placement_prefix
from reintegration_benchmarks.schedule.unplaced import not_placed
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.plan import ActionAdded, ActionOutcome, CasePlan, GoalOutcome
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

PLAN_RECORDS: tuple[type[RecordBody], ...] = (CasePlan, ActionAdded, ActionOutcome, GoalOutcome)


@rules.schedule_rule(
    "RB-SOP11-10",
    title=_("The plan is brought up to date with every visit"),
    source="003 SOP 11, Fig 10",
    strength=Strength.WARNS,
)
def plan_updates(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """With every visit progress is written down and goals change or are added, or it is said that the plan stays."""
    period = placement_period(case)
    if period is None:
        return not_placed(case, _("plan updates"))
    visits = sorted({contact.on for contact in contacts_in(case, period) if contact.seen is YesNo.YES})
    place = placement_prefix(period)
    return tuple(standing(_items(visits, _updates(case), place), duty_limits(case, period)))


def _items(visits: list[date], updates: list[tuple[date, RecordId]], place: str) -> Iterator[DueItem]:
    for visit, after in zip_longest(visits, visits[1:]):
        update = next(
            ((day, record) for day, record in updates if visit <= day and (after is None or day < after)), None
        )
        yield DueItem(
            _("bring the plan up to date with the visit of {day}").format(day=visit),
            due=visit,
            closes=after - timedelta(1) if after else None,
            done=update[0] if update else None,
            settled_by=update[1] if update else None,
            settles=CasePlan.KIND,
            slot=f"{place}{visit}",
            advisory=True,
        )


def _updates(case: CaseFile) -> list[tuple[date, RecordId]]:
    """Return the days on which the plan changed, moved on, or was said to stay as it is, oldest first."""
    changed = [(entry.on, entry.id) for kind in PLAN_RECORDS for entry in case.of(kind)]
    stays = [(entry.on, entry.id) for entry in case.of(MonitoringForm) if entry.body.plan_stays is YesNo.YES]
    return sorted(changed + stays)
