from datetime import UTC, date, datetime

from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, RecordId
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.exchange.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.paper.typed_text import text_as_markdown

C_0062 = CaseCode("C-0062")

CONFERENCE = Meeting(
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


def a_line(number: int, kind: LineKind, text: str, **more: object) -> MinutesLine:
    given: dict[str, object] = {"case": C_0062, "by": "W-21"} | more
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
    a_line(7, LineKind.DISSENT, "would wait one month more", by="W-04"),
    a_line(8, LineKind.NOTE, "next time in another room", case=None),
)


def test_a_conference_is_written_under_the_headings_of_minutes() -> None:
    assert (
        minutes_as_markdown(CONFERENCE, LINES, next_meeting=date(2026, 12, 15))
        == """\
# Minutes: case conference

- **When:** 2026-11-18 10:00+00:00
- **Where:** district office
- **Purpose:** closing
- **Cases:** C-0062
- **Chair:** W-41
- **Minute taker:** *not recorded*

## Who took part

| Who | Role | Agency | Signed confidentiality on |
| --- | --- | --- | --- |
| W-41 | chair |  | *not recorded* |
| teacher | other | AG-02 | 2026-11-18 |
| child | child |  | *not recorded* |

- **Child:** present
- **Caregiver:** not invited, or not recorded

## Apologies and absent

| Who | Role | Agency | Attendance |
| --- | --- | --- | --- |
| health worker | service provider |  | sent apologies |

## Agenda

1. C-0062: what was reached (10 min)
2. next date

## Case C-0062

### What was said

- goes to school each day

### Views and wishes of the child

- wants to stay with the aunt

### Views and wishes of the caregiver

*not recorded*

### Decisions and reasons

1. close on 15 December
   Reason: goals are met
2. visit once more
   Reason: *not recorded*

### Actions

| What | Who | Until | Need |
| --- | --- | --- | --- |
| bring the school letter | W-04 | 2026-12-01 | N2 |
| call the clinic | *not recorded* | *not recorded* |  |

### Dissent

- W-04: would wait one month more

## The meeting as a whole

### What was said

- next time in another room

## Next meeting

2026-12-15

## Confidentiality

These minutes hold codes and no names. Keep them as confidential as the case file.
"""
    )


def test_what_was_corrected_or_taken_back_is_not_printed() -> None:
    lines = (
        a_line(1, LineKind.DECISION, "close in November"),
        a_line(2, LineKind.DECISION, "close in December", reason="a visit is missing", amends=RecordId("l-1")),
        a_line(3, LineKind.ACTION, "sell the goat"),
        a_line(4, LineKind.RETRACTED, "", amends=RecordId("l-3")),
    )
    written = minutes_as_markdown(CONFERENCE, lines)
    assert "December" in written
    assert "November" not in written
    assert "goat" not in written


def test_minutes_of_a_meeting_that_is_not_over_say_so() -> None:
    held = Meeting(id=CONFERENCE.id, kind=CONFERENCE.kind, starts=CONFERENCE.starts, state=MeetingState.HELD)
    assert "**Draft: the meeting is not over.**" in minutes_as_markdown(held, ())
    assert "Draft" not in minutes_as_markdown(CONFERENCE, ())


def test_a_case_management_meeting_folds_away_what_has_not_changed_and_has_no_headings_for_the_family() -> None:
    weekly = Meeting(
        id=CONFERENCE.id,
        kind=MeetingKind.MANAGEMENT,
        starts=CONFERENCE.starts,
        state=MeetingState.CLOSED,
        cases=(C_0062, CaseCode("C-0063"), CaseCode("C-0064"), CaseCode("C-0065")),
        participants=(Participant(label="W-21", role=ParticipantRole.SUPERVISOR, attendance=Attendance.PRESENT),),
    )
    lines = (
        a_line(1, LineKind.NO_CHANGE, ""),
        a_line(2, LineKind.NO_CHANGE, "still in the clinic", case=CaseCode("C-0063")),
        a_line(3, LineKind.NO_CHANGE, "", case=CaseCode("C-0065")),
    )
    assert (
        minutes_as_markdown(weekly, lines)
        == """\
# Minutes: case management meeting

- **When:** 2026-11-18 10:00+00:00
- **Cases:** C-0062, C-0063, C-0064, C-0065

## Who took part

| Who | Role | Agency |
| --- | --- | --- |
| W-21 | supervisor |  |

## Case C-0063

### What was said

- No change: still in the clinic

## Case C-0064

Nothing recorded.

## No change

C-0062, C-0065

## Next meeting

*not recorded*

## Confidentiality

These minutes hold codes and no names. Keep them as confidential as the case file.
"""
    )


def test_a_case_that_was_spoken_of_unplanned_gets_its_section() -> None:
    assert "## Case C-0099" in minutes_as_markdown(CONFERENCE, (a_line(1, LineKind.NOTE, "a sister", case="C-0099"),))


def test_names_stand_behind_their_codes_only_if_they_are_handed_over() -> None:
    names = {"C-0062": "Demo Child 62", "W-04": "Amos"}
    assert "Demo Child" not in minutes_as_markdown(CONFERENCE, LINES)
    written = minutes_as_markdown(CONFERENCE, LINES, names=names)
    assert "## Case C-0062 (Demo Child 62)" in written
    assert "| W-04 (Amos) | 2026-12-01 |" in written
    assert "These minutes hold names." in written


def test_the_typists_short_name_is_not_needed_for_minutes() -> None:
    assert PersonCode("W-21") not in minutes_as_markdown(CONFERENCE, LINES)


def test_marks_of_markdown_stay_text() -> None:
    assert text_as_markdown("# no *heading* [x](y) <b> a|b `c`") == r"\# no \*heading\* \[x\](y) \<b\> a\|b \`c\`"
    assert text_as_markdown("1. first") == r"1\. first"
    assert text_as_markdown("- item\n- item") == r"\- item - item"
    assert text_as_markdown("\x1b]0;x\x07") == "␛\\]0;x␇"
