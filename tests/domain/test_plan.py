"""The case plan as it stands: versions, what was added, and what became of each line."""

from datetime import date

from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.plan import (
    ActionStanding,
    GoalStanding,
    action_numbers,
    actions,
    current_plan,
    first_full_plan,
    goals,
    next_number,
)
from supervisor_tui.domain.records.closing import Closure, ClosureReason, Reopening
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import (
    ActionAdded,
    ActionOutcome,
    ActionStatus,
    CasePlan,
    Goal,
    GoalOutcome,
    GoalStatus,
    PlannedAction,
)
from supervisor_tui.testing import a_case, registered, written

HOUSING, SCHOOL = Goal(goal="O1", text="housing"), Goal(goal="O2", text="school")
CALL = PlannedAction(action="A1", text="call the school")


def a_plan(on: str, *goals: Goal, actions: tuple[PlannedAction, ...] = (), interim: YesNo = YesNo.NO) -> Record:
    return written(CasePlan(goals=goals, actions=actions, interim=interim), on)


def became(goal: str, status: GoalStatus, on: str) -> Record:
    return written(GoalOutcome(goal=goal, status=status), on)


def stands(action: str, status: ActionStatus, on: str, note: str = "") -> Record:
    return written(ActionOutcome(action=action, status=status, note=note), on)


def statuses(*records: Record | tuple[Record, ...]) -> list[tuple[str, GoalStatus]]:
    return [(one.goal.text, one.status) for one in goals(a_case(*records))]


def test_a_full_plan_goes_before_a_later_interim_one() -> None:
    full, interim = a_plan("2026-02-01", HOUSING), a_plan("2026-03-01", SCHOOL, interim=YesNo.YES)

    assert current_plan(a_case()) is None
    for records in ((full, interim), (interim, full)):
        found = current_plan(a_case(records))
        assert found is not None
        assert found.body.goals == (HOUSING,)
    only_interim = current_plan(a_case(interim))
    assert only_interim is not None
    assert only_interim.body.goals == (SCHOOL,)
    assert first_full_plan(a_case(interim)) is None


def test_the_first_full_plan_is_the_earliest_that_is_not_interim() -> None:
    found = first_full_plan(
        a_case(a_plan("2026-01-01", interim=YesNo.YES), a_plan("2026-02-01", HOUSING), a_plan("2026-03-01", SCHOOL))
    )

    assert found is not None
    assert found.on == date(2026, 2, 1)


def test_the_last_word_on_a_goal_counts() -> None:
    plan = a_plan("2026-02-01", HOUSING, SCHOOL)
    met = became("O1", GoalStatus.MET, "2026-03-01")
    case = a_case(plan, became("O1", GoalStatus.NOT_FEASIBLE, "2026-02-10"), met)

    assert goals(case) == (
        GoalStanding(HOUSING, GoalStatus.MET, date(2026, 3, 1), met.id),
        GoalStanding(SCHOOL, GoalStatus.OPEN, date(2026, 2, 1), plan.id),
    )
    assert goals(a_case()) == ()


def test_a_goal_that_a_new_version_repeats_keeps_its_word_and_a_reused_number_does_not() -> None:
    first, met = a_plan("2026-02-01", HOUSING), became("O1", GoalStatus.MET, "2026-03-01")
    other = Goal(goal="O1", text="papers")

    assert statuses(first, met, a_plan("2026-04-01", HOUSING, SCHOOL)) == [
        ("housing", GoalStatus.MET),
        ("school", GoalStatus.OPEN),
    ]
    assert statuses(first, met, a_plan("2026-04-01", other)) == [("papers", GoalStatus.OPEN)]
    assert statuses(first, met, a_plan("2026-04-01", other), a_plan("2026-05-01", HOUSING)) == [
        ("housing", GoalStatus.OPEN)
    ]


def test_a_reopened_case_starts_its_goals_anew() -> None:
    story = (
        *registered("2026-01-01"),
        a_plan("2026-02-01", HOUSING),
        became("O1", GoalStatus.MET, "2026-03-01"),
        written(Closure(reason=ClosureReason.GOALS_MET), "2026-03-10"),
        written(Reopening(reason="lost the room"), "2026-05-01"),
    )

    assert statuses(*story) == [("housing", GoalStatus.MET)]
    assert statuses(*story, a_plan("2026-05-10", HOUSING)) == [("housing", GoalStatus.OPEN)]
    again = became("O1", GoalStatus.MET, "2026-06-01")
    assert statuses(*story, a_plan("2026-05-10", HOUSING), again) == [("housing", GoalStatus.MET)]


