"""Who is still missing in a meeting as people arrive, in the words of the guidance in force: quorum and roles."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.meeting_file import meeting_file
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.programme import Standing

__all__ = ["still_missing"]


def still_missing(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """Return what each check of who is there says against it, each once, what decides first.

    It is asked from the day of the meeting on until it is over, counting who is noted as here and not who is expected.
    A case management meeting has no quorum.
    """
    is_going_on = meeting.was_held or meeting.day <= desk.as_of
    if meeting.kind is MeetingKind.MANAGEMENT or meeting.state is MeetingState.CLOSED or not is_going_on:
        return ()
    as_held = msgspec.structs.replace(meeting_file(desk, meeting), meeting=_held(meeting))
    found = desk.host.meetings.check(as_held, desk.as_of, in_the_room=True)
    deciding_first = sorted(found, key=lambda one: one.standing.standing is not Standing.DECIDES)
    answers = (check.answer for one in deciding_first for check in one.checks)
    return tuple(dict.fromkeys(answer.reason for answer in answers if answer.result is Result.FAIL))


def _held(meeting: Meeting) -> Meeting:
    return msgspec.structs.replace(meeting, state=MeetingState.HELD)
