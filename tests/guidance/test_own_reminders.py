"""What the product itself reminds of about meetings, and that it keeps silent where a set in force speaks."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.meeting_file import EarlierMeeting, MeetingDiary
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.domain.meetings.reminders import TOLD, slot_of
from supervisor_tui.guidance.own_reminders import OWN
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.testing import a_meeting, a_programme
from tests.guidance.sets import a_rule, a_set, host_of

CODE = CaseCode("C-0062")
TEACHER = Participant(label="teacher", role=ParticipantRole.PROVIDER, notice_on=date(2026, 3, 2))
NURSE = Participant(label="nurse", role=ParticipantRole.PROVIDER)
EXCUSED = Participant(label="police", role=ParticipantRole.AUTHORITY, attendance=Attendance.APOLOGIES)
READY = {"agenda": (AgendaLine(text="why we meet", case=CODE),), "agenda_on": date(2026, 3, 8)}
OVER = {"state": MeetingState.CLOSED}


def a_conference(**said: object) -> Meeting:
    """On 10 March, everybody told and the agenda ready, unless said otherwise."""
    return a_meeting("2026-03-10T09:00+00:00", **{"participants": (TEACHER,), "cases": (CODE,), **READY, **said})  # type: ignore[arg-type]


def reminders(meeting: Meeting, day: int) -> list[tuple[str, DueState]]:
    """Return the product's own reminders on a day of March, in words, with their state."""
    return [(item.unknown or item.title, due_state(item, date(2026, 3, day))) for item in items(meeting, day)]


def items(meeting: Meeting, day: int, *sets: object) -> list[DueItem]:
    diary = MeetingDiary(programme=a_programme("a"), meetings=(EarlierMeeting(meeting),))
    asked = host_of(*sets).meetings.due(diary, date(2026, 3, day))  # type: ignore[arg-type]
    return [item for one in asked if one.set == OWN for item in one.items]


@pytest.mark.rule("OWN-MTG-01")
def test_a_conference_is_named_the_day_before_on_its_day_and_until_it_was_held() -> None:
    found = {day: reminders(a_conference(), day) for day in (8, 9, 10, 12)}
    assert found == {
        8: [],
        9: [("Conference M-0001 is tomorrow", DueState.DUE)],
        10: [("Conference M-0001 is today", DueState.DUE)],
        12: [("Conference M-0001: nobody recorded that it was held", DueState.OVERDUE)],
    }
    assert reminders(a_conference(state=MeetingState.HELD), 10) == []
    assert reminders(a_conference(kind=MeetingKind.MANAGEMENT), 10) == []


@pytest.mark.rule("OWN-MTG-02")
def test_whoever_is_expected_and_not_told_is_counted() -> None:
    (told,) = items(a_conference(participants=(TEACHER, NURSE, EXCUSED)), 5)
    assert (told.title, told.due, told.part) == (
        "1 of 3 invitations to send · M-0001",
        date(2026, 3, 10),
        MeetingPart.PEOPLE,
    )
    assert reminders(a_conference(participants=(TEACHER, EXCUSED)), 5) == []


@pytest.mark.rule("OWN-MTG-03")
def test_an_agenda_is_ready_once_somebody_says_so_and_every_case_has_a_point() -> None:
    nobody_said = a_conference(agenda_on=None)
    without_a_point = a_conference(cases=(CODE, CaseCode("C-0070")))
    assert [reminders(one, 5) for one in (nobody_said, without_a_point)] == [
        [("Agenda of M-0001: not ready", DueState.UPCOMING)]
    ] * 2
    assert [item.part for item in items(nobody_said, 5)] == [MeetingPart.AGENDA]


@pytest.mark.rule("OWN-MTG-04")
def test_minutes_of_any_meeting_that_is_over_are_to_be_approved_and_no_day_is_made_up() -> None:
    weekly = a_conference(kind=MeetingKind.MANAGEMENT, **OVER)
    assert reminders(weekly, 12) == [("Minutes of M-0001: to approve, no day set", DueState.UNKNOWN)]
    approved = msgspec.structs.replace(weekly, approved_at=datetime(2026, 3, 11, tzinfo=UTC))
    assert reminders(approved, 12) == []


def test_where_a_set_in_force_speaks_of_the_same_thing_its_word_stands_alone() -> None:
    meeting = a_conference(participants=(NURSE,), agenda_on=None)
    theirs = DueItem("tell them", due=date(2026, 3, 3), slot=slot_of(meeting, TOLD), meeting=meeting.id)
    speaks = a_set("a", rules=(a_rule("a", "A-1", lambda *_given: (theirs,), RuleKind.MEETING_SCHEDULE),))
    assert [item.title for item in items(meeting, 5, speaks)] == ["Agenda of M-0001: not ready"]
    assert [item.title for item in items(meeting, 5)] == [
        "1 of 1 invitations to send · M-0001",
        "Agenda of M-0001: not ready",
    ]
