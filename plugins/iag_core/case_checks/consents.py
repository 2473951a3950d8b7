"""Consent and assent: asked before services, understood, free, of the right kind for the age, and the exception."""

from collections.abc import Iterable
from datetime import date

import msgspec

from iag_core.case_checks.registering import NOT_OURS, our_registration
from iag_core.problems import Problem, blank, case_check, of_this_episode, record_check
from supervisor_tui.domain.agreements import GROWN_UPS, age_of_child, agreed, mandate_on
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.consent import Capacity, Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _, ngettext

UNDERSTOOD = (
    ("services_understood", _("services and options")),
    ("risks_understood", _("risks and benefits")),
    ("information_understood", _("what is written down and why")),
    ("limits_understood", _("confidentiality and its limits")),
)
NONE_ASKED = _("No consent or assent is on file.")
GROUPS = (
    (frozenset({ConsentGiver.CHILD}), _("child")),
    (GROWN_UPS, _("caregiver")),
)
YOUNGEST = 5
"""Below this age too a child gets the chance to say yes or no (004 §1.3)."""


def given_here(case: CaseFile) -> tuple[Entry[Consent], ...]:
    """Return the consents and assents that were given in this episode, without those under a mandate."""
    found = of_this_episode(Consent)(case)
    return tuple(
        entry for entry in found if entry.body.form is not ConsentForm.LEGAL_MANDATE and entry.body.agreed is YesNo.YES
    )


def of_the_child(case: CaseFile) -> tuple[Entry[Consent], ...]:
    """Return the consents and assents of the child."""
    return tuple(entry for entry in given_here(case) if entry.body.giver is ConsentGiver.CHILD)


def under_a_mandate(case: CaseFile) -> tuple[Entry[Consent], ...]:
    """Return the times at which the agency acted without consent."""
    found = of_this_episode(Consent)(case)
    return tuple(entry for entry in found if entry.body.form is ConsentForm.LEGAL_MANDATE)


