"""Which fields a meeting is asked for, and what becomes of what is said of it."""

from datetime import date, datetime

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.changing import as_said
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.preparing import plan_meeting, replan_meeting
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.asked_of import ASKED, asked_of
from supervisor_tui.domain.meetings.kinds import Channel, MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.guidance.forms import FieldProblem, fields_of

MONDAY = datetime.fromisoformat("2026-11-23T09:00+03:00")
ALWAYS = {"kind", "starts", "planned_minutes", "cases", "place", "channel", "participants"}
IF_A_CHILD_COMES = {"child_may_be_silent", "child_safe_space", "child_own_words"}
BOTH_STAY_AWAY = {"child_absent_because", "caregiver_absent_because"}


@pytest.mark.parametrize(
    ("kind", "channel", "comes", "more"),
    [
        (MeetingKind.MANAGEMENT, Channel.IN_PERSON, (), {"place_confidential"}),
        (MeetingKind.MANAGEMENT, Channel.VIDEO, (ParticipantRole.CHILD,), {"place_confidential", "precautions"}),
        (MeetingKind.PLANNING, Channel.IN_PERSON, (), {"complex_case"} | BOTH_STAY_AWAY),
        (
            MeetingKind.PLANNING,
            Channel.IN_PERSON,
            (ParticipantRole.CHILD, ParticipantRole.CAREGIVER),
            {"complex_case"} | IF_A_CHILD_COMES,
        ),
        (
            MeetingKind.CONFERENCE,
            Channel.PHONE,
            (ParticipantRole.CHILD,),
            {"purpose", "called_because", "urgent_because", "agenda_on", "presentation_on", "precautions"}
            | {"caregiver_absent_because"}
            | IF_A_CHILD_COMES,
        ),
    ],
)
def test_a_meeting_is_asked_for_what_its_kind_needs_and_no_more(
    kind: MeetingKind, channel: Channel, comes: tuple[ParticipantRole, ...], more: set[str]
) -> None:
    assert asked_of(kind, channel, comes) == ALWAYS | more
    assert asked_of(kind, channel, comes, was_held=True) == ALWAYS | more | {"held_on"}


def test_every_field_that_a_person_can_fill_in_is_asked_of_some_meeting() -> None:
    declared = {field.name for field in fields_of(Meeting) if not field.by_itself}
    assert declared - {"id", "state"} == ASKED


def test_what_is_not_said_stays_and_what_is_said_blank_is_blank() -> None:
    before = Meeting(
        id=MeetingId("M-0001"), kind=MeetingKind.CONFERENCE, starts=MONDAY, place="office", called_because="two homes"
    )
    said = {"place": " ", "agenda_on": "2026-11-20"}
    assert as_said(before, said, said) == msgspec.structs.replace(before, place="", agenda_on=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("minutes", "words"), [(-5, "1 or more"), (0, "1 or more"), ("-5", "1 or more"), (1441, "1440 or less")]
)
def test_a_meeting_takes_a_minute_at_least_and_a_day_at_most(minutes: object, words: str) -> None:
    before = Meeting(id=MeetingId("M-0001"), kind=MeetingKind.CONFERENCE, starts=MONDAY)
    said = {"planned_minutes": minutes}
    assert as_said(before, said, said) == FieldProblem("planned_minutes", f"Please type a number of {words}.")


def test_two_of_one_name_keep_their_own_numbers(desk: Desk) -> None:
    teachers = [
        Participant(label="teacher", role=ParticipantRole.PROVIDER, agency=agency) for agency in ("AG-02", "AG-03")
    ]
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, MONDAY, participants=teachers)
    changed = replan_meeting(
        desk, seen(desk, meeting.id), msgspec.structs.replace(meeting, place="office", participants=teachers)
    ).value
    assert [(one.id, one.agency) for one in changed.participants] == [("P1", "AG-02"), ("P2", "AG-03")]
