"""Minutes typed in an editor: what cannot be kept is named by its line, and then nothing is written."""

import re

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.reading_in import read_in
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.people import Person, Role
from tests.tui.agency import RUTH
from tests.tui.meetings.called import TODAY, TUESDAY, a_conference

CODE, NUMBER = CaseCode("C-0117"), MeetingId("M-0001")

HEADS = ("| No. | Who | Role | Attendance |", "|---|---|---|---|")
TEXTS = {
    "a heading that nobody knows": ("## Case C-0117", "### Decisons", "- close"),
    "a case that nobody registered": ("## Case C-9999", "### What was said", "- is well"),
    "a case that is not on the agenda": ("## Case C-0062", "### What was said", "- is well"),
    "a day that is none": ("## Case C-0117", "### Actions", "- call", "  - Until: friday"),
    "a choice that is none": ("## Case C-0117", "### Decisions and reasons", "- go on", "  - The case: perhaps"),
    "a risk level that is none": ("## Case C-0117", "### Change of risk", "- enormous"),
    "somebody of whom there are two": ("## Case C-0117", "### Actions", "- call", "  - Who: amos"),
    "a participant who was not invited": (
        "## Who took part",
        "",
        "| No. | Attendance |",
        "|---|---|",
        "| P9 | present |",
    ),
}
PROBLEMS = {
    "a heading that nobody knows": "line 2: nobody knows the heading “Decisons”.",
    "a case that nobody registered": "line 3: There is no case C-9999 here. Please check the code.",
    "a case that is not on the agenda": "line 3: C-0062 does not stand on the agenda of M-0001.",
    "a day that is none": "line 4: friday is not a day. Write it as 2026-11-30.",
    "a choice that is none": "line 4: perhaps is not one of: stays open, is to be closed,",
    "a risk level that is none": "line 3: There is no risk level enormous.",
    "somebody of whom there are two": "line 4: Several people are called amos: W-04, W-77. Type the code.",
    "a participant who was not invited": "line 5: nobody with the number P9 was invited.",
}


TEXTS |= {
    "the number of somebody who was not invited": ("## Case C-0117", "### Actions", "- call", "  - Heard by: P7"),
    "a column that nobody knows": (
        "## Who took part",
        "",
        "| No. | Attendance | Mood |",
        "|---|---|---|",
        "| P1 | | |",
    ),
    "somebody else under a number": ("## Who took part", "", *HEADS, "| P2 | nurse | other | present |"),
    "a role that is none": ("## Who took part", "", *HEADS, "|  | nurse | healer | present |"),
    "words under no heading": ("## Case C-0117", "she is well"),
    "a fact that nobody knows": ("- Weather: rain",),
    "a fact that stands twice": ("- Where: school", "- Where: office"),
    "an hour that is none": ("- When: tomorrow",),
    "somebody in the chair who is not so in the table": ("- Chair: nurse",),
    "a point of the agenda that is no item": ("## Agenda", "the school"),
    "that the child came, beside the table": ("## Who took part", "", "- Child: present"),
    "the title of another kind of meeting": ("# Minutes: case planning meeting",),
    "an approval that nobody gave": ("**Approved by S-01 on 2026-11-25.**",),
    "a fact of the case file": ("## Case C-0117", "### Key facts", "- Risk: low"),
    "an action of the plan": ("## Case C-0117", "### Actions so far, and what came of them", "- went home: done"),
    "a copy that was never sent": ("## Who was sent a copy", "", "| To |", "|---|", "| teacher |"),
    "a correction": ("## Corrections", "1. it was Tuesday"),
    "a meeting that was not called": ("## Next meeting", "2026-12-24"),
    "a text with names": ("## Confidentiality", "These minutes hold names. Keep them locked."),
    "somebody's copy": ("**Copy for teacher · AG-02: all that they heard**",),
    "a case beside the agenda that nobody registered": ("- Cases: C-0117, C-9999",),
}
PROBLEMS |= {
    "the number of somebody who was not invited": "line 4: nobody with the number P7 takes part. Known here: P1, P2.",
    "a column that nobody knows": "line 3: nobody knows the column “Mood”. Known here: No., Who, Role,",
    "somebody else under a number": "line 5: P2 is teacher. Leave the number blank to add somebody more.",
    "a role that is none": "line 5: healer is not one of: chair, minute taker,",
    "words under no heading": "line 2: nothing says what this is. Write “### What was said”, or another heading,",
    "a fact that nobody knows": "line 1: nobody knows “Weather”. Known here: Meeting, When, Held on, Where,",
    "a fact that stands twice": "line 2: “Where” stands twice.",
    "an hour that is none": "line 1: tomorrow is not a day and hour. Write it as 2026-11-30 14:00.",
    "somebody in the chair who is not so in the table": "line 1: “Chair” follows from the table of who took part,",
    "a point of the agenda that is no item": "line 2: write each point of the agenda on one line that begins with a",
    "that the child came, beside the table": "line 3: whether the child came follows from the table: not invited,",
    "the title of another kind of meeting": "line 1: “Minutes: case planning meeting” is not what is kept here.",
    "an approval that nobody gave": "line 1: “Approved by S-01 on 2026-11-25.” is not what is kept here.",
    "a fact of the case file": "line 3: “Risk: low” is not what is kept here. “Key facts” is only compared:",
    "an action of the plan": "line 3: “went home: done” is not what is kept here. “Actions so far,",
    "a copy that was never sent": "line 3: “To” is not what is kept here. “Who was sent a copy” is only compared:",
    "a correction": "line 2: “it was Tuesday” is not what is kept here. “Corrections” is only compared:",
    "a meeting that was not called": "line 2: “2026-12-24” is not what is kept here. “Next meeting” is only compared:",
    "a text with names": "line 2: “These minutes hold names. Keep them locked.” is not what is kept here.",
    "somebody's copy": "line 1: this is somebody's copy. Print the minutes themselves, and read those in.",
    "a case beside the agenda that nobody registered": "line 1: There is no case C-9999 here. Please check the code.",
}


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    desk.store.people.add(Person(PersonCode("W-77"), "Amos", (Role.CASEWORKER,), supervisor=RUTH.code), RUTH.code)
    return a_conference(desk)


