"""Minutes typed in an editor: what they say of the meeting, who took part and the agenda is kept; the rest compared."""

from dataclasses import replace
from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.approving import approve
from supervisor_tui.casework.meetings.copies import note_sent
from supervisor_tui.casework.meetings.correcting import correct
from supervisor_tui.casework.meetings.holding import ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.reading_in import WhatCame, read_in
from supervisor_tui.domain.ids import CaseCode, ParticipantId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from tests.tui.meetings.called import TUESDAY, TickingClock, a_conference

CODE = CaseCode("C-0117")

TYPED = """\
- Where: school
- When: 2026-11-24 15:00
- Why it is called: she sleeps outside
- Cases: C-0117, C-0062

## Who took part

| No. | Who | Role | Agency | Attendance | Confidentiality |
|---|---|---|---|---|---|
| P2 | teacher | | | present | signed, 2026-11-24 |
|  | amos | chair | | present | |
|  | nurse | service provider | AG-05 | sent apologies | |

- Child: not invited, or not recorded (at school)

## Agenda

1. C-0062: the school letter (5 min)

## Case C-0117

### Decisions and reasons

1. stay with the aunt
2. ask the clinic

### Actions

- call the aunt
  - Carries out: decision 1
"""


def test_what_a_person_writes_about_the_meeting_is_kept(desk: Desk) -> None:
    desk = replace(desk, clock=TickingClock())
    number = a_conference(desk).id
    came = read_in(desk, number, TYPED)
    assert came.problems == ()
    told = seen(desk, number).value
    assert (told.place, told.called_because, told.child_absent_because) == ("school", "she sleeps outside", "at school")
    assert (told.starts.isoformat(), told.cases) == ("2026-11-24T15:00:00+03:00", ("C-0117", "C-0062"))
    assert [(one.id, one.label, one.role, one.agency, one.attendance) for one in told.participants] == [
        ("P1", "W-04", ParticipantRole.CHAIR, "", Attendance.PRESENT),
        ("P2", "teacher", ParticipantRole.PROVIDER, "AG-02", Attendance.PRESENT),
        ("P3", "nurse", ParticipantRole.PROVIDER, "AG-05", Attendance.APOLOGIES),
    ]
    assert told.participants[1].signed_on == date(2026, 11, 24)
    assert (told.agenda[0].text, told.agenda[0].case, told.agenda[0].minutes) == ("the school letter", "C-0062", 5)
    decided, _other, action = came.added
    assert action.carries_out == decided.id
    assert "P1 Attendance: invited → present" in [f"{one.what}: {one.was} → {one.reads}" for one in came.changes]
    again = read_in(desk, number, TYPED)
    assert (again.added, again.changes, again.known) == ((), (), 3)


def test_who_and_what_the_text_leaves_out_stays_and_is_told(desk: Desk) -> None:
    meeting = a_conference(desk)
    text = "\n".join(
        (
            "## Who took part",
            "",
            *("| No. | Who | Role | Attendance |", "|---|---|---|---|"),
            "| P2 | teacher | | present |",
            "## Agenda",
            "1. the letter",
        )
    )
    came = read_in(desk, meeting.id, text)
    told = seen(desk, meeting.id).value
    assert [one.id for one in told.participants] == ["P1", "P2"]
    assert told.agenda[1:] == meeting.agenda
    assert came.left_out == ("P1 W-04", *(f"Agenda: {point.text}" for point in meeting.agenda))


def test_a_meeting_that_is_over_is_not_changed_by_a_text(desk: Desk) -> None:
    meeting = a_conference(desk)
    enter(desk, meeting, Said(kind=LineKind.NOTE, text="some words", case=CODE))
    ended(desk, seen(desk, meeting.id))
    paper = minutes_on_paper(desk, meeting.id).markdown
    assert read_in(desk, meeting.id, paper) == WhatCame(known=1)
    changed = paper.replace("**Where:** *not recorded*", "**Where:** school")
    assert [str(one) for one in read_in(desk, meeting.id, changed).problems] == [
        "line 6: “Where” is kept as “”, and the meeting is over. F10 opens it again until its minutes are approved."
    ]


def test_approved_minutes_with_corrections_and_copies_are_recognised(desk: Desk) -> None:
    people = (Participant(label="S-01", role=ParticipantRole.CHAIR, attendance=Attendance.PRESENT),)
    number = plan_meeting(desk, MeetingKind.CONFERENCE, TUESDAY, cases=[CODE], participants=people).id
    line = enter(desk, seen(desk, number).value, Said(kind=LineKind.NOTE, text="some words", case=CODE))
    ended(desk, seen(desk, number))
    approve(desk, number)
    correct(desk, number, msgspec.structs.replace(line, text="better words"), "a slip")
    note_sent(desk, number, ParticipantId("P1"))
    paper = minutes_on_paper(desk, number).markdown
    assert read_in(desk, number, paper) == WhatCame(known=1)
    other = paper.replace("better words", "other words")
    (problem,) = read_in(desk, number, other).problems
    assert str(problem).startswith("line 97: “Is to read: other words” is not what is kept here. “Corrections” is only")


def test_what_a_meeting_brings_into_a_file_is_no_fact_known_before_it(desk: Desk) -> None:
    number = a_conference(desk).id
    paper = minutes_on_paper(desk, number).markdown
    typed = paper.replace("### Decisions", "### Change of risk\n\n- low since the move\n\n### Decisions")
    assert len(read_in(desk, number, typed).added) == 1
    assert read_in(desk, number, typed) == WhatCame(known=1)
