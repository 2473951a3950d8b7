"""The line that is typed into: keys keep their order, nothing is replaced unseen, nothing unseen is saved."""

from dataclasses import replace
from datetime import date

import pytest
from textual.events import Paste

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.kit.help_screen import HelpScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.tui.agency import AMOS, LEILA
from tests.tui.at_the_screen import line_with, press, settled
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import (
    TUESDAY,
    TickingClock,
    a_conference,
    burst,
    in_meeting,
    in_the_line,
    shows,
    written,
)

NUMBER = MeetingId("M-0001")
ACTION = ("=a call the school", "tab", "=Leila", "tab", "=tue", "tab", "=books", "enter")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


def beside_the_words(line: MinutesLine) -> tuple[object, ...]:
    return line.kind, line.text, line.owner, line.due_on, line.need


async def test_three_lines_sent_in_one_go_are_three_lines(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await burst(pilot, "=g nobody on Saturdays", "enter", "=s the group pays", "enter", "=n five five", "enter")
    assert written(desk) == [
        (LineKind.GAP, "nobody on Saturdays"),
        (LineKind.STRENGTH, "the group pays"),
        (LineKind.NOTE, "five five"),
    ]


async def test_a_line_with_fields_and_the_next_one_sent_in_one_go_find_their_places(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await burst(pilot, *ACTION, "=d move because safe", "tab", "=close", "enter", "=n after it", "enter")
    assert [beside_the_words(line) for line in minutes(desk, NUMBER)] == [
        (LineKind.ACTION, "call the school", LEILA.code, date(2026, 11, 24), "books"),
        (LineKind.DECISION, "move", "", None, ""),
        (LineKind.NOTE, "after it", "", None, ""),
    ]


async def test_keys_that_edit_keep_their_place_among_the_letters(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await burst(pilot, "=n four", "ctrl+u", "=n fivve", "left", "left", "backspace", "end", "=!", "enter")
        await burst(pilot, "=n next", "ctrl+n", "=n behind it")
        assert in_the_line(pilot) == "n behind it"
    assert written(desk) == [(LineKind.NOTE, "five!"), (LineKind.NOTE, "next")]


async def test_tab_leaves_the_line_only_where_nothing_stands_in_it(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await burst(pilot, "=n goals met", "tab", "=, child is content", "shift+tab", "=!", "enter")
        assert shows(pilot, MeetingScreen)
        assert written(desk) == [(LineKind.NOTE, "goals met, child is content!")]
        await press(pilot, "tab")
        assert pilot.app.focused is pilot.app.screen.query_one("#page")


@pytest.mark.parametrize("keys", [("f8", "ctrl+u"), ("f8", "end", *["backspace"] * 18)])
async def test_nothing_of_the_line_before_stays_once_its_words_are_taken_away(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, *ACTION, *keys, "=x would rather wait", "enter", "=a ring the aunt", "enter")
    assert [beside_the_words(line) for line in minutes(desk, NUMBER)] == [
        (LineKind.DISSENT, "would rather wait", "", None, ""),
        (LineKind.ACTION, "ring the aunt", AMOS.code, None, ""),
    ]


async def test_another_letter_keeps_the_fields_that_its_kind_shows_too(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, *ACTION[:-1], "tab", "home", "delete")
        assert [word for word in ("Leila", "tue", "books") if word not in screen_text(pilot)] == []
        await press(pilot, "=x", "enter")
    (line,) = minutes(desk, NUMBER)
    assert beside_the_words(line) == (LineKind.DISSENT, "call the school", LEILA.code, None, "")


async def test_a_field_that_is_filled_is_seen_whatever_the_line_is(desk: Desk) -> None:
    meeting = a_conference(desk)
    enter(desk, meeting, Said(kind=LineKind.NOTE, text="glasses", case=CaseCode("C-0117"), need="N2"))
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f8")
        assert line_with(pilot, "need") == "need N2"


async def test_words_from_before_are_not_replaced_by_what_is_typed_on(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=x wants four weeks", "tab", "tab", "=schools", "enter", "f8")
        await press(pilot, "= more", "tab", "tab", "=!", "escape")
    async with in_meeting(desk, meeting) as pilot:
        assert "what you typed before stands here again; type on behind it" in screen_text(pilot)
        await press(pilot, "= or so", "enter")
    assert [(line.text, line.reason) for line in minutes(desk, NUMBER)] == [("wants four weeks more or so", "schools!")]


async def test_a_paste_of_several_lines_loses_none_of_them_and_says_so(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=n ")
        pilot.app.post_message(Paste("the school pays\r\n\n  the aunt too\n"))
        await settled(pilot)
        assert in_the_line(pilot) == "n the school pays the aunt too"
        assert "2 lines were pasted; they stand in one line now." in screen_text(pilot)


@pytest.mark.parametrize(
    ("kind", "its_own"), [(MeetingKind.MANAGEMENT, "F3 round"), (MeetingKind.CONFERENCE, "^F family")]
)
async def test_the_key_bar_names_help_and_what_is_needed_first(desk: Desk, kind: MeetingKind, its_own: str) -> None:
    meeting = plan_meeting(desk, kind, TUESDAY, cases=[CaseCode("C-0117")])
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=n what")
        bar = screen_text(pilot).splitlines()[-1]
        expected = (
            f"^N next case   F8 take back   F2 who is here   {its_own}   F9 blank   F10 over   ^O put off   F1 help"
        )
        assert bar.strip().startswith(expected)
        await press(pilot, "=?", "f1")
        assert shows(pilot, HelpScreen)
        await press(pilot, "escape")
        assert in_the_line(pilot) == "n what?"
