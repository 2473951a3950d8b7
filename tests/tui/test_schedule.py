"""The schedule: day by day as a list, or a month as a page."""

from datetime import date

from supervisor_tui.casework.desk import Desk
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui.main_screens import SCHEDULE
from supervisor_tui.tui.schedule.month_view import MonthView
from supervisor_tui.tui.schedule.schedule_screen import ScheduleScreen
from tests.tui.at_the_screen import NARROW, at_desk, line_with, press, seen


async def test_the_list_folds_what_is_late_and_goes_on_day_by_day(desk: Desk) -> None:
    async with at_desk(desk, SCHEDULE) as pilot:
        assert line_with(pilot, "LATE") == "▸ + LATE 4"
        text = seen(pilot)
        assert text.index("Mon  2026-11-23") < text.index("Thu 10 Dec  2026-12-10")
        assert line_with(pilot, "review of the plan") == "H C-0117 review of the plan Amos Mon"


async def test_m_shows_the_month_and_l_the_list_again(desk: Desk) -> None:
    async with at_desk(desk, SCHEDULE, NARROW) as pilot:
        await press(pilot, "m")
        assert "(21)" in seen(pilot)
        assert line_with(pilot, "1 due") == "1 due H1"
        await press(pilot, "l")
        assert "(21)" not in seen(pilot)


async def test_arrows_go_from_day_to_day_and_pages_from_month_to_month(desk: Desk) -> None:
    async with at_desk(desk, SCHEDULE) as pilot:
        await press(pilot, "m", "right", "down", "pagedown")
        assert pilot.app.screen.query_one(MonthView).day == date(2026, 12, 29)
        assert line_with(pilot, "Schedule ·") == "Schedule · Dec 2026"


async def test_enter_on_a_day_goes_to_its_lines_and_enter_there_opens_the_case(desk: Desk) -> None:
    async with at_desk(desk, SCHEDULE) as pilot:
        await press(pilot, "m", "right", "right", "enter", "enter")
        assert type(pilot.app.screen).__name__ == "CaseFileScreen"


def test_every_command_of_the_screen_is_sound() -> None:
    assert command_faults(ScheduleScreen) == command_faults(MonthView) == ()
