"""Holding a meeting: opened, attended, and closed; what is changed about it names the version that was seen."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meeting import Attendance, Meeting, MeetingState, Participant
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _


class NoSuchMeetingError(LookupError):
    """Nobody called a meeting of this number."""


def seen(desk: Desk, number: MeetingId) -> Revised[Meeting]:
    """Return a meeting as it stands, to be handed back when it is changed.

    Raises NoSuchMeetingError if there is none.
    """
    found = desk.store.meetings.seen(number)
    if found is None:
        message = _("There is no meeting {number}. List them with: supervisor-tui meeting list")
        raise NoSuchMeetingError(message.format(number=number))
    return found


def changed(desk: Desk, before: Revised[Meeting], after: Meeting) -> Revised[Meeting]:
    """Save a meeting that was changed.

    Raises Conflict if somebody else changed it since it was seen; then nothing is written.
    """
    return desk.store.meetings.replace(before, after, desk.person.code)


def began(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that the meeting is being held."""
    return changed(desk, before, msgspec.structs.replace(before.value, state=MeetingState.HELD))


def ended(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that the meeting is over."""
    return changed(desk, before, msgspec.structs.replace(before.value, state=MeetingState.CLOSED))


def arrived(desk: Desk, before: Revised[Meeting], place: int, *, signed: bool) -> Revised[Meeting]:
    """Note that a participant (by place in the list) is present, and whether they signed confidentiality."""
    who = before.value.participants[place]
    day = desk.clock().date()
    present = msgspec.structs.replace(who, attendance=Attendance.PRESENT, signed_on=day if signed else who.signed_on)
    return changed(desk, before, _with(before.value, place, present))


def _with(meeting: Meeting, place: int, who: Participant) -> Meeting:
    people = (*meeting.participants[:place], who, *meeting.participants[place + 1 :])
    return msgspec.structs.replace(meeting, participants=people)
