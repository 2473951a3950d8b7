"""Opening a closed case again: what each set asks for is seen before and after, and nothing is opened by looking."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.status import Status, status
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.case_file.reopening_screen import ReopeningScreen
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, settled, told
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]
CLOSED = CaseCode("C-0059")
"""In the demo, a case that was closed with its goals met."""


async def at_the_case(pilot: Pilot[None], code: CaseCode, *keys: str) -> None:
    await pilot.app.push_screen(doors.case_file(code))
    await settled(pilot)
    await press(pilot, *keys)


def test_the_commands_are_well_declared() -> None:
    assert command_faults(ReopeningScreen) == ()


async def test_a_closed_case_shows_what_guidance_would_ask_for_and_enter_opens_the_form(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await at_the_case(pilot, CLOSED, "r")
        assert shows(pilot, ReopeningScreen)
        assert line_with(pilot, "▸") == "▸ opening again Open this case again, and write why"
        assert line_with(pilot, "WOULD ASK FOR").startswith("OPENING AGAIN: INTER-AGENCY WOULD ASK FOR 2")
        assert line_with(pilot, "Assess anew").startswith("? task of casework Assess anew before anything else")
        assert status(demo.case(CLOSED)) is Status.CLOSED
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        await press(pilot, "=has nowhere to sleep", "f2", "f2")
        assert status(demo.case(CLOSED)) is Status.OPEN
        assert line_with(pilot, "ASKS FOR").startswith("OPENED AGAIN: INTER-AGENCY ASKS FOR 2")
        pilot.app.screen.query_one("#again", WorkList).go_to("again/iag_core/IAG-CLS-22")
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)


async def test_the_closing_tab_goes_on_saying_what_opening_again_asks_for(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await at_the_case(pilot, CLOSED, "left_square_bracket")
        assert line_with(pilot, "WOULD ASK FOR").startswith("OPENING AGAIN: INTER-AGENCY WOULD ASK FOR 2")


async def test_a_case_that_was_never_closed_is_told_so(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await at_the_case(pilot, CaseCode("C-0117"), "r")
        assert told(pilot) == ["The case is not closed."]


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_screen_looks_as_it_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await at_the_case(pilot, CLOSED, "r")

    assert snap_compare(an_app(demo), terminal_size=size, run_before=run_before)
