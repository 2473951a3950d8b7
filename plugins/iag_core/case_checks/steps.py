"""The six steps, which may go back."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, case_check, record_check
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import step
from supervisor_tui.wording import _


@record_check(
    "IAG-S5-17",
    StepBack,
    title=_("Going back to a step has a reason"),
    source="004 §1.2, §3.1",
    nothing=_("The work did not go back to an earlier step."),
    fine=_("Whenever the work went back to a step, the reason is recorded."),
)
def going_back_has_a_reason(case: CaseFile, body: StepBack, on: date, _settings: Settings) -> Iterable[Problem]:
    """The steps are no straight line: the work may go back with a reason, and nothing that was dated before is lost."""
    steps = list(Step)
    if not body.reason.strip():
        words = _("The work went back on {day} without a reason.")
        yield Problem(words.format(day=on.isoformat()), "reason")
    if steps.index(body.to) > steps.index(step(case)):
        yield Problem(_("The step “{step}” lies ahead, not behind.").format(step=body.to.label), "to")


@case_check("IAG-DB-02", title=_("The file follows the six steps"), source="004 §2.5.2")
def the_file_follows_the_six_steps(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Whatever keeps the records knows the six steps of the work, and no others."""
    try:
        named = case.of(StepBack)
    except UnreadableRecordError:
        return Answer.fails(_("A record names a step that is none of the six."))
    facts = tuple(entry.fact(_("Back to: {step}").format(step=entry.body.to.label)) for entry in named)
    return Answer.passes(_("The case stands at the step “{step}”.").format(step=step(case).label), *facts)
