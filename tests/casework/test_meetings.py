"""Meetings: called, minuted, and their actions in the case plan."""

from datetime import date, datetime

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.meetings.holding import began, ended, opened_again, seen
from supervisor_tui.casework.meetings.last_time import last_time
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes, take_back
from supervisor_tui.casework.meetings.preparing import NoCaseError, agenda, plan_meeting
from supervisor_tui.casework.meetings.proposing import proposals
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.plan import actions, current_plan
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.note import MeetingHeld, Readiness
from supervisor_tui.domain.risk import risk
from supervisor_tui.store.problems import Conflict

CODE = CaseCode("C-0117")


def a_conference(desk: Desk) -> Meeting:
    starts = datetime.fromisoformat("2026-11-24T14:00+03:00")
    return plan_meeting(desk, MeetingKind.CONFERENCE, starts, cases=[CODE])


def an_action(desk: Desk, meeting: Meeting) -> None:
    said = Said(
        kind=LineKind.ACTION, text="find a night shelter", case=CODE, owner="W-04", due_on=date(2026, 11, 25), need="N2"
    )
    enter(desk, meeting, said)


def test_an_action_of_the_minutes_stands_in_the_case_plan(desk: Desk) -> None:
    meeting = a_conference(desk)
    an_action(desk, meeting)
    added = actions(desk.case(CODE))[-1]
    assert (added.action.action, added.action.text, added.action.owner, added.action.due_on, added.meeting) == (
        "A2",
        "find a night shelter",
        "W-04",
        date(2026, 11, 25),
        meeting.id,
    )


def test_an_open_action_comes_back_on_the_next_agenda(desk: Desk) -> None:
    an_action(desk, a_conference(desk))
    following = a_conference(desk)
    assert "Left open: find a night shelter (W-04, until 2026-11-25)" in [line.text for line in following.agenda]


def test_an_open_action_comes_back_although_a_new_version_of_the_plan_took_it_over(desk: Desk) -> None:
    an_action(desk, a_conference(desk))
    plan = current_plan(desk.case(CODE))
    assert plan is not None
    taken_over = actions(desk.case(CODE))[-1].action
    newer = msgspec.structs.replace(plan.body, actions=(*plan.body.actions, taken_over))
    save(desk, CODE, [Draft(newer, date(2026, 11, 21))])

    assert [one.action.action for one in last_time(desk, CODE).open_actions] == ["A2"]
    following = a_conference(desk)
    assert "Left open: find a night shelter (W-04, until 2026-11-25)" in [line.text for line in following.agenda]


def test_last_time_shows_the_decisions_and_what_is_still_open(desk: Desk) -> None:
    meeting = a_conference(desk)
    enter(desk, meeting, Said(kind=LineKind.DECISION, text="move to the aunt", case=CODE, reason="safe there"))
    an_action(desk, meeting)
    before = last_time(desk, CODE)
    assert [entry.body.text for entry in before.decisions] == ["move to the aunt"]
    assert [action.action.text for action in before.open_actions] == ["find a night shelter"]


def test_a_line_taken_back_takes_its_action_out_of_the_plan_and_stays_in_the_history(desk: Desk) -> None:
    meeting = a_conference(desk)
    before = len(actions(desk.case(CODE)))
    line = enter(desk, meeting, Said(kind=LineKind.ACTION, text="wrong case", case=CODE))
    take_back(desk, line)
    assert len(actions(desk.case(CODE))) == before
    assert minutes(desk, meeting.id) == ()
    assert [kept.kind for kept in desk.store.minutes.of(meeting.id)] == [LineKind.ACTION, LineKind.RETRACTED]


def test_a_risk_level_is_set_by_its_letter(desk: Desk) -> None:
    enter(desk, a_conference(desk), Said(kind=LineKind.RISK, text="m safe since Friday", case=CODE))
    level = risk(desk.case(CODE))
    assert level is not None
    assert (level.entry.body.level, level.entry.body.reason) == ("medium", "safe since Friday")


