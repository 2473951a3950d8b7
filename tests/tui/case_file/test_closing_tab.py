"""The last tab of a case file: what each set answers about closing, and the way from there to the place of work."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import TabbedContent

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.closing.steps_screen import StepsScreen
from supervisor_tui.tui.transfers.transfer_screen import TransferScreen
from tests.casework.transfers.handing_over import PROPOSED, done
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, settled
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]
CODE = CaseCode("C-0117")
READY = CaseCode("C-0112")
"""In the demo, a case for which closing is asked and whose checks are in order; a task is left."""


async def in_the_closing_tab(pilot: Pilot[None], code: CaseCode) -> None:
    await pilot.app.push_screen(doors.case_file(code))
    await settled(pilot)
    await press(pilot, "left_square_bracket")
    assert pilot.app.screen.query_one(TabbedContent).active == "closing-tab"


async def test_the_first_line_is_a_sets_answer_and_enter_opens_the_workspace(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await in_the_closing_tab(pilot, READY)
        assert line_with(pilot, "MAY THIS CASE CLOSE?").endswith("asked for Sun 8 Nov · goals met and safe")
        assert line_with(pilot, "▸") == "▸ ✓ Inter-Agency ready decides"
        await press(pilot, "enter")
        assert shows(pilot, ClosingScreen)
        await press(pilot, "escape")
        assert shows(pilot, CaseFileScreen)
        assert line_with(pilot, "▸") == "▸ ✓ Inter-Agency ready decides"
        await press(pilot, "c")
        assert shows(pilot, ClosingScreen)


async def test_the_next_step_is_marked_and_enter_opens_the_steps(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await in_the_closing_tab(pilot, READY)
        assert line_with(pilot, "STEPS").endswith("next: talked over")
        pilot.app.screen.query_one("#endings", WorkList).go_to("step/tasks")
        await press(pilot, "enter")
        assert shows(pilot, StepsScreen)


async def test_a_case_that_nobody_asks_to_close_shows_no_steps(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await in_the_closing_tab(pilot, CODE)
        assert line_with(pilot, "MAY THIS CASE CLOSE?").endswith("nobody asked for it")
        assert line_with(pilot, "STEPS") == ""


async def test_a_hand_over_under_way_stands_there_too(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    async with at_desk(desk) as pilot:
        await in_the_closing_tab(pilot, CODE)
        assert line_with(pilot, "AG-11") == "AG-11 child and family to be asked"
        pilot.app.screen.query_one("#endings", WorkList).go_to("hand-over")
        await press(pilot, "enter")
        assert shows(pilot, TransferScreen)


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_tab_looks_as_it_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await in_the_closing_tab(pilot, READY)

    assert snap_compare(an_app(demo), terminal_size=size, run_before=run_before)
