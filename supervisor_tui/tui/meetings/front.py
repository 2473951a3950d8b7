"""What stands in front of a meeting: the case with its findings, what was left of last time, the lines so far."""

import msgspec

from supervisor_tui.casework.case_view import CaseView, case_view
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.going_through import left_to_pass
from supervisor_tui.casework.meetings.last_time import LastTime, last_time
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.proposing import Proposal, proposals
from supervisor_tui.casework.meetings.whose import case_as_shown
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.family import family_in_the_room
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.store.revised import Revised
from supervisor_tui.tui.meetings.missing_line import missing_now

__all__ = ["Front", "read_front"]


class Front(msgspec.Struct, frozen=True):
    """The meeting as it stands, the case in front, what was left of last time, and the lines written so far.

    proposed: cases that want discussing, while a case management meeting has none on its agenda.
    missing: who is still missing, in the words of the guidance in force.
    left: how many open cases of the team nobody has spoken about yet; None where the meeting is not about all of them.
    """

    seen: Revised[Meeting]
    case: CaseCode | None
    view: CaseView | None
    before: LastTime | None
    lines: tuple[MinutesLine, ...]
    proposed: tuple[Proposal, ...] = ()
    left: int | None = None
    missing: tuple[str, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        return self.seen.value

    @property
    def has_family(self) -> bool:
        """Whether the family is in the room and sees the screen."""
        return family_in_the_room(self.meeting.participants)


def read_front(desk: Desk, seen: Revised[Meeting], case: CaseCode | None) -> Front:
    """Read what the screen shows, for the case in front or for the meeting as a whole."""
    meeting = seen.value
    written = minutes(desk, meeting.id)
    left = len(left_to_pass(desk, written)) if meeting.kind is MeetingKind.MANAGEMENT else None
    lines = tuple(line for line in written if case is None or line.case in {case, None})
    if case is not None:
        view = case_view(desk, case_as_shown(desk, meeting, case))
        before = last_time(desk, case, meeting.id)
        return Front(seen, case, view, before, lines, left=left, missing=missing_now(desk, meeting))
    wants_cases = meeting.kind is MeetingKind.MANAGEMENT and not meeting.cases
    asks = wants_cases and meeting.state is not MeetingState.CLOSED
    proposed = proposals(desk) if asks else ()
    return Front(seen, None, None, None, lines, proposed, left, missing_now(desk, meeting))
