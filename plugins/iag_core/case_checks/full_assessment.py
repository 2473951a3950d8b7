"""The full assessment: both sides of the picture, and how it was come to."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from iag_core.assessments import finished, full_assessment
from iag_core.needs import answered_elsewhere, without_answer
from iag_core.problems import Problem, blank, by_our_own, record_check, the_latest
from iag_core.records.assessment_work import AssessmentWork, ChildView
from iag_core.stages import before_the_full_assessment
from supervisor_tui.domain.answers import Fact
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

FULL = frozenset({AssessmentStage.COMPREHENSIVE, AssessmentStage.REVISION})
STAGES = (
    ("planned_on", _("The assessment was not planned, or it is not recorded when.")),
    ("gathered_on", _("It is not recorded when information was gathered.")),
    ("verified_on", _("It is not recorded when the information was checked.")),
    ("analysed_on", _("It is not recorded when the information was thought through.")),
)
NOT_FILLED_IN = _("Nobody filled in how the assessment was made.")


def the_latest_full_one(case: CaseFile) -> tuple[Entry[Assessment], ...]:
    """Return the latest finished full assessment or revision."""
    return finished(case, FULL)[-1:]


def our_full_assessment(case: CaseFile) -> Fact | None:
    """Return that a full assessment was finished here, after which it is written down how it was made."""
    return by_our_own(case, full_assessment(case))


def with_needs_outside(case: CaseFile) -> tuple[Entry[Assessment], ...]:
    """Return the latest full assessment if it names needs that the agency cannot serve."""
    return tuple(entry for entry in the_latest_full_one(case) if entry.body.out_of_scope)


def with_contradictions(case: CaseFile) -> tuple[Entry[AssessmentWork], ...]:
    """Return the latest word on how the assessment was made, if accounts disagreed."""
    return tuple(entry for entry in the_latest(AssessmentWork)(case) if entry.body.contradictions)


@record_check(
    "IAG-S2-15",
    Assessment,
    declares=RuleKind.FORM,
    title=_("Risks and strengths, both sides"),
    source="004 §1.2, §3.2",
    nothing=_("There is no full assessment."),
    fine=_("The full assessment names risks and strengths."),
    on_saving=False,
    chosen=the_latest_full_one,
    unless=before_the_full_assessment,
)
def both_sides_are_there(_case: CaseFile, body: Assessment, _on: date, _settings: Settings) -> Iterable[Problem]:
    """The full assessment says what threatens the child and what protects it; “none found” is an answer."""
    yield from blank(
        body,
        ("risks", _("The full assessment names no risk and does not say that none was found.")),
        ("strengths", _("The full assessment names no strength and does not say that none was found.")),
    )


@record_check(
    "IAG-S2-16",
    Assessment,
    title=_("Needs that we cannot serve are passed on"),
    source="004 §1.2",
    nothing=_("No need was marked as one that we cannot serve."),
    fine=_("Every need that we cannot serve was referred, or noted as one without a service."),
    on_saving=False,
    chosen=with_needs_outside,
    unless=before_the_full_assessment,
)
def needs_outside_are_passed_on(case: CaseFile, body: Assessment, _on: date, _settings: Settings) -> Iterable[Problem]:
    """All needs are looked at, those too that the agency cannot serve; these go to another agency."""
    for need in without_answer(body.out_of_scope, answered_elsewhere(case)):
        yield Problem(_("We cannot serve it, and it was not referred: {need}.").format(need=need), "out_of_scope")


@record_check(
    "IAG-S2-17",
    AssessmentWork,
    declares=RuleKind.CHECKLIST,
    title=_("Planned, gathered, checked, thought through"),
    source="004 §3.2",
    nothing=NOT_FILLED_IN,
    fine=_("All four stages of the assessment are dated."),
    nothing_is_open=True,
    owed=our_full_assessment,
    on_saving=False,
    chosen=the_latest(AssessmentWork),
    unless=before_the_full_assessment,
)
def all_four_stages_were_done(
    _case: CaseFile, body: AssessmentWork, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Every assessment has four stages: plan it, gather, check, think it through."""
    yield from blank(body, *STAGES)
    days = [day for field, _words in STAGES if (day := getattr(body, field)) is not None]
    if any(later < earlier for earlier, later in pairwise(days)):
        yield Problem(_("The dates of the four stages go backwards; please check them."), "planned_on", is_open=True)


