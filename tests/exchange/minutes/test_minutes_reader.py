"""Minutes that somebody typed in an editor, and what cannot be read, by its line."""

from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, Part, ViewGiven
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.exchange.minutes.minutes_reader import meeting_of_text, read_minutes
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.reading import Changed
from tests.exchange.minutes.test_minutes_markdown import C_0062, CONFERENCE

HERE = MinutesText(meeting=CONFERENCE)

TYPED = """\
- Meeting: M-0110

## who took part

| No. | Attendance |
| --- | --- |
| P3 | present |

## Case C-0062

### Views and wishes of the child
- does not want to say
  - view: did not want to say

### Decisions and reasons

* close in December,
  if the letter has come
    - reason: goals are met
    - The case: is to be closed

### actions
- bring the letter
  - who: W-04
  - until: 2026-12-01
  - carries out: decision 1
  - may be read by: professionals only

## Closed part: case C-0062
### What was said
- fears the uncle
"""


def test_what_was_typed_is_read() -> None:
    read = read_minutes(TYPED, HERE)
    assert read.problems == ()
    assert meeting_of_text(TYPED) == "M-0110"
    assert read.changes == (Changed(7, "P3 Attendance", "sent apologies", "present"),)
    view, decision, action, closed = read.lines
    assert (view.kind, view.view, view.case) == (LineKind.CHILD_VIEW, ViewGiven.DECLINED, C_0062)
    assert decision.text == "close in December, if the letter has come"
    assert (decision.reason, decision.outcome) == ("goals are met", CaseOutcome.CLOSE)
    assert (action.owner, str(action.due_on), action.carries_out) == ("W-04", "2026-12-01", decision.id)
    assert action.audience is Audience.PROFESSIONALS
    assert (closed.text, closed.part) == ("fears the uncle", Part.CLOSED)
    assert [one.row for one in read.read] == [12, 17, 23, 31]


def test_whoever_came_by_the_text_heard_what_was_said() -> None:
    read = read_minutes(TYPED, HERE)
    assert {number for line in read.lines for number in line.heard_by} == {"P1", "P2", "P3", "P4"}
    assert CONFERENCE.participants[2].attendance is Attendance.APOLOGIES


def problems_of(*rows: str) -> list[str]:
    return [str(problem) for problem in read_minutes("\n".join(rows) + "\n", HERE).problems]


def test_a_heading_that_nobody_knows_is_named_with_its_line() -> None:
    problem = problems_of("## Case C-0062", "", "### Decisons", "- close")[0]
    assert problem.startswith("line 3: nobody knows the heading “Decisons”. Known here: Reports and papers received, ")


def test_a_day_that_is_none_is_named_with_its_line() -> None:
    assert problems_of("## Case C-0062", "### Actions", "- call", "  - Until: friday") == [
        "line 4: friday is not a day. Write it as 2026-11-30."
    ]


def test_a_label_that_nobody_knows_is_named_with_its_line() -> None:
    assert problems_of("## Case C-0062", "### Actions", "- call", "  - By whom: W-04")[0].startswith(
        "line 4: nobody knows “By whom”. Known here: Reason, The case, "
    )


def test_words_without_a_dash_are_named_with_their_line() -> None:
    assert problems_of("## Case C-0062", "### Actions", "call the clinic") == [
        "line 3: begin each line of minutes with “- ” or a number."
    ]


def test_a_decision_that_is_not_there_cannot_be_carried_out() -> None:
    rows = ("## Case C-0062", "### Actions", "- call", "  - Carries out: decision 2")
    assert problems_of(*rows) == ["line 4: There is no decision here that is called decision 2."]


def test_a_heading_without_a_case_above_it_is_named_with_its_line() -> None:
    assert problems_of("### Actions", "- call") == [
        "line 1: “Actions” stands under no case. Write “## Case C-0000” above it."
    ]


def test_a_participant_who_was_not_invited_is_named_with_the_line() -> None:
    rows = ("## Who took part", "", "| No. | Attendance |", "| --- | --- |", "| P9 | present |", "| P1 | came |")
    assert problems_of(*rows) == [
        "line 5: nobody with the number P9 was invited. For somebody more leave it blank, and say who and role.",
        "line 6: came is not one of: invited, present, sent apologies, absent, asked to leave.",
    ]


def test_several_problems_are_told_at_once_in_the_order_of_the_text() -> None:
    rows = ("## Somewhere", "- x", "## Case C-0062", "### Actions", "- call", "  - Until: soon", "words")
    assert [problem.split(":")[0] for problem in problems_of(*rows)] == ["line 1", "line 6"]


def test_an_empty_text_has_no_lines_and_no_problems() -> None:
    read = read_minutes("", HERE)
    assert (read.lines, read.problems, meeting_of_text("")) == ((), (), None)
    assert (read.meeting, read.changes) == (CONFERENCE, ())


def test_who_heard_every_line_can_be_said_once_at_the_head() -> None:
    rows = (
        "- Heard by, unless a line says otherwise: P1, p2",
        "## Case C-0062",
        "### What was said",
        "- calm",
        "- ill",
    )
    read = read_minutes("\n".join((*rows, "  - Heard by: nobody noted it")), HERE)
    assert [(line.text, line.heard_by) for line in read.lines] == [("calm", ("P1", "P2")), ("ill", ())]
    assert problems_of("- Heard by, unless a line says otherwise: P9")[0].startswith(
        "line 1: nobody with the number P9"
    )