def test_actions_of_the_plan_and_of_meetings_stand_side_by_side() -> None:
    plan = a_plan("2026-02-01", actions=(CALL,))
    added = written(ActionAdded(action="A2", text="find a bed", meeting=MeetingId("M-1")), "2026-02-10")
    done = stands("A2", ActionStatus.DONE, "2026-02-12", "night shelter")
    case = a_case(plan, added, stands("A1", ActionStatus.ONGOING, "2026-02-05"), done)

    assert actions(case) == (
        ActionStanding(CALL, ActionStatus.ONGOING, date(2026, 2, 1), plan.id),
        ActionStanding(
            PlannedAction(action="A2", text="find a bed"),
            ActionStatus.DONE,
            date(2026, 2, 10),
            added.id,
            MeetingId("M-1"),
            date(2026, 2, 12),
            "night shelter",
        ),
    )
    assert [action.is_open for action in actions(case)] == [True, False]


def test_an_added_action_outlives_a_new_version_until_a_line_of_its_number_takes_its_place() -> None:
    added = written(ActionAdded(action="A2", text="find a bed"), "2026-02-10")
    done = stands("A2", ActionStatus.DONE, "2026-02-12")
    other = PlannedAction(action="A2", text="buy books")
    same = PlannedAction(action="A2", text="find a bed")

    def found(*records: Record) -> list[tuple[str, ActionStatus]]:
        return [(one.action.text, one.status) for one in actions(a_case(added, *records))]

    assert found(a_plan("2026-03-01", actions=(CALL,))) == [
        ("call the school", ActionStatus.PENDING),
        ("find a bed", ActionStatus.PENDING),
    ]
    assert found(done, a_plan("2026-03-01", actions=(other,))) == [("buy books", ActionStatus.PENDING)]
    assert found(done, a_plan("2026-03-01", actions=(same,))) == [("find a bed", ActionStatus.DONE)]


def test_an_action_done_stays_done_when_a_new_version_repeats_it() -> None:
    story = (a_plan("2026-02-01", actions=(CALL,)), stands("A1", ActionStatus.DONE, "2026-02-05"))

    (call,) = actions(a_case(*story, a_plan("2026-03-01", actions=(CALL,))))

    assert (call.status, call.ended_on, call.decided_on) == (
        ActionStatus.DONE,
        date(2026, 2, 5),
        date(2026, 2, 1),
    )


def test_an_action_that_a_new_version_takes_over_stays_the_meetings() -> None:
    find = PlannedAction(action="A2", text="find a bed", owner="W-01")
    added = written(ActionAdded(action="A2", text="find a bed", meeting=MeetingId("M-1")), "2026-02-10")
    other = PlannedAction(action="A2", text="buy books")
    versions = (a_plan("2026-03-01", actions=(find,)), a_plan("2026-04-01", actions=(CALL, find)))

    def found(*records: Record | tuple[Record, ...]) -> list[tuple[str, date, MeetingId | None]]:
        return [(one.action.text, one.decided_on, one.meeting) for one in actions(a_case(added, *records))]

    assert found(versions) == [
        ("call the school", date(2026, 4, 1), None),
        ("find a bed", date(2026, 2, 10), MeetingId("M-1")),
    ]
    assert found(a_plan("2026-03-01", actions=(other,))) == [("buy books", date(2026, 3, 1), None)]


def test_a_reopened_case_does_not_give_its_actions_to_a_meeting_of_before() -> None:
    find = PlannedAction(action="A2", text="find a bed")
    case = a_case(
        registered("2026-01-01"),
        written(ActionAdded(action="A2", text="find a bed", meeting=MeetingId("M-1")), "2026-02-10"),
        written(Closure(reason=ClosureReason.GOALS_MET), "2026-03-10"),
        written(Reopening(reason="lost the room"), "2026-05-01"),
        a_plan("2026-05-10", actions=(find,)),
    )

    assert [(one.decided_on, one.meeting) for one in actions(case)] == [(date(2026, 5, 10), None)]


def test_a_word_from_before_the_action_was_decided_is_about_something_else() -> None:
    early = stands("A1", ActionStatus.DONE, "2026-01-05")

    assert [one.status for one in actions(a_case(early, a_plan("2026-02-01", actions=(CALL,))))] == [
        ActionStatus.PENDING
    ]


def test_the_next_number_of_a_series() -> None:
    assert next_number("A", ()) == "A1"
    assert next_number("A", ("A1", "A9", "A3", "B12", "Ax", "A")) == "A10"


def test_no_number_is_given_to_a_second_action_of_a_case() -> None:
    case = a_case(
        registered("2026-01-01"),
        a_plan("2026-02-01", actions=(CALL, PlannedAction(action="A7", text="visit"))),
        written(ActionAdded(action="A8", text="ask"), "2026-02-02"),
        stands("A9", ActionStatus.DONE, "2026-02-03"),
        a_plan("2026-03-01", actions=(CALL,)),
    )
    assert action_numbers(case) == ("A1", "A7", "A8", "A9")
    assert next_number("A", action_numbers(case)) == "A10"
