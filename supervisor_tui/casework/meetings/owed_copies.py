"""To whom a copy of the minutes of a conference is due, so that none is forgotten."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.copies import copies_of
from supervisor_tui.domain.meetings.copies import KEEP_THE_MINUTES, OUTCOMES, CopyKind, OwedCopy, SentCopy
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.meetings.participants import Attendance, Participant

__all__ = ["owed_copies"]


def owed_copies(desk: Desk, meeting: Meeting, sent: tuple[SentCopy, ...]) -> tuple[OwedCopy, ...]:
    """Return the copies that are due to those who took part, without who keeps the minutes.

    The files of the cases are read only where something may still be left to send, so that a list of many meetings
    stays quick.
    """
    noted = {copy.to for copy in sent if copy.kind.is_of_minutes}
    others = [one for one in meeting.participants if one.role not in KEEP_THE_MINUTES]
    if any(one.id not in noted for one in others):
        lines = desk.store.minutes.of(meeting.id)
        others = [one for one in others if one.id in noted or _may_get_one(one, lines)]
    if all(one.id in noted for one in others):
        return tuple(OwedCopy(one.id, CopyKind.FULL, holds_decisions=True) for one in others)
    return tuple(
        OwedCopy(one.participant.id, one.kind, one.kind is not CopyKind.CODE and _decides(one.lines))
        for one in copies_of(desk, meeting.id)
        if one.kind is not None and one.participant.role not in KEEP_THE_MINUTES
    )


def _may_get_one(one: Participant, lines: tuple[MinutesLine, ...]) -> bool:
    """Say whether somebody heard a line or has something to do, or was there at all: then it has to be looked at."""
    is_theirs = any(one.id in line.heard_by or line.owner == one.label for line in lines)
    return is_theirs or one.attendance is Attendance.PRESENT


def _decides(lines: tuple[MinutesLine, ...]) -> bool:
    return any(line.kind in OUTCOMES for line in lines)
