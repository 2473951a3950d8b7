"""Telling the child what was decided: an action of its own, proposed by itself once something is decided."""

from collections.abc import Sequence
from datetime import timedelta

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said
from supervisor_tui.casework.meetings.who import caseworker_of
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import CHILD_IS_TOLD, LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.wording import _

__all__ = ["telling_proposed"]

SOON = timedelta(days=2)


def telling_proposed(desk: Desk, meeting: Meeting, lines: Sequence[MinutesLine], case: CaseCode) -> Said | None:
    """Return the action by which the child is told of the last decision about a case.

    None where nothing was decided, where the child heard it, and where it stands in the minutes already.
    """
    children = {one.id for one in meeting.participants if one.role is ParticipantRole.CHILD}
    about = [line for line in lines if line.case == case]
    decided = [place for place, line in enumerate(about) if line.kind is LineKind.DECISION]
    if not decided or children & set(about[decided[-1]].heard_by):
        return None
    if any(line.kind is LineKind.ACTION and line.need == CHILD_IS_TOLD for line in about[decided[-1] :]):
        return None
    return Said(
        kind=LineKind.ACTION,
        text=_("tell the child what was decided"),
        case=case,
        owner=caseworker_of(desk, case),
        due_on=desk.clock().date() + SOON,
        need=CHILD_IS_TOLD,
    )
