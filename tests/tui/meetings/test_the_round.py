"""Every open case of the team is passed: on the agenda one after the other, the rest in a quick round."""

from dataclasses import replace

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.tui.agency import AMOS
from tests.tui.at_the_screen import NARROW, line_with, press
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import (
    TUESDAY,
    TickingClock,
    a_conference,
    in_meeting,
    in_the_line,
    shows,
    written,
)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


def a_weekly_meeting(desk: Desk, *codes: str) -> Meeting:
    return plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=[CaseCode(code) for code in codes])


def said(desk: Desk, meeting: Meeting) -> list[tuple[str | None, LineKind]]:
    return [(line.case, line.kind) for line in minutes(desk, meeting.id)]


async def test_the_head_counts_what_is_left_and_the_round_leaves_nobody_out(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0117")
    async with in_meeting(desk, meeting) as pilot:
        assert "4 cases left to pass" in screen_text(pilot)
        await press(pilot, "ctrl+n", "ctrl+n")
        assert "F3 is the round of the other 3 open cases." in screen_text(pilot)
        await press(pilot, "f3")
        assert "3 open cases left to pass" in screen_text(pilot)
        await press(pilot, "n", "n")
        assert "C-0093: danger, or high risk with something late." in screen_text(pilot)
        assert "2 open cases left to pass" in screen_text(pilot)
        await press(pilot, "n")
        assert "1 open case left to pass" in screen_text(pilot)
        await press(pilot, "n")
        assert "Every open case of the team was passed." in screen_text(pilot)
        await press(pilot, "escape")
        assert "left to pass" not in line_with(pilot, "case management meeting")
    assert said(desk, meeting) == [
        (CaseCode(code), LineKind.NO_CHANGE) for code in ("C-0117", "C-0048", "C-0093", "C-0062")
    ]
    assert seen(desk, meeting.id).value.cases == (CaseCode("C-0117"),)


async def test_a_case_is_raised_from_the_round_and_stands_in_front(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0117")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f3", "down", "r")
        assert shows(pilot, MeetingScreen)
        assert "case 2 of 2 · C-0117" not in screen_text(pilot)
        assert "case 2 of 2" in screen_text(pilot)
    assert len(seen(desk, meeting.id).value.cases) == 2


async def test_a_slip_in_the_round_is_taken_back(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0117")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f3", "u")
        assert "Nothing was written in this round yet." in screen_text(pilot)
        await press(pilot, "n", "n", "n", "u")
        assert "3 open cases left to pass" in screen_text(pilot)
    assert len(said(desk, meeting)) == 1


async def test_what_the_other_typist_passed_leaves_the_list(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk)
    amos = replace(desk, person=AMOS)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f3")
        enter(amos, meeting, Said(kind=LineKind.NOTE, text="well", case=CaseCode("C-0062")))
        pilot.app.revision += 1  # type: ignore[attr-defined]
        await press(pilot, "down")
        assert "3 open cases left to pass" in screen_text(pilot)


async def test_a_case_that_was_skipped_on_the_agenda_is_named_at_its_end(desk: Desk) -> None:
    async with in_meeting(desk, a_weekly_meeting(desk, "C-0117", "C-0048", "C-0062")) as pilot:
        await press(pilot, "=:C-0062", "enter", "ctrl+n")
        assert "Nothing was said about C-0117, C-0048" in screen_text(pilot)


async def test_a_conference_has_no_round_and_does_not_offer_one(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        assert "F3" not in screen_text(pilot)
        assert "^F family" in screen_text(pilot)
        await press(pilot, "f3")
        assert shows(pilot, MeetingScreen)


async def test_the_teams_meeting_offers_the_round_and_no_family(desk: Desk) -> None:
    async with in_meeting(desk, a_weekly_meeting(desk, "C-0117")) as pilot:
        assert "F3 round" in screen_text(pilot)
        assert "^F family" not in screen_text(pilot)


async def test_nothing_is_seen_behind_the_round_and_behind_the_blank_wall(desk: Desk) -> None:
    async with in_meeting(desk, a_weekly_meeting(desk, "C-0117")) as pilot:
        await press(pilot, "f3", "n", "n")
        assert line_with(pilot, "case management meeting") == ""
        assert "3 open cases left to pass" in screen_text(pilot)
        await press(pilot, "f9")
        assert screen_text(pilot).split() == ["F9"]
        await press(pilot, "n", "2", "t", "slash", "f5", "ctrl+p", "escape")
        assert screen_text(pilot).split() == ["F9"]
        await press(pilot, "f9")
        assert "3 open cases left to pass" in screen_text(pilot)


@pytest.mark.parametrize("width", [60, 80, 100, 120])
async def test_the_head_leaves_out_what_is_known_anyway_and_is_never_cut(desk: Desk, width: int) -> None:
    async with in_meeting(desk, a_weekly_meeting(desk, "C-0117"), (width, 24)) as pilot:
        head = line_with(pilot, "case 1 of 1")
        assert "…" not in head
        assert "case 1 of 1 · C-0117 H" in head
        assert "4 cases left to pass" in head


async def test_a_meeting_reopens_at_the_case_that_stood_in_front(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0117", "C-0048", "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+n", "ctrl+n")
    async with in_meeting(desk, meeting) as pilot:
        assert "case 2 of 3 · C-0048" in screen_text(pilot)


async def test_a_line_that_was_begun_is_shown_before_its_case_is_passed_and_becomes_its_line(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=n no school since May", "f3", "down", "down", "down", "n")
        assert "C-0062: “n no school since May” stands in its line." in screen_text(pilot)
        assert said(desk, meeting) == []
        await press(pilot, "n")
        assert "3 open cases left to pass" in screen_text(pilot)
        await press(pilot, "escape")
        assert in_the_line(pilot) == ""
    assert written(desk) == [(LineKind.NOTE, "no school since May")]


async def test_what_is_asked_before_a_case_is_passed_stands_there_whole_on_a_narrow_screen(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062")
    async with in_meeting(desk, meeting, NARROW) as pilot:
        await press(pilot, "=n no school since May and nobody knows why", "f3", "down", "down", "down", "n")
        asked = " ".join(screen_text(pilot).replace("│", " ").split())
        assert (
            "C-0062: “n no school since May and nobo…” stands in its line. n again saves it and goes on; r raises it."
        ) in asked


async def test_a_line_that_was_begun_and_saved_in_the_round_comes_back_into_its_field(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=n no school since May", "f3", "down", "down", "down", "n", "n", "u", "escape")
        assert in_the_line(pilot) == "n no school since May"
    assert said(desk, meeting) == []


async def test_a_line_that_was_begun_and_cannot_be_saved_stays_and_its_case_is_not_passed(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=a call school", "tab", "=nobody known", "f3", "down", "down", "down", "n", "n")
        assert "Nobody here is called nobody known." in screen_text(pilot)
        assert "4 open cases left to pass" in screen_text(pilot)
        await press(pilot, "escape")
        assert in_the_line(pilot) == "a call school"
    assert said(desk, meeting) == []


async def test_a_line_that_was_begun_is_named_as_the_meeting_is_said_to_be_over(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062", "C-0117")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=n no school since May", "f10")
        assert "Over, but a line was begun and not saved: C-0062. F10 opens it again, then Enter saves." in screen_text(
            pilot
        )
        assert " · over" in screen_text(pilot)
        await press(pilot, "f10", "enter", "f10")
        assert "Over; F10 opens it again. Nobody is noted as here" in screen_text(pilot)
    assert written(desk) == [(LineKind.NOTE, "no school since May")]


async def test_a_decision_saved_in_the_round_says_that_the_child_is_to_be_told(desk: Desk) -> None:
    meeting = a_weekly_meeting(desk, "C-0062")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=d stay at school because it helps", "f3", "down", "down", "down", "n", "n")
        assert "Saved. The child is to be told: Esc, then “:C-0062” goes there." in screen_text(pilot)
    assert said(desk, meeting) == [(CaseCode("C-0062"), LineKind.DECISION)]
