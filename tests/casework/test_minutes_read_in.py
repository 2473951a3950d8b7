"""Minutes typed in an editor: what cannot be kept is named by its line, and then nothing is written."""

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
from tests.tui.meetings.called import TUESDAY, a_conference

CODE, NUMBER = CaseCode("C-0117"), MeetingId("M-0001")

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
    "somebody of whom there are two": "line 3: Several people are called amos: W-04, W-77. Type the code.",
    "a participant who was not invited": "line 5: nobody with the number P9 was invited.",
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
    (problem,) = read_in(desk, meeting.id, "\n".join(TEXTS[what]) + fine).problems
    assert str(problem).startswith(PROBLEMS[what])
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
    one, other = a_conference(desk), a_conference(desk)
    enter(desk, one, Said(kind=kind, text=words.get(kind, "some words"), case=CODE, reason="a reason", owner="W-04"))
    paper = minutes_on_paper(desk, one.id).markdown
    (added,) = read_in(desk, other.id, paper.replace(one.id, other.id)).added
    assert (added.kind, added.text, added.reason, added.owner) == (
        kind,
        words.get(kind, "some words"),
        "a reason",
        "W-04",
    )
