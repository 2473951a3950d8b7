"""The closing report on the screen: what was closed against first, nothing decided anew, printed by keys."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui import doors
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.closing.report_screen import ReportPaper, ReportScreen
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen, settled
from tests.tui.meetings.called import shows
from tests.tui.test_looks import SIZES, Looks

CODE = CaseCode("C-0048")


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """C-0048, closed against the Inter-Agency Guidelines because the family moved abroad."""
    at_work = dataclasses.replace(desk, host=PluginHost.discover())
    word = GuidanceForCase(set=SetId("iag_core"), standing=Standing.DECIDES, reason="agreed")
    save(at_work, CODE, [Draft(word, date(2026, 11, 1))])
    save(at_work, CODE, [Draft(Closure(reason=ClosureReason.GOALS_MET, because="moved abroad"), date(2026, 11, 21))])
    return at_work


@pytest.mark.parametrize("screen", [ReportScreen, ReportPaper])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_first_lines_say_what_was_closed_all_the_same(closed: Desk, size: tuple[int, int]) -> None:
    async with at_desk(closed, size=size) as pilot:
        await pilot.app.push_screen(doors.closing(CODE))
        await settled(pilot)
        await press(pilot, "r")
        assert shows(pilot, ReportScreen)
        assert "closed Sat 21 Nov 2026 by Ruth · goals met and safe" in seen(pilot)
        assert "CLOSED ALL THE SAME" in seen(pilot)
        assert "Accepted because: moved abroad" in seen(pilot)
        await press(pilot, "escape")
        assert shows(pilot, ClosingScreen)


async def test_the_report_is_printed_by_keys(closed: Desk, tmp_path: Path) -> None:
    async with at_desk(closed) as pilot:
        await pilot.app.push_screen(doors.closing_report(CODE))
        await settled(pilot)
        await press(pilot, "p")
        assert shows(pilot, ReportPaper)
        pilot.app.screen.query_one("#file").value = str(tmp_path / "report.pdf")  # type: ignore[attr-defined]
        await press(pilot, "f2")
        assert shows(pilot, ReportScreen)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


async def test_a_set_that_is_gone_is_named_and_the_answers_of_then_stay(closed: Desk) -> None:
    without = dataclasses.replace(closed, host=PluginHost.discover({"iag_core"}))
    async with at_desk(without, size=(140, 40)) as pilot:
        await pilot.app.push_screen(doors.closing_report(CODE))
        await settled(pilot)
        assert "today not known: this guidance is not installed" in line_with(pilot, "iag_core")
        assert "OTHERWISE NOW" in seen(pilot)


@SIZES
def test_the_report_looks_as_it_did(closed: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def open_report(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.closing_report(CODE))
        await settled(pilot)

    assert snap_compare(an_app(closed), terminal_size=size, run_before=open_report)
