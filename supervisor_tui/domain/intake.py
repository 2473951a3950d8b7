"""What keeps a registered child an intake: child and caregiver have not agreed to registration and services.

Safety comes first, services after: an intake is given to a caseworker at any hour, and its clocks run. It is not called
open until they agree, or the agency acts under a legal mandate that names its reason (004 §1.2, §1.3; IAG-S1-03,
IAG-CONS-08).
"""

from supervisor_tui.domain.agreements import GROWN_UPS, agreed, mandates
from supervisor_tui.domain.case_file import CaseFile, told_once
from supervisor_tui.domain.records.consent import ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.registration import Registration

__all__ = ["is_waiting_for_agreement", "yet_to_agree"]

_ASKED = ((frozenset({ConsentGiver.CHILD}), ConsentGiver.CHILD), (GROWN_UPS, ConsentGiver.CAREGIVER))


def yet_to_agree(case: CaseFile) -> tuple[ConsentGiver, ...]:
    """Return who has not agreed to registration and services on record: the child, the caregiver, both or nobody.

    Where the registration says why no caregiver can be asked, only the child is. An agreement that was taken back later
    counts here; what follows from that is another question.
    """
    opening = case.latest(Registration)
    no_caregiver = opening is not None and bool(opening.body.no_caregiver.strip())
    givers = {entry.body.giver for entry in agreed(case, ConsentPurpose.SERVICES)}
    return tuple(
        who for group, who in _ASKED if not givers & group and not (who is ConsentGiver.CAREGIVER and no_caregiver)
    )


@told_once
def is_waiting_for_agreement(case: CaseFile) -> bool:
    """Say whether the case is an intake for want of agreement.

    A case brought in from elsewhere was at work before its records came here: whether they agreed is then not known,
    which the checks say, and does not make it new.
    """
    opening = case.latest(Registration)
    if opening is None or opening.body.duties_from is not None or opening.record.how_known is HowKnown.IMPORTED:
        return False
    return bool(yet_to_agree(case)) and not mandates(case, ConsentPurpose.SERVICES)
