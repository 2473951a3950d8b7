"""A facilitator from outside at the screen: every place opens, and none names a case that is not theirs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.office import desk_at
from supervisor_tui.store.open_store import unlock
from supervisor_tui.tui import doors
from supervisor_tui.tui.main_screens import CASELOAD, LIBRARY, MEETINGS, SCHEDULE, SETTINGS, TODAY
from tests.from_outside import OUTSIDE, OWN_CASE, OWN_MEETING, TESFA, TESFAS_WORDS, a_facilitated_agency
from tests.tui.agency import Clock
from tests.tui.at_the_screen import at_desk, press, seen, settled, told


@pytest.fixture
def tesfa(tmp_path: Path) -> Iterator[Desk]:
    """The facilitator's desk."""
    a_facilitated_agency(tmp_path / "store").store.close()
    store = unlock(tmp_path / "store", TESFA.short_name, TESFAS_WORDS, clock=Clock())
    yield desk_at(store, clock=Clock())
    store.close()


@pytest.mark.parametrize("place", [TODAY, CASELOAD, SCHEDULE, MEETINGS, LIBRARY, SETTINGS])
async def test_no_place_names_a_case_that_is_not_theirs(tesfa: Desk, place: str) -> None:
    async with at_desk(tesfa, place) as pilot:
        text = seen(pilot)
        assert [code for code in OUTSIDE if code in text] == []
        assert pilot.app.crash_notice == ""  # type: ignore[attr-defined]


async def test_their_conference_is_held_at_the_screen(tesfa: Desk) -> None:
    async with at_desk(tesfa, MEETINGS) as pilot:
        await pilot.app.push_screen(doors.meeting(OWN_MEETING))
        await settled(pilot)
        await press(pilot, "f2", "p", "escape", "=d daily calls because alone at night", "enter")
        text = seen(pilot)
        assert OWN_CASE in text
        assert [code for code in OUTSIDE if code in text] == []
    assert [line.text for line in minutes(tesfa, OWN_MEETING)] == ["daily calls"]


def stored(desk: Desk) -> tuple[object, ...]:
    """Return what stands in the store, as far as the facilitator reaches it."""
    store = desk.store
    return (
        store.meetings.all(),
        store.records.of(OWN_CASE),
        store.series.all(),
        store.settings.all(),
        store.people.all(),
    )


AT_CASE, TOLD = ("shift+tab", "shift+tab", "home", "ctrl+k"), ("=visit yesterday", "f2")
WHEN = ("home", "ctrl+k", "=tue 14:00")


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        pytest.param(MEETINGS, ("m", *WHEN, "f2"), id="calling a meeting"),
        pytest.param(MEETINGS, ("w",), id="the team's weekly meeting"),
        pytest.param(MEETINGS, ("s", "f2"), id="setting the weekly meeting"),
        pytest.param(TODAY, ("t", *AT_CASE, "=C-0048", "tab", "tab", *TOLD), id="as told elsewhere"),
        pytest.param(TODAY, ("t", *TOLD), id="as told in theirs"),
        pytest.param(CASELOAD, ("u", "=the school asks", "f2"), id="raising a case"),
        pytest.param(SETTINGS, ("down", "enter", "=14", "tab", "tab", "tab", "=agreed", "f2"), id="deciding a number"),
    ],
)
async def test_what_is_the_agencys_is_refused_and_the_screen_stands(
    tesfa: Desk, place: str, keys: tuple[str, ...]
) -> None:
    before = stored(tesfa)
    async with at_desk(tesfa, place) as pilot:
        await press(pilot, *keys)
        text = " ".join(" ".join((seen(pilot), *told(pilot))).replace("│", " ").split())
        assert "facilitator from outside" in text
        assert [code for code in OUTSIDE if code in text and code not in "".join(keys)] == []
        assert pilot.app.crash_notice == ""  # type: ignore[attr-defined]
    assert stored(tesfa) == before


@pytest.mark.parametrize("keys", [("enter",), ("enter", "c"), ("enter", "r", "escape", "end", "enter")])
async def test_the_file_of_their_case_does_not_open(tesfa: Desk, keys: tuple[str, ...]) -> None:
    async with at_desk(tesfa, CASELOAD) as pilot:
        await press(pilot, *keys)
        assert any("not the case file" in notice for notice in told(pilot))
        assert "sleeps outside" not in seen(pilot)
        assert pilot.app.crash_notice == ""  # type: ignore[attr-defined]
