"""Who is given which line of the minutes."""

from datetime import UTC, datetime, timedelta

import pytest

from supervisor_tui.domain.ids import MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.copies import copy_for
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole, heard_now
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
    assert [one.text for one in copy_for(recipient, LINES, MEETING)] == given


def test_who_was_asked_to_leave_or_never_took_part_is_given_nothing() -> None:
    left = Participant(id=NURSE, label="nurse", role=ParticipantRole.PROVIDER, attendance=Attendance.EXCLUDED)
    stranger = Participant(id=ParticipantId("P9"), label="press", role=ParticipantRole.OTHER)
    assert (copy_for(left, LINES, MEETING), copy_for(stranger, LINES, MEETING)) == ((), ())


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
