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
from tests.tui.at_the_screen import at_desk, press, seen, settled


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


async def test_a_meeting_that_they_call_is_refused_in_a_sentence(tesfa: Desk) -> None:
    async with at_desk(tesfa, MEETINGS) as pilot:
        await press(pilot, "m", "home", "ctrl+k", "=tue 14:00", "f2")
        assert "reaches their own conferences alone" in " ".join(seen(pilot).split())
    assert [one.id for one in tesfa.store.meetings.all()] == [OWN_MEETING]
