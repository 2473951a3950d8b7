"""What makes the child strong was asked, and the child had its say at every step."""

from collections.abc import Iterable
from datetime import date

from iag_core.assessments import full_assessment
from iag_core.problems import Problem, blank, by_our_own, case_check, record_check, the_latest
from iag_core.records.assessment_work import AssessmentWork, ChildView
from iag_core.records.child_heard import HeardAt, Participation, Strengths
from iag_core.stages import before_the_full_assessment
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closing_request, closure
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _


@record_check(
    "IAG-PRIN-11",
    Strengths,
    declares=RuleKind.FORM,
    title=_("What makes the child strong was asked"),
    source="004 §1.4",
    nothing=_("Nobody asked what makes the child strong."),
    fine=_("All four strengths were asked."),
    nothing_is_open=True,
    on_saving=False,
    chosen=the_latest(Strengths),
    unless=before_the_full_assessment,
)
def strengths_were_asked(_case: CaseFile, body: Strengths, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Four things help a child: a bond with a caregiver, good parenting, school, and ties with others."""
    for field, words in (
        ("caregiver_bond", _("a bond with a caregiver")),
        ("good_parenting", _("good parenting")),
        ("schooling", _("school or learning")),
        ("social_ties", _("friends and neighbours")),
    ):
        for problem in blank(body, (field, _("Not asked: {strength}.").format(strength=words))):
            yield Problem(problem.message, field, is_open=True)


@case_check(
    "IAG-PRIN-13", declares=RuleKind.CHECKLIST, title=_("The child had its say at every step"), source="004 §1.4"
)
def the_child_had_its_say(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The child takes part in assessment, plan, review and closing as age and maturity allow, or it is said why not.

    The child may also keep silent. Of steps taken elsewhere, of which nothing was brought in, it is not known.
    """
    reached = _reached(case)
    if not reached:
        return Answer.does_not_apply(_("No step is reached at which the child has its say."))
    missing = Missing(record=Participation.KIND, field="how")
    noted = {
        entry.body.step: entry
        for entry in case.of(Participation)
        if entry.body.how.strip() or entry.body.why_not.strip()
    }
    heard = set(noted) | _heard_elsewhere(case)
    silent = [step for step in reached if step not in heard]
    facts = tuple(entry.fact(_("Heard: {step}").format(step=entry.body.step.label)) for entry in noted.values())
    words = _("It is not recorded how the child took part in: {steps}.").format(
        steps=", ".join(step.label for step in silent)
    )
    if silent and not case.of(Participation) and not _any_step_is_ours(case):
        return Answer.unknown(words, *facts, missing=missing)
    if silent:
        return Answer.fails(words, *facts, missing=missing)
    return Answer.passes(_("The child had its say at every step, or it is said why not."), *facts)


def _reached(case: CaseFile) -> tuple[HeardAt, ...]:
    steps = (
        (HeardAt.ASSESSMENT, full_assessment(case) is not None),
        (HeardAt.PLAN, first_full_plan(case) is not None),
        (HeardAt.REVIEW, bool(case.of(Review))),
        (HeardAt.CLOSURE, closing_request(case) is not None or closure(case) is not None),
    )
    return tuple(step for step, is_reached in steps if is_reached)


def _any_step_is_ours(case: CaseFile) -> bool:
    steps = (
        by_our_own(case, full_assessment(case)),
        by_our_own(case, first_full_plan(case)),
        by_our_own(case, case.latest(Review)),
        by_our_own(case, closing_request(case)),
        by_our_own(case, closure(case)),
    )
    return any(step is not None for step in steps)


def _heard_elsewhere(case: CaseFile) -> set[HeardAt]:
    views = (entry.body.child_view for entry in case.of(AssessmentWork))
    at_assessment = any(view is not None and view is not ChildView.NOT_SOUGHT for view in views)
    at_review = any(entry.body.child_took_part is YesNo.YES for entry in case.of(Review))
    return ({HeardAt.ASSESSMENT} if at_assessment else set()) | ({HeardAt.REVIEW} if at_review else set())
