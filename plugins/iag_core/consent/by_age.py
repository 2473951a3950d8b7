"""Consent or assent, as the age of the child asks; the smallest are asked too."""

from collections.abc import Iterable
from datetime import date

from iag_core.case_checks.registering import NOT_OURS, our_registration
from iag_core.consent.given import of_the_child
from iag_core.problems import Problem, case_check, record_check
from supervisor_tui.domain.agreements import age_of_child
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

YOUNGEST = 5
"""Below this age too a child gets the chance to say yes or no (004 §1.3)."""


@record_check(
    "IAG-CONS-04",
    Consent,
    title=_("Consent or assent, as the age asks"),
    source="004 §1.3",
    nothing=_("No consent or assent of the child is on file."),
    fine=_("The child agreed in the form that its age asks for."),
    strength=Strength.WARNS,
    chosen=of_the_child,
)
def the_form_suits_the_age(case: CaseFile, body: Consent, on: date, settings: Settings) -> Iterable[Problem]:
    """A child too young to consent by nature or law is asked for its assent; the age is the agency's to set."""
    if body.giver is not ConsentGiver.CHILD:
        return
    limit, age = settings.number("consent_age_years"), age_of_child(case, on)
    if limit is None:
        words = _("The agency has not decided from which age a child consents; either form is taken.")
        yield Problem(words, "form", is_open=True, setting="consent_age_years")
    elif age is None:
        yield Problem(_("The child's age is not recorded."), "form", is_open=True)
    elif age < limit and body.form is ConsentForm.CONSENT:
        words = _("A child of {age} years assents, and the caregiver consents.")
        yield Problem(words.format(age=age), "form")
    elif age >= limit and body.form is ConsentForm.ASSENT:
        yield Problem(_("At {age} years the child's own consent is asked for.").format(age=age), "form")


@case_check("IAG-CONS-05", title=_("A child under five was asked too"), source="004 §1.3")
def a_small_child_was_asked(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Even a child under five gets the chance to agree: yes, no, or “cannot tell” with what was observed."""
    found = our_registration(case)
    if not found:
        return Answer.does_not_apply(NOT_OURS)
    age = age_of_child(case, found[0].on)
    if age is None:
        return Answer.unknown(
            _("The child's age is not recorded."), missing=Missing(record=Registration.KIND, field="age_years")
        )
    if age >= YOUNGEST:
        return Answer.does_not_apply(_("The child was five or older at registration."))
    words = [entry for entry in case.of(Consent) if entry.body.giver is ConsentGiver.CHILD]
    missing = Missing(record=Consent.KIND, field="agreed")
    if not words:
        return Answer.fails(_("Nobody recorded whether the small child was asked."), missing=missing)
    last = words[-1]
    if last.body.agreed is YesNo.NOT_KNOWN and not last.body.reason.strip():
        return Answer.fails(
            _("Whether the small child agreed cannot be told, and nothing observed is written down."),
            last.fact(_("Asked")),
            missing=Missing(record=Consent.KIND, field="reason"),
        )
    return Answer.passes(_("The small child was asked."), last.fact(_("Asked")))
