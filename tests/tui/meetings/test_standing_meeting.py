"""Two keys from anywhere to the first case of the weekly meeting; the day is set in a small form."""

from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.proposing import proposals
from supervisor_tui.casework.meetings.series import team_series
from supervisor_tui.domain.meetings.series import Weekday
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.tui import doors
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.meetings.meetings_screen import MeetingsScreen
from supervisor_tui.tui.meetings.series_dialogs import RaiseDialog
from tests.tui.at_the_screen import at_desk, press, seen, settled, told
from tests.tui.meetings.called import shows


def in_front(pilot: Pilot[None]) -> str:
    """Return the number of the meeting that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, MeetingScreen)
    return screen.number


async def test_two_keys_lead_from_today_to_the_first_case_of_the_weekly_meeting(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "4", "w")
        assert shows(pilot, MeetingScreen)
        assert proposals(desk)[0].case in seen(pilot)


async def test_the_day_of_the_standing_meeting_is_set_in_a_form(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "4", "s", "ctrl+u", "=thu", "tab", "tab", "tab", "tab", "=perhaps", "f2")
        assert "perhaps is none of: 1 yes, 2 no, 3 not known." in seen(pilot)
        await press(pilot, "ctrl+u", "=y", "f2")
        assert shows(pilot, MeetingsScreen)
    held = team_series(desk)
    assert held is not None
    assert (held.weekday, held.place_confidential) == (Weekday.THURSDAY, YesNo.YES)


async def test_after_the_meeting_is_over_its_key_comes_back_to_it_and_only_then_opens_the_next(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "4", "w", "ctrl+n", "f10", "escape", "w")
        assert "M-0001 of today is over; F10 opens it again. Esc, then w: the next one, Mon 30 Nov 09:00." in told(
            pilot
        )
        assert in_front(pilot) == "M-0001"
        assert [one.id for one in desk.store.meetings.all()] == ["M-0001"]
        await press(pilot, "escape", "w")
        assert in_front(pilot) == "M-0002"


async def test_a_caseworker_asks_for_a_case_from_its_file(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file("C-0117"))  # type: ignore[arg-type]
        await settled(pilot)
        await press(pilot, "u", "enter")
        assert shows(pilot, RaiseDialog)
        assert "Please say why" in seen(pilot)
        await press(pilot, "=school sends him home", "enter")
        assert "C-0117 is proposed for the next meeting." in told(pilot)
