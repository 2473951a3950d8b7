"""The view of closing: the case to act on first, each line goes on to what settles it."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.closing.steps_screen import StepsScreen
from supervisor_tui.tui.closings.closings_screen import ClosingsScreen
from supervisor_tui.tui.main_screens import CASELOAD
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen, settled
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]


@pytest.fixture
def current(demo: Desk) -> Desk:
    """The demo with every row worked out for the day."""
    bring_up_to_date(demo, out_of_date(demo))
    return demo


def test_the_commands_are_well_declared() -> None:
    assert command_faults(ClosingsScreen) == ()


async def test_the_first_line_is_a_case_that_is_ready_and_enter_opens_its_workspace(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        await press(pilot, "v")
        assert line_with(pilot, "▸").startswith("▸ L C-0117 nothing is in the way: close the case")
        await press(pilot, "enter")
        assert shows(pilot, ClosingScreen)
        await press(pilot, "escape", "o")
        assert shows(pilot, CaseFileScreen)
        await press(pilot, "escape", "escape")
        assert line_with(pilot, "Caseload ·") != ""


async def test_a_file_whose_day_has_come_opens_the_form_of_the_decision(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        await press(pilot, "v")
        screen = pilot.app.screen
        assert isinstance(screen, ClosingsScreen)
        assert "Grace decides; nothing deletes itself" in seen(pilot)
        key = next(group.lines[0].key for group in screen.list.groups if group.key == "to_decide")
        assert screen.list.go_to(key)
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        assert "Keeping the file" in seen(pilot)


async def test_each_group_says_how_many_and_its_first_case(current: Desk) -> None:
    async with at_desk(current, CASELOAD, size=(120, 60)) as pilot:
        await press(pilot, "v")
        screen = pilot.app.screen
        assert isinstance(screen, ClosingsScreen)
        assert [(group.title, group.count) for group in screen.list.groups if group.count is not None] == [
            ("READY", 2),
            ("ONE ITEM AWAY", 8),
            ("ASKED FOR: CAN BE DONE NOW", 3),
            ("BEING HANDED OVER", 2),
            ("CLOSED, SOMETHING IS STILL DUE", 11),
            ("KEPT UNTIL A DAY THAT HAS COME", 2),
            ("CLOSED, HELD WHATEVER THE DAY", 1),
        ]
        assert line_with(pilot, "held: The department").startswith(
            "L C-0153 held: The department looks into the death."
        )


async def test_a_task_that_is_left_opens_the_steps_where_it_is_ended(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        await press(pilot, "v")
        screen = pilot.app.screen
        assert isinstance(screen, ClosingsScreen)
        assert screen.list.go_to("one_away/C-0112")
        await press(pilot, "enter")
        assert shows(pilot, StepsScreen)


async def test_a_held_file_opens_the_form_that_ends_the_hold(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        await press(pilot, "v")
        screen = pilot.app.screen
        assert isinstance(screen, ClosingsScreen)
        assert screen.list.go_to("held/C-0153")
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        focused = pilot.app.screen.focused
        assert focused is not None
        assert getattr(focused, "field").name == "held"  # noqa: B009 - any control has a field


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_view_looks_as_it_did(current: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "v")

    assert snap_compare(an_app(current, CASELOAD), terminal_size=size, run_before=run_before)
