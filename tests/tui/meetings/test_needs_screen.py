"""What a meeting still needs, seen from the list of who is here."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.answers import Answer
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.tui.closing.evidence_screen import EvidenceScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.meetings.needs_screen import NeedsScreen
from tests.guidance.sets import a_rule, a_set, host_of
from tests.tui.at_the_screen import NARROW, WIDE, an_app, press, seen, settled
from tests.tui.meetings.called import a_conference, in_meeting, shows

ANSWERS = (
    ("In order", Answer.passes("Two professionals."), Strength.BLOCKS),
    ("Agenda", Answer.unknown("Nobody said whether it is ready."), Strength.BLOCKS),
    ("Supervisor", Answer.fails("She does not come."), Strength.WARNS),
    ("Signed", Answer.fails("Not signed: teacher."), Strength.BLOCKS),
)


@pytest.fixture
def checked(desk: Desk) -> Desk:
    """A desk with a set that has four things to say of every meeting."""
    rules = tuple(
        a_rule("field_practice", title, lambda *_given, one=answer: one, RuleKind.MEETING_CHECK, strength=strength)
        for title, answer, strength in ANSWERS
    )
    return replace(desk, host=host_of(a_set("field_practice", rules=rules)))


async def test_what_is_open_comes_first_and_a_line_opens_its_evidence(checked: Desk) -> None:
    async with in_meeting(checked, a_conference(checked), size=NARROW) as pilot:
        await press(pilot, "f2", "w")
        text = seen(pilot)

        assert "What the meeting still needs" in text
        places = [text.index(words) for words in ("Not signed: teacher", "Nobody said", "She does not come")]
        assert places == sorted(places)
        assert "Two professionals" not in text

        await press(pilot, "enter")
        assert shows(pilot, EvidenceScreen)
        assert "Because." in seen(pilot)

        await press(pilot, "escape", "escape")
        assert shows(pilot, MeetingScreen)


async def test_a_key_of_the_meeting_leads_there_and_escape_leads_back(checked: Desk) -> None:
    async with in_meeting(checked, a_conference(checked)) as pilot:
        await press(pilot, "ctrl+l")
        assert isinstance(needs := pilot.app.screen, NeedsScreen)
        assert needs.rule_in_hand() == "Signed"

        await press(pilot, "escape")
        assert shows(pilot, MeetingScreen)


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_screen_looks_as_it_did(checked: Desk, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    meeting = a_conference(checked)

    async def open_needs(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(NeedsScreen(meeting.id))
        await settled(pilot)

    assert snap_compare(an_app(checked), terminal_size=size, run_before=open_needs)
