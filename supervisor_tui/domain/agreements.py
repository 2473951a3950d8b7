"""Consent and assent as they stand: who agreed to what, until when, and what was taken back."""

from datetime import date

from supervisor_tui.domain.calendar import age_on
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.consent import (
    Consent,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    ConsentWithdrawn,
)
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.registration import Registration

GROWN_UPS = frozenset({ConsentGiver.CAREGIVER, ConsentGiver.OTHER})


def agreed(case: CaseFile, purpose: ConsentPurpose) -> tuple[Entry[Consent], ...]:
    """Return every consent and assent that was given for a purpose, oldest first; also those taken back later."""
    return tuple(
        entry
        for entry in case.of(Consent)
        if entry.body.purpose is purpose
        and entry.body.agreed is YesNo.YES
        and entry.body.form is not ConsentForm.LEGAL_MANDATE
    )


def mandate_on(case: CaseFile, day: date, purpose: ConsentPurpose) -> Entry[Consent] | None:
    """Return the legal mandate under which the agency acts without consent for a purpose on a day, or None.

    A mandate covers what it was recorded for and nothing else, and one that is not named is none. One that had run
    out, or was taken back, is none any more.
    """
    return next(
        (
            entry
            for entry in case.of(Consent)
            if entry.body.form is ConsentForm.LEGAL_MANDATE
            and entry.body.purpose is purpose
            and entry.body.reason.strip()
            and entry.on <= day
            and not is_over(entry, day)
            and not is_taken_back(case, entry, day)
        ),
        None,
    )


def withdrawn_on(case: CaseFile, consent: Entry[Consent]) -> date | None:
    """Return the day on which a consent was taken back, or None."""
    return next((entry.on for entry in case.of(ConsentWithdrawn) if entry.body.consent == consent.id), None)


def is_taken_back(case: CaseFile, consent: Entry[Consent], day: date) -> bool:
    """Say whether a consent no longer counts on a day because it was taken back; that day itself included."""
    ended = withdrawn_on(case, consent)
    return ended is not None and ended <= day


def is_over(consent: Entry[Consent], day: date) -> bool:
    """Say whether the time for which a consent was given is over; the last day still counts."""
    until = consent.body.valid_until
    return until is not None and until < day


def behind(case: CaseFile, referral: Referral, on: date) -> tuple[Entry[Consent], ...]:
    """Return the consents on which a referral may rest: the one it names, else those for sharing that name the agency.

    Given by the day of the referral; whether they were over or taken back is for the checks to say.
    """
    given = [entry for entry in agreed(case, ConsentPurpose.SHARING) if entry.on <= on]
    if referral.consent is not None:
        return tuple(entry for entry in given if entry.id == referral.consent)
    return tuple(entry for entry in given if referral.agency and referral.agency in entry.body.agencies)


def age_of_child(case: CaseFile, day: date) -> int | None:
    """Return the child's age in years on a day, or None where it is not recorded."""
    opening = case.latest(Registration)
    if opening is None:
        return None
    body = opening.body
    if body.born_on is not None:
        return age_on(body.born_on, day)
    if body.age_years is None:
        return None
    return body.age_years + age_on(opening.on, max(day, opening.on)) if day >= opening.on else body.age_years
