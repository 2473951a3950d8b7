"""A line that was taken back and not changed since is not saved again by going on: nobody has said it anew."""

from dataclasses import replace

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.risk import risk
from tests.tui.at_the_screen import press
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import TickingClock, a_conference, in_meeting, in_the_line, written


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


@pytest.mark.parametrize("key", ["ctrl+n", "f7"])
async def test_a_risk_taken_back_stays_taken_back_when_one_goes_on(desk: Desk, key: str) -> None:
    before = risk(desk.case(CaseCode("C-0048")))
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048", "C-0062")) as pilot:
        await press(pilot, "=:C-0048", "enter", "=n calm", "enter", "=r medium father stopped", "enter", "f8")
        assert in_the_line(pilot) == "r medium father stopped"
        await press(pilot, key)
        assert "taken back and not saved again: r medium father stopped" in screen_text(pilot)
        await press(pilot, "=:C-0048", "enter")
        assert in_the_line(pilot) == ""
    assert written(desk) == [(LineKind.NOTE, "calm")]
    assert risk(desk.case(CaseCode("C-0048"))) == before


async def test_words_that_were_mended_are_saved_by_going_on(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        await press(pilot, "=a find a shelter", "tab", "=leila", "tab", "=wed", "enter", "f8", "=s", "ctrl+n")
        assert "not saved again" not in screen_text(pilot)
    assert [(line.text, line.case) for line in minutes(desk, MeetingId("M-0001"))] == [("find a shelters", "C-0117")]


async def test_every_field_of_a_line_taken_back_is_known_again(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        await press(pilot, "=a find a shelter", "tab", "=leila", "tab", "=wed", "tab", "=N2", "enter", "f8", "ctrl+n")
    assert written(desk) == [(LineKind.NO_CHANGE, "")]
