"""The family comes in with one key and sees this child only; who heard a line is written beside it."""

from dataclasses import replace

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, Part
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.tui import main_screens
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.tui.at_the_screen import line_with, press
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import TUESDAY, TickingClock, a_conference, in_meeting, in_the_line, shows

NUMBER = MeetingId("M-0001")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


def with_family(desk: Desk) -> Meeting:
    people = (
        Participant(label="S-01", role=ParticipantRole.CHAIR),
        Participant(label="teacher", role=ParticipantRole.PROVIDER, agency="AG-02"),
        Participant(label="child", role=ParticipantRole.CHILD),
        Participant(label="aunt", role=ParticipantRole.CAREGIVER),
    )
    cases = [CaseCode("C-0117"), CaseCode("C-0048")]
    return plan_meeting(desk, MeetingKind.CONFERENCE, TUESDAY, cases=cases, participants=people)


async def test_the_family_sees_this_child_only_without_code_risk_or_findings(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "=s the aunt is near", "enter", "=g no lock on the door", "enter", "=v is afraid", "enter")
        assert "C-0117  H" in screen_text(pilot)
        await press(pilot, "ctrl+f")
        assert "1 line that was written without them will be on the wall. ^F again" in screen_text(pilot)
        await press(pilot, "ctrl+f")
        page = screen_text(pilot)
    assert "the aunt is near" in page
    assert [
        word for word in ("C-0117", "C-0048", " H ", "NOW", "LAST TIME", "no lock", "afraid", "Today") if word in page
    ] == []


async def test_nothing_else_can_be_reached_while_the_family_looks_on(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "ctrl+f")
        for key in ("ctrl+n", "ctrl+o", "f3", "f4", "f6", "f7", "escape", "ctrl+p", "ctrl+g"):
            await press(pilot, key)
            assert shows(pilot, MeetingScreen), key
            assert "the family is here" in screen_text(pilot), key
        await press(pilot, "=:C-0048", "enter")
        assert "The family is in the room." in screen_text(pilot)
        await press(pilot, "home", "ctrl+k")
        pilot.app.switch_mode(main_screens.TODAY)
        assert shows(pilot, MeetingScreen)
        await press(pilot, "ctrl+f", "escape")
        assert not shows(pilot, MeetingScreen)
    assert minutes(desk, NUMBER) == ()


async def test_who_is_in_the_room_hears_the_line_and_the_rest_is_the_closed_part(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "f2", "p", "escape", "=n before they came", "enter")
        await press(pilot, "ctrl+f", "=n with them", "enter", "ctrl+f")
        assert "closed part: the family is out" in screen_text(pilot)
        await press(pilot, "=n while they are out", "enter")
        await press(pilot, "f2", "down", "p", "o", "escape", "=n the teacher is out", "enter")
    assert [(line.text, line.heard_by, line.part) for line in minutes(desk, NUMBER)] == [
        ("before they came", ("P1",), Part.OPEN),
        ("with them", ("P1", "P3", "P4"), Part.OPEN),
        ("while they are out", ("P1",), Part.CLOSED),
        ("the teacher is out", ("P1",), Part.CLOSED),
    ]


async def test_the_child_who_heard_the_decision_need_not_be_told(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "ctrl+f", "=d stay with the aunt because safe", "enter")
        assert in_the_line(pilot) == ""
        assert "decision stay with the aunt" in line_with(pilot, "stay with the aunt")


async def test_a_meeting_without_a_family_says_so(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "ctrl+f")
        assert "No child and no caregiver is among the participants." in screen_text(pilot)


async def test_who_declines_to_sign_is_asked_to_leave_and_all_others_are_here_with_one_key(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "f2", "down", "d", "asterisk", "up", "e")
    assert [(one.attendance.value, one.confidentiality.value) for one in seen(desk, NUMBER).value.participants] == [
        ("present", "exempt"),
        ("excluded", "declined"),
        ("invited", "open"),
        ("invited", "open"),
    ]


async def test_what_was_left_open_is_not_read_out_before_the_family(desk: Desk) -> None:
    enter(desk, a_conference(desk), Said(kind=LineKind.ACTION, text="ask the police", case=CaseCode("C-0117")))
    meeting = with_family(desk)
    assert "ask the police" in " ".join(line.text for line in meeting.agenda)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+f")
        assert "ask the police" not in screen_text(pilot)
        assert "Views and wishes of the child" in screen_text(pilot)


async def test_f8_brings_no_word_before_the_family_that_was_not_written_with_them(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "=n before they came", "enter", "ctrl+f", "ctrl+f", "=x wants four weeks more", "enter")
        await press(pilot, "ctrl+f", "f8")
        assert (in_the_line(pilot), "four weeks" in screen_text(pilot)) == ("", False)
        assert "Once they have gone out (^F), F8 takes it back." in screen_text(pilot)
        await press(pilot, "=v is afraid", "enter", "f8")
        assert (in_the_line(pilot), "afraid" in screen_text(pilot)) == ("", False)
        await press(pilot, "=n with them", "enter", "f8")
        assert in_the_line(pilot) == "n with them"
    assert [line.text for line in minutes(desk, NUMBER)] == ["before they came", "wants four weeks more", "is afraid"]


async def test_words_begun_without_the_family_are_put_away_while_they_are_here(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "=x wants four weeks", "ctrl+f")
        assert (in_the_line(pilot), "four weeks" in screen_text(pilot)) == ("", False)
        assert "it stands here again once the family has gone out" in screen_text(pilot)
        await press(pilot, "=n with them", "enter", "ctrl+f")
        assert in_the_line(pilot) == "x wants four weeks"
        await press(pilot, "end", "ctrl+u", "ctrl+f", "=n begun with them", "ctrl+f")
        assert in_the_line(pilot) == "n begun with them"


async def test_words_are_put_away_too_where_the_family_is_noted_as_here_in_the_list(desk: Desk) -> None:
    async with in_meeting(desk, with_family(desk)) as pilot:
        await press(pilot, "=x wants four weeks", "f2", "end", "p", "escape")
        assert "the family is here" in screen_text(pilot)
        assert (in_the_line(pilot), "four weeks" in screen_text(pilot)) == ("", False)


async def test_a_mended_line_stays_theirs_who_heard_it_also_after_the_program_ended(desk: Desk) -> None:
    meeting = with_family(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+f", "=n with thm", "enter", "ctrl+f", "f8")
        assert "note (open part) > n with thm" in line_with(pilot, "n with thm")
        await press(pilot, "backspace", "escape")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=em", "enter", "=n while they are out", "enter", "f8", "ctrl+u", "=n another", "enter")
    assert [(line.text, line.heard_by, line.part) for line in minutes(desk, NUMBER)] == [
        ("with them", ("P3", "P4"), Part.OPEN),
        ("another", (), Part.CLOSED),
    ]
