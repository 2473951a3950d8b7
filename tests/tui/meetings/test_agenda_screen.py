"""The agenda put right by hand: moved, timed, added, struck, ready; each change is kept at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.agenda_by_hand import point_timed
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.paper_kit import meeting_kit
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.tui.main_screens import MEETINGS
from supervisor_tui.tui.meetings.agenda_screen import AgendaScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.tui.agency import AMOS
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, press, settled, told
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import TUESDAY, a_conference, in_meeting, shows


def a_weekly_meeting(desk: Desk) -> Meeting:
    """Call the team's meeting about two cases of Amos and one of Leila, Leila's between them."""
    cases = [CaseCode(code) for code in ("C-0117", "C-0062", "C-0048")]
    return plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=cases)


def agenda(desk: Desk, meeting: Meeting) -> list[tuple[str | None, str, int | None]]:
    """Return the points as they are kept: the case, the words, the minutes."""
    return [(line.case, line.text, line.minutes) for line in seen(desk, meeting.id).value.agenda]


async def test_the_weekly_agenda_goes_by_caseworker_and_stays_so(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk)
    assert [(line.by, line.case) for line in meeting.agenda] == [
        ("W-04", "C-0117"),
        ("W-04", "C-0048"),
        ("W-05", "C-0062"),
    ]
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+r")
        assert shows(pilot, AgendaScreen)
        assert screen_text(pilot).index("Amos") < screen_text(pilot).index("Leila")

        await press(pilot, "d")
        assert seen(desk, meeting.id).value.cases == ("C-0048", "C-0117", "C-0062")
        await press(pilot, "d")
        assert seen(desk, meeting.id).value.cases == ("C-0062", "C-0048", "C-0117")
        await press(pilot, "u", "escape")
        assert shows(pilot, MeetingScreen)
    assert seen(desk, meeting.id).value.cases == ("C-0062", "C-0117", "C-0048")


async def test_times_are_added_up_against_the_time_there_is(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk)
    before = seen(desk, meeting.id)
    desk.store.meetings.replace(before, msgspec.structs.replace(before.value, planned_minutes=60), desk.person.code)
    async with at_desk(desk, start=MEETINGS) as pilot:
        await press(pilot, "e", "m", "=10", "enter")
        assert "10 of 60 minutes, 2 points without a time" in screen_text(pilot)
        await press(pilot, "enter", "ctrl+u", "=soon", "enter")
        assert "Type a number of minutes, such as 10." in screen_text(pilot)
    assert "10 of 60 minutes, 2 points without a time" in meeting_kit(desk, meeting.id).markdown
    assert "1. C-0117: How it stands (10 min)" in minutes_on_paper(desk, meeting.id).markdown


async def test_points_are_added_and_struck_and_a_change_is_taken_back(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+r", "a", "=school fees", "enter", "enter")
        assert agenda(desk, meeting)[2] == ("C-0117", "school fees", None)
        await press(pilot, "home", "x")
        assert [one[0] for one in agenda(desk, meeting)] == ["C-0048", "C-0117", "C-0062"]
        assert "Struck: How it stands. z brings it back." in told(pilot)
        await press(pilot, "z", "z", "z")
        assert "There is no change of yours to take back here." in told(pilot)
        assert agenda(desk, meeting) == [(line.case, line.text, line.minutes) for line in meeting.agenda]
        await press(pilot, "a", "=first aid box", "tab", "ctrl+u", "enter")
    assert agenda(desk, meeting)[-1] == (None, "first aid box", None)
    assert len(agenda(desk, meeting)) == len(meeting.agenda) + 1


async def test_a_change_is_taken_back_after_the_agenda_was_left_and_opened_again(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+r", "x", "escape", "ctrl+r", "z")
    assert seen(desk, meeting.id).value == meeting
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+r", "x", "d", "escape")
        point_timed(replace(desk, person=AMOS), seen(desk, meeting.id), 1, 15)
        await press(pilot, "ctrl+r", "z")
        assert "The agenda was changed since your last change, so that one stays. Mend it by hand." in told(pilot)


async def test_r_says_that_the_agenda_is_ready_and_takes_it_back(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+r", "r")
        assert seen(desk, meeting.id).value.agenda_on == date(2026, 11, 21)
        assert "ready since 2026-11-21" in screen_text(pilot)
        await press(pilot, "r")
    assert seen(desk, meeting.id).value.agenda_on is None


async def test_a_point_that_somebody_else_changed_meanwhile_is_left_alone(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+r")
        point_timed(desk, seen(desk, meeting.id), 1, 15)
        await press(pilot, "x")
        assert "Somebody else changed the agenda meanwhile; look again." in told(pilot)
    assert len(agenda(desk, meeting)) == len(meeting.agenda)


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_screen_looks_as_it_did(desk: Desk, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    meeting = a_weekly_meeting(desk)
    point_timed(desk, seen(desk, meeting.id), 1, 10)

    async def open_agenda(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(AgendaScreen(meeting.id))
        await settled(pilot)

    assert snap_compare(an_app(desk), terminal_size=size, run_before=open_agenda)
