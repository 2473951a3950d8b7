"""The case plan on file: its lines, its goals, the needs it answers, and how it was made."""

from typing import Any

import msgspec
import pytest

from iag_core.records.plan_making import PlanMaking
from iag_core.records.service_gap import ServiceGap
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, ProgrammeId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingDecision
from supervisor_tui.domain.records.plan import (
    ActionOutcome,
    ActionStatus,
    CasePlan,
    Goal,
    GoalOutcome,
    GoalStatus,
    Horizon,
    Mode,
    PlannedAction,
)
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    HOST,
    closed,
    day,
    figures,
    fully_assessed,
    moment,
    on_file,
    on_saving,
    registered,
    risk,
    the_case,
)

OPENING = (registered("2024-03-04"), fully_assessed("2024-04-04"))
GOAL = Goal(
    goal="O1",
    text="safe at home",
    measure="no night alone",
    target_on=day("2024-09-01"),
    specific=YesNo.YES,
    realistic=YesNo.YES,
)
SHORT = PlannedAction(
    action="A1",
    text="aunt sleeps in",
    owner="W-04",
    due_on=day("2024-05-01"),
    need="N1",
    mode=Mode.DIRECT,
    horizon=Horizon.SHORT,
)
LONG = PlannedAction(
    action="A2",
    text="guardian named",
    owner="caregiver",
    due_on=day("2024-08-01"),
    need="N2",
    mode=Mode.REFERRAL,
    horizon=Horizon.LONG,
    builds_on="close to her aunt",
)
PLAN = CasePlan(goals=(GOAL,), actions=(SHORT, LONG), follow_up_every_days=7, contingency="meet again")


def with_line(**changes: Any) -> CasePlan:
    return msgspec.structs.replace(PLAN, actions=(SHORT, msgspec.structs.replace(LONG, **changes)))


def with_goal(**changes: Any) -> CasePlan:
    return msgspec.structs.replace(PLAN, goals=(msgspec.structs.replace(GOAL, **changes),))


def changed(**changes: Any) -> CasePlan:
    return msgspec.structs.replace(PLAN, **changes)


def planned(plan: CasePlan, *more: Record, as_of: str = "2024-04-30") -> CaseFile:
    return the_case(*OPENING, risk("medium", "2024-03-05"), written(plan, "2024-04-18"), *more, as_of=as_of)


SHORT_ONLY = changed(actions=(SHORT,))


@pytest.mark.parametrize(
    ("rule", "plan", "result", "reason"),
    [
        pytest.param(
            "IAG-S3-03",
            with_line(owner=""),
            Result.FAIL,
            "A2 does not say who does it.",
            marks=pytest.mark.rule("IAG-S3-03"),
        ),
        ("IAG-S3-03", with_line(due_on=None), Result.FAIL, "A2 does not say until when."),
        ("IAG-S3-03", with_line(text=" "), Result.FAIL, "A2 does not say what is done."),
        ("IAG-S3-03", with_line(due_on=day("2024-04-17")), Result.FAIL, "A2 is due before the plan was made."),
        pytest.param(
            "IAG-S3-05",
            with_goal(measure=""),
            Result.FAIL,
            "O1 does not say how one will see it.",
            marks=pytest.mark.rule("IAG-S3-05"),
        ),
        ("IAG-S3-05", with_goal(target_on=None), Result.FAIL, "O1 does not say until when."),
        ("IAG-S3-05", with_goal(specific=YesNo.NO), Result.FAIL, "O1 is judged not specific or not realistic."),
        (
            "IAG-S3-05",
            with_goal(realistic=None),
            Result.UNKNOWN,
            "O1: nobody said whether it is specific and realistic.",
        ),
        pytest.param(
            "IAG-S3-07",
            changed(follow_up_every_days=21),
            Result.UNKNOWN,
            "Every 21 days is less often than the risk asks for (7 days).",
            marks=pytest.mark.rule("IAG-S3-07"),
        ),
        (
            "IAG-S3-07",
            changed(follow_up_every_days=None),
            Result.FAIL,
            "The plan does not say how often follow-up is.",
        ),
        pytest.param(
            "IAG-S3-08",
            SHORT_ONLY,
            Result.FAIL,
            "Nothing in the plan is for good.",
            marks=pytest.mark.rule("IAG-S3-08"),
        ),
        (
            "IAG-S3-08",
            changed(actions=(msgspec.structs.replace(SHORT, horizon=None),)),
            Result.UNKNOWN,
            "Nobody said how far ahead the actions look.",
        ),
        pytest.param(
            "IAG-S3-09",
            changed(contingency=""),
            Result.FAIL,
            "The plan does not say what happens if it does not work.",
            marks=pytest.mark.rule("IAG-S3-09"),
        ),
        pytest.param(
            "IAG-S4-02",
            with_line(mode=None),
            Result.FAIL,
            "Not said whether by us, by referral or by the community: A2.",
            marks=pytest.mark.rule("IAG-S4-02"),
        ),
        pytest.param(
            "IAG-PRIN-10",
            SHORT_ONLY,
            Result.FAIL,
            "Nothing in the plan builds on a strength or is done by child or family.",
            marks=pytest.mark.rule("IAG-PRIN-10"),
        ),
    ],
)
def test_what_the_plan_leaves_out_is_found(rule: str, plan: CasePlan, result: Result, reason: str) -> None:
    found = on_file(rule, planned(plan), "2024-04-30")

    assert on_file(rule, planned(PLAN), "2024-04-30").result is Result.PASS
    assert (found.result, found.reason) == (result, reason)
    assert on_file(rule, the_case(*OPENING, as_of="2024-04-10"), "2024-04-10").result is Result.NA


