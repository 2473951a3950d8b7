"""The plan during monitoring: brought up to date with every visit, and led toward closing."""

from datetime import date

import pytest

from reintegration_benchmarks.records.monitoring_form import MonitoringForm
from supervisor_tui.domain.due import DueState, days_late
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
)
from supervisor_tui.testing import written
from tests.plugins.reintegration_benchmarks.the_case import broke_down, duties, moved, state, the_case, visit

UPDATES = "RB-SOP11-10"
CLOSING_GOALS = "RB-SOP11-21"


def a_plan(on: str, *tags: str) -> Record:
    return written(CasePlan(goals=(Goal(goal="G-1", text="saves by itself", tags=tags),)), on)


@pytest.mark.rule("RB-SOP11-10")
def test_a_visit_after_which_nobody_touched_the_plan_is_shown_but_not_demanded() -> None:
    case = the_case(moved("2026-01-15"), a_plan("2026-01-10"), visit("2026-04-15"), as_of="2026-04-20")

    (update,) = duties(case, "2026-04-20", UPDATES).values()

    assert (update.slot, update.advisory, state(update, "2026-04-20")) == ("2026-04-15", True, DueState.OVERDUE)
    assert update.title == "bring the plan up to date with the visit of 2026-04-15"


@pytest.mark.parametrize(
    "record",
    [
        a_plan("2026-04-16"),
        written(ActionAdded(action="A-1", text="savings group"), "2026-04-16"),
        written(ActionOutcome(action="A-1", status=ActionStatus.DONE), "2026-04-16"),
        written(GoalOutcome(goal="G-1", status=GoalStatus.MET), "2026-04-16"),
        written(MonitoringForm(plan_stays=YesNo.YES), "2026-04-16"),
    ],
)
def test_progress_a_change_or_the_word_that_it_stays_bring_the_plan_up_to_date(record: Record) -> None:
    case = the_case(moved("2026-01-15"), visit("2026-04-15"), record, as_of="2026-04-20")

    (update,) = duties(case, "2026-04-20", UPDATES).values()

    assert (update.done, update.settled_by) == (date(2026, 4, 16), record.id)


def test_a_form_that_does_not_say_that_the_plan_stays_settles_nothing() -> None:
    form = written(MonitoringForm(plan_stays=YesNo.NO), "2026-04-15")
    case = the_case(moved("2026-01-15"), visit("2026-04-15"), form, as_of="2026-04-20")

    assert [item.done for item in duties(case, "2026-04-20", UPDATES).values()] == [None]


def test_what_is_written_at_the_next_visit_belongs_to_that_one() -> None:
    case = the_case(
        moved("2026-01-15"), visit("2026-04-15"), visit("2026-05-14"), a_plan("2026-05-14"), as_of="2026-05-20"
    )

    found = duties(case, "2026-05-20", UPDATES)

    assert {slot: state(item, "2026-05-20") for slot, item in found.items()} == {
        "2026-04-15": DueState.MISSED,
        "2026-05-14": DueState.DONE,
    }


def test_a_visit_that_does_not_count_asks_for_no_update() -> None:
    case = the_case(moved("2026-01-15"), visit("2026-04-15", YesNo.NO), as_of="2026-04-20")

    assert duties(case, "2026-04-20", UPDATES) == {}


@pytest.mark.rule("RB-SOP11-21")
def test_goals_toward_closing_are_late_five_days_after_month_nine() -> None:
    case = the_case(moved("2026-01-15"), a_plan("2026-01-10", "permanency"), as_of="2026-10-20")

    (goals,) = duties(case, "2026-10-20", CLOSING_GOALS).values()

    assert (goals.due, state(goals, "2026-10-20"), days_late(goals, date(2026, 10, 20))) == (
        date(2026, 10, 15),
        DueState.OVERDUE,
        5,
    )


def test_a_goal_with_the_tag_closure_settles_it() -> None:
    plan = a_plan("2026-10-12", "closure")
    case = the_case(moved("2026-01-15"), plan, as_of="2026-10-20")

    (goals,) = duties(case, "2026-10-20", CLOSING_GOALS).values()

    assert (goals.done, goals.settled_by) == (date(2026, 10, 12), plan.id)


def test_a_plan_for_an_earlier_placement_does_not_settle_it() -> None:
    case = the_case(
        moved("2026-01-15"),
        a_plan("2026-10-12", "closure"),
        broke_down("2026-11-01"),
        moved("2026-11-20"),
        as_of="2026-12-01",
    )

    (goals,) = duties(case, "2026-12-01", CLOSING_GOALS).values()

    assert (goals.slot, goals.due, goals.done) == ("2/closing-goals", date(2027, 8, 20), None)


@pytest.mark.parametrize("rule", [UPDATES, CLOSING_GOALS])
def test_without_a_move_it_is_not_known(rule: str) -> None:
    case = the_case(as_of="2026-07-20")

    assert [state(item, "2026-07-20") for item in duties(case, "2026-07-20", rule).values()] == [DueState.UNKNOWN]
