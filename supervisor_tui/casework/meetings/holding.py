"""Holding a meeting: opened, attended, and closed; what is changed about it names the version that was seen."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.held import note_held
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting, begun
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _


class NoSuchMeetingError(LookupError):
    """Nobody called a meeting of this number."""


class ApprovedAlreadyError(ValueError):
    """The minutes of the meeting are approved, so that it does not go on."""


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

    Raises Conflict if somebody else changed it since it was seen; then nothing is written. Opening and closing it, and
    who came, are no conflict with minutes being written: those are documents of their own.
    """
    return desk.store.meetings.replace(before, after, desk.person.code)


def began(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that the meeting is being held, and on which day where that is another than planned."""
    now = desk.clock()
    meeting = begun(before.value, now)
    began_at = meeting.began_at or now
    return changed(desk, before, msgspec.structs.replace(meeting, state=MeetingState.HELD, began_at=began_at))


def ended(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that the meeting is over, here and in the files of its cases."""
    now = desk.clock()
    over = msgspec.structs.replace(begun(before.value, now), state=MeetingState.CLOSED, ended_at=now)
    with desk.store.transaction():
        saved = changed(desk, before, over)
        note_held(desk, over)
    return saved


def opened_again(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that a meeting which was over goes on.

    Raises ApprovedAlreadyError where the chair approved its minutes: those are corrected, never rewritten.
    """
    if before.value.approved_at is not None:
        message = _("The minutes of {number} are approved. Correct a line instead.")
        raise ApprovedAlreadyError(message.format(number=before.value.id))
    return began(desk, before)
