"""What a meeting still needs: the checks of the sets in force, what is open first, what is in order counted."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.meeting_file import meeting_file
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.reviews import CheckAnswer, SetFindings
from supervisor_tui.guidance.rules import Strength

__all__ = ["MeetingNeeds", "Need", "meeting_needs", "worst_first"]

_ORDER = (Result.FAIL, Result.UNKNOWN)


class Need(msgspec.Struct, frozen=True):
    """A check that is not in order, and the set that asks it."""

    set: GuidanceSet
    check: CheckAnswer

    @property
    def only_advises(self) -> bool:
        """Whether the meeting may go on without it."""
        return self.check.rule.strength is Strength.WARNS


class MeetingNeeds(msgspec.Struct, frozen=True):
    """Everything the sets in force say of a meeting.

    open: not in order or not known, what must be before what advises. in_order, not_asked: folded, with their count.
    findings: the answers of every set, never merged into one.
    """

    open: tuple[Need, ...]
    in_order: tuple[Need, ...]
    not_asked: int
    findings: tuple[SetFindings, ...]


def meeting_needs(desk: Desk, meeting: Meeting) -> MeetingNeeds:
    """Return what the meeting still needs, as it stands on the day asked about."""
    findings = desk.host.meetings.check(meeting_file(desk, meeting), desk.as_of)
    answered = [Need(found.set, check) for found in findings for check in found.checks]
    return MeetingNeeds(
        open=worst_first(answered),
        in_order=tuple(one for one in answered if one.check.answer.result is Result.PASS),
        not_asked=sum(1 for one in answered if one.check.answer.result is Result.NA),
        findings=findings,
    )


def worst_first(answered: Iterable[Need]) -> tuple[Need, ...]:
    """Return what is not in order, then what is not known; in each what must be before what advises."""
    waiting = (one for one in answered if one.check.answer.result in _ORDER)
    return tuple(sorted(waiting, key=_urgency))


def _urgency(need: Need) -> tuple[int, bool, str, int]:
    return (_ORDER.index(need.check.answer.result), need.only_advises, need.set.id, need.check.rule.order)
