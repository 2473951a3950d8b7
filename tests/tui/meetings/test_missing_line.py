"""At the head of a meeting stands who is still missing, in the words of the guidance, until they are here."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.attendance import attended
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.meetings.in_the_room import still_missing
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.participants import Attendance, ParticipantRole
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from tests.guidance.sets import a_rule, a_set, host_of
from tests.tui.agency import NOW
from tests.tui.at_the_screen import press
from tests.tui.at_the_screen import seen as on_screen
from tests.tui.meetings.called import a_conference, in_meeting

SET = "field_practice"
SMALL = (80, 24)


def two_are_the_least(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Two professionals are the least."""
    here = len([one for one in file.meeting.there if one.is_professional])
    return Answer.passes("enough") if here > 1 else Answer.fails(f"Professionals here: {here}; 2 are the least.")


def not_about_the_room(_file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Something else is missing."""
    return Answer.fails("No agenda.")


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A desk whose guidance asks for two professionals, on the day of a conference with Amos and a teacher."""
    quorum = a_rule(SET, "Q-1", two_are_the_least, RuleKind.MEETING_CHECK)
    rules = (msgspec.structs.replace(quorum, in_the_room=True), a_rule(SET, "Q-2", not_about_the_room, quorum.kind))
    held = a_conference(desk)
    changed(desk, seen(desk, held.id), msgspec.structs.replace(held, starts=NOW))
    return replace(desk, host=host_of(a_set(SET, rules=rules)))


def now(desk: Desk) -> Meeting:
    """Return the meeting as it stands."""
    return seen(desk, desk.store.meetings.all()[0].id).value


async def test_the_line_counts_who_is_noted_as_here_and_goes_when_enough_have_come(asked: Desk) -> None:
    async with in_meeting(asked, now(asked), size=SMALL) as pilot:
        assert "STILL MISSING  Professionals here: 0; 2 are the least" in on_screen(pilot)
        assert "No agenda" not in on_screen(pilot)
        await press(pilot, "f2", "p")
        assert "STILL MISSING  Professionals here: 1; 2 are the least" in on_screen(pilot)
        await press(pilot, "down", "p", "escape")
        assert "STILL MISSING" not in on_screen(pilot)


async def test_the_family_does_not_read_it(asked: Desk) -> None:
    meeting = now(asked)
    child = msgspec.structs.replace(
        meeting.participants[1], label="child", role=ParticipantRole.CHILD, attendance=Attendance.PRESENT
    )
    people = (meeting.participants[0], child)
    changed(asked, seen(asked, meeting.id), msgspec.structs.replace(meeting, participants=people))
    async with in_meeting(asked, now(asked)) as pilot:
        assert "STILL MISSING" not in on_screen(pilot)


def test_before_the_day_after_the_end_and_without_a_quorum_nothing_is_said(asked: Desk) -> None:
    meeting = now(asked)
    early = msgspec.structs.replace(meeting, starts=NOW.replace(day=23))
    weekly = msgspec.structs.replace(meeting, kind=MeetingKind.MANAGEMENT)
    over = msgspec.structs.replace(meeting, state=MeetingState.CLOSED)
    assert [still_missing(asked, one) for one in (early, weekly, over)] == [(), (), ()]
    begun_early = msgspec.structs.replace(early, state=MeetingState.HELD)
    assert still_missing(asked, begun_early) == ("Professionals here: 0; 2 are the least.",)
    both = (one.id for one in meeting.participants)
    for who in both:
        attended(asked, seen(asked, meeting.id), who, Attendance.PRESENT)
    assert still_missing(asked, now(asked)) == ()
