"""Who is given which line of the minutes."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.copies import copy_for
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import (
    Attendance,
    Participant,
    ParticipantRole,
    SharingBasis,
    heard_now,
)
from supervisor_tui.domain.meetings.sharing import Sharing
from supervisor_tui.domain.meetings.told_to import FOLLOWS_UP, meeting_as_told_to
from supervisor_tui.domain.records.kind import YesNo

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CHAIR, NURSE, CAREGIVER, CHILD, UNCLE = (ParticipantId(f"P{place}") for place in range(1, 6))
EVERYBODY = (CHAIR, NURSE, CAREGIVER, CHILD, UNCLE)


def someone(label: str, role: ParticipantRole, **said: object) -> Participant:
    return Participant(label=label, role=role, attendance=Attendance.PRESENT, **said)  # type: ignore[arg-type]


MEETING = with_numbers(
    Meeting(
        id=MeetingId("M-1"),
        kind=MeetingKind.CONFERENCE,
        starts=START,
        participants=(
            someone("W-41", ParticipantRole.CHAIR),
            someone("nurse", ParticipantRole.PROVIDER, agency="AG-01"),
            someone("caregiver", ParticipantRole.CAREGIVER, professional=False),
            someone("child", ParticipantRole.CHILD, professional=False),
            someone("uncle", ParticipantRole.CAREGIVER, professional=False, may_harm=YesNo.YES),
        ),
    )
)


def line(
    text: str, kind: LineKind = LineKind.NOTE, heard_by: tuple[ParticipantId, ...] = EVERYBODY, **said: object
) -> MinutesLine:
    return MinutesLine(
        id=RecordId(text),
        meeting=MEETING.id,
        kind=kind,
        text=text,
        by=PersonCode("W-41"),
        at=START + timedelta(minutes=1),
        heard_by=heard_by,
        **said,  # type: ignore[arg-type]
    )


ON_A_BASIS = Sharing(SharingBasis.CONSENT, (CaseCode("C-0007"), CaseCode("C-0008")))
HIDDEN = "by code only"
LINES = (
    line("goes to school"),
    line("wants to see the mother", LineKind.CHILD_VIEW),
    line("the uncle drinks", part=Part.CLOSED, heard_by=(CHAIR, NURSE)),
    line("the judge was asked", audience=Audience.CHAIR),
    line("said before anybody was noted", heard_by=()),
    line("weigh the child", LineKind.ACTION, heard_by=(CHAIR,), owner="nurse"),
)


@pytest.mark.parametrize(
    ("who", "given"),
    [
        (CHAIR, [one.text for one in LINES]),
        (NURSE, ["goes to school", "wants to see the mother", "the uncle drinks", "weigh the child"]),
        (CAREGIVER, ["goes to school"]),
        (CHILD, ["goes to school", "wants to see the mother"]),
        (UNCLE, ["goes to school"]),
    ],
)
def test_a_copy_holds_what_somebody_heard_and_may_read(who: ParticipantId, given: list[str]) -> None:
    recipient = MEETING.participant(who)
    assert recipient is not None
    assert [one.text for one in copy_for(recipient, LINES, MEETING, ON_A_BASIS)] == given


def test_who_was_asked_to_leave_or_never_took_part_is_given_nothing() -> None:
    left = Participant(id=NURSE, label="nurse", role=ParticipantRole.PROVIDER, attendance=Attendance.EXCLUDED)
    stranger = Participant(id=ParticipantId("P9"), label="press", role=ParticipantRole.OTHER)
    found = [copy_for(one, LINES, MEETING, ON_A_BASIS) for one in (left, stranger)]
    assert found == [(), ()]


def test_where_two_are_called_alike_nobody_knows_whose_an_action_is() -> None:
    nurses = tuple(someone("nurse", ParticipantRole.PROVIDER, agency=agency) for agency in ("AG-01", "AG-02"))
    meeting = with_numbers(Meeting(id=MeetingId("M-1"), kind=MEETING.kind, starts=START, participants=nurses))
    heard_by_the_first = line("weigh the child", LineKind.ACTION, heard_by=(CHAIR,), owner="nurse")
    found = [copy_for(one, (heard_by_the_first,), meeting, ON_A_BASIS) for one in meeting.participants]
    assert found == [(heard_by_the_first,), ()]


C_0007, C_0008 = CaseCode("C-0007"), CaseCode("C-0008")
OF_CASES = (
    line("the first child goes to school", case=C_0007),
    line("the second child is ill", case=C_0008),
    line("both are brothers"),
)


@pytest.mark.rule("IAG-MTG-17")
@pytest.mark.parametrize("who", EVERYBODY)
def test_without_a_basis_a_copy_holds_nothing_about_a_child(who: ParticipantId) -> None:
    recipient = MEETING.participant(who)
    assert recipient is not None
    assert copy_for(recipient, OF_CASES, MEETING, Sharing(None)) == ()


@pytest.mark.rule("IAG-MTG-17")
def test_with_a_basis_for_one_case_a_copy_tells_of_that_case_alone() -> None:
    nurse = MEETING.participants[1]
    assert copy_for(nurse, OF_CASES, MEETING, Sharing(None, (C_0007,))) == OF_CASES[:1]


def test_where_no_basis_is_asked_for_a_copy_is_not_narrowed() -> None:
    assert copy_for(MEETING.participants[1], OF_CASES, MEETING, None) == OF_CASES


@pytest.mark.parametrize("harm", [YesNo.YES, YesNo.NOT_KNOWN])
@pytest.mark.parametrize("role", ParticipantRole)
def test_who_could_harm_gets_no_view_of_the_child_and_nothing_closed_in_any_role(
    role: ParticipantRole, harm: YesNo
) -> None:
    someone_there = someone("x", role, may_harm=harm)
    meeting = with_numbers(Meeting(id=MeetingId("M-1"), kind=MEETING.kind, starts=START, participants=(someone_there,)))
    lines = (
        line("goes to school"),
        line("wants to see the mother", LineKind.CHILD_VIEW, audience=Audience.EVERYONE),
        line("the uncle drinks", part=Part.CLOSED),
        line("watch him", LineKind.ACTION, audience=Audience.PROFESSIONALS, owner="x"),
    )
    assert [one.text for one in copy_for(meeting.participants[0], lines, meeting, ON_A_BASIS)] == ["goes to school"]


AGENDA = (
    AgendaLine(text="left open: ask the aunt", case=C_0007, rule=FOLLOWS_UP),
    AgendaLine(text="school", case=C_0007),
    AgendaLine(text="illness", case=C_0008),
    AgendaLine(text="what is said here stays here", rule="RB-CC-12"),
    AgendaLine(text="the brothers"),
)


@pytest.mark.rule("IAG-MTG-17")
@pytest.mark.parametrize(
    ("who", "sharing", "points", "place", "why"),
    [
        (NURSE, ON_A_BASIS, [one.text for one in AGENDA], "our office", "he ran away"),
        (NURSE, Sharing(None), [HIDDEN, HIDDEN, HIDDEN, "what is said here stays here", HIDDEN], "our office", ""),
        (
            NURSE,
            Sharing(None, (C_0007,)),
            ["left open: ask the aunt", "school", HIDDEN, "what is said here stays here", HIDDEN],
            "our office",
            "",
        ),
        (
            CAREGIVER,
            ON_A_BASIS,
            ["school", "illness", "what is said here stays here", "the brothers"],
            "our office",
            "he ran away",
        ),
        (UNCLE, ON_A_BASIS, [HIDDEN, HIDDEN, "what is said here stays here", HIDDEN], "", ""),
    ],
)
def test_papers_tell_of_a_meeting_what_their_reader_may_know(
    who: ParticipantId, sharing: Sharing, points: list[str], place: str, why: str
) -> None:
    meeting = msgspec.structs.replace(MEETING, agenda=AGENDA, place="our office", called_because="he ran away")
    recipient = meeting.participant(who)
    assert recipient is not None
    told = meeting_as_told_to(recipient, meeting, sharing)
    assert ([one.text for one in told.agenda], told.place, told.called_because) == (points, place, why)


def test_who_steps_out_does_not_hear_what_is_written_meanwhile() -> None:
    out = Participant(
        id=CAREGIVER,
        label="caregiver",
        role=ParticipantRole.CAREGIVER,
        attendance=Attendance.PRESENT,
        stepped_out=True,
    )
    assert heard_now((MEETING.participants[0], out)) == (CHAIR,)


def test_a_number_is_never_given_to_another() -> None:
    without_last = Meeting(
        id=MEETING.id,
        kind=MEETING.kind,
        starts=START,
        numbered=MEETING.numbered,
        participants=(*MEETING.participants[:4], someone("aunt", ParticipantRole.CAREGIVER)),
    )
    assert [one.id for one in with_numbers(without_last).participants] == ["P1", "P2", "P3", "P4", "P6"]
