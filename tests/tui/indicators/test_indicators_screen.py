"""Figures on the caseload: each opens the cases behind it, in the caseload, and none is about people."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.indicators import indicators_of
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui.caseload.caseload_screen import CaseloadScreen
from supervisor_tui.tui.indicators.indicators_screen import IndicatorsScreen
from supervisor_tui.tui.main_screens import CASELOAD
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]


@pytest.mark.parametrize("screen", [IndicatorsScreen, CaseloadScreen])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


def test_the_steps_and_the_levels_of_risk_count_every_open_case_once(demo: Desk) -> None:
    groups = {group.key: group.figures for group in indicators_of(demo)}
    (open_cases,) = [set(one.cases) for one in groups["caseload"] if one.slot == "open"]

    for key in ("steps", "risk"):
        counted = [case for one in groups[key] for case in one.cases]
        assert (len(counted), set(counted)) == (len(open_cases), open_cases)


def test_a_case_kept_every_limit_of_a_duty_or_was_late_once(demo: Desk) -> None:
    figures = {
        one.slot: set(one.cases) for group in indicators_of(demo) if group.key == "time" for one in group.figures
    }
    rules = {slot.partition(".")[2] for slot in figures}

    assert "IAG-S3-01" in rules
    assert [rule for rule in rules if figures[f"kept.{rule}"] & figures[f"late.{rule}"]] == []


def test_the_programmes_together_are_the_whole(demo: Desk) -> None:
    def open_cases(*groups: object) -> set[str]:
        return {case for group in groups for one in group.figures if one.slot == "open" for case in one.cases}  # type: ignore[attr-defined]

    apart = [group for one in demo.store.programmes.all() for group in indicators_of(demo, one.id)]
    assert open_cases(*apart) == open_cases(*indicators_of(demo))


async def test_a_figure_opens_the_caseload_with_its_cases_and_escape_leads_back(demo: Desk) -> None:
    async with at_desk(demo, CASELOAD) as pilot:
        await press(pilot, "f")
        screen = pilot.app.screen
        assert isinstance(screen, IndicatorsScreen)
        key = next(line.key for group in screen.list.groups for line in group.lines if line.figure.slot == "step.3")
        figure = next(line.figure for group in screen.list.groups for line in group.lines if line.key == key)
        assert screen.list.go_to(key)
        await press(pilot, "enter")
        assert shows(pilot, CaseloadScreen)
        of = len(figure.cases)
        assert line_with(pilot, "Caseload ·") == f"Caseload · step: case plan · {of} of {of} cases"
        await press(pilot, "escape")
        assert shows(pilot, IndicatorsScreen)


async def test_p_counts_one_programme_alone(demo: Desk) -> None:
    async with at_desk(demo, CASELOAD) as pilot:
        await press(pilot, "f")
        assert "every programme" in seen(pilot)
        await press(pilot, "p")
        assert "every programme" not in seen(pilot)


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_figures_look_as_they_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await press(pilot, "f")

    assert snap_compare(an_app(demo, CASELOAD), terminal_size=size, run_before=run_before)