def test_a_line_without_anybody_is_pointed_out_on_saving_and_can_be_kept() -> None:
    (said,) = on_saving("IAG-S3-03", the_case(*OPENING, as_of="2024-04-18"), with_line(owner=""), "2024-04-18")

    assert (said.severity, said.message, said.field) == (Severity.WARN, "A2 does not say who does it.", "actions")


def test_a_plan_without_anything_lasting_may_say_why() -> None:
    reasoned = changed(actions=(SHORT,), nothing_lasting_because="family travels on in a week")

    assert on_file("IAG-S3-08", planned(reasoned), "2024-04-30").result is Result.PASS


@pytest.mark.rule("IAG-S3-04")
def test_every_need_has_an_action_a_referral_or_a_word_that_there_is_no_service() -> None:
    needs = ("N1 safety", "N2 care", "N3 hearing", "N4 school")
    look = written(Assessment(stage=AssessmentStage.COMPREHENSIVE, needs=needs), "2024-04-04")
    school = msgspec.structs.replace(SHORT, action="A3", need="N4")
    plan = changed(actions=(SHORT, LONG, school))

    found = on_file("IAG-S3-04", planned(plan, look), "2024-04-30")
    assert (found.result, found.reason) == (Result.FAIL, "No answer in the plan to: N3 hearing.")
    gap = written(ServiceGap(need="N3"), "2024-04-20")
    assert on_file("IAG-S3-04", planned(plan, look, gap), "2024-04-30").result is Result.PASS
    assert on_file("IAG-S3-04", planned(plan), "2024-04-30").result is Result.UNKNOWN


MADE = PlanMaking(child_agreed=YesNo.YES, family_agreed=YesNo.YES, child_copy_on=day("2024-04-18"))


@pytest.mark.parametrize(
    ("rule", "changes", "result"),
    [
        pytest.param("IAG-S3-06", {"child_agreed": YesNo.NO}, Result.FAIL, marks=pytest.mark.rule("IAG-S3-06")),
        ("IAG-S3-06", {"child_agreed": YesNo.NO, "child_reason": "two years old"}, Result.PASS),
        ("IAG-S3-06", {"family_agreed": None}, Result.FAIL),
        ("IAG-S3-11", {"child_copy_on": None}, Result.UNKNOWN),
        ("IAG-S3-11", {"child_copy_on": None, "no_copy_because": "not safe to keep"}, Result.PASS),
    ],
)
def test_child_and_family_had_their_part(rule: str, changes: dict[str, Any], result: Result) -> None:
    def made(body: PlanMaking) -> CaseFile:
        return planned(PLAN, written(body, "2024-04-18"))

    assert on_file(rule, made(MADE), "2024-04-30").result is Result.PASS
    assert on_file(rule, made(msgspec.structs.replace(MADE, **changes)), "2024-04-30").result is result
    unwritten = Result.FAIL if rule == "IAG-S3-06" else Result.UNKNOWN
    assert on_file(rule, planned(PLAN), "2024-04-30").result is unwritten


