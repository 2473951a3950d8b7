"""With the cursor in the list, what is typed goes into the line: no letter runs as a command of the application."""

from dataclasses import replace

import pytest
from textual.events import Paste

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import ended, seen
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.tui.caseload.caseload_screen import CaseloadScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.at_the_screen import press, settled
from tests.tui.meetings.called import TickingClock, a_conference, burst, in_meeting, in_the_line, shows, written


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


async def test_letters_and_digits_on_the_list_stand_in_the_line(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "tab", "=2 visits a week, t n /", "enter")
        assert shows(pilot, MeetingScreen)
    assert written(desk) == [(LineKind.NOTE, "2 visits a week, t n /")]


async def test_keys_that_come_fast_on_the_list_keep_their_order(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "tab")
        await burst(pilot, "=n the clinic will be asked", "enter", "=g a chair")
        assert in_the_line(pilot) == "g a chair"
    assert written(desk) == [(LineKind.NOTE, "the clinic will be asked")]


async def test_what_is_pasted_on_the_list_stands_behind_what_was_begun(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=n calm ")
        pilot.app.screen.query_one("#page", WorkList).focus()
        await pilot.pause()
        pilot.app.post_message(Paste("at home"))
        await settled(pilot)
        assert in_the_line(pilot) == "n calm at home"


async def test_back_from_a_form_one_types_into_the_line(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        page = pilot.app.screen.query_one("#page", WorkList)
        page.focus()
        page.go_to(next(line.key for group in page.groups for line in group.lines if line.way is not None))
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        await press(pilot, "escape")
        assert not page.has_focus
        await press(pilot, "=n child comes")
        assert in_the_line(pilot) == "n child comes"


async def test_a_meeting_that_is_over_takes_no_line_and_a_digit_leads_on(desk: Desk) -> None:
    meeting = a_conference(desk)
    ended(desk, seen(desk, MeetingId("M-0001")))
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "tab", "2")
        assert shows(pilot, CaseloadScreen)
