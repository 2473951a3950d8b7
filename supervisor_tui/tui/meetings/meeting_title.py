"""The line at the head of a meeting: which kind, which case of how many, how many are left to pass."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.meetings.family import part_now
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.minutes import Part
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.meetings.front import Front
from supervisor_tui.wording import _, ngettext

__all__ = ["meeting_title"]


def meeting_title(desk: Desk, front: Front) -> str:
    """Return the title: first of all, in which part of the meeting a line is written.

    Before the family it is without the child's code, the risk and how many others there are.
    """
    meeting = front.meeting
    if front.has_family:
        return " · ".join((meeting.kind.label, day_and_hour(meeting.starts, desk.as_of), _("the family is here")))
    is_closed = part_now(meeting.participants) is Part.CLOSED
    parts = [_("closed part: the family is out")] if is_closed else []
    parts += [meeting.kind.label, *_of_the_case(desk, front)]
    if front.left:
        parts.append(ngettext("{n} case left to pass", "{n} cases left to pass", front.left).format(n=front.left))
    parts.append(day_and_hour(meeting.starts, desk.as_of))
    if meeting.state is not MeetingState.HELD:
        parts.append(meeting.state.label)
    return " · ".join(part for part in parts if part)


def _of_the_case(desk: Desk, front: Front) -> list[str]:
    cases = front.meeting.cases
    if front.case is None or front.view is None:
        return [_("the meeting as a whole, {n} cases").format(n=len(cases))] if cases else []
    number = cases.index(front.case) + 1 if front.case in cases else 0
    level = front.view.risk.level if front.view.risk else None
    return [
        _("case {n} of {m}").format(n=number, m=len(cases)),
        f"{front.case}  {level.letter if level else '?'}",
        front.view.age_band,
        desk.short_name(front.view.worker),
    ]
