"""Meetings over time: actions until done, conferences without a decision, cases without movement, two side by side."""

from datetime import datetime, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.beside import beside
from supervisor_tui.casework.meetings.holding import began, changed, ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.over_time import TIMES, meeting_figures
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.guidance.figures import Figure

CODE = CaseCode("C-0117")
MONDAY = datetime.fromisoformat("2026-11-02T09:00+03:00")


def held(desk: Desk, kind: MeetingKind, week: int, *said: Said) -> Meeting:
    """Hold a meeting about the case in a week of November, end it, and return it."""
    starts = MONDAY + timedelta(weeks=week)
    meeting = plan_meeting(desk, kind, starts, cases=[CODE])
    before = seen(desk, meeting.id)
    changed(desk, before, msgspec.structs.replace(before.value, held_on=starts.date()))
    began(desk, seen(desk, meeting.id))
    for one in said:
        enter(desk, meeting, one)
    ended(desk, seen(desk, meeting.id))
    return meeting


def figure(desk: Desk, slot: str) -> Figure:
    return next(one for one in meeting_figures(desk, [desk.case(CODE)]) if one.slot == slot)


def no_change() -> Said:
    return Said(kind=LineKind.NO_CHANGE, text="", case=CODE)


def test_a_case_left_where_it_was_three_times_in_a_row_is_asked_about(desk: Desk) -> None:
    for week in range(TIMES - 1):
        held(desk, MeetingKind.MANAGEMENT, week, no_change())
    assert figure(desk, "stuck").cases == ()
    held(desk, MeetingKind.MANAGEMENT, TIMES, no_change())
    assert figure(desk, "stuck").cases == (CODE,)


def test_an_action_is_a_movement(desk: Desk) -> None:
    for week in range(TIMES - 1):
        held(desk, MeetingKind.MANAGEMENT, week, no_change())
    held(desk, MeetingKind.MANAGEMENT, TIMES, Said(kind=LineKind.ACTION, text="call the aunt", case=CODE))
    assert figure(desk, "stuck").cases == ()


def test_a_conference_that_decided_nothing_is_named(desk: Desk) -> None:
    held(desk, MeetingKind.CONFERENCE, 0, Said(kind=LineKind.NOTE, text="talked", case=CODE))
    assert figure(desk, "undecided").cases == (CODE,)


def test_a_conference_that_decided_is_not(desk: Desk) -> None:
    held(desk, MeetingKind.CONFERENCE, 0, Said(kind=LineKind.DECISION, text="stay", case=CODE, reason="safe"))
    assert (figure(desk, "conferences").cases, figure(desk, "undecided").cases) == ((CODE,), ())


def test_days_until_an_action_is_done_are_told_by_agency_and_by_kind_of_meeting(desk: Desk) -> None:
    today = desk.clock().date()
    meeting = held(desk, MeetingKind.CONFERENCE, 0, Said(kind=LineKind.ACTION, text="call", case=CODE, owner="W-04"))
    number = next(one.action.action for one in actions(desk.case(CODE)) if one.meeting == meeting.id)
    save(desk, CODE, [Draft(ActionOutcome(action=number, status=ActionStatus.DONE), today)])
    found = figure(desk, "agency.this agency")
    assert (found.value, found.unit, found.cases) == (0, "days", (CODE,))
    assert figure(desk, "kind.case conference").value == 0


def test_a_conference_stands_beside_the_one_of_its_kind_before_it(desk: Desk) -> None:
    first = held(
        desk,
        MeetingKind.CONFERENCE,
        0,
        Said(kind=LineKind.DECISION, text="stay with the aunt", case=CODE, reason="safe"),
        Said(kind=LineKind.ACTION, text="ask the school", case=CODE, owner="W-04"),
    )
    held(desk, MeetingKind.MANAGEMENT, 1, no_change())
    second = plan_meeting(desk, MeetingKind.CONFERENCE, MONDAY + timedelta(weeks=2), cases=[CODE])
    found = beside(desk, second, CODE)
    assert found.before is not None
    assert (found.before.meeting.id, found.before.decisions) == (MeetingId(first.id), ("stay with the aunt",))
    assert [one.action.text for one in found.before.actions] == ["ask the school"]
    assert found.present.decisions == ()
    assert beside(desk, first, CODE).before is None
