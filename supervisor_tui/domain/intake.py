"""What keeps a registered child an intake: child and caregiver have not agreed to registration and services.

Safety comes first, services after: an intake is given to a caseworker at any hour, and its clocks run. It is not called
open until they agree, or the agency acts under a legal mandate that names its reason (004 §1.2, §1.3; IAG-S1-03,
IAG-CONS-08).
"""

from collections.abc import Set
from datetime import date

from supervisor_tui.domain.agreements import GROWN_UPS, agreed, is_over, is_taken_back, mandate_on
from supervisor_tui.domain.case_file import CaseFile, told_once
from supervisor_tui.domain.records.consent import Consent, ConsentGiver, ConsentPurpose, ConsentWithdrawn
from supervisor_tui.domain.records.registration import Registration

__all__ = ["is_waiting_for_agreement", "was_at_work_before_we_began", "yet_to_agree"]


@told_once
def yet_to_agree(case: CaseFile) -> tuple[ConsentGiver, ...]:
    """Return whose agreement to registration and services the case waits for: child, caregiver, both or nobody.

    It waits for nobody from the first day on which all of them agree at once, or a legal mandate for services stands;
    what runs out or is taken back after that day is another question. Where the registration says why no caregiver can
    be asked, only the child is.
    """
    asked = _asked(case)
    waits: tuple[ConsentGiver, ...] = tuple(asked)
    for day in sorted({entry.on for kind in (Consent, ConsentWithdrawn) for entry in case.of(kind)}):
        if mandate_on(case, day, ConsentPurpose.SERVICES) is not None:
            return ()
        waits = tuple(who for who, givers in asked.items() if not _agrees(case, givers, day))
        if not waits:
            return ()
    return waits


def is_waiting_for_agreement(case: CaseFile) -> bool:
    """Say whether the case is an intake for want of agreement.

    A case that was at work before the agency began to count is not made new by that; whether they agreed is then not
    known, which the checks say. One that was registered since waits like any other, also where a file brought it in.
    """
    if case.latest(Registration) is None or was_at_work_before_we_began(case):
        return False
    return bool(yet_to_agree(case))


def was_at_work_before_we_began(case: CaseFile) -> bool:
    """Say whether the case was registered before the day from which its duties are counted here."""
    opening = case.latest(Registration)
    return opening is not None and opening.body.duties_from is not None and opening.on < opening.body.duties_from


def _asked(case: CaseFile) -> dict[ConsentGiver, Set[ConsentGiver]]:
    opening = case.latest(Registration)
    asked: dict[ConsentGiver, Set[ConsentGiver]] = {ConsentGiver.CHILD: {ConsentGiver.CHILD}}
    if opening is None or not opening.body.no_caregiver.strip():
        asked[ConsentGiver.CAREGIVER] = GROWN_UPS
    return asked


def _agrees(case: CaseFile, givers: Set[ConsentGiver], day: date) -> bool:
    """Say whether one of these agrees on a day: the agreement was given by then, is not over and not taken back."""
    return any(
        entry.on <= day and not is_over(entry, day) and not is_taken_back(case, entry, day)
        for entry in agreed(case, ConsentPurpose.SERVICES)
        if entry.body.giver in givers
    )