@pytest.mark.parametrize("what", TEXTS)
def test_what_cannot_be_kept_is_named_by_its_line_and_nothing_is_written(
    what: str, desk: Desk, meeting: Meeting
) -> None:
    fine = "\n\n## Case C-0117\n\n### What was said\n\n- this could be kept\n"
    before = desk.store.meetings.seen(meeting.id)
    problem = read_in(desk, meeting.id, "\n".join(TEXTS[what]) + fine).problems[0]
    assert str(problem).startswith(PROBLEMS[what])
    assert desk.store.meetings.seen(meeting.id) == before
    assert minutes(desk, meeting.id) == ()


def test_a_code_typed_small_and_a_short_name_are_understood(desk: Desk) -> None:
    meeting = a_conference(desk)
    text = "## case c-0117\n### Actions\n- ask the school\n  - Who: amos\n"
    (added,) = read_in(desk, meeting.id, text).added
    assert (added.case, added.owner) == (CODE, "W-04")
    again = read_in(desk, meeting.id, text)
    assert (again.added, again.known) == ((), 1)


def test_a_management_meeting_may_speak_of_any_case_that_is_here(desk: Desk) -> None:
    number = plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=[CODE]).id
    added = read_in(desk, number, "## Case C-0062\n### What was said\n- is well\n").added
    assert [one.case for one in added] == [CaseCode("C-0062")]


@pytest.mark.parametrize("kind", [one for one in LineKind if one is not LineKind.RETRACTED])
def test_a_line_of_every_kind_goes_out_and_comes_in_again_as_it_was(kind: LineKind, desk: Desk) -> None:
    words = {LineKind.RISK: "high since the fire", LineKind.FOLLOW_UP: "visit yesterday, seen yes, same"}
    one, other = a_conference(desk, starts=TODAY), a_conference(desk, starts=TODAY)
    enter(desk, one, Said(kind=kind, text=words.get(kind, "some words"), case=CODE, reason="a reason", owner="W-04"))
    paper = minutes_on_paper(desk, one.id).markdown.replace(one.id, other.id)
    without_facts = re.sub(r"### Key facts\n.*?(?=^### )", "", paper, flags=re.DOTALL | re.MULTILINE)
    (added,) = read_in(desk, other.id, without_facts).added
    assert (added.kind, added.text, added.reason, added.owner) == (
        kind,
        words.get(kind, "some words"),
        "a reason",
        "W-04",
    )
