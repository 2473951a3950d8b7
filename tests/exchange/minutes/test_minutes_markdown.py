from datetime import UTC, date, datetime

import msgspec

from supervisor_tui.domain.ids import CaseCode, CopyId, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.copies import CopyKind, SentCopy
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_text import CaseBefore, MinutesText
from supervisor_tui.exchange.paper.typed_text import text_as_markdown

C_0062 = CaseCode("C-0062")

CONFERENCE = with_numbers(
    Meeting(
        id=MeetingId("M-0110"),
        kind=MeetingKind.CONFERENCE,
        starts=datetime(2026, 11, 18, 10, 0, tzinfo=UTC),
        cases=(C_0062,),
        place="district office",
        purpose=ConferencePurpose.CLOSURE,
        state=MeetingState.CLOSED,
        participants=(
            Participant(label="W-41", role=ParticipantRole.CHAIR, attendance=Attendance.PRESENT),
            Participant(
                label="teacher",
                role=ParticipantRole.OTHER,
                agency="AG-02",
                attendance=Attendance.PRESENT,
                signed_on=date(2026, 11, 18),
            ),
            Participant(label="health worker", role=ParticipantRole.PROVIDER, attendance=Attendance.APOLOGIES),
            Participant(label="child", role=ParticipantRole.CHILD, attendance=Attendance.PRESENT, professional=False),
        ),
        agenda=(AgendaLine(text="what was reached", case=C_0062, minutes=10), AgendaLine(text="next date")),
    )
)


def a_line(number: int, kind: LineKind, text: str, **more: object) -> MinutesLine:
    here = (ParticipantId("P1"), ParticipantId("P2"), ParticipantId("P4"))
    given: dict[str, object] = {"case": C_0062, "by": "W-21", "heard_by": here} | more
    return MinutesLine(
        id=RecordId(f"l-{number}"),
        meeting=CONFERENCE.id,
        kind=kind,
        text=text,
        at=datetime(2026, 11, 18, 10, number, tzinfo=UTC),
        **given,  # type: ignore[arg-type]
    )


LINES = (
    a_line(1, LineKind.NOTE, "goes to school each day"),
    a_line(2, LineKind.CHILD_VIEW, "wants to stay with the aunt"),
    a_line(3, LineKind.DECISION, "close on 15 December", reason="goals are met"),
    a_line(4, LineKind.DECISION, "visit once more"),
    a_line(5, LineKind.ACTION, "bring the school letter", owner="W-04", due_on=date(2026, 12, 1), need="N2"),
    a_line(6, LineKind.ACTION, "call the clinic"),
    a_line(7, LineKind.DISSENT, "would wait one month more", owner="W-04", reason="winter is near"),
    a_line(8, LineKind.NOTE, "next time in another room", case=None),
)


def written(meeting: Meeting, lines: tuple[MinutesLine, ...] = (), **more: object) -> str:
    return minutes_as_markdown(MinutesText(meeting=meeting, lines=lines, **more))  # type: ignore[arg-type]