def test_a_risk_level_that_the_agency_does_not_have_is_refused_with_those_it_has(desk: Desk) -> None:
    with pytest.raises(RefusedError, match=r"no risk level purple.*H \(high\)"):
        enter(desk, a_conference(desk), Said(kind=LineKind.RISK, text="purple", case=CODE))


def test_a_follow_up_told_in_the_meeting_is_recorded_as_told(desk: Desk) -> None:
    said = Said(kind=LineKind.FOLLOW_UP, text="visit yesterday, seen yes", case=CODE, owner="W-04")
    enter(desk, a_conference(desk), said)
    told = desk.case(CODE).latest(FollowUp)
    assert told is not None
    assert (told.on, told.record.how_known, told.record.told_by) == (date(2026, 11, 20), HowKnown.TOLD, "W-04")


def test_a_blank_line_is_not_saved(desk: Desk) -> None:
    meeting = a_conference(desk)
    with pytest.raises(RefusedError, match="nothing to save"):
        enter(desk, meeting, Said(kind=LineKind.NOTE, text="  "))
    assert minutes(desk, meeting.id) == ()


def test_a_conference_without_a_case_is_refused(desk: Desk) -> None:
    with pytest.raises(NoCaseError, match="case conference is about at least one case"):
        plan_meeting(desk, MeetingKind.CONFERENCE, datetime.fromisoformat("2026-11-24T14:00+03:00"))


def test_a_conference_about_a_wrong_code_is_refused_and_nothing_is_called(desk: Desk) -> None:
    with pytest.raises(NoSuchCaseError):
        plan_meeting(
            desk, MeetingKind.CONFERENCE, datetime.fromisoformat("2026-11-24T14:00+03:00"), cases=[CaseCode("C-9999")]
        )
    assert desk.store.meetings.all() == ()


def test_two_people_who_change_one_meeting_get_a_conflict_and_not_a_loss(desk: Desk) -> None:
    number = a_conference(desk).id
    first, second = seen(desk, number), seen(desk, number)
    began(desk, first)
    with pytest.raises(Conflict, match="Nothing was saved"):
        ended(desk, second)
    assert seen(desk, number).value.state is MeetingState.HELD


def test_meetings_are_numbered_in_order(desk: Desk) -> None:
    assert [a_conference(desk).id, a_conference(desk).id] == [MeetingId("M-0001"), MeetingId("M-0002")]


def test_cases_with_something_late_are_proposed_with_the_reason(desk: Desk) -> None:
    found = proposals(desk)
    assert found
    assert all(one.reason for one in found)


def test_the_agenda_of_a_conference_asks_for_the_views_of_child_and_caregiver(desk: Desk) -> None:
    texts = [line.text for line in agenda(desk, a_conference(desk))]
    assert "Views and wishes of the child" in texts
    assert "Views and wishes of the caregiver" in texts


def test_a_conference_that_is_over_stands_in_its_case_file_and_a_weekly_meeting_does_not(desk: Desk) -> None:
    conference = plan_meeting(
        desk, MeetingKind.CONFERENCE, desk.clock(), cases=(CODE,), purpose=ConferencePurpose.CLOSURE
    )
    weekly = plan_meeting(desk, MeetingKind.MANAGEMENT, desk.clock(), cases=(CODE,))
    for meeting in (conference, weekly):
        over = ended(desk, began(desk, seen(desk, meeting.id)))
        ended(desk, opened_again(desk, over))

    assert [(entry.body.meeting, entry.body.purpose) for entry in desk.case(CODE).of(MeetingHeld)] == [
        (conference.id, ConferencePurpose.CLOSURE)
    ]


def test_a_word_on_readiness_stands_in_the_case_file_and_goes_when_it_is_taken_back(desk: Desk) -> None:
    meeting = a_conference(desk)
    line = enter(desk, meeting, Said(kind=LineKind.READINESS, text="wants to go home", case=CODE))
    assert [entry.body for entry in desk.case(CODE).of(Readiness)] == [
        Readiness(text="wants to go home", meeting=meeting.id)
    ]
    take_back(desk, line)
    assert desk.case(CODE).of(Readiness) == ()
