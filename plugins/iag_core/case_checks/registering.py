"""What registration has to say: the way in, the criteria, who the child lives with, how to reach them."""

from collections.abc import Iterable
from datetime import date

from iag_core.days_in_settings import day_in
from iag_core.guidance import rules
from iag_core.problems import Problem, case_check, record_check
from iag_core.records.not_eligible import NotEligible
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.intake import was_at_work_before_we_began
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.registration import LivingWith, Reach, Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

KIND = Registration.KIND
NOT_OURS = _("Registered before we began, not registered at all, or sent on.")
ALONE = frozenset({LivingWith.NOBODY, LivingWith.SIBLINGS})


def our_registration(case: CaseFile) -> tuple[Entry[Registration], ...]:
    """Return the registration if it was made here, for a child that fits."""
    opening = registration(case)
    if opening is None or was_at_work_before_we_began(case) or case.latest(NotEligible) is not None:
        return ()
    return (opening,)


@case_check("IAG-S1-01", declares=RuleKind.FORM, title=_("The way in is recorded"), source="004 §1.2")
def the_way_in_is_recorded(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """It is written down by which way a child came to notice, so that the agency knows who sees children in need."""
    opening = registration(case)
    if opening is None or opening.body.pathway is None:
        return Answer.unknown(
            _("Nobody recorded how the child came to notice."), missing=Missing(record=KIND, field="pathway")
        )
    return Answer.passes(opening.body.pathway.label.capitalize() + ".", opening.fact(_("Registration")))


@record_check(
    "IAG-S1-02",
    Registration,
    title=_("The child meets the written criteria"),
    source="004 §1.2, §3.1",
    nothing=NOT_OURS,
    fine=_("The child meets written criteria."),
    on_saving=False,
    chosen=our_registration,
)
def the_criteria_are_met(_case: CaseFile, body: Registration, on: date, settings: Settings) -> Iterable[Problem]:
    """A child is registered when it meets the agency's written criteria; which of them is ticked.

    The registration says which version was used; where it does not, the agency's own counts from its day on.
    """
    since = day_in(settings, "criteria_since")
    if not body.criteria_version.strip() and not settings.word("criteria_version"):
        words = _("It is not known which criteria are in force.")
        yield Problem(words, "criteria_version", is_open=True, setting="criteria_version")
    elif not body.criteria_version.strip() and (since is None or since > on):
        words = _("It is not known which criteria were in force on the day of registration.")
        yield Problem(words, "criteria_version", is_open=True, setting="criteria_since")
    elif not body.criteria_met:
        yield Problem(_("Registered without any criterion that the child meets."), "criteria_met")


@record_check(
    "IAG-S1-04",
    Registration,
    title=_("Somebody checked the criteria"),
    source="004 §3.1",
    nothing=NOT_OURS,
    fine=_("A named person checked the criteria."),
    on_saving=False,
    chosen=our_registration,
)
def somebody_checked_the_criteria(
    _case: CaseFile, body: Registration, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """A named person, not the paper, says that the child fits the criteria."""
    if not body.verified_by:
        yield Problem(_("Nobody is named who checked the criteria."), "verified_by")


@record_check(
    "IAG-S1-07",
    Registration,
    declares=RuleKind.FORM,
    title=_("Age and sex are recorded"),
    source="004 §3.1",
    nothing=NOT_OURS,
    fine=_("Age and sex are recorded."),
    on_saving=False,
    chosen=our_registration,
)
def age_and_sex_are_recorded(_case: CaseFile, body: Registration, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Registration holds at least age, or birth date, and sex; an estimate counts. The name stands elsewhere.

    Where somebody was asked and nobody knows, it is not known.
    """
    in_vain = bool(body.asked_in_vain.strip())
    if body.sex is None:
        yield Problem(_("The sex is not recorded."), "sex", is_open=in_vain)
    if body.born_on is None and body.age_years is None:
        yield Problem(_("The age is not recorded, not even an estimate."), "age_years", is_open=in_vain)


@case_check("IAG-S1-08", declares=RuleKind.FORM, title=_("Whom the child lives with"), source="004 §3.1")
def whom_the_child_lives_with(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Registration says whom the child stays with, or that there is nobody; a child alone may be unaccompanied."""
    for opening in our_registration(case):
        fact = opening.fact(_("Registration"))
        if opening.body.living_with is None:
            return Answer.fails(
                _("Nobody recorded whom the child lives with."),
                fact,
                missing=Missing(record=KIND, field="living_with"),
            )
        if opening.body.living_with in ALONE:
            return Answer.passes(_("No adult with the child: ask at once whether it is unaccompanied."), fact)
        return Answer.passes(_("It is recorded whom the child lives with."), fact)
    return Answer.does_not_apply(NOT_OURS)


@rules.validator("IAG-S1-08", title=_("Whom the child lives with"), source="004 §3.1")
def a_child_alone_is_asked_about(
    _case: CaseFile, draft: RecordBody, _on: date, _settings: Settings
) -> Iterable[Finding]:
    """A child who stays with no adult may be unaccompanied; this is asked while it is registered."""
    if isinstance(draft, Registration) and draft.living_with in ALONE:
        words = _("No adult with the child: ask at once whether it is unaccompanied, and whether it is in danger.")
        yield Finding(Severity.WARN, words, "living_with")


@record_check(
    "IAG-S1-09",
    Registration,
    declares=RuleKind.FORM,
    title=_("How the child can be reached"),
    source="004 §3.1",
    nothing=NOT_OURS,
    fine=_("It is recorded how the child can be reached."),
    on_saving=False,
    chosen=our_registration,
)
def how_the_child_can_be_reached(
    _case: CaseFile, body: Registration, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """There is a way to find the child again; the address itself stands with the names, not in the case file."""
    if body.reach is None:
        yield Problem(_("It is not recorded how the child can be reached."), "reach")
    elif body.reach is Reach.NO_FIXED_PLACE and not body.reach_note.strip():
        yield Problem(_("No fixed place, and it is not said how one finds the child again."), "reach_note")


@record_check(
    "IAG-S1-10",
    Registration,
    declares=RuleKind.FORM,
    title=_("Hour and place of registration"),
    source="004 §3.1",
    nothing=NOT_OURS,
    fine=_("Hour and place of registration are recorded."),
    on_saving=False,
    chosen=our_registration,
)
def hour_and_place_are_recorded(
    _case: CaseFile, body: Registration, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Registration has its hour, from which every clock runs, and its place."""
    if not body.place.strip():
        yield Problem(_("The place of registration is not recorded."), "place")
    if body.at is None:
        yield Problem(_("The hour of registration is not recorded, so limits are read by days."), "at", is_open=True)


@record_check(
    "IAG-S1-11",
    Registration,
    declares=RuleKind.FORM,
    title=_("First concerns are recorded"),
    source="004 §3.1",
    nothing=NOT_OURS,
    fine=_("First concerns are recorded."),
    on_saving=False,
    chosen=our_registration,
)
def first_concerns_are_recorded(
    _case: CaseFile, body: Registration, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Registration names at least one worry or need that brought the child here."""
    if not body.concerns:
        yield Problem(_("No first concern is recorded."), "concerns")