@record_check(
    "IAG-S2-18",
    AssessmentWork,
    declares=RuleKind.CHECKLIST,
    title=_("Accounts that disagree are cleared up"),
    source="004 §3.2",
    nothing=_("No accounts that disagree are recorded."),
    fine=_("It is recorded how accounts that disagree were cleared up, or why they could not be."),
    chosen=with_contradictions,
    unless=before_the_full_assessment,
)
def contradictions_are_cleared_up(
    _case: CaseFile, body: AssessmentWork, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Accounts that disagree or are incomplete are checked against each other and cleared up as far as possible."""
    for one in body.contradictions:
        if not one.outcome.strip():
            yield Problem(
                _("Accounts disagree and nothing is said of the outcome: {about}.").format(about=one.about),
                "contradictions",
            )


@record_check(
    "IAG-S2-21",
    AssessmentWork,
    declares=RuleKind.CHECKLIST,
    title=_("Next steps were talked through"),
    source="004 §3.2",
    nothing=NOT_FILLED_IN,
    fine=_("The next steps were talked through with child and family."),
    nothing_is_open=True,
    owed=our_full_assessment,
    on_saving=False,
    chosen=the_latest(AssessmentWork),
    unless=before_the_full_assessment,
)
def next_steps_were_talked_through(
    _case: CaseFile, body: AssessmentWork, on: date, _settings: Settings
) -> Iterable[Problem]:
    """An assessment ends with talking through what comes next with child and family."""
    yield from blank(body, ("next_steps_on", _("The next steps were not talked through, or it is not recorded.")))
    if body.next_steps_on is not None and body.next_steps_on < on:
        yield Problem(_("The next steps were talked through before the assessment was finished."), "next_steps_on")


@record_check(
    "IAG-S2-23",
    AssessmentWork,
    declares=RuleKind.FORM,
    title=_("More than one source"),
    source="004 §3.2",
    nothing=NOT_FILLED_IN,
    fine=_("The assessment draws from more than one kind of source."),
    strength=Strength.WARNS,
    nothing_is_open=True,
    owed=our_full_assessment,
    chosen=the_latest(AssessmentWork),
    unless=before_the_full_assessment,
)
def more_than_one_source(_case: CaseFile, body: AssessmentWork, _on: date, _settings: Settings) -> Iterable[Problem]:
    """An assessment draws from papers, talks, what was seen at home, others who know the child, and other agencies."""
    if not body.sources:
        yield Problem(_("No source of the assessment is recorded."), "sources")
    elif len(set(body.sources)) == 1:
        yield Problem(_("The assessment rests on one kind of source only."), "sources")


@record_check(
    "IAG-S2-26",
    AssessmentWork,
    declares=RuleKind.CHECKLIST,
    title=_("The child's wishes were sought"),
    source="004 §3.2",
    nothing=NOT_FILLED_IN,
    fine=_("The child was asked."),
    nothing_is_open=True,
    owed=our_full_assessment,
    chosen=the_latest(AssessmentWork),
    unless=before_the_full_assessment,
)
def the_childs_wishes_were_sought(
    _case: CaseFile, body: AssessmentWork, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """The child is invited to say what it wishes, never pressed; a child that does not want to say has answered."""
    if body.child_view is None or body.child_view is ChildView.NOT_SOUGHT:
        yield Problem(_("Nobody asked what the child wishes, or it is not recorded."), "child_view")
