"""The steps of closing on the screen: what is next, a task made from what a set asks for, a request taken back."""

import dataclasses
from datetime import date

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.closing_work import ask_for_closing
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.closing_tasks import tasks
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.closing_task import TaskState
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui import doors
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.closing.steps_screen import StepsScreen
from supervisor_tui.tui.closing.work_dialogs import NewTaskDialog, TakeBackDialog
from tests.tui.at_the_screen import an_app, at_desk, line_with, press, seen, settled
from tests.tui.meetings.called import shows
from tests.tui.test_looks import SIZES, Looks

CODE = CaseCode("C-0048")


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """C-0048, asked to be closed under the Inter-Agency Guidelines."""
    at_work = dataclasses.replace(desk, host=PluginHost.discover())
    word = GuidanceForCase(set=SetId("iag_core"), standing=Standing.DECIDES, reason="agreed")
    save(at_work, CODE, [Draft(word, date(2026, 11, 1))])
    ask_for_closing(at_work, CODE, ClosureReason.GOALS_MET)
    return at_work


@pytest.mark.parametrize("screen", [StepsScreen, NewTaskDialog, TakeBackDialog])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def open_steps(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await pilot.app.push_screen(doors.closing(CODE))
    await settled(pilot)
    await press(pilot, "t")


async def test_the_steps_say_what_is_next_and_who_asks_for_it(asked: Desk) -> None:
    async with at_desk(asked) as pilot:
        await open_steps(pilot)
        assert "next: checks" in seen(pilot)
        assert "manager" in line_with(pilot, "A supervisor or manager")
        assert "Inter-Agency" in line_with(pilot, "A supervisor or manager")
        await press(pilot, "escape")
        assert shows(pilot, ClosingScreen)


async def test_a_task_is_made_and_done_by_keys(asked: Desk) -> None:
    async with at_desk(asked) as pilot:
        await open_steps(pilot)
        await press(pilot, "home", "n", "=give the school our number", "tab", "=Amos", "tab", "=+3d", "enter")
        assert "until 2026-11-24" in line_with(pilot, "K1 give the school our number")
        assert "Amos" in line_with(pilot, "K1 give the school our number")
        for _step in range(30):
            line = pilot.app.screen.query_one("#checks").line  # type: ignore[attr-defined]
            if getattr(line, "task", ""):
                break
            await press(pilot, "down")
        await press(pilot, "d")
        assert [one.body.state for one in tasks(asked.case(CODE))] == [TaskState.DONE]


async def test_a_task_for_a_code_that_nobody_has_is_refused_at_its_field(asked: Desk) -> None:
    async with at_desk(asked) as pilot:
        await open_steps(pilot)
        await press(pilot, "home", "n", "=tell the school", "tab", "=W-99", "f2")
        assert "Nobody who works here has the code W-99." in " ".join(seen(pilot).split())
        assert (pilot.app.focused.id if pilot.app.focused else "") == "owner"
        assert tasks(asked.case(CODE)) == ()


async def test_a_request_is_taken_back_with_its_reason_and_stays_to_be_seen(asked: Desk) -> None:
    async with at_desk(asked) as pilot:
        await open_steps(pilot)
        await press(pilot, "w", "enter")
        assert "Please say why the request is taken back." in seen(pilot)
        await press(pilot, "=the uncle is back", "enter")
        assert shows(pilot, StepsScreen)
        assert "the uncle is back" in seen(pilot)
    assert status(asked.case(CODE)) is Status.OPEN


@SIZES
def test_the_steps_look_as_they_did(asked: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    assert snap_compare(an_app(asked), terminal_size=size, run_before=open_steps)
