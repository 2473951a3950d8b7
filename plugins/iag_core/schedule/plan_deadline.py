"""The case plan: ready two weeks after the full assessment."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.assessments import full_assessment
from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from iag_core.settings.words import YES
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode, went_back
from supervisor_tui.wording import _


@rules.schedule_rule("IAG-S3-01", title=_("Case plan in two weeks"), source="004 §3.3")
@while_open
def the_plan_is_ready(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The full case plan is ready within two weeks of the full assessment; an interim plan fills the time until then.

    While the full assessment is not finished, nothing is due. A case that opens again without ever having had a plan is
    counted from the reopening; going back to this step asks for a new version in the same time. For a refugee, a best
    interests assessment holds a plan, where the agency agreed so.
    """
    assessed, plan, present = full_assessment(case), first_full_plan(case), episode(case)
    if assessed is None or present is None:
        return ()
    start = assessed.on if plan is not None or present.number == 1 else max(assessed.on, present.opened_on)
    agreed = settings.word("assessment_of_best_interests_counts") == YES
    holds_a_plan = agreed and assessed.body.best_interests is YesNo.YES
    days = timedelta(days=figure(settings, "plan_days"))
    first = DueItem(
        _("Case plan"),
        due=start + days,
        done=plan.on if plan else assessed.on if holds_a_plan else None,
        settled_by=plan.id if plan else assessed.id if holds_a_plan else None,
        settles=CasePlan.KIND,
    )
    return (first, *_made_again(case, days)) if plan is not None else (first,)


def _made_again(case: CaseFile, days: timedelta) -> Iterable[DueItem]:
    """Return what is due because the work went back to the plan; the first version since then settles it."""
    back = went_back(case)
    if back is None or back.body.to is not Step.PLAN:
        return
    made = next((entry for entry in case.of(CasePlan) if entry.on >= back.on and entry.body.interim is YesNo.NO), None)
    yield DueItem(
        _("Case plan: a new version, the work went back to it"),
        due=back.on + days,
        done=made.on if made else None,
        settled_by=made.id if made else None,
        settles=CasePlan.KIND,
        slot=back.on.isoformat(),
    )
