"""The presentation sheet on the screen: opened from the meeting, and written into a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.tui.meetings.sheet_screen import SheetScreen, SheetsIntoFile
from tests.tui.at_the_screen import NARROW, WIDE, an_app, press, seen, settled
from tests.tui.meetings.called import a_conference, in_meeting, shows


def test_the_commands_are_well_declared() -> None:
    assert command_faults(SheetScreen) == ()


async def test_the_sheet_of_the_case_in_front_goes_into_a_file(desk: Desk, tmp_path: Path) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "ctrl+t")
        assert "Presentation · C-0117 in M-0001" in seen(pilot)
        await press(pilot, "p")
        assert shows(pilot, SheetsIntoFile)
        pilot.app.screen.query_one("#file", SafeInput).value = str(tmp_path / "sheet.md")
        await press(pilot, "f2")
        await press(pilot, "escape")
        assert not shows(pilot, SheetScreen)
    assert (tmp_path / "sheet.md").read_text("utf-8").startswith("# C-0117 in M-0001\n")


async def test_on_a_wall_the_sheet_cannot_be_opened(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f12", "ctrl+t")
        assert not shows(pilot, SheetScreen)


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_a_sheet_looks_as_it_did(desk: Desk, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    meeting = a_conference(desk)
    enter(desk, meeting, Said(kind=LineKind.STRENGTH, text="an aunt who calls", case=CaseCode("C-0117")))

    async def open_sheet(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(SheetScreen(meeting.id, CaseCode("C-0117")))
        await settled(pilot)

    assert snap_compare(an_app(desk), terminal_size=size, run_before=open_sheet)
