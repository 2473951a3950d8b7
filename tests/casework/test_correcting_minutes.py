"""Everything said in a line can be corrected after approval, and the plan of the child follows with its origin."""

from datetime import date

import pytest
from msgspec.structs import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.approving import approve
from supervisor_tui.casework.meetings.copies import copy_on_paper
from supervisor_tui.casework.meetings.corrected_as_typed import WrongFieldError, as_corrected
from supervisor_tui.casework.meetings.correcting import correct
from supervisor_tui.casework.meetings.holding import ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.plan import ActionStanding, actions, current_plan
from supervisor_tui.domain.records.note import MeetingDecision
from supervisor_tui.domain.records.plan import ActionAdded, CasePlan, PlannedAction
from tests.casework.test_after_a_meeting import CODE, a_conference

WRONG_DAY, RIGHT_DAY = date(2026, 11, 30), date(2026, 12, 7)


def approved_with(desk: Desk, *said: Said) -> MeetingId:
    """Hold a conference in which this was said, end it and approve its minutes."""
    number = a_conference(desk)
    for one in said:
        enter(desk, seen(desk, number).value, replace(one, case=CODE))
    ended(desk, seen(desk, number))
    approve(desk, number)
    return number


def the_line(desk: Desk, number: MeetingId) -> MinutesLine:
    (line,) = minutes(desk, number)
    return line


def the_action(desk: Desk, number: MeetingId) -> ActionStanding:
    (found,) = (one for one in actions(desk.case(CODE)) if one.meeting == number)
    return found


ASK_THE_SCHOOL = Said(kind=LineKind.ACTION, text="ask the school", owner="W-04", due_on=WRONG_DAY)


def test_who_and_until_of_an_action_are_corrected_and_the_plan_follows_with_its_origin(desk: Desk) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL)
    was = the_line(desk, number)
    correct(desk, number, as_corrected(desk, was, {"owner": "Ruth", "due_on": "2026-12-07"}), "misheard")
    found = the_action(desk, number)
    assert (found.action.owner, found.action.due_on, found.action.text) == ("S-01", RIGHT_DAY, "ask the school")
    assert (found.meeting, found.correction) == (number, 1)
    assert was in desk.store.minutes.of(number)


def test_a_plan_that_took_the_action_over_is_corrected_too_and_says_by_what(desk: Desk) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL)
    taken = the_action(desk, number).action
    before = current_plan(desk.case(CODE))
    plan = before.body if before else CasePlan()
    planned = PlannedAction(action=taken.action, text=taken.text, owner=taken.owner, due_on=taken.due_on)
    save(desk, CODE, [Draft(replace(plan, actions=(*plan.actions, planned), reason=""), desk.as_of)])
    correct(desk, number, replace(the_line(desk, number), owner="S-01"), "misheard")
    after = current_plan(desk.case(CODE))
    assert after is not None
    assert after.body.actions[-1] == replace(planned, owner="S-01")
    assert after.body.reason == f"{taken.action} as corrected in the minutes of {number}, correction 1"
    assert (the_action(desk, number).action.owner, the_action(desk, number).correction) == ("S-01", 1)


def test_what_the_caseworker_changed_since_stays_and_is_told(desk: Desk) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL)
    (added,) = (entry for entry in desk.case(CODE).of(ActionAdded) if entry.body.meeting == number)
    save(desk, CODE, [Draft(replace(added.body, owner="school nurse"), added.on, amends=added.id)])
    found = correct(desk, number, replace(the_line(desk, number), owner="S-01", due_on=RIGHT_DAY), "misheard")
    assert (the_action(desk, number).action.owner, the_action(desk, number).action.due_on) == (
        "school nurse",
        RIGHT_DAY,
    )
    assert [one.message for one in found.findings] == [
        "The case file says otherwise by now and stays so: Who: school nurse. Look at it there."
    ]


def test_reason_and_outcome_of_a_decision_are_corrected_in_the_case_file(desk: Desk) -> None:
    number = approved_with(desk, Said(kind=LineKind.DECISION, text="close the case", reason="goals"))
    typed = {"reason": "goals met", "outcome": "is to be closed"}
    correct(desk, number, as_corrected(desk, the_line(desk, number), typed), "not written down")
    (decision,) = (entry.body for entry in desk.case(CODE).of(MeetingDecision) if entry.body.meeting == number)
    assert (decision.text, decision.reason, decision.outcome) == ("close the case", "goals met", CaseOutcome.CLOSE)


def test_a_day_that_nobody_said_is_taken_out_of_a_dissent_and_role_and_point_are_corrected(desk: Desk) -> None:
    dissent = Said(kind=LineKind.DISSENT, text="wait", owner="W-04", due_on=WRONG_DAY)
    number = approved_with(desk, dissent)
    typed = {"text": "wait four weeks", "owner": "teacher", "reason": "Saturdays", "due_on": ""}
    correct(desk, number, as_corrected(desk, the_line(desk, number), typed), "nobody named a day")
    line = the_line(desk, number)
    assert (line.text, line.owner, line.reason, line.due_on) == ("wait four weeks", "teacher", "Saturdays", None)


def test_the_paper_prints_each_field_that_was_corrected_and_the_line_as_it_was_approved(desk: Desk) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL)
    correct(desk, number, replace(the_line(desk, number), owner="S-01", due_on=None), "misheard")
    correct(desk, number, replace(the_line(desk, number), text="ask the new school"), "it moved")
    paper = minutes_on_paper(desk, number).markdown
    assert "1. ask the school\n   - Who: W-04\n   - Until: 2026-11-30" in paper
    first, second = paper.split("## Corrections")[1].split("## Confidentiality")[0].split("\n2. ")
    assert [line.strip() for line in first.splitlines()[3:]] == [
        "- The line: ask the school",
        "- Who was: W-04; is to read: S-01",
        "- Until was: 2026-11-30; is to read: *not recorded*",
        "- Corrected because: misheard",
    ]
    assert [line.strip() for line in second.splitlines()[1:] if line.strip()] == [
        "- Was: ask the school",
        "- Is to read: ask the new school",
        "- Corrected because: it moved",
    ]


def test_a_corrected_line_keeps_its_place_in_the_minutes(desk: Desk) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL, replace(ASK_THE_SCHOOL, text="ask the clinic"))
    first, second = minutes(desk, number)
    correct(desk, number, replace(first, owner="S-01"), "misheard")
    assert [one.text for one in minutes(desk, number)] == [first.text, second.text]


def test_a_copy_holds_the_approved_line_beside_its_corrections(desk: Desk) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL)
    correct(desk, number, replace(the_line(desk, number), owner="S-01"), "misheard")
    copy = copy_on_paper(desk, number, ParticipantId("P1")).markdown
    assert "1. ask the school\n   - Who: W-04" in copy
    assert "- Who was: W-04; is to read: S-01" in copy


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("due_on", "someday", "someday"),
        ("outcome", "shut", "“action” has nothing of the kind. It can be corrected in: Words, Who, Until, Need"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field(desk: Desk, field: str, typed: str, said: str) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL)
    with pytest.raises(WrongFieldError, match=said) as refused:
        as_corrected(desk, the_line(desk, number), {field: typed})
    assert refused.value.field == field


def test_a_correction_that_changes_nothing_is_refused(desk: Desk) -> None:
    number = approved_with(desk, ASK_THE_SCHOOL)
    with pytest.raises(RefusedError, match="Nothing differs"):
        correct(desk, number, the_line(desk, number), "a slip")
    assert len(desk.store.minutes.of(number)) == 1
