"""Reviews of the plan: every three months, sooner in danger or emergency, and after a change for the worse."""

import pytest

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.programme import Context
from supervisor_tui.domain.records.assessment import SituationChanged
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.responsibility import ContextForCase
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    EMERGENCY,
    closed,
    contact,
    day,
    due,
    in_time,
    open_duty,
    plan,
    plan_concluded,
    registered,
    reviewed,
    risk,
    state,
    the_case,
    the_duty,
)

OPENING = registered("2024-03-04")
PLAN = plan("2024-04-18", "O1")


@pytest.mark.rule("IAG-S5-12")
def test_three_months_after_the_plan_and_then_after_each_review() -> None:
    first = the_case(OPENING, PLAN, as_of="2024-04-20")
    assert the_duty("IAG-S5-12", first, "2024-04-20").due == day("2024-07-18")

    later = the_case(OPENING, PLAN, reviewed("2024-11-30"), as_of="2024-12-01")
    assert open_duty("IAG-S5-12", later, "2024-12-01").due == day("2025-02-28")


@pytest.mark.rule("FU-05")
def test_the_day_after_the_three_months_a_review_is_late_and_stands_once_in_the_list() -> None:
    case = the_case(registered("2025-08-01"), plan("2025-08-30"), reviewed("2025-11-30"), as_of="2026-03-01")
    item = open_duty("IAG-S5-12", case, "2026-03-01")

    assert (item.due, state(item, "2026-02-28"), state(item, "2026-03-01")) == (
        day("2026-02-28"),
        DueState.DUE,
        DueState.OVERDUE,
    )
    assert due("FU-05", case, "2026-03-01") == ()


def test_a_review_on_the_last_day_is_in_time_and_the_day_after_it_is_not() -> None:
    kept, late = (
        due("IAG-S5-12", the_case(OPENING, PLAN, reviewed(on), as_of="2024-08-01"), "2024-08-01")[0]
        for on in ("2024-07-18", "2024-07-19")
    )

    assert (in_time(kept), in_time(late)) == (True, False)


def test_a_review_on_the_day_of_the_plan_settles_nothing_that_was_due() -> None:
    items = due("IAG-S5-12", the_case(OPENING, PLAN, reviewed("2024-04-18"), as_of="2024-05-01"), "2024-05-01")

    assert [(str(item.due), item.done) for item in items] == [("2024-07-18", None)]


def test_a_new_version_of_the_plan_does_not_start_the_count_again() -> None:
    case = the_case(OPENING, PLAN, plan("2024-06-10", "O1", "O2"), as_of="2024-06-11")

    assert the_duty("IAG-S5-12", case, "2024-06-11").due == day("2024-07-18")


def test_without_a_full_plan_there_is_nothing_to_review() -> None:
    case = the_case(OPENING, plan("2024-03-05", interim=YesNo.YES), as_of="2024-12-01")

    assert due("IAG-S5-12", case, "2024-12-01") == ()


def test_a_reopened_case_is_reviewed_three_months_after_the_reopening() -> None:
    happened = (
        registered("2023-06-01"),
        plan("2023-07-01"),
        closed(ClosureReason.GOALS_MET, "2024-02-01"),
        written(Reopening(reason="new worries"), "2024-05-10"),
    )

    assert the_duty("IAG-S5-12", the_case(*happened, as_of="2024-05-11"), "2024-05-11").due == day("2024-08-10")


def test_a_case_brought_in_is_reviewed_three_months_after_we_began() -> None:
    happened = (registered("2023-01-02", duties_from="2024-06-01"), plan("2023-02-01"))
    assert the_duty("IAG-S5-12", the_case(*happened, as_of="2024-06-02"), "2024-06-02").due == day("2024-09-01")

    recent = (registered("2023-01-02", duties_from="2024-06-01"), plan("2023-02-01"), reviewed("2024-05-01"))
    items = due("IAG-S5-12", the_case(*recent, as_of="2024-06-02"), "2024-06-02")
    assert [str(item.due) for item in items] == ["2024-08-01"]


@pytest.mark.rule("IAG-S5-13")
def test_in_an_emergency_the_agencys_thirty_days_hold() -> None:
    case = the_case(OPENING, PLAN, as_of="2024-04-20", context=EMERGENCY)

    assert the_duty("IAG-S5-13", case, "2024-04-20", emergency_review_days=30).due == day("2024-05-18")
    assert due("IAG-S5-12", case, "2024-04-20", emergency_review_days=30) == ()


@pytest.mark.rule("FU-06")
def test_in_an_emergency_four_weeks_after_the_review() -> None:
    case = the_case(
        registered("2025-01-02"), plan("2025-02-03"), reviewed("2025-03-03"), as_of="2025-03-04", context=EMERGENCY
    )

    assert open_duty("IAG-S5-13", case, "2025-03-04", emergency_review_days=28).due == day("2025-03-31")
    assert due("FU-06", case, "2025-03-04", emergency_review_days=28) == ()


