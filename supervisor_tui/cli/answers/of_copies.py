"""The answer about the copies of minutes."""

from datetime import date

import msgspec

from supervisor_tui.casework.meetings.copies import CopyLine
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.copies import SentCopy

__all__ = ["CopiesAnswer", "copies_answer"]


class SentAnswer(msgspec.Struct, frozen=True):
    """A copy that was sent, or is not and why; version is how many corrections it held."""

    kind: str
    sent_on: date
    by: str
    version: int
    not_sent_because: str | None


class CopyAnswer(msgspec.Struct, frozen=True):
    """What one participant gets; kind is null for no copy."""

    to: str
    role: str
    agency: str | None
    kind: str | None
    why: str
    lines: int
    sent: tuple[SentAnswer, ...]


class CopiesAnswer(msgspec.Struct, frozen=True):
    """Who gets which copy of the minutes of a meeting."""

    meeting: str
    copies: tuple[CopyAnswer, ...]


def _sent(copy: SentCopy) -> SentAnswer:
    return SentAnswer(copy.kind.value, copy.sent_on, copy.by, copy.version, copy.not_sent_because or None)


def copies_answer(number: MeetingId, found: tuple[CopyLine, ...]) -> CopiesAnswer:
    """Return the copies as JSON gives them."""
    return CopiesAnswer(
        number,
        tuple(
            CopyAnswer(
                one.participant.id,
                one.participant.role.value,
                one.participant.agency or None,
                one.kind.value if one.kind else None,
                one.why,
                len(one.lines),
                tuple(_sent(copy) for copy in one.sent),
            )
            for one in found
        ),
    )
