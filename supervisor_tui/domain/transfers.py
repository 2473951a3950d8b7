"""Where a hand-over to another agency stands on a day: under way, accepted, or ended without one."""

from datetime import date

from supervisor_tui.domain.agreements import agreed, is_over, is_taken_back, mandate_on
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.consent import Consent, ConsentPurpose
from supervisor_tui.domain.records.transfer import HandOverPlan, Transfer, TransferWish
from supervisor_tui.domain.status import episode
from supervisor_tui.wording import _

__all__ = [
    "MayGo",
    "came_to_nothing",
    "consents_for",
    "consents_for_nobody_named",
    "hand_over_plan",
    "hand_overs",
    "has_come",
    "has_ended",
    "may_go",
    "proposal",
    "transfer",
]


class MayGo(Choice):
    """Whether a file may go to another agency, by what its consents say."""

    VALID = "valid", _("may go")
    NOT_NEEDED = "not_needed", _("may go, no consent needed")
    MISSING = "missing", _("stays, no consent")
    UNKNOWN = "unknown", _("not known whether it may go")


def proposal(case: CaseFile, day: date) -> Entry[Transfer] | None:
    """Return the last hand-over proposed in the present episode, or None; of one day, one that has not ended."""
    present = episode(case)
    found = [entry for entry in case.of(Transfer) if present is None or entry.on >= present.opened_on]
    return max(found, key=lambda entry: (entry.on, not has_ended(entry.body, day)), default=None)


def transfer(case: CaseFile, day: date) -> Entry[Transfer] | None:
    """Return the hand-over of the present episode, or None; one refused or taken back by that day is none any more."""
    proposed = proposal(case, day)
    return None if proposed is None or came_to_nothing(proposed.body, day) else proposed


def hand_over_plan(case: CaseFile, day: date) -> Entry[HandOverPlan] | None:
    """Return the plan for the last hand-over proposed, or None; one made for an earlier proposal is no plan for it."""
    proposed = proposal(case, day)
    found = [entry for entry in case.of(HandOverPlan) if proposed is not None and entry.on >= proposed.on]
    return found[-1] if found else None


def hand_overs(case: CaseFile, day: date) -> tuple[Entry[Transfer], ...]:
    """Return every hand-over in the child's life, oldest first; proposals that came to nothing are none."""
    return tuple(entry for entry in case.of(Transfer) if not has_ended(entry.body, day))


def came_to_nothing(body: Transfer, day: date) -> bool:
    """Say whether the other agency had refused by a day, or we had taken the proposal back."""
    return has_come(body.refused_on, day) or has_come(body.withdrawn_on, day)


def has_ended(body: Transfer, day: date) -> bool:
    """Say whether a proposal ended without a hand-over: it came to nothing, or child and family declined."""
    return came_to_nothing(body, day) or body.wish is TransferWish.DECLINED


def has_come(when: date | None, day: date) -> bool:
    """Say whether something that has a day had happened by another."""
    return when is not None and when <= day


def consents_for(case: CaseFile, agency: str, day: date) -> tuple[Entry[Consent], ...]:
    """Return the consents to hand the file to an agency that stood on a day."""
    return tuple(entry for entry in _standing(case, day) if agency in entry.body.agencies)


def consents_for_nobody_named(case: CaseFile, day: date) -> tuple[Entry[Consent], ...]:
    """Return the consents to a hand-over that stood on a day and do not say which agency gets the file."""
    return tuple(entry for entry in _standing(case, day) if not entry.body.agencies)


def _standing(case: CaseFile, day: date) -> tuple[Entry[Consent], ...]:
    return tuple(
        entry
        for entry in agreed(case, ConsentPurpose.TRANSFER)
        if entry.on <= day and not is_over(entry, day) and not is_taken_back(case, entry, day)
    )


def may_go(case: CaseFile, proposed: Transfer, day: date) -> MayGo:
    """Say whether the file may go.

    A consent for the hand-over that names no agency leaves it open, and so does a file that nobody has looked at: no
    consent, and no word on what child and family want.
    """
    if proposed.wish is TransferWish.DECLINED:
        return MayGo.MISSING
    if mandate_on(case, day, ConsentPurpose.TRANSFER) is not None or proposed.wish is TransferWish.OVERRULED:
        return MayGo.NOT_NEEDED
    if consents_for(case, proposed.agency, day):
        return MayGo.VALID
    return MayGo.UNKNOWN if consents_for_nobody_named(case, day) or proposed.wish is None else MayGo.MISSING
