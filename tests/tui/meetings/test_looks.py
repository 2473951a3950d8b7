"""How case file, closing and meetings look, in a wide terminal and in the narrowest that is served."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.tui import doors
from supervisor_tui.tui.main_screens import MEETINGS
from tests.tui.at_the_screen import NARROW, WIDE, an_app, press, settled
from tests.tui.meetings.called import TickingClock, a_conference

Looks = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])


@SIZES
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param((), id="story"),
        pytest.param(("right_square_bracket",), id="plan"),
        pytest.param(("c",), id="closing"),
        pytest.param(("c", "end", "enter"), id="closing unfolded"),
        pytest.param(("c", "e"), id="evidence"),
    ],
)
def test_a_case_looks_as_it_did(desk: Desk, snap_compare: Looks, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    async def open_case(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.case_file(CaseCode("C-0048")))
        await settled(pilot)
        await press(pilot, *keys)

    assert snap_compare(an_app(desk), terminal_size=size, run_before=open_case)


@SIZES
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("=a find a night shelter", "tab", "tab", "=wed"), id="typing"),
        pytest.param(("=d daily calls because alone at night", "enter", "=a buy a lock", "enter"), id="minutes"),
        pytest.param(("f2", "p", "down", "s"), id="people"),
        pytest.param(("f6",), id="change"),
    ],
)
def test_a_meeting_looks_as_it_did(
    desk: Desk, snap_compare: Looks, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    ticking = replace(desk, clock=TickingClock())
    meeting = a_conference(ticking, "C-0117", "C-0048")

    async def open_meeting(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.meeting(meeting.id))
        await settled(pilot)
        await press(pilot, *keys)
        await pilot.pause(0.9)
        await settled(pilot)

    assert snap_compare(an_app(ticking), terminal_size=size, run_before=open_meeting)


@SIZES
def test_the_meetings_look_as_they_did(desk: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    a_conference(desk)

    async def wait(pilot: Pilot[None]) -> None:
        await settled(pilot)

    assert snap_compare(an_app(desk, MEETINGS), terminal_size=size, run_before=wait)
