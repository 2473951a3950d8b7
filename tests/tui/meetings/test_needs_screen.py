"""What a meeting still needs, seen from the list of who is here."""

from dataclasses import replace

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.answers import Answer
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.tui.closing.evidence_screen import EvidenceScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.guidance.sets import a_rule, a_set, host_of
from tests.tui.at_the_screen import NARROW, press, seen
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
