"""The first assessment: the basic needs, the risk level, and what is done at once about what it finds."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.assessments import first_look
from iag_core.closing.concerns import open_concerns
from iag_core.problems import Problem, case_check, record_check
from iag_core.settings import figure
from iag_core.stages import before_the_first_look
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.assessment import (
    Assessment,
    NeedAnswer,
    RiskLevelSet,
)
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration, worker
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

BASIC_NEEDS = (
    ("physical_protection", _("protection from physical harm")),
    ("health", _("health")),
    ("safety", _("safety")),
    ("food", _("food")),
    ("shelter", _("shelter")),
    ("medical_care", _("medical care")),
)


def the_first_look(case: CaseFile) -> tuple[Entry[Assessment], ...]:
    """Return the first finished assessment as the one to look at."""
    first = first_look(case)
    return (first,) if first else ()


def every_assessment(case: CaseFile) -> tuple[Entry[Assessment], ...]:
    """Return every assessment, those from before the registration too."""
    return case.of(Assessment)


def needs_by_answer(body: Assessment, answer: NeedAnswer | None) -> tuple[str, ...]:
    """Return the words of the basic needs that were answered so; None for those left blank."""
    return tuple(words for field, words in BASIC_NEEDS if getattr(body, field) is answer)


@record_check(
    "IAG-S2-04",
    Assessment,
    title=_("No assessment before registration"),
    source="004 §3.2",
    nothing=_("There is no assessment."),
    fine=_("No assessment is dated before the registration."),
    chosen=every_assessment,
)
def no_assessment_before_registration(
    case: CaseFile, _body: Assessment, on: date, _settings: Settings
) -> Iterable[Problem]:
    """The first assessment may be made in the same sitting as the registration, but not on a day before it."""
    opening = registration(case)
    if opening is not None and on < opening.on:
        message = _("The assessment of {day} is dated before the registration; please check the date.")
        yield Problem(message.format(day=on.isoformat()), "on")


@record_check(
    "IAG-S2-05",
    Assessment,
    declares=RuleKind.FORM,
    title=_("Safety, health and basic needs were asked"),
    source="004 §3.2",
    nothing=_("There is no finished assessment."),
    fine=_("Safety, health and basic needs were asked."),
    on_saving=False,
    chosen=the_first_look,
    unless=before_the_first_look,
)
def basic_needs_were_asked(_case: CaseFile, body: Assessment, _on: date, _settings: Settings) -> Iterable[Problem]:
    """The first assessment looks at safety from harm, health, and food, shelter and medical care."""
    for field, words in BASIC_NEEDS:
        if getattr(body, field) is None:
            yield Problem(_("Not asked at the first assessment: {need}.").format(need=words), field)
        elif getattr(body, field) is NeedAnswer.NOT_KNOWN:
            yield Problem(_("Not known at the first assessment: {need}.").format(need=words), field, is_open=True)


@case_check("IAG-S2-06", title=_("A risk level was set"), source="004 §3.2", unless=before_the_first_look)
def a_risk_level_was_set(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Every case gets a level of risk at the first assessment; how often the child is contacted follows from it."""
    period, missing = risk(case), Missing(record=RiskLevelSet.KIND, field="level")
    if period is None:
        return Answer.fails(_("The first assessment is finished and no risk level is set."), missing=missing)
    fact = period.entry.fact(_("Risk level {level}").format(level=period.entry.body.level))
    if period.level is None:
        return Answer.unknown(_("The risk level is not one of the agency's scale."), fact, missing=missing)
    return Answer.passes(_("A risk level is set."), fact)


@case_check("IAG-S2-13", title=_("Interim plan for what is not met"), source="004 §3.2", unless=before_the_first_look)
def an_interim_plan_was_made(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """A need or safety that the first assessment finds not met, or harm that is near, gets a short plan at once.

    The guidance gives no time; our own is the same day. A full plan by then is as good.
    """
    first = first_look(case)
    assert first is not None
    unmet = needs_by_answer(first.body, NeedAnswer.UNMET) + _safety_worries(case, first.on)
    if not unmet and len(needs_by_answer(first.body, None)) == len(BASIC_NEEDS):
        return Answer.unknown(
            _("The basic needs were not asked."), missing=Missing(record=Assessment.KIND, field="food")
        )
    if not unmet:
        return Answer.does_not_apply(_("No basic need was found not met, and no worry about safety was noted."))
    fact = first.fact(_("Not met: {needs}").format(needs=", ".join(unmet)))
    made = next((plan for plan in case.of(CasePlan) if plan.on >= first.on and plan.body.actions), None)
    if made is not None:
        return Answer.passes(_("There is a plan for what is not met."), fact, made.fact(_("Plan")))
    missing = Missing(record=CasePlan.KIND, field="interim")
    if as_of <= first.on + timedelta(days=figure(settings, "interim_plan_days")):
        return Answer.unknown(_("The interim plan is to be written."), fact, missing=missing)
    return Answer.fails(
        _("Not met, and no interim plan: {needs}.").format(needs=", ".join(unmet)), fact, missing=missing
    )


def _safety_worries(case: CaseFile, day: date) -> tuple[str, ...]:
    """Return the worries about harm that was about to happen and that stood when the first assessment was finished."""
    seen = case.until(day)
    return tuple(entry.body.text for entry in open_concerns(seen) if entry.body.imminent is YesNo.YES)


@record_check(
    "IAG-S2-20",
    Assessment,
    title=_("Assessed by the one who stays"),
    source="004 §3.2",
    nothing=_("There is no finished assessment."),
    fine=_("The caseworker who carries the case made the first assessment."),
    strength=Strength.WARNS,
    on_saving=False,
    chosen=the_first_look,
    unless=before_the_first_look,
)
def assessed_by_the_one_who_stays(
    case: CaseFile, body: Assessment, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Preferably the caseworker who will stay with the child makes the first assessment."""
    carrying = worker(case)
    if body.assessor is None or carrying is None:
        yield Problem(
            _("It is not known who made the first assessment, or who carries the case."), "assessor", is_open=True
        )
    elif body.assessor != carrying:
        yield Problem(_("Somebody else than the caseworker made the first assessment."), "assessor")
