"""How each screen looks, in a wide terminal and in the narrowest that is served."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.tui import doors
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.main_screens import CASELOAD, SCHEDULE, SETTINGS, TODAY
from supervisor_tui.tui.opening import Opening
from tests.tui.agency import QUICK
from tests.tui.at_the_screen import NARROW, WIDE, an_app, press, settled

Looks = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])


def after(*keys: str) -> Callable[[Pilot[None]], Any]:
    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    return run_before


@SIZES
@pytest.mark.parametrize(
    ("start", "keys"),
    [
        pytest.param(TODAY, (), id="today"),
        pytest.param(TODAY, ("w",), id="by caseworker"),
        pytest.param(TODAY, ("t",), id="as told"),
        pytest.param(TODAY, ("down", "down", "p"), id="put off"),
        pytest.param(TODAY, ("slash", "=amos"), id="find"),
        pytest.param(TODAY, ("question_mark",), id="help"),
        pytest.param(CASELOAD, (), id="caseload"),
        pytest.param(CASELOAD, ("space", "slash", "=amos"), id="caseload filtered"),
        pytest.param(CASELOAD, ("space", "space", "m"), id="on an agenda"),
        pytest.param(SCHEDULE, (), id="schedule"),
        pytest.param(SCHEDULE, ("m",), id="month"),
        pytest.param(SETTINGS, (), id="settings"),
        pytest.param(SETTINGS, ("enter",), id="decide"),
        pytest.param(SETTINGS, ("a",), id="person"),
        pytest.param(SETTINGS, ("r",), id="programme"),
    ],
)
def test_a_screen_looks_as_it_did(
    desk: Desk, snap_compare: Looks, start: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    assert snap_compare(an_app(desk, start), terminal_size=size, run_before=after(*keys))


@SIZES
def test_a_form_looks_as_it_did(desk: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def open_form(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(
            doors.record_form(
                desk.store.records.codes()[3], "follow_up", filled={"channel": "call", "situation": "worse"}
            )
        )
        await settled(pilot)
        await press(pilot, "f2")

    assert snap_compare(an_app(desk), terminal_size=size, run_before=open_form)


@SIZES
def test_keeping_words_looks_as_it_did(desk: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def ask_why(pilot: Pilot[None]) -> None:
        await settled(pilot)
        filled = {"text": "The father is lazy."}
        await pilot.app.push_screen(doors.record_form(desk.store.records.codes()[3], "note", filled=filled))
        await settled(pilot)
        await press(pilot, "f2", "f2")

    assert snap_compare(an_app(desk), terminal_size=size, run_before=ask_why)


@SIZES
def test_unlocking_looks_as_it_did(
    desk: Desk, snap_compare: Looks, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.store.folder.parent)
    opening = Opening(desk.store.folder.relative_to(desk.store.folder.parent), clock=desk.clock)
    keys = ("=Ruth", "enter", "=a red door", "enter")
    assert snap_compare(SupervisorApp(opening), terminal_size=size, run_before=after(*keys))


@SIZES
def test_the_first_run_looks_as_it_did(
    desk: Desk, snap_compare: Looks, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.store.folder.parent)
    opening = Opening(desk.store.folder.relative_to(desk.store.folder.parent) / "new", key_cost=QUICK)
    assert snap_compare(SupervisorApp(opening), terminal_size=size, run_before=after("=Ruth", "f2"))
