"""What falls due about meetings stands on Today: late in words and days, and Enter opens the meeting."""

from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import changed
from supervisor_tui.casework.meetings.holding import seen as seen_meeting
from supervisor_tui.casework.meetings.meetings_due import meetings_due
from supervisor_tui.casework.waiting_for_me import waiting_for_me
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting, with_numbers
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.tui import doors
from supervisor_tui.tui.main_screens import MEETINGS
from supervisor_tui.tui.meetings.afterwards_screen import AfterwardsScreen
from supervisor_tui.tui.meetings.agenda_screen import AgendaScreen
from supervisor_tui.tui.meetings.people_screen import PeopleScreen
from supervisor_tui.tui.today.today_screen import TodayScreen
from tests.guidance.sets import a_rule, a_set, host_of
from tests.tui.agency import AMOS, LEILA, RUTH
from tests.tui.at_the_screen import at_desk, line_with, press, seen, settled
from tests.tui.meetings.called import a_conference, shows

SET = "field_practice"
NUMBER = MeetingId("M-0001")
ITEMS = (
    DueItem(
        "Minutes of M-0001: chair to approve",
        due=date(2026, 11, 18),
        slot="approved",
        meeting=NUMBER,
        part=MeetingPart.MINUTES,
    ),
    DueItem(
        "Decisions of M-0001",
        due=date(2026, 11, 19),
        slot="decisions",
        meeting=NUMBER,
        part=MeetingPart.MINUTES,
        advisory=True,
    ),
    DueItem("Team meeting", due=date(2026, 11, 23), slot="next"),
    DueItem("Team meeting", due=date(2026, 12, 23), slot="later"),
    DueItem(
        "Minutes sent",
        due=date(2026, 11, 2),
        done=date(2026, 11, 2),
        slot="sent",
        meeting=NUMBER,
        part=MeetingPart.MINUTES,
    ),
    DueItem(
        "Agreed interval", unknown="The interval is not decided.", slot="no", missing=Missing(setting=f"{SET}.days")
    ),
)


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A desk whose guidance asks for these things about meetings."""
    rule = a_rule(SET, "ASKS", lambda *_given: ITEMS, RuleKind.MEETING_SCHEDULE)
    a_conference(desk)
    return replace(desk, host=host_of(a_set(SET, rules=(rule,))))


def test_the_late_comes_first_and_advice_last(asked: Desk) -> None:
    found = [(line.item.slot, line.state.value, line.late_days, line.is_late) for line in meetings_due(asked)]
    assert found == [
        ("approved", "overdue", 3, True),
        ("no", "unknown", 0, False),
        ("next", "upcoming", 0, False),
        ("decisions", "overdue", 2, False),
        ("M-0001/agenda", "upcoming", 0, False),
        ("M-0001/told", "upcoming", 0, False),
    ]


def test_a_later_day_may_be_asked_for(asked: Desk) -> None:
    assert "later" in [line.item.slot for line in meetings_due(asked, date(2026, 12, 31))]


async def test_late_is_told_in_words_and_days_and_enter_opens_what_is_done_after_it(asked: Desk) -> None:
    async with at_desk(asked) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        assert "MEETINGS  6" in seen(pilot)
        assert line_with(pilot, "chair to approve") == "C-0117 Minutes of M-0001: chair to approve 3 days late North"
        assert line_with(pilot, "Decisions of M-0001") == "C-0117 Decisions of M-0001 (advised) 2 days late North"

        today.list.go_to(f"meetings/north/{SET}/ASKS/approved")
        assert today.rule_in_hand() == "ASKS"
        await press(pilot, "enter")
        assert shows(pilot, AfterwardsScreen)


async def test_the_next_meeting_is_called_from_its_line(asked: Desk) -> None:
    async with at_desk(asked) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to(f"meetings/north/{SET}/ASKS/next")
        await press(pilot, "enter")
        assert pilot.app.current_mode == MEETINGS


async def test_a_reminder_opens_the_place_where_it_is_done(desk: Desk) -> None:
    a_conference(desk)
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        assert line_with(pilot, "invitations") == "C-0117 2 of 2 invitations to send · M-0001 (advised) Tue North"
        today.list.go_to("meetings/north/supervisor_tui/OWN-MTG-02/M-0001/told")
        await press(pilot, "enter")
        assert shows(pilot, PeopleScreen)
        await press(pilot, "escape")
        today.list.go_to("meetings/north/supervisor_tui/OWN-MTG-03/M-0001/agenda")
        await press(pilot, "enter")
        assert shows(pilot, AgendaScreen)


async def test_minutes_that_wait_for_me_stand_there_and_open_what_is_done_after_a_meeting(desk: Desk) -> None:
    over(desk, a_conference(desk), chair=desk.person.code)
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        mine = next(group for group in today.list.groups if group.key == "mine")
        assert [line.what for line in mine.lines][-1] == "Minutes of M-0001: to approve, no day set (advised)"
        assert "MEETINGS" not in seen(pilot)
        today.list.go_to(mine.lines[-1].key)
        await press(pilot, "enter")
        assert shows(pilot, AfterwardsScreen)


def test_minutes_wait_for_their_chair_alone_even_where_the_cases_are_of_another_team(desk: Desk) -> None:
    over(desk, a_conference(desk), chair=LEILA.code)
    at = {person.short_name: waiting_for_me(replace(desk, person=person)).minutes for person in (RUTH, AMOS, LEILA)}
    assert {name: [line.item.slot for line in lines] for name, lines in at.items()} == {
        "Ruth": [],
        "Amos": [],
        "Leila": ["M-0001/approved"],
    }


async def test_after_a_meeting_it_stands_by_when_its_papers_are_asked_for(asked: Desk) -> None:
    async with at_desk(asked) as pilot:
        await pilot.app.push_screen(doors.after_meeting(NUMBER))
        await settled(pilot)
        assert "TIME ALLOWED  3" in seen(pilot)
        assert line_with(pilot, "chair to approve") == "3 days late Minutes of M-0001: chair to approve"
        assert line_with(pilot, "Decisions of M-0001") == "2 days late Decisions of M-0001 advised"
        assert line_with(pilot, "Minutes sent") == "done Mon 2 Nov Minutes sent"


def over(desk: Desk, meeting: Meeting, chair: str) -> None:
    """End a conference that somebody led."""
    led = msgspec.structs.replace(
        meeting,
        starts=meeting.starts - timedelta(days=7),
        state=MeetingState.CLOSED,
        participants=(*meeting.participants, Participant(label=chair, role=ParticipantRole.CHAIR)),
    )
    changed(desk, seen_meeting(desk, meeting.id), with_numbers(led))
