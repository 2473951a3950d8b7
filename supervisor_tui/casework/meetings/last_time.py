"""What was decided about a case before, and what became of it."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import Entry
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.records.note import MeetingDecision


class LastTime(msgspec.Struct, frozen=True):
    """The decisions of the last meeting about a case, and every action of a meeting that is still open."""

    decisions: tuple[Entry[MeetingDecision], ...]
    open_actions: tuple[ActionStanding, ...]


def last_time(desk: Desk, code: CaseCode) -> LastTime:
    """Return what was left of earlier meetings about a case; actions stay until they are done or dropped."""
    case = desk.case(code)
    decided = case.of(MeetingDecision)
    newest = decided[-1].body.meeting if decided else None
    return LastTime(
        tuple(entry for entry in decided if entry.body.meeting == newest),
        tuple(action for action in actions(case) if action.meeting is not None and action.is_open),
    )
