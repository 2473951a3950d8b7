"""The line at the head of a meeting: which kind, which case of how many, how many are left to pass.

Where it does not all fit, what is known anyway goes first, so that nothing is cut in the middle.
"""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.whose import is_invited, led_by
from supervisor_tui.domain.meetings.family import part_now
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.minutes import Part
from supervisor_tui.domain.shown_text import cells
from supervisor_tui.tui.meetings.front import Front
from supervisor_tui.tui.meetings.when_held import planned_for, when_it_is
from supervisor_tui.wording import _, ngettext

__all__ = ["meeting_title"]


GOES_FIRST = ("state", "age", "kind", "worker", "planned", "when")
"""What is left out where the line is too short, in this order: the case, its place and what is left stay longest."""


def meeting_title(desk: Desk, front: Front, room: int) -> str:
    """Return the title in so many cells: first of all, in which part of the meeting a line is written.

    Before the family it is without the child's code, the risk and how many others there are.
    """
    parts = {name: words for name, words in _parts(desk, front).items() if words}
    for name in GOES_FIRST:
        if cells(" · ".join(parts.values())) <= room:
            break
        parts.pop(name, None)
    return " · ".join(parts.values())


def _parts(desk: Desk, front: Front) -> dict[str, str]:
    meeting = front.meeting
    when = {"when": when_it_is(meeting, desk.as_of), "planned": planned_for(meeting)}
    if front.has_family:
        return {"kind": meeting.kind.label, **when, "family": _("the family is here")}
    is_closed = part_now(meeting.participants) is Part.CLOSED
    return {
        "part": _("closed part: the family is out") if is_closed else "",
        "whose": "" if is_invited(desk, meeting) else _("meeting of {who}").format(who=led_by(desk, meeting)),
        "kind": meeting.kind.label,
        **_of_the_case(desk, front),
        "left": _left(front.left) if front.left else "",
        **when,
        "state": meeting.state.label if meeting.state is MeetingState.PLANNED else "",
        "over": meeting.state.label if meeting.state is MeetingState.CLOSED else "",
    }


def _left(count: int) -> str:
    return ngettext("{n} case left to pass", "{n} cases left to pass", count).format(n=count)


def _of_the_case(desk: Desk, front: Front) -> dict[str, str]:
    cases = front.meeting.cases
    if front.case is None or front.view is None:
        return {"place": _("the meeting as a whole, {n} cases").format(n=len(cases)) if cases else ""}
    number = cases.index(front.case) + 1 if front.case in cases else 0
    level = front.view.risk.level if front.view.risk else None
    return {
        "place": _("case {n} of {m}").format(n=number, m=len(cases)),
        "case": f"{front.case}  {level.letter if level else '?'}",
        "age": front.view.age_band,
        "worker": desk.short_name(front.view.worker),
    }