def test_a_conference_is_written_under_the_headings_of_minutes() -> None:
    assert (
        written(CONFERENCE, LINES, next_meeting=date(2026, 12, 15))
        == """\
# Minutes: case conference

- **Meeting:** M-0110
- **When:** 2026-11-18 10:00+00:00
- **Where:** district office
- **How:** in one room
- **Purpose:** closing
- **Why it is called:** *not recorded*
- **Cases:** C-0062
- **Chair:** W-41
- **Minute taker:** *not recorded*

**Draft: the chair has not approved these minutes.**

## Who took part

| No. | Who | Role | Agency | Attendance | Confidentiality | Report sent |
| --- | --- | --- | --- | --- | --- | --- |
| P1 | W-41 | chair |  | present | not signed yet |  |
| P2 | teacher | other | AG-02 | present | not signed yet |  |
| P3 | health worker | service provider |  | sent apologies | not signed yet | *not recorded* |
| P4 | child | child |  | present | not signed yet |  |

- **Child:** present
- **Caregiver:** not invited, or not recorded

## Agenda

1. C-0062: what was reached (10 min)
2. next date

## Case C-0062

### Situation

*not recorded*

### What was said

- goes to school each day

### Strengths and what protects

*not recorded*

### Risks and gaps

*not recorded*

### Views and wishes of the child

- wants to stay with the aunt

### Views and wishes of the caregiver

*not recorded*

### Decisions and reasons

1. close on 15 December
   - Reason: goals are met
2. visit once more
   - Reason: *not recorded*

### Actions

1. bring the school letter
   - Who: W-04
   - Until: 2026-12-01
   - Need: N2
   - Carries out: no decision
2. call the clinic
   - Who: *not recorded*
   - Until: *not recorded*
   - Carries out: no decision

### Dissent

- would wait one month more
  - Reason: winter is near
  - Who: W-04

### Follow-up and next dates

*not recorded*

## The meeting as a whole

### What was said

- next time in another room

## Next meeting

2026-12-15

## Confidentiality

These minutes hold codes and no names. Keep them as confidential as the case file.
"""
    )


def test_a_case_that_was_spoken_of_unplanned_gets_its_section() -> None:
    assert "## Case C-0099" in written(CONFERENCE, (a_line(1, LineKind.NOTE, "a sister", case="C-0099"),))


def test_names_stand_behind_their_codes_only_if_they_are_handed_over() -> None:
    names = {"C-0062": "Demo Child 62", "W-04": "Amos"}
    assert "Demo Child" not in written(CONFERENCE, LINES)
    text = written(CONFERENCE, LINES, names=names)
    assert "## Case C-0062 (Demo Child 62)" in text
    assert "- Who: W-04 (Amos)" in text
    assert "These minutes hold names." in text


def test_the_typists_short_name_is_not_needed_for_minutes() -> None:
    assert PersonCode("W-21") not in written(CONFERENCE, LINES)


def test_marks_of_markdown_stay_text() -> None:
    assert text_as_markdown("# no *heading* [x](y) <b> a|b `c`") == r"\# no \*heading\* \[x\](y) \<b\> a\|b \`c\`"
    assert text_as_markdown("1. first") == r"1\. first"
    assert text_as_markdown("- item\n- item") == r"\- item - item"
    assert text_as_markdown("\x1b]0;x\x07") == "␛\\]0;x␇"


def test_minutes_are_a_draft_until_the_chair_has_approved_them() -> None:
    approved = msgspec.structs.replace(CONFERENCE, approved_by="W-41", approved_at=CONFERENCE.starts)
    assert "**Draft: the chair has not approved these minutes.**" in written(CONFERENCE)
    assert "**Approved by W-41 on 2026-11-18.**" in written(approved)
    assert "Draft" not in written(approved)


def test_corrections_are_a_numbered_log_below_the_text_that_was_approved() -> None:
    approved = msgspec.structs.replace(CONFERENCE, approved_by="W-41", approved_at=CONFERENCE.starts)
    log = (
        a_line(
            9,
            LineKind.DECISION,
            "close on 20 December",
            reason="goals are met, says the child",
            amends=RecordId("l-3"),
            correction=1,
            corrected_because="x",
        ),
        a_line(10, LineKind.RETRACTED, "", amends=RecordId("l-6"), correction=2, corrected_because="said twice"),
    )
    text = written(approved, LINES, corrections=log)
    assert "1. close on 15 December\n" in text
    assert "**Approved by W-41 on 2026-11-18. Version 2: see Corrections at the end.**" in text
    assert (
        """## Corrections

1. 2026-11-18, W-21, C-0062 · Decisions and reasons
   - Was: close on 15 December
   - Is to read: close on 20 December
   - Reason was: goals are met; is to read: goals are met, says the child
   - Corrected because: x
2. 2026-11-18, W-21, C-0062 · Actions
   - Was: call the clinic
   - Is to read: taken out
   - Corrected because: said twice
"""
        in text
    )


