"""Going through the cases of a meeting: one after the other, then a quick round, so that no child is skipped."""

from collections.abc import Iterable, Sequence

import msgspec

from supervisor_tui.casework.caseload import CaseLine, caseload_looked_after
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.preparing import replan_meeting
from supervisor_tui.casework.meetings.whose import ask_invited
from supervisor_tui.casework.opening_files import ask_why
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.store.revised import Revised

__all__ = ["left_to_pass", "neighbour", "pass_case", "spoken_of", "take_on", "the_round"]


def neighbour(cases: Sequence[CaseCode], here: CaseCode | None, by: int) -> CaseCode | None:
    """Return the case that comes after (1) or before (-1) this one, from the ends for none; None beyond the last."""
    place = cases.index(here) + by if here in cases else (0 if by > 0 else len(cases) - 1)
    return cases[place] if 0 <= place < len(cases) else None


def spoken_of(lines: Iterable[MinutesLine]) -> frozenset[CaseCode]:
    """Return the cases about which something stands in the minutes, "no change" included."""
    return frozenset(line.case for line in lines if line.case is not None)


def pass_case(desk: Desk, meeting: Meeting, case: CaseCode, how: LineKind, reason: str = "") -> MinutesLine | None:
    """Write down how a case was passed, where nothing was said about it; None where something was.

    Raises RefusedError where the meeting is over.
    """
    if case in spoken_of(minutes(desk, meeting.id)):
        return None
    return enter(desk, meeting, Said(kind=how, text=reason, case=case))


def left_to_pass(desk: Desk, lines: Iterable[MinutesLine]) -> tuple[CaseCode, ...]:
    """Return the open cases that this person's team carries and about which nothing was said yet, in order of codes."""
    spoken = spoken_of(lines)
    carried = (one for one in desk.looked_after() if one.worker and not one.closed_on)
    return tuple(one.case for one in carried if one.case not in spoken)


def the_round(desk: Desk, number: MeetingId) -> tuple[CaseLine, ...]:
    """Return what is left to pass, caseworker by caseworker, the highest risk and the most that is late first."""
    left = set(left_to_pass(desk, minutes(desk, number)))
    lines = (line for line in caseload_looked_after(desk) if line.summary.case in left)
    return tuple(sorted(lines, key=lambda one: (one.worker_name, one.summary.risk_rank, -one.late, one.summary.case)))


def take_on(desk: Desk, number: MeetingId, codes: Iterable[CaseCode]) -> Revised[Meeting]:
    """Put cases at the end of a meeting's agenda, with the points that belong to them.

    Raises NoSuchCaseError for a code nobody registered, ReasonAsked for a case that is not theirs until they said why,
    RefusedError for a meeting of another team, Conflict where somebody changed the meeting meanwhile.
    """
    before = seen(desk, number)
    ask_invited(desk, before.value)
    for code in codes:
        ask_why(desk, code)
    cases = (*before.value.cases, *codes)
    return replan_meeting(desk, before, msgspec.structs.replace(before.value, cases=cases))
