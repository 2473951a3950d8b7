"""The steps of a case as a screen: what is missing stands first and opens its form; what was saved is seen at once."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui.case_screens.case_picture_screen import CasePictureScreen
from supervisor_tui.tui.main_screens import CASELOAD
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]


def test_the_commands_are_well_declared() -> None:
    assert command_faults(CasePictureScreen) == ()


async def test_a_key_in_the_case_file_shows_the_steps_and_the_first_line_opens_its_form(demo: Desk) -> None:
    async with at_desk(demo, CASELOAD) as pilot:
        await press(pilot, "c", "/", "=c-0002", "enter", "enter", "s")
        assert shows(pilot, CasePictureScreen)
        assert line_with(pilot, "Six steps ·").startswith("Six steps · C-0002")
        first = line_with(pilot, "▸")
        assert "nothing recorded" in first
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        await press(pilot, "escape")
        assert line_with(pilot, "▸") == first


@pytest.mark.parametrize(("code", "title"), [("T-0311", "Gone back"), ("C-0057", "Clocks started again")])
async def test_the_way_so_far_tells_of_going_back_and_of_clocks(demo: Desk, code: str, title: str) -> None:
    async with at_desk(demo, CASELOAD) as pilot:
        await press(pilot, "c", "/", f"={code}", "enter", "enter", "s")
        assert title in seen(pilot)


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_steps_look_as_they_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await press(pilot, "c", "/", "=c-0002", "enter", "enter", "s")

    assert snap_compare(an_app(demo, CASELOAD), terminal_size=size, run_before=run_before)
