"""The presentation sheet of a case: what was typed for the meeting, what is open, and what was decided last time."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter, take_back
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.presentation import CaseSheet, presentation
from supervisor_tui.casework.meetings.sheets_on_paper import sheets_on_paper
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.guidance.rules import RuleKind, Strength
from tests.guidance.sets import a_rule, a_set, host_of

CODE = CaseCode("C-0117")


def a_meeting(desk: Desk, day: str = "2026-11-24") -> Meeting:
    starts = datetime.fromisoformat(f"{day}T14:00+03:00")
    return plan_meeting(desk, MeetingKind.CONFERENCE, starts, cases=[CODE, CaseCode("C-0048")])


def say(desk: Desk, meeting: Meeting, kind: LineKind, text: str) -> MinutesLine:
    return enter(desk, meeting, Said(kind=kind, text=text, case=CODE, owner="W-04", due_on=date(2026, 11, 25)))


def sheet_of(desk: Desk, meeting: Meeting) -> CaseSheet:
    (sheet,) = presentation(desk, meeting.id, CODE)
    return sheet


def test_strengths_and_gaps_typed_before_the_meeting_stand_on_the_sheet_and_do_not_begin_it(desk: Desk) -> None:
    meeting = a_meeting(desk)
    say(desk, meeting, LineKind.STRENGTH, "an aunt who calls")
    say(desk, meeting, LineKind.GAP, "no night shelter")
    sheet = sheet_of(desk, meeting)
    assert [one.text for one in sheet.strengths if one.ahead] == ["an aunt who calls"]
    assert [one.text for one in sheet.gaps if one.ahead] == ["no night shelter"]
    assert seen(desk, meeting.id).value.state is MeetingState.PLANNED


def test_a_strength_taken_back_before_the_meeting_is_gone_and_it_has_not_begun(desk: Desk) -> None:
    meeting = a_meeting(desk)
    take_back(desk, say(desk, meeting, LineKind.STRENGTH, "an aunt who calls"))
    assert [one for one in sheet_of(desk, meeting).strengths if one.ahead] == []
    assert seen(desk, meeting.id).value.state is MeetingState.PLANNED


def test_what_was_decided_last_time_and_is_open_stands_on_the_next_sheet(desk: Desk) -> None:
    first = a_meeting(desk)
    say(desk, first, LineKind.DECISION, "daily calls")
    say(desk, first, LineKind.ACTION, "find a night shelter")
    ended(desk, seen(desk, first.id))
    sheet = sheet_of(desk, a_meeting(desk, "2026-12-01"))
    assert [entry.body.text for entry in sheet.before.decisions] == ["daily calls"]
    assert "find a night shelter" in [one.action.text for one in sheet.open_actions]


def test_what_is_not_in_order_comes_before_what_is_not_known(desk: Desk) -> None:
    answers = (
        ("In order", Answer.passes("Yes."), Strength.BLOCKS),
        ("Unknown", Answer.unknown("Nobody said."), Strength.BLOCKS),
        ("Advised", Answer.fails("Not yet."), Strength.WARNS),
        ("Wanting", Answer.fails("No."), Strength.BLOCKS),
    )
    rules = tuple(
        a_rule("field_practice", title, lambda *_given, one=answer: one, RuleKind.CASE_CHECK, strength=strength)
        for title, answer, strength in answers
    )
    asked = replace(desk, host=host_of(a_set("field_practice", rules=rules)))
    findings = sheet_of(asked, a_meeting(asked)).findings
    assert [need.check.rule.title for need in findings] == ["Wanting", "Advised", "Unknown"]


def test_a_meeting_has_a_page_for_each_case(desk: Desk) -> None:
    meeting = a_meeting(desk)
    text = sheets_on_paper(meeting.id, presentation(desk, meeting.id)).markdown
    heads = [line for line in text.splitlines() if line.startswith("# ")]
    assert heads == ["# C-0117 in M-0001", "# C-0048 in M-0001"]


def test_a_case_that_is_not_on_the_agenda_has_no_sheet(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="C-0999 does not stand on the agenda of M-0001"):
        presentation(desk, a_meeting(desk).id, CaseCode("C-0999"))
