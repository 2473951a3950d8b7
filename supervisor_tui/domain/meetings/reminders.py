"""What a reminder of a meeting is about, so that two who speak of the same thing are known to; and what is still open.

A set's schedule of meetings names the thing in the slot of its due item: `slot_of(meeting, TOLD)`.
"""

from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance, Participant

__all__ = [
    "AGENDA",
    "APPROVED",
    "CORRECTIONS",
    "DECISIONS",
    "MINUTES",
    "NEAR",
    "PREPARED",
    "TOLD",
    "agenda_lacks",
    "slot_of",
    "subject",
    "to_prepare",
    "to_tell",
]

NEAR, TOLD, AGENDA, PREPARED = "near", "told", "agenda", "prepared"
APPROVED, DECISIONS, MINUTES, CORRECTIONS = "approved", "decisions", "minutes", "corrections"
_COMING = frozenset({Attendance.INVITED, Attendance.PRESENT})


def slot_of(meeting: Meeting, what: str) -> str:
    """Return the slot of a duty about a meeting; what: one of the words above, or a set's own."""
    return f"{meeting.id}/{what}"


def subject(item: DueItem) -> str:
    """Return what a duty about a meeting is about; "" for one that is about no meeting."""
    return item.slot.rpartition("/")[2] if item.meeting is not None else ""


def to_tell(meeting: Meeting) -> tuple[Participant, ...]:
    """Return who is expected and of whom it is not recorded that they were told."""
    return tuple(one for one in meeting.participants if one.attendance in _COMING and one.notice_on is None)


def to_prepare(meeting: Meeting) -> tuple[Participant, ...]:
    """Return the child and the caregivers who are expected and with whom no talk beforehand is recorded."""
    coming = (one for one in meeting.participants if one.is_family and one.attendance in _COMING)
    return tuple(one for one in coming if one.prepared_on is None)


def agenda_lacks(meeting: Meeting) -> bool:
    """Say whether nobody called the agenda ready, or a case has no point on it."""
    named = {line.case for line in meeting.agenda}
    return meeting.agenda_on is None or any(code not in named for code in meeting.cases)
