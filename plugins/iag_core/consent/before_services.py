"""Child and caregiver are asked before registration and before the first service."""

from collections.abc import Iterable
from datetime import date

import msgspec

from iag_core.case_checks.registering import NOT_OURS, our_registration
from iag_core.guidance import rules
from iag_core.problems import case_check
from supervisor_tui.domain.agreements import GROWN_UPS, agreed, mandate_on
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.intake import was_at_work_before_we_began, yet_to_agree
from supervisor_tui.domain.records.consent import Consent, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _, ngettext

STILL_AN_INTAKE = _(
    "Until they agree, or a legal mandate is on record, it stays an intake: safety first, services after."
)
GROUPS = (
    (frozenset({ConsentGiver.CHILD}), ConsentGiver.CHILD),
    (GROWN_UPS, ConsentGiver.CAREGIVER),
)


@case_check("IAG-S1-03", title=_("Child and caregiver agreed before registration"), source="004 §1.2, §1.3")
def both_agreed_before_registration(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Child and caregiver agree by the day of registration; until then the case is an intake and no more.

    A legal mandate stands in for consent. Where no caregiver can be asked, the reason is written down. Of a case that
    was at work before we began, or that a file brought in, a blank says only that nobody knows.
    """
    if was_at_work_before_we_began(case):
        return _at_work_before(case)
    ours = our_registration(case)
    if not ours:
        return Answer.does_not_apply(NOT_OURS)
    opening = ours[0]
    mandate = mandate_on(case, opening.on, ConsentPurpose.SERVICES)
    if mandate is not None:
        return Answer.passes(_("Registered under a legal mandate."), mandate.fact(_("Legal mandate")))
    found = _agreement_by(case, opening)
    missing = Missing(record=Consent.KIND, field="giver") if found.silent else None
    if found.silent and (worker(case) is None or opening.record.how_known is HowKnown.IMPORTED):
        words = _("An intake until they agree: {who}.").format(who=", ".join(found.silent))
        return Answer.unknown(words, *found.facts, missing=missing)
    if found.late or found.silent:
        said = _("Not agreed on record: {who}. {intake}")
        silent = [said.format(who=", ".join(found.silent), intake=STILL_AN_INTAKE)] if found.silent else []
        return Answer.fails(" ".join([*found.late, *silent]), *found.facts, missing=missing)
    return Answer.passes(_("Agreement stands from the day of registration or before."), *found.facts)


@rules.validator("IAG-S1-03", title=_("Child and caregiver agreed before registration"), source="004 §1.2, §1.3")
def an_intake_until_they_agree(case: CaseFile, draft: RecordBody, on: date, _settings: Settings) -> Iterable[Finding]:
    """A case is given to a caseworker at any hour; without consent it is an intake all the same until they agree."""
    ours = our_registration(case)
    if not isinstance(draft, Assignment) or worker(case) is not None or not ours:
        return
    if mandate_on(case, on, ConsentPurpose.SERVICES) is not None:
        return
    silent = yet_to_agree(case)
    if silent:
        words = _("Not agreed on record: {who}. {intake}")
        named = ", ".join(one.label for one in silent)
        yield Finding(Severity.WARN, words.format(who=named, intake=STILL_AN_INTAKE))


@case_check("IAG-CONS-01", title=_("Consent came before the first service"), source="004 §1.3")
def consent_came_first(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Child and caregiver are asked before services begin, in most circumstances; else a mandate says why not."""
    began = _first_service(case)
    if began is None:
        return Answer.does_not_apply(_("No service and no referral is on file."))
    given = agreed(case, ConsentPurpose.SERVICES)
    mandate = mandate_on(case, began.on, ConsentPurpose.SERVICES)
    if mandate is not None:
        return Answer.passes(_("Begun under a legal mandate."), mandate.fact(_("Legal mandate")))
    fact = began.fact(_("First service"))
    missing = Missing(record=Consent.KIND, field="purpose")
    if not given and was_at_work_before_we_began(case):
        words = _("At work before we began; no consent to services is on file.")
        return Answer.unknown(words, fact, missing=missing)
    if not given:
        return Answer.fails(_("A service has begun and no consent to services is on file."), fact, missing=missing)
    if given[0].on > began.on:
        words = _("The first service of {began} is older than the first consent of {given}.")
        return Answer.fails(
            words.format(began=began.on.isoformat(), given=given[0].on.isoformat()), fact, given[0].fact(_("Consent"))
        )
    return Answer.passes(_("Consent came before the first service."), given[0].fact(_("Consent")), fact)


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


def _at_work_before(case: CaseFile) -> Answer:
    silent = yet_to_agree(case)
    given = [entry.fact(_("Consent")) for entry in agreed(case, ConsentPurpose.SERVICES)]
    if not silent:
        return Answer.passes(_("They agreed; the case was at work before we began."), *given)
    words = _("At work before we began; whether they agreed is not on record: {who}.")
    who = ", ".join(one.label for one in silent)
    return Answer.unknown(words.format(who=who), *given, missing=Missing(record=Consent.KIND, field="giver"))


class _Agreement(msgspec.Struct, frozen=True):
    """Who agreed after the registration, who is not on record at all, and the records of those who agreed."""

    late: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


def _agreement_by(case: CaseFile, opening: Entry[Registration]) -> _Agreement:
    late, silent, facts = [], [], []
    given = agreed(case, ConsentPurpose.SERVICES)
    for givers, giver in GROUPS:
        who = giver.label
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
        elif giver is ConsentGiver.CHILD or not opening.body.no_caregiver.strip():
            silent.append(who)
    return _Agreement(tuple(late), tuple(silent), tuple(facts))