def test_of_two_intervals_the_shorter_holds() -> None:
    case = the_case(OPENING, PLAN, risk("high", "2024-03-05"), as_of="2024-04-20", context=EMERGENCY)
    both = the_duty("IAG-S5-13", case, "2024-04-20", emergency_review_days=30, high_risk_review_days=21)

    assert both.due == day("2024-05-09")


@pytest.mark.parametrize("settings", [{}, {"emergency_review_days": 91}], ids=["not decided", "not shorter"])
def test_in_an_emergency_three_months_are_the_outermost_limit_while_nothing_is_decided(
    settings: dict[str, int],
) -> None:
    case = the_case(OPENING, PLAN, as_of="2024-07-18", context=EMERGENCY)
    item = the_duty("IAG-S5-12", case, "2024-07-18", **settings)

    assert (item.due, state(item, "2024-07-18")) == (day("2024-07-18"), DueState.UNKNOWN)
    assert item.missing == Missing(setting="iag_core.emergency_review_days")
    after = the_case(OPENING, PLAN, as_of="2024-07-19", context=EMERGENCY)
    assert state(the_duty("IAG-S5-12", after, "2024-07-19", **settings), "2024-07-19") is DueState.OVERDUE


def test_at_high_risk_and_in_fast_change_the_agency_has_to_decide_too() -> None:
    high = the_case(OPENING, PLAN, risk("high", "2024-03-05"), as_of="2024-04-20")
    fast = the_case(
        OPENING, PLAN, written(SituationChanged(what="moves", fast=YesNo.YES), "2024-04-19"), as_of="2024-04-20"
    )

    for case in (high, fast):
        item = the_duty("IAG-S5-12", case, "2024-04-20")
        assert (state(item, "2024-04-20"), item.missing) == (
            DueState.UNKNOWN,
            Missing(setting="iag_core.high_risk_review_days"),
        )
    assert the_duty("IAG-S5-13", fast, "2024-04-20", high_risk_review_days=10).due == day("2024-04-29")


def test_a_risk_that_rises_counts_the_sooner_review_from_that_day() -> None:
    happened = (OPENING, PLAN, risk("low", "2024-03-05"), risk("high", "2024-06-20"))
    case = the_case(*happened, as_of="2024-06-21")

    assert the_duty("IAG-S5-13", case, "2024-06-21", high_risk_review_days=14).due == day("2024-07-04")


def test_a_risk_that_fell_again_in_time_leaves_the_three_months() -> None:
    happened = (OPENING, PLAN, risk("high", "2024-05-01"), risk("low", "2024-05-10"))
    case = the_case(*happened, as_of="2024-06-21")

    assert the_duty("IAG-S5-12", case, "2024-06-21", high_risk_review_days=14).due == day("2024-07-18")


def test_an_emergency_of_this_case_alone_counts_from_its_day() -> None:
    emergency = written(ContextForCase(context=Context.EMERGENCY, reason="flood"), "2024-06-01")
    case = the_case(OPENING, PLAN, emergency, as_of="2024-06-02")

    assert the_duty("IAG-S5-13", case, "2024-06-02", emergency_review_days=30).due == day("2024-07-01")


@pytest.mark.rule("IAG-S5-11")
def test_a_week_after_a_change_for_the_worse_the_plan_is_reviewed() -> None:
    worse = contact("2024-05-01", Channel.HOME_VISIT, situation=Situation.WORSE)
    case = the_case(OPENING, PLAN, worse, as_of="2024-05-02")

    assert the_duty("IAG-S5-11", case, "2024-05-02").due == day("2024-05-08")
    assert in_time(
        the_duty("IAG-S5-11", the_case(OPENING, PLAN, worse, reviewed("2024-05-08"), as_of="2024-05-09"), "2024-05-09")
    )


def test_a_review_on_the_day_of_the_change_has_settled_it() -> None:
    worse = contact("2024-05-01", Channel.HOME_VISIT, situation=Situation.WORSE)
    case = the_case(OPENING, PLAN, worse, reviewed("2024-05-01"), as_of="2024-05-20")

    assert the_duty("IAG-S5-11", case, "2024-05-20").done == day("2024-05-01")


def test_when_the_regular_review_comes_first_it_is_the_only_one_in_the_list() -> None:
    worse = contact("2024-07-15", Channel.HOME_VISIT, situation=Situation.WORSE)
    case = the_case(OPENING, PLAN, worse, as_of="2024-07-16")

    assert due("IAG-S5-11", case, "2024-07-16") == ()
    assert the_duty("IAG-S5-12", case, "2024-07-16").due == day("2024-07-18")


def test_the_end_of_the_plan_alone_settles_no_review() -> None:
    case = the_case(OPENING, PLAN, plan_concluded("2024-05-01"), as_of="2024-07-19")

    assert state(the_duty("IAG-S5-12", case, "2024-07-19"), "2024-07-19") is DueState.OVERDUE
