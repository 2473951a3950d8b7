"""After a meeting: the chair approves the minutes."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

__all__ = ["approve", "may_approve", "to_approve", "waits_for_approval_of"]


def may_approve(desk: Desk, meeting: Meeting) -> str:
    """Return who approves, as it is written down; raises RefusedError where the person at the desk may not.

    The chair does. Where the chair is nobody here, the minute taker notes it in the chair's name. A case management
    meeting without a chair is the supervisor's.
    """
    roles = [ParticipantRole.CHAIR]
    if meeting.kind is MeetingKind.MANAGEMENT:
        roles.append(ParticipantRole.SUPERVISOR)
    chairs = [one for role in roles for one in meeting.participants if one.role is role]
    if not chairs:
        raise _refused(_("Nobody is named as chair of {number}. Name one first.").format(number=meeting.id))
    chair = chairs[0].label
    if chair == desk.person.code:
        return chair
    here = desk.store.people.get(chair)
    takers = {one.label for one in meeting.participants if one.role is ParticipantRole.MINUTE_TAKER}
    if here is None and desk.person.code in takers:
        return chair
    called = desk.short_name(here.code) if here else chair
    raise _refused(_("The minutes are approved by the chair, {chair}.").format(chair=called))


def waits_for_approval_of(desk: Desk, meeting: Meeting) -> bool:
    """Say whether the minutes of a meeting wait for the person at the desk: it is over, and they may approve it."""
    if meeting.state is not MeetingState.CLOSED or meeting.approved_at is not None:
        return False
    try:
        may_approve(desk, meeting)
    except RefusedError:
        return False
    return True


def approve(desk: Desk, number: MeetingId) -> Revised[Meeting]:
    """Approve the minutes of a meeting that is over; from then on they are corrected, never rewritten.

    Raises RefusedError where the meeting is not over, is approved already, or the person may not approve.
    """
    before = to_approve(desk, number)
    who = may_approve(desk, before.value)
    approved = msgspec.structs.replace(before.value, approved_by=who, approved_at=desk.clock())
    return changed(desk, before, approved)


def to_approve(desk: Desk, number: MeetingId) -> Revised[Meeting]:
    """Return a meeting whose minutes the person at the desk may approve now; raises RefusedError as `approve` does."""
    before = seen(desk, number)
    if before.value.state is not MeetingState.CLOSED:
        raise _refused(_("Meeting {number} is not over yet. End it first.").format(number=number))
    if before.value.approved_at is not None:
        raise _refused(_("The minutes of {number} are approved already.").format(number=number))
    may_approve(desk, before.value)
    return before


def _refused(message: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message, "text"),))
