"""A meeting on a wall: nothing but it can be reached, whatever key, click or command is tried."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pkgutil import resolve_name

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.kit.command import Command, command_faults, commands_of
from supervisor_tui.tui import doors, main_screens
from supervisor_tui.tui.all_keys import OTHER_SCREENS
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.commands import GoToToday
from supervisor_tui.tui.head_line import HeadLine
from supervisor_tui.tui.meetings.blank_screen import BlankScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.meetings.round_screen import RoundScreen
from supervisor_tui.tui.meetings.still_shown import StillShownScreen, still_shown
from supervisor_tui.tui.shown_to_others import ShutDoor, may_be_seen
from supervisor_tui.tui.today.today_screen import TodayScreen
from tests.tui.agency import NOW
from tests.tui.at_the_screen import an_app, at_desk, press, seen, settled
from tests.tui.meetings.called import TUESDAY, TickingClock, a_conference, in_meeting, in_the_line, shows, written


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


@asynccontextmanager
async def on_the_wall(desk: Desk, meeting: Meeting) -> AsyncIterator[Pilot[None]]:
    """Show a meeting as `meeting open --present` does."""
    opening = an_app(desk).opening
    app = SupervisorApp(opening, desk, main_screens.SHOWN_MEETING, meeting.id)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        yield pilot


def every_command() -> Iterator[type[Command]]:
    """Give each command of each screen, and those of the application."""
    owners = [SupervisorApp]
    paths = (*main_screens.PATHS.values(), *(path for _name, path in OTHER_SCREENS))
    found = dict.fromkeys(command for path in paths for command in commands_of(resolve_name(path)))
    found.update(dict.fromkeys(command for owner in owners for command in commands_of(owner)))
    yield from found


EVERY_COMMAND = tuple(every_command())
LEAVES = {"show_to_others", "quit"}
"""What leaves the meeting: then nothing is shown any more."""


def in_view(pilot: Pilot[None]) -> list[type[Screen[object]]]:
    """Return the screens that lie over each other, those that may be seen left out."""
    return [type(screen) for screen in pilot.app.screen_stack if not may_be_seen(screen)]


def test_the_commands_tried_are_all_there_are() -> None:
    assert len(EVERY_COMMAND) > 60


@pytest.mark.parametrize("screen", [MeetingScreen, RoundScreen, BlankScreen, ShutDoor, StillShownScreen])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def test_no_command_leads_away_from_a_meeting_that_is_shown(desk: Desk) -> None:
    led_away = []
    async with on_the_wall(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        for command in EVERY_COMMAND:
            if command.name() in LEAVES:
                continue
            for node in (pilot.app, pilot.app.screen):
                if hasattr(node, f"action_{command.name()}"):
                    await pilot.app.run_action(command.name(), default_namespace=node)
                    await settled(pilot)
            if in_view(pilot) or pilot.app.current_mode != main_screens.SHOWN_MEETING:
                led_away.append(command)
            while len(pilot.app.screen_stack) > 1:
                await pilot.app.pop_screen()
    assert led_away == []


async def test_no_key_leads_away_from_a_meeting_that_is_shown(desk: Desk) -> None:
    keys = {key for command in EVERY_COMMAND if command.name() not in LEAVES for key in command.bound_keys()}
    keys |= set("0123456789/?") | {"ctrl+p", "ctrl+backslash"}
    led_away = []
    async with on_the_wall(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        for key in sorted(keys):
            for focus in ("#said", "#page"):
                pilot.app.screen.query(focus).first().focus()
                await press(pilot, key)
                if in_view(pilot) or pilot.app.current_mode != main_screens.SHOWN_MEETING:
                    led_away.append(key)
                while len(pilot.app.screen_stack) > 1:
                    await pilot.app.pop_screen()
                await settled(pilot)
    assert led_away == []


async def test_the_line_at_the_top_names_no_place_to_go_to(desk: Desk) -> None:
    async with on_the_wall(desk, a_conference(desk)) as pilot:
        assert "Today" not in seen(pilot)
        assert "Ruth" not in seen(pilot).splitlines()[0]
        await pilot.click(HeadLine, offset=(4, 0))
        await settled(pilot)
        assert shows(pilot, MeetingScreen)


async def test_a_screen_that_is_not_made_to_be_shown_is_held_at_the_door(desk: Desk) -> None:
    async with on_the_wall(desk, a_conference(desk)) as pilot:
        await pilot.app.push_screen(doors.case_file(CaseCode("C-0048")))
        await settled(pilot)
        assert shows(pilot, ShutDoor)
        assert "This is not opened while the meeting is shown to others." in seen(pilot)
        await press(pilot, "escape")
        pilot.app.switch_mode(main_screens.TODAY)
        await settled(pilot)
        assert shows(pilot, MeetingScreen)


async def test_the_doors_open_again_when_showing_ends(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f12", "f4", "escape")
        assert shows(pilot, MeetingScreen)
        await press(pilot, "f12", "f4")
        assert shows(pilot, CaseFileScreen)
        await press(pilot, "escape", "escape")
        await pilot.app.run_action(GoToToday.name())
        await settled(pilot)
        assert shows(pilot, TodayScreen)


async def test_ending_to_show_a_meeting_that_was_opened_alone_ends_the_program(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with on_the_wall(desk, meeting) as pilot:
        await press(pilot, "=d move to", "f12")
    assert pilot.app.return_code == 0
    async with on_the_wall(desk, meeting) as pilot:
        assert in_the_line(pilot) == "d move to"


async def test_f9_blanks_the_wall_and_brings_the_meeting_back_as_it_was(desk: Desk) -> None:
    async with on_the_wall(desk, a_conference(desk)) as pilot:
        await press(pilot, "=d move to", "f9")
        assert seen(pilot).split() == ["F9"]
        await press(pilot, "escape", "1", "=x", "enter")
        assert seen(pilot).split() == ["F9"]
        await press(pilot, "f9")
        assert in_the_line(pilot) == "d move to"


async def test_a_case_of_another_team_is_not_taken_onto_the_wall(desk: Desk) -> None:
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=[CaseCode("C-0048")])
    async with on_the_wall(desk, meeting) as pilot:
        await press(pilot, "=:C-0120", "enter")
        assert "C-0120 is not a case of this team" in seen(pilot)
        await press(pilot, "home", "ctrl+k", "=:C-0117", "enter")
        assert "case 2 of 2 · C-0117" in seen(pilot)
    assert NOW.date() == desk.as_of
    assert written(desk) == []


async def test_a_meeting_opens_over_the_meetings_where_it_is_not_shown(desk: Desk) -> None:
    meeting = a_conference(desk)
    app = SupervisorApp(an_app(desk).opening, desk, main_screens.MEETINGS, meeting.id)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert shows(pilot, MeetingScreen)
        await press(pilot, "escape")
        assert not shows(pilot, MeetingScreen)


async def test_nothing_is_shut_at_a_desk_where_no_meeting_is_shown(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CaseCode("C-0048")))
        await settled(pilot)
        assert shows(pilot, CaseFileScreen)


async def broken_off(desk: Desk) -> None:
    """Show a meeting on a wall, and end the program without ending that."""
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f12", "=d move to", "f9")


async def test_after_the_program_broke_off_nothing_is_seen_before_somebody_says_whether_others_look_on(
    desk: Desk,
) -> None:
    await broken_off(desk)
    async with at_desk(desk) as pilot:
        assert " ".join(seen(pilot).split()) == (
            "A meeting was being shown to others when the program ended. "
            "F9 back to the meeting, shown F12 nobody looks on: Today ? help"
        )
        await press(pilot, "1", "2", "slash", "escape", "ctrl+p")
        assert shows(pilot, StillShownScreen)
        await press(pilot, "f9")
        assert (in_the_line(pilot), pilot.app.current_mode) == ("d move to", main_screens.SHOWN_MEETING)
        await pilot.app.run_action(GoToToday.name())
        assert shows(pilot, MeetingScreen)
        await press(pilot, "f12")
    assert still_shown(desk) is None


async def test_where_nobody_looks_on_any_more_the_day_begins_as_usual(desk: Desk) -> None:
    await broken_off(desk)
    async with at_desk(desk) as pilot:
        await press(pilot, "f12")
        assert shows(pilot, TodayScreen)
    async with at_desk(desk) as pilot:
        assert shows(pilot, TodayScreen)