@pytest.mark.rule("IAG-S3-11")
def test_a_child_with_something_to_do_has_a_copy() -> None:
    own = with_line(action="A3", owner="child")
    without = written(msgspec.structs.replace(MADE, child_copy_on=None), "2024-04-18")
    found = on_file("IAG-S3-11", planned(own, without), "2024-04-30")

    assert (found.result, found.reason) == (Result.FAIL, "The child has no copy on record, and has to do A3.")


@pytest.mark.rule("IAG-S3-10")
@pytest.mark.parametrize(
    ("tracks", "expected"),
    [
        ((("tracing", "2024-04-20", "2024-07-20"), ("foster search", "2024-04-22", "2024-06-22")), Result.PASS),
        ((("tracing", "2024-04-20", "2024-07-20"),), Result.FAIL),
        ((("tracing", "2024-04-20", "2024-05-20"), ("foster search", "2024-05-21", "2024-06-22")), Result.FAIL),
        ((("tracing", "2024-04-20", "2024-07-20"), ("Tracing", "2024-04-22", "2024-06-22")), Result.FAIL),
    ],
)
def test_two_options_run_at_the_same_time(tracks: tuple[tuple[str, str, str], ...], expected: Result) -> None:
    lines = tuple(
        msgspec.structs.replace(
            SHORT, action=f"A{n}", need="N1 care", track=what, starts_on=day(since), due_on=day(until)
        )
        for n, (what, since, until) in enumerate(tracks, 1)
    )
    case = planned(changed(actions=lines, critical_needs=("N1",)))

    assert on_file("IAG-S3-10", case, "2024-04-30").result is expected
    assert on_file("IAG-S3-10", planned(PLAN), "2024-04-30").result is Result.NA


@pytest.mark.rule("IAG-S3-12")
def test_a_second_version_of_the_plan_says_why() -> None:
    silent, reasoned = (
        planned(PLAN, written(PLAN, "2024-06-01"), as_of="2024-06-02"),
        planned(PLAN, written(changed(reason="moved"), "2024-06-01"), as_of="2024-06-02"),
    )
    found = on_file("IAG-S3-12", silent, "2024-06-02")

    assert (found.result, found.reason) == (Result.FAIL, "The plan of 2024-06-01 was changed without a reason.")
    assert on_file("IAG-S3-12", reasoned, "2024-06-02").result is Result.PASS
    assert on_file("IAG-S3-12", planned(PLAN), "2024-04-30").result is Result.NA
    assert len(on_saving("IAG-S3-12", planned(PLAN), PLAN, "2024-06-01")) == 1


@pytest.mark.rule("IAG-S4-11")
@pytest.mark.parametrize(
    ("level", "setting", "expected"),
    [
        ("high", "low", Result.FAIL),
        ("low", "low", Result.PASS),
        ("low", "none", Result.FAIL),
        ("high", "", Result.UNKNOWN),
    ],
)
def test_the_community_handles_no_more_than_it_may(level: str, setting: str, expected: Result) -> None:
    case = planned(with_line(mode=Mode.COMMUNITY), risk(level, "2024-04-20"))
    decided = {"community_handles_up_to": setting} if setting else {}
    found = on_file("IAG-S4-11", case, "2024-04-30", **decided)

    assert found.result is expected
    assert (found.missing == Missing(setting="iag_core.community_handles_up_to")) is (expected is Result.UNKNOWN)
    assert on_file("IAG-S4-11", planned(PLAN), "2024-04-30").result is Result.NA


def given(worker: str, on: str, until: str = "", reason: str = "") -> Record:
    ends = day(until) if until else None
    return written(Assignment(worker=PersonCode(worker), until=ends, reason=reason), on)


REGISTERED = written(Registration(programme=ProgrammeId("north")), "2024-04-01")


