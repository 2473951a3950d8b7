"""Putting cases on the agenda of a meeting that comes: the team's standing one first, else one that was called."""

from collections.abc import Sequence

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.preparing import replan_meeting
from supervisor_tui.casework.meetings.series import next_meeting, standing_ahead
from supervisor_tui.casework.opening_files import ask_why
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.people import Role
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["Coming", "coming_meetings", "put_on_agenda"]


class Coming(msgspec.Struct, frozen=True):
    """A meeting that can take cases up; None is the standing one that is made when it is chosen."""

    meeting: Meeting | None


def coming_meetings(desk: Desk) -> tuple[Coming, ...]:
    """Return the meetings that go on or come, the team's standing one first, then by day.

    Other teams' meetings are left out, and planning meetings, which are about one child each.
    """
    standing = standing_ahead(desk)
    cases = {one.case for one in desk.looked_after()}
    others = sorted(
        (one for one in desk.store.meetings.all() if one != standing and _may_take(desk, one, cases)),
        key=lambda one: (one.starts, one.id),
    )
    leads = Role.SUPERVISOR in desk.person.roles
    first = (Coming(standing),) if standing is not None or leads else ()
    return (*first, *(Coming(one) for one in others))


def put_on_agenda(desk: Desk, number: MeetingId | None, codes: Sequence[CaseCode]) -> Meeting:
    """Put cases on a meeting's agenda, behind those that stand there; None is the team's standing meeting.

    Raises RefusedError for a meeting that is over or about one child's plan, NoSuchCaseError for a wrong code,
    ReasonAsked for a case that is not theirs, NoSuchMeetingError for a wrong number and Conflict as usual. Then nothing
    is changed.
    """
    for code in codes:
        ask_why(desk, code)
    before = seen(desk, next_meeting(desk).id if number is None else number)
    meeting = before.value
    if meeting.state is MeetingState.CLOSED:
        raise _refused(_("Meeting {number} is over, so nothing more is put on its agenda.").format(number=meeting.id))
    if meeting.kind is MeetingKind.PLANNING:
        raise _refused(_("{number} is a case planning meeting: it is about one child.").format(number=meeting.id))
    cases = tuple(dict.fromkeys((*meeting.cases, *codes)))
    if cases == meeting.cases:
        return meeting
    return replan_meeting(desk, before, msgspec.structs.replace(meeting, cases=cases)).value


def _may_take(desk: Desk, meeting: Meeting, cases: set[CaseCode]) -> bool:
    if meeting.kind is MeetingKind.PLANNING or meeting.state is MeetingState.CLOSED:
        return False
    is_coming = meeting.state is MeetingState.HELD or meeting.day >= desk.clock().date()
    takes_part = any(one.label == desk.person.code for one in meeting.participants)
    return is_coming and (takes_part or bool(cases & set(meeting.cases)))


def _refused(message: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message, "meeting"),))
