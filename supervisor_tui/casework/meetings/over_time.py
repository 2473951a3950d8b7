"""Meetings over time: how long actions take, conferences that decided nothing, cases spoken of without movement.

They ask about the work of meetings; none of them speaks of a person.
"""

from collections.abc import Iterable
from datetime import timedelta
from statistics import median_low

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.in_case_file import conferences, decisions_of
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, lines_that_stand
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.records.plan import ActionStatus
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _

__all__ = ["TIMES", "meeting_figures", "without_movement"]

TIMES = 3
"""How many meetings in a row without movement are worth a question (ours)."""

MOVES = frozenset({LineKind.DECISION, LineKind.ACTION, LineKind.RISK, LineKind.FOLLOW_UP, LineKind.NEXT_DATE})
"""What moves a case on; a note, "no change" and "put off" do not."""


def meeting_figures(desk: Desk, cases: Iterable[CaseFile]) -> tuple[Figure, ...]:
    """Return the figures on meetings about these cases, each with the cases behind it."""
    held = tuple(cases)
    meetings = {one.id: one for one in desk.store.meetings.all()}
    return (
        *_conferences(held),
        _stuck(desk, held, meetings),
        *_durations(desk, held, meetings),
    )


def without_movement(lines: Iterable[MinutesLine], meetings: dict[MeetingId, Meeting]) -> bool:
    """Say whether the last meetings that took up a case, as many as `TIMES`, all left it where it was.

    lines: the lines about the case that stand, of all meetings.
    """
    moved: dict[MeetingId, bool] = {}
    for line in lines:
        moved[line.meeting] = moved.get(line.meeting, False) or line.kind in MOVES
    over = [one for one in moved if one in meetings and meetings[one].state is MeetingState.CLOSED]
    last = sorted(over, key=lambda one: meetings[one].in_time)[-TIMES:]
    return len(last) == TIMES and not any(moved[one] for one in last)


def _conferences(cases: tuple[CaseFile, ...]) -> tuple[Figure, ...]:
    with_one: set[CaseCode] = set()
    undecided: set[CaseCode] = set()
    for case in cases:
        try:
            known = [one for one in conferences(case) if one.meeting is not None]
            silent = [one for one in known if one.meeting is not None and not decisions_of(case, one.meeting)]
        except UnreadableRecordError:
            continue
        if known:
            with_one.add(case.code)
        if silent:
            undecided.add(case.code)
    return (
        Figure(_("cases with a conference"), tuple(sorted(with_one)), slot="conferences"),
        Figure(
            _("cases with a conference that decided nothing"),
            tuple(sorted(undecided)),
            slot="undecided",
            question=_("What was missing for a decision?") if undecided else "",
        ),
    )


def _stuck(desk: Desk, cases: tuple[CaseFile, ...], meetings: dict[MeetingId, Meeting]) -> Figure:
    stuck = tuple(
        case.code
        for case in cases
        if without_movement(lines_that_stand(desk.store.minutes.of_case(case.code)), meetings)
    )
    title = _("cases spoken of {n} times in a row without movement").format(n=TIMES)
    return Figure(title, stuck, slot="stuck", question=_("Who could move it?") if stuck else "")


def _durations(desk: Desk, cases: tuple[CaseFile, ...], meetings: dict[MeetingId, Meeting]) -> tuple[Figure, ...]:
    """Return how many days actions of meetings took until done, the middle one, by agency and by kind of meeting."""
    by: dict[tuple[str, str], list[tuple[CaseCode, timedelta]]] = {}
    for case in cases:
        for action, meeting in _done(case, meetings):
            took = (action.ended_on or action.decided_on) - action.decided_on
            agency = _agency(desk, action, meeting)
            for key in (("agency", agency), ("kind", meeting.kind.label)):
                by.setdefault(key, []).append((case.code, took))
    return tuple(_duration(how, name, found) for (how, name), found in sorted(by.items()))


def _done(case: CaseFile, meetings: dict[MeetingId, Meeting]) -> Iterable[tuple[ActionStanding, Meeting]]:
    try:
        standing = actions(case)
    except UnreadableRecordError:
        return
    for action in standing:
        if action.status is ActionStatus.DONE and action.meeting in meetings and action.ended_on is not None:
            yield action, meetings[action.meeting]


def _agency(desk: Desk, action: ActionStanding, meeting: Meeting) -> str:
    owner = action.action.owner
    if any(person.code == owner for person in desk.store.people.all()):
        return _("this agency")
    named = next((one.agency for one in meeting.participants if one.label == owner and one.agency), "")
    return named or _("agency not recorded")


def _duration(how: str, name: str, found: list[tuple[CaseCode, timedelta]]) -> Figure:
    titles = {
        "agency": _("actions done by {name}: days from decision to done, the middle of {n}"),
        "kind": _("actions of a {name}: days from decision to done, the middle of {n}"),
    }
    return Figure(
        titles[how].format(name=name, n=len(found)),
        tuple(sorted({code for code, _took in found})),
        measured=median_low(took.days for _code, took in found),
        unit=_("days"),
        slot=f"{how}.{name}",
    )