@pytest.mark.rule("IAG-S3-14")
@pytest.mark.parametrize(
    ("assignments", "expected", "reason"),
    [
        (
            (given("W-04", "2024-04-01", "2024-05-10"), given("W-09", "2024-05-13")),
            Result.FAIL,
            "Nobody carries the case from 2024-05-11 to 2024-05-12.",
        ),
        (
            (given("W-04", "2024-04-01", "2024-05-13"), given("W-09", "2024-05-13")),
            Result.FAIL,
            "W-04 and W-09 both carry the case on 2024-05-13.",
        ),
        ((given("W-04", "2024-04-01", "2024-05-10"),), Result.FAIL, "Nobody carries the case since 2024-05-11."),
        (
            (given("W-04", "2024-04-01"), given("W-09", "2024-05-13")),
            Result.PASS,
            "One caseworker carried the case at any time.",
        ),
        ((), Result.UNKNOWN, "The case was not given to a caseworker."),
    ],
)
def test_one_caseworker_carries_the_case_at_any_time(
    assignments: tuple[Record, ...], expected: Result, reason: str
) -> None:
    found = on_file("IAG-S3-14", the_case(REGISTERED, *assignments, as_of="2024-06-01"), "2024-06-01")

    assert (found.result, found.reason) == (expected, reason)


@pytest.mark.rule("IAG-S3-15")
def test_two_changes_of_caseworker_in_90_days_are_asked_about() -> None:
    def moved(second: str, reason: str = "") -> CaseFile:
        return the_case(
            REGISTERED,
            given("W-04", "2024-04-01"),
            given("W-09", "2024-04-02", reason="left"),
            given("W-11", second, reason=reason),
            as_of="2024-12-01",
        )

    often = figures("IAG-S3-15", [moved("2024-05-20", "illness")], "2024-12-01")
    assert {slot: figure.value for slot, figure in often.items()} == {"no_reason": 0, "often": 1}
    silent = figures("IAG-S3-15", [moved("2024-07-02")], "2024-12-01")
    assert {slot: figure.value for slot, figure in silent.items()} == {"no_reason": 1, "often": 0}


@pytest.mark.rule("IAG-S3-16")
@pytest.mark.parametrize(
    ("as_of", "noted", "expected"),
    [
        ("2024-05-09", (), Result.FAIL),
        ("2024-05-08", (), Result.NA),
        ("2024-05-09", ("2024-05-03",), Result.PASS),
        ("2024-05-09", ("2024-04-30",), Result.FAIL),
    ],
)
def test_an_action_past_its_day_for_a_week_has_a_word_on_how_it_stands(
    as_of: str, noted: tuple[str, ...], expected: Result
) -> None:
    words = [written(ActionOutcome(action="A1", status=ActionStatus.ONGOING), on) for on in noted]

    assert on_file("IAG-S3-16", planned(PLAN, *words, as_of=as_of), as_of).result is expected


@pytest.mark.rule("IAG-S4-09")
def test_a_goal_on_which_the_last_word_is_of_january_has_none_by_may() -> None:
    last = written(GoalOutcome(goal="O1", status=GoalStatus.OPEN), "2024-01-15")
    case = the_case(REGISTERED, written(PLAN, "2024-01-10"), last, as_of="2024-05-01")

    assert on_file("IAG-S4-09", case, "2024-05-01").result is Result.FAIL
    assert on_file("IAG-S4-09", case, "2024-04-15").result is Result.PASS


@pytest.mark.rule("IAG-S4-09")
@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (None, Result.FAIL),
        (written(GoalOutcome(goal="O1", status=GoalStatus.OPEN), "2024-06-01"), Result.PASS),
        (written(Review(goals_being_met=YesNo.NO), "2024-06-01"), Result.PASS),
        (written(Review(progress=YesNo.YES), "2024-06-01"), Result.FAIL),
        (written(GoalOutcome(goal="O1", status=GoalStatus.MET), "2024-04-20"), Result.NA),
    ],
)
def test_every_open_goal_has_a_word_on_its_progress_in_three_months(word: Record | None, expected: Result) -> None:
    case = planned(PLAN, *([word] if word else []), as_of="2024-07-19")

    assert on_file("IAG-S4-09", case, "2024-07-19").result is expected
    assert on_file("IAG-S4-09", planned(PLAN, as_of="2024-07-18"), "2024-07-18").result is Result.PASS


@pytest.mark.rule("IAG-S3-02")
@pytest.mark.parametrize(("as_of", "slot"), [("2024-03-14", "close"), ("2024-03-15", "past"), ("2024-03-06", "")])
def test_the_longest_way_to_a_plan_is_a_month_and_two_weeks(as_of: str, slot: str) -> None:
    case = the_case(registered("2024-01-31"), as_of=as_of)
    found = figures("IAG-S3-02", [case], as_of)

    assert [name for name, figure in found.items() if figure.value] == ([slot] if slot else [])
    with_plan = the_case(registered("2024-01-31"), written(PLAN, "2024-02-20"), as_of=as_of)
    assert not any(figure.value for figure in figures("IAG-S3-02", [with_plan], as_of).values())