@case_check("IAG-S1-03", title=_("Child and caregiver agreed before registration"), source="004 §1.2, §1.3")
def both_agreed_before_registration(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Child and caregiver agree by the day of registration; until then the case is an intake and no more.

    A legal mandate stands in for consent. Where no caregiver can be asked, the reason is written down.
    """
    ours = our_registration(case)
    if not ours:
        return Answer.does_not_apply(NOT_OURS)
    opening = ours[0]
    mandate = mandate_on(case, opening.on)
    if mandate is not None:
        return Answer.passes(_("Registered under a legal mandate."), mandate.fact(_("Legal mandate")))
    found = _agreement_by(case, opening)
    missing = Missing(record=Consent.KIND, field="giver") if found.silent else None
    if found.silent and status(case) is Status.INTAKE:
        words = _("An intake until they agree: {who}.").format(who=", ".join(found.silent))
        return Answer.unknown(words, *found.facts, missing=missing)
    if found.late or found.silent:
        silent = [_("Not agreed on record: {who}.").format(who=", ".join(found.silent))] if found.silent else []
        return Answer.fails(" ".join([*found.late, *silent]), *found.facts, missing=missing)
    return Answer.passes(_("Agreement stands from the day of registration or before."), *found.facts)


@case_check("IAG-CONS-01", title=_("Consent came before the first service"), source="004 §1.3")
def consent_came_first(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Child and caregiver are asked before services begin, in most circumstances; else a mandate says why not."""
    began = _first_service(case)
    if began is None:
        return Answer.does_not_apply(_("No service and no referral is on file."))
    given = agreed(case, ConsentPurpose.SERVICES)
    mandate = mandate_on(case, began.on)
    if mandate is not None:
        return Answer.passes(_("Begun under a legal mandate."), mandate.fact(_("Legal mandate")))
    fact = began.fact(_("First service"))
    missing = Missing(record=Consent.KIND, field="purpose")
    if not given:
        return Answer.fails(_("A service has begun and no consent to services is on file."), fact, missing=missing)
    if given[0].on > began.on:
        words = _("The first service of {began} is older than the first consent of {given}.")
        return Answer.fails(
            words.format(began=began.on.isoformat(), given=given[0].on.isoformat()), fact, given[0].fact(_("Consent"))
        )
    return Answer.passes(_("Consent came before the first service."), given[0].fact(_("Consent")), fact)


@record_check(
    "IAG-CONS-02",
    Consent,
    title=_("Four things were understood"),
    source="004 §1.3",
    nothing=NONE_ASKED,
    fine=_("It was checked that all four matters were understood."),
    on_saving=False,
    chosen=given_here,
)
def four_things_were_understood(_case: CaseFile, body: Consent, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Consent counts when four matters were understood: services, risks and benefits, what is kept, confidentiality."""
    for field, words in UNDERSTOOD:
        if getattr(body, field) is not YesNo.YES:
            message = _("Not understood on record ({who}): {matter}.")
            yield Problem(
                message.format(who=body.giver.label, matter=words),
                field,
                is_open=getattr(body, field) is YesNo.NOT_KNOWN,
            )


@record_check(
    "IAG-CONS-03",
    Consent,
    title=_("Given freely, by somebody able to"),
    source="004 §1.3",
    nothing=NONE_ASKED,
    fine=_("Consent was given freely by somebody able to give it."),
    chosen=given_here,
)
def given_freely(_case: CaseFile, body: Consent, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Consent is free, and given by somebody who is able to give it."""
    who = body.giver.label
    if body.able is Capacity.NO:
        yield Problem(_("Not able to consent: {who}.").format(who=who), "able")
    elif body.able is not Capacity.YES:
        yield Problem(
            _("Not sure or not recorded whether able to consent: {who}.").format(who=who), "able", is_open=True
        )
    if body.voluntary is YesNo.NO:
        yield Problem(_("Not given freely: {who}.").format(who=who), "voluntary")
    elif body.voluntary is not YesNo.YES:
        yield Problem(_("Not recorded whether given freely: {who}.").format(who=who), "voluntary", is_open=True)


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


@record_check(
    "IAG-CONS-06",
    Consent,
    title=_("Explained for a child, questions invited"),
    source="004 §1.3, §1.4",
    nothing=_("No consent or assent of the child is on file."),
    fine=_("It was explained in a way a child follows, and questions were invited."),
    on_saving=False,
    chosen=of_the_child,
)
def explained_for_a_child(_case: CaseFile, body: Consent, _on: date, _settings: Settings) -> Iterable[Problem]:
    """The child is told in a form it follows, and is invited to ask."""
    yield from blank(
        body,
        ("child_friendly", _("It is not recorded that it was explained in a way a child follows.")),
        ("questions_invited", _("It is not recorded that questions were invited.")),
    )


@record_check(
    "IAG-CONS-08",
    Consent,
    title=_("Acting without consent is reasoned"),
    source="004 §1.3",
    nothing=_("The agency did not act without consent."),
    fine=_("Mandate, reason, explanation, participation and approval are recorded."),
    chosen=under_a_mandate,
)
def acting_without_consent_is_reasoned(
    _case: CaseFile, body: Consent, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Without consent the agency acts only where the law lets it and the child needs protection, and says so.

    It explains why, and goes on inviting the child and the family members who do no harm.
    """
    if body.form is not ConsentForm.LEGAL_MANDATE:
        return
    yield from blank(
        body,
        ("reason", _("Acted without consent, and the mandate is not named.")),
        ("protection_reason", _("Acted without consent, and it is not said why the child needs protection.")),
        ("explained_on", _("Acted without consent, and it is not recorded when this was explained.")),
        ("participation", _("Acted without consent, and it is not said how child and family still take part.")),
        ("approved_by", _("Acted without consent, and nobody is named who approved it.")),
    )


@case_check("IAG-PRIN-05", title=_("Consent or assent is sought"), source="004 §1.3")
def consent_is_sought(_case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Consent or assent is one of the principles of all the work.

    It is asked at registration, before services, and for each sharing; it has no line of its own.
    """
    return Answer.does_not_apply(_("Answered by the checks of consent and assent."))


def _first_service(case: CaseFile) -> Entry[Referral] | Entry[ActionOutcome] | None:
    begun = [
        entry for entry in case.of(ActionOutcome) if entry.body.status in {ActionStatus.ONGOING, ActionStatus.DONE}
    ]
    starts: list[Entry[Referral] | Entry[ActionOutcome]] = [*case.of(Referral)[:1], *begun[:1]]
    return min(starts, key=lambda entry: entry.on, default=None)


class _Agreement(msgspec.Struct, frozen=True):
    """Who agreed after the registration, who is not on record at all, and the records of those who agreed."""

    late: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


def _agreement_by(case: CaseFile, opening: Entry[Registration]) -> _Agreement:
    late, silent, facts = [], [], []
    given = agreed(case, ConsentPurpose.SERVICES)
    for givers, who in GROUPS:
        mine = [entry for entry in given if entry.body.giver in givers]
        if mine:
            facts.append(mine[0].fact(_("Agreed: {who}").format(who=who)))
            if mine[0].on > opening.on:
                days = (mine[0].on - opening.on).days
                words = ngettext(
                    "Agreed {count} day after registration: {who}.",
                    "Agreed {count} days after registration: {who}.",
                    days,
                )
                late.append(words.format(count=days, who=who))
        elif givers is not GROWN_UPS or not opening.body.no_caregiver.strip():
            silent.append(who)
    return _Agreement(tuple(late), tuple(silent), tuple(facts))
