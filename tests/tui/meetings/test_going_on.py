"""Going from case to case in the team's meeting: nothing comes back by itself, nobody is passed by one key too many."""

from dataclasses import replace

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.risk import risk
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.tui.at_the_screen import press
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import TUESDAY, TickingClock, in_meeting, in_the_line, shows


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


def a_weekly_meeting(desk: Desk, *codes: str) -> Meeting:
    return plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=[CaseCode(code) for code in codes])


async def test_what_was_taken_back_stays_taken_back_when_the_next_case_comes(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062", "C-0048")
    level = risk(desk.case(CaseCode("C-0062")))
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=r medium the father stopped drinking", "enter", "f8")
        assert in_the_line(pilot) == "r medium the father stopped drinking"
        await press(pilot, "ctrl+n")
        assert "case 2 of 2 · C-0048" in screen_text(pilot)
        await press(pilot, "f7")
        assert in_the_line(pilot) == ""
    assert [line.kind for line in minutes(desk, meeting.id)] == [LineKind.NO_CHANGE]
    assert risk(desk.case(CaseCode("C-0062"))) == level


async def test_while_a_line_is_begun_none_is_taken_back(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=d goes to school because near", "enter", "=n the aunt", "f8")
        assert "A line is begun. Enter saves it, or ^U takes it away" in screen_text(pilot)
        assert in_the_line(pilot) == "n the aunt"
    assert [line.text for line in minutes(desk, meeting.id)] == ["goes to school"]


async def test_words_changed_after_a_line_was_taken_back_are_saved_as_before(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062", "C-0048")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=n asks for schol", "enter", "f8", "backspace", "=ol", "ctrl+n")
    assert [line.text for line in minutes(desk, meeting.id)] == ["asks for school"]


async def test_letters_typed_on_the_page_begin_a_line_and_open_nothing(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=n first", "enter", "tab")
        assert pilot.app.screen.focused is not None
        assert pilot.app.screen.focused.id == "page"
        await press(pilot, "n", "=  2 teachers ask", "enter")
        assert shows(pilot, MeetingScreen)
    assert [line.text for line in minutes(desk, meeting.id)] == ["first", "2 teachers ask"]


async def test_a_case_that_presses_is_passed_in_front_only_after_a_second_key(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0117", "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+n")
        assert "C-0117: danger, or high risk with something late. The same key again: no change." in screen_text(pilot)
        assert minutes(desk, meeting.id) == ()
        await press(pilot, "ctrl+n", "ctrl+n")
    assert [(line.case, line.kind) for line in minutes(desk, meeting.id)] == [
        ("C-0117", LineKind.NO_CHANGE),
        ("C-0062", LineKind.NO_CHANGE),
    ]


async def test_what_the_child_is_to_be_told_is_proposed_again_on_coming_back(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062", "C-0048")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=d goes to the new school because near", "enter", "=:C-0048", "enter", "f7")
        assert in_the_line(pilot) == "a tell the child what was decided"
        await press(pilot, "ctrl+n")
        assert "The child is to be told: the same key again keeps this" in screen_text(pilot)
        await press(pilot, "ctrl+n")
        assert "case 2 of 2 · C-0048" in screen_text(pilot)
    assert [line.kind for line in minutes(desk, meeting.id)] == [LineKind.DECISION, LineKind.ACTION]