@pytest.mark.rule("IAG-S4-01")
@pytest.mark.parametrize(
    ("as_of", "status", "expected"),
    [("2024-05-03", None, 1), ("2024-05-02", None, 0), ("2024-05-03", ActionStatus.ONGOING, 0)],
)
def test_a_plan_on_which_nothing_began_in_two_weeks_is_asked_about(
    as_of: str, status: ActionStatus | None, expected: int
) -> None:
    words = [written(ActionOutcome(action="A1", status=status), "2024-04-25")] if status else []
    found = figures("IAG-S4-01", [planned(PLAN, *words, as_of=as_of)], as_of)

    assert found[""].value == expected


COMPLEX = written(Registration(programme=ProgrammeId("north"), complex_case=YesNo.YES), "2024-05-01")


def meeting(kind: MeetingKind, *roles: ParticipantRole) -> Meeting:
    return Meeting(
        id=MeetingId("M-0101"),
        kind=kind,
        starts=moment("2024-05-15T09:00"),
        participants=tuple(Participant(label=role.value, role=role) for role in roles),
    )


def proposed(rule: str, about: Meeting, case: CaseFile) -> tuple[AgendaLine, ...]:
    file = MeetingFile(meeting=about, cases=(case,))
    return tuple(line for line in HOST.meetings.agenda(file, day("2024-05-15")) if line.rule == rule)


@pytest.mark.rule("IAG-S3-13")
def test_a_complex_case_without_a_decision_of_a_meeting_is_suggested_for_a_conference() -> None:
    case = the_case(COMPLEX, as_of="2024-05-15")
    decided = MeetingDecision(meeting=MeetingId("M-1"), text="x", kind=MeetingKind.CONFERENCE)
    held = the_case(COMPLEX, written(decided, "2024-05-10"), as_of="2024-05-15")

    assert proposed("IAG-S3-13", meeting(MeetingKind.MANAGEMENT), case) == (
        AgendaLine(
            text="Several agencies are needed: plan it in a case conference?", case=CaseCode("C-0001"), rule="IAG-S3-13"
        ),
    )
    assert proposed("IAG-S3-13", meeting(MeetingKind.MANAGEMENT), held) == ()
    assert proposed("IAG-S3-13", meeting(MeetingKind.CONFERENCE), case) == ()
    assert proposed("IAG-S3-13", meeting(MeetingKind.MANAGEMENT), planned(PLAN)) == ()


@pytest.mark.rule("IAG-S3-17")
def test_a_planning_meeting_without_the_child_asks_how_it_is_heard() -> None:
    case, both = the_case(COMPLEX, as_of="2024-05-15"), (ParticipantRole.CHILD, ParticipantRole.CAREGIVER)

    alone = proposed("IAG-S3-17", meeting(MeetingKind.PLANNING, ParticipantRole.PROVIDER), case)
    assert [line.text for line in alone] == [
        "The child is not invited: how does its view come in, or why not? (2024-05-15)",
        "The family is not invited: how does its view come in?",
    ]
    assert proposed("IAG-S3-17", meeting(MeetingKind.PLANNING, *both), case) == ()
    assert proposed("IAG-S3-17", meeting(MeetingKind.MANAGEMENT), case) == ()


def test_nobody_has_to_carry_a_case_while_it_is_closed() -> None:
    first = written(Assignment(worker=PersonCode("W-04"), until=day("2024-05-10")), "2024-03-04")
    second = written(Assignment(worker=PersonCode("W-09")), "2024-08-01")
    ended, again = closed(ClosureReason.GOALS_MET, "2024-05-10"), written(Reopening(reason="new worries"), "2024-08-01")
    opening = registered("2024-03-04")[0]

    reopened = the_case(opening, first, ended, again, second, as_of="2024-09-01")
    dropped = the_case(opening, first, second, as_of="2024-09-01")

    assert on_file("IAG-S3-14", reopened, "2024-09-01").result is Result.PASS
    assert on_file("IAG-S3-14", dropped, "2024-09-01").result is Result.FAIL
