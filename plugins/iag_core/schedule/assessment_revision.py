"""A new look at the assessment when the child's situation changes."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.assessments import finished
from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.schedule.settling import triggers
from iag_core.settings import figure
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage, SituationChanged
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.domain.risk import days_of_rise
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.wording import _

NEW_LOOKS = frozenset({AssessmentStage.COMPREHENSIVE, AssessmentStage.REVISION})


@rules.schedule_rule("IAG-S2-12", title=_("Assessment brought up to date after a change"), source="004 §3.2")
@while_open
def the_assessment_is_revised(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """When the situation changes or the risk rises, the assessment is looked at anew; our own limit is seven days.

    A closed case that opens again counts as a change, and so does going back to the step of assessment. One revision
    settles every change before it.
    """
    looks = {entry.on: entry.id for entry in reversed(finished(case, NEW_LOOKS))}
    days = figure(settings, "revision_days")
    return tuple(
        DueItem(
            _("Assessment: bring up to date after a change"),
            due=change.on + timedelta(days=days),
            done=change.settled_on,
            settled_by=looks[change.settled_on] if change.settled_on else None,
            settles=Assessment.KIND,
            slot=change.on.isoformat(),
        )
        for change in triggers(_changes(case), looks)
    )


def _changes(case: CaseFile) -> set[date]:
    present = episode(case)
    if present is None:
        return set()
    days = {entry.on for entry in case.of(SituationChanged)}
    days |= {entry.on for entry in case.of(StepBack) if entry.body.to is Step.ASSESSMENT}
    days |= set(days_of_rise(case))
    if present.number > 1:
        days.add(present.opened_on)
    return {day for day in days if day >= present.opened_on}
