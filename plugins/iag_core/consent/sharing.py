"""What goes to other agencies: under which consent, what of it, for how long, how often."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, of_this_episode, record_check
from supervisor_tui.domain.agreements import behind, is_over, is_taken_back, mandate_on
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.consent import Consent, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

NO_REFERRAL = _("Nothing was referred.")


NO_CONSENT_BEHIND = _("No referral rests on a consent that names the agency.")


def with_consent_behind(case: CaseFile) -> tuple[Entry[Referral], ...]:
    """Return the referrals for which there is a consent that names the agency, or that they name."""
    return tuple(entry for entry in of_this_episode(Referral)(case) if behind(case, entry.body, entry.on))


@record_check(
    "IAG-S4-03",
    Referral,
    title=_("Referred with consent for that agency"),
    source="004 §3.4",
    nothing=NO_REFERRAL,
    fine=_("Every referral rests on a consent for that agency, or on a legal mandate."),
)
def referred_with_consent(case: CaseFile, body: Referral, on: date, _settings: Settings) -> Iterable[Problem]:
    """Child and family agree to a referral to this agency, by the day it is sent; or the law lets us act without."""
    if mandate_on(case, on, ConsentPurpose.SHARING) is not None:
        return
    standing = [
        entry
        for entry in behind(case, body, on)
        if _names(entry, body.agency) and not is_over(entry, on) and not is_taken_back(case, entry, on)
    ]
    if not standing:
        words = _("Referral {number}: no consent stands for sharing with {agency}.")
        agency = body.agency or _("an agency that is not named")
        yield Problem(words.format(number=body.referral, agency=agency), "consent")


@record_check(
    "IAG-CONS-07",
    Referral,
    title=_("Shared what was agreed, in the way agreed"),
    source="004 §3.4",
    nothing=NO_CONSENT_BEHIND,
    fine=_("What was shared, and how, was agreed."),
    chosen=with_consent_behind,
)
def shared_within_the_consent(case: CaseFile, body: Referral, on: date, _settings: Settings) -> Iterable[Problem]:
    """Child and caregiver choose for each agency what is shared and in which way: spoken, on paper, electronically."""
    given = behind(case, body, on)
    if not given:
        return
    allowed = {section.casefold() for entry in given for section in entry.body.sections}
    ways = {way for entry in given for way in entry.body.methods}
    outside = [section for section in body.sections if section.casefold() not in allowed]
    if allowed and outside:
        words = _("Referral {number} shared more than was agreed: {sections}.")
        yield Problem(words.format(number=body.referral, sections=", ".join(outside)), "sections")
    if ways and body.method is not None and body.method not in ways:
        words = _("Referral {number} was shared in a way that was not agreed: {way}.")
        yield Problem(words.format(number=body.referral, way=body.method.label), "method")
    if not (allowed and body.sections and ways and body.method):
        words = _("Referral {number}: it is not recorded what was shared and how, or what was agreed.")
        yield Problem(words.format(number=body.referral), "sections", is_open=True)


@record_check(
    "IAG-CONS-09",
    Referral,
    title=_("The consent had not run out"),
    source="004 §3.4",
    nothing=NO_CONSENT_BEHIND,
    fine=_("Every referral was sent while its consent lasted."),
    chosen=with_consent_behind,
)
def the_consent_had_not_run_out(case: CaseFile, body: Referral, on: date, _settings: Settings) -> Iterable[Problem]:
    """A consent says how long it lasts; its last day counts. One that does not say it leaves the question open."""
    given = behind(case, body, on)
    if not given or any(entry.body.valid_until is not None and not is_over(entry, on) for entry in given):
        return
    if any(entry.body.valid_until is None for entry in given):
        words = _("Referral {number}: the consent does not say how long it lasts.")
        yield Problem(words.format(number=body.referral), "consent", is_open=True)
    else:
        words = _("Referral {number} was sent after its consent had run out.")
        yield Problem(words.format(number=body.referral), "consent")


@record_check(
    "IAG-CONS-10",
    Referral,
    title=_("A consent for one time was used once"),
    source="004 §3.4",
    nothing=NO_CONSENT_BEHIND,
    fine=_("No consent for one time was used twice."),
    chosen=with_consent_behind,
)
def a_consent_for_one_time_was_used_once(
    case: CaseFile, body: Referral, on: date, _settings: Settings
) -> Iterable[Problem]:
    """Some consent is for one referral only; nothing more is shared on it."""
    for consent in behind(case, body, on):
        if consent.body.once is not YesNo.YES:
            continue
        others = [
            entry
            for entry in case.of(Referral)
            if entry.body.referral != body.referral
            and (entry.on, entry.body.referral) < (on, body.referral)
            and consent in behind(case, entry.body, entry.on)
        ]
        if others:
            words = _("Referral {number} uses a consent that was given for referral {other} only.")
            yield Problem(words.format(number=body.referral, other=others[0].body.referral), "consent")


def _names(consent: Entry[Consent], agency: str) -> bool:
    return bool(agency) and agency in consent.body.agencies
