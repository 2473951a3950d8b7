"""A conference beside the one before it about the same case: decided then, what became of it, what is new."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.whose import case_as_shown
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.in_case_file import decisions_of
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, lines_that_stand
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.risk import risk

__all__ = ["Beside", "OneConference", "beside"]


class OneConference(msgspec.Struct, frozen=True):
    """One meeting about one case. risk: the letter on that day. actions: those it asked for, as they stand today."""

    meeting: Meeting
    on: date
    risk: str
    came: tuple[str, ...]
    decisions: tuple[str, ...]
    actions: tuple[ActionStanding, ...]
    views: tuple[MinutesLine, ...]
    next_on: date | None


class Beside(msgspec.Struct, frozen=True):
    """A meeting and the one of its kind before it about the case; None where it is the first."""

    case: CaseCode
    present: OneConference
    before: OneConference | None


def beside(desk: Desk, meeting: Meeting, code: CaseCode) -> Beside:
    """Return a meeting about a case beside the one of its kind before it."""
    case = case_as_shown(desk, meeting, code)
    earlier = [
        one
        for one in desk.store.meetings.all()
        if one.kind is meeting.kind and code in one.cases and one.in_time < meeting.in_time
        if one.state is not MeetingState.PLANNED
    ]
    last = max(earlier, key=lambda one: one.in_time, default=None)
    return Beside(code, _read(desk, case, meeting), _read(desk, case, last) if last else None)


def _read(desk: Desk, case: CaseFile, meeting: Meeting) -> OneConference:
    day = meeting.day
    lines = [one for one in lines_that_stand(desk.store.minutes.of(meeting.id)) if one.case == case.code]
    level = risk(case.until(day))
    return OneConference(
        meeting=meeting,
        on=day,
        risk=level.level.letter if level and level.level else "?",
        came=tuple(
            " ".join(part for part in (one.role.label, one.agency) if part)
            for one in meeting.participants
            if one.attendance is Attendance.PRESENT
        ),
        decisions=tuple(one.body.text for one in decisions_of(case, meeting.id)),
        actions=_asked(case, meeting.id),
        views=tuple(one for one in lines if one.kind in {LineKind.CHILD_VIEW, LineKind.CAREGIVER_VIEW}),
        next_on=next((one.on for one in reversed(lines) if one.kind is LineKind.NEXT_DATE and one.on), None),
    )


def _asked(case: CaseFile, meeting: MeetingId) -> tuple[ActionStanding, ...]:
    return tuple(one for one in actions(case) if one.meeting == meeting)