def test_what_was_said_while_the_family_was_out_stands_on_pages_of_its_own() -> None:
    text = written(CONFERENCE, (a_line(1, LineKind.NOTE, "fears the uncle", part=Part.CLOSED),))
    before, closed, after = text.split("\n\n---\n\n")
    assert closed == "## Closed part: case C-0062\n\n### What was said\n\n- fears the uncle"
    assert "uncle" not in before + after


def test_who_was_sent_which_copy_stands_in_a_table() -> None:
    sent = SentCopy(
        id=CopyId("x"),
        meeting=CONFERENCE.id,
        to="P2",
        kind=CopyKind.RESTRICTED,
        sent_on=date(2026, 11, 20),
        by=PersonCode("W-21"),
        agency="AG-02",
        version=1,
    )
    assert "| teacher | AG-02 | without the closed part | 1 | 2026-11-20 |" in written(CONFERENCE, copies=(sent,))


def test_what_the_case_file_said_on_that_day_stands_before_what_was_said() -> None:
    before = {C_0062: CaseBefore((("Risk", "M, set on 2026-10-01"),), ("school letter: done on 2026-11-01",))}
    assert (
        "### Key facts\n\n- **Risk:** M, set on 2026-10-01\n\n"
        "### Actions so far, and what came of them\n\n- school letter: done on 2026-11-01\n\n### Situation"
    ) in written(CONFERENCE, before=before)


WEEKLY = Meeting(
    id=CONFERENCE.id,
    kind=MeetingKind.MANAGEMENT,
    starts=CONFERENCE.starts,
    state=MeetingState.CLOSED,
    cases=(C_0062, CaseCode("C-0063"), CaseCode("C-0064"), CaseCode("C-0065")),
    participants=(
        Participant(
            id=ParticipantId("P1"), label="W-21", role=ParticipantRole.SUPERVISOR, attendance=Attendance.PRESENT
        ),
    ),
)


def test_a_case_management_meeting_folds_away_what_has_not_changed_and_has_no_headings_for_the_family() -> None:
    here = (ParticipantId("P1"),)
    lines = (
        a_line(1, LineKind.NO_CHANGE, "", heard_by=here),
        a_line(2, LineKind.NO_CHANGE, "still in the clinic", case=CaseCode("C-0063"), heard_by=here),
        a_line(3, LineKind.NO_CHANGE, "", case=CaseCode("C-0065"), heard_by=here),
    )
    text = written(WEEKLY, lines)
    assert (
        text[text.index("## Who took part") : text.index("## Next meeting")]
        == """\
## Who took part

| No. | Who | Role | Agency | Attendance |
| --- | --- | --- | --- | --- |
| P1 | W-21 | supervisor |  | present |

## Case C-0063

### No change

- still in the clinic

## Case C-0064

Nothing recorded.

## No change

C-0062, C-0065

"""
    )


def test_who_heard_the_lines_is_said_once_at_the_head_where_it_is_not_who_took_part() -> None:
    lines = (
        a_line(1, LineKind.NO_CHANGE, "", heard_by=()),
        a_line(2, LineKind.NOTE, "still in the clinic", case=CaseCode("C-0063"), heard_by=()),
        a_line(3, LineKind.NO_CHANGE, "", case=CaseCode("C-0064"), heard_by=(ParticipantId("P1"),)),
        a_line(4, LineKind.NO_CHANGE, "", case=CaseCode("C-0065"), heard_by=()),
    )
    text = written(WEEKLY, lines)
    assert "- **Heard by, unless a line says otherwise:** nobody noted it\n\n" in text
    assert (
        text[text.index("## Case C-0063") : text.index("## Next meeting")]
        == """\
## Case C-0063

### What was said

- still in the clinic

## Case C-0064

### No change

- *nothing more was said*
  - Heard by: P1

## No change

C-0062, C-0065

"""
    )
