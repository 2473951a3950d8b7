"""What was decided about a case before, and what became of it."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import Entry
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.records.note import MeetingDecision


class LastTime(msgspec.Struct, frozen=True):
    """The decisions of the last meeting about a case, and every action of a meeting that is still open.

    ended_actions: what that last meeting asked for and is done or dropped.
    """

    decisions: tuple[Entry[MeetingDecision], ...]
    open_actions: tuple[ActionStanding, ...]
    ended_actions: tuple[ActionStanding, ...]


def last_time(desk: Desk, code: CaseCode, this: MeetingId | None = None) -> LastTime:
    """Return what was left of earlier meetings about a case; actions stay until they are done or dropped.

    this: the meeting that is being held, which is not "last time" however much was decided in it already.
    """
    case = desk.case(code)
    decided = [entry for entry in case.of(MeetingDecision) if entry.body.meeting != this]
    asked = [action for action in actions(case) if action.meeting is not None and action.meeting != this]
    newest = _newest(decided, asked)
    return LastTime(
        tuple(entry for entry in decided if entry.body.meeting == newest),
        tuple(action for action in asked if action.is_open),
        tuple(action for action in asked if action.meeting == newest and not action.is_open),
    )


def _newest(decided: list[Entry[MeetingDecision]], asked: list[ActionStanding]) -> MeetingId | None:
    """Return the meeting in which something was decided or asked for last."""
    days = [(entry.on, entry.body.meeting) for entry in decided]
    days += [(action.decided_on, action.meeting) for action in asked if action.meeting is not None]
    return max(days)[1] if days else None
