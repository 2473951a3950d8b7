"""What a meeting that took place leaves in each of its case files: that it was held, and who came."""

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.domain.records.note import MeetingHeld

__all__ = ["as_held", "cases_told"]


def as_held(meeting: Meeting) -> MeetingHeld:
    """Return the record of a meeting that was held: its kind and purpose, and the roles and bodies that came."""
    came = [one for one in meeting.participants if one.attendance is Attendance.PRESENT]
    return MeetingHeld(
        kind=meeting.kind,
        meeting=meeting.id,
        purpose=meeting.purpose,
        roles=tuple(sorted({one.role for one in came})),
        bodies=tuple(sorted({one.body for one in came if one.body is not None})),
    )


def cases_told(meeting: Meeting) -> tuple[CaseCode, ...]:
    """Return the cases whose files say that the meeting was held.

    A management meeting goes through the whole caseload, so that its files hold only what it decided.
    """
    return () if meeting.kind is MeetingKind.MANAGEMENT else meeting.cases
