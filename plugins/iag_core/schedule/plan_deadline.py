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
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.wording import _


@rules.schedule_rule("IAG-S3-01", title=_("Case plan in two weeks"), source="004 §3.3")
@while_open
def the_plan_is_ready(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The full case plan is ready within two weeks of the full assessment; an interim plan fills the time until then.

    While the full assessment is not finished, nothing is due. A case that opens again without ever having had a plan is
    counted from the reopening. For a refugee, a best interests assessment holds a plan, where the agency agreed so.
    """
    assessed, plan, present = full_assessment(case), first_full_plan(case), episode(case)
    if assessed is None or present is None:
        return ()
    start = assessed.on if plan is not None or present.number == 1 else max(assessed.on, present.opened_on)
    agreed = settings.word("assessment_of_best_interests_counts") == YES
    holds_a_plan = agreed and assessed.body.best_interests is YesNo.YES
    return (
        DueItem(
            _("Case plan"),
            due=start + timedelta(days=figure(settings, "plan_days")),
            done=plan.on if plan else assessed.on if holds_a_plan else None,
            settled_by=plan.id if plan else assessed.id if holds_a_plan else None,
            settles=CasePlan.KIND,
        ),
    )
