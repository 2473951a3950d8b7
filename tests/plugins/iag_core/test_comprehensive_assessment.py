"""The full assessment: begun in a week, finished in a month, sooner in an emergency, revised after a change."""

import pytest

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.records.assessment import SituationChanged
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    EMERGENCY,
    assessed,
    closed,
    day,
    due,
    duties,
    fully_assessed,
    in_time,
    open_duty,
    registered,
    revised,
    risk,
    state,
    the_case,
    the_duty,
)


@pytest.mark.rule("IAG-S2-09")
def test_begun_on_the_eighth_day_is_late() -> None:
    begun = fully_assessed("2024-03-12", started="2024-03-12", finished=YesNo.NO)
    item = the_duty("IAG-S2-09", the_case(registered("2024-03-04"), begun, as_of="2024-03-12"), "2024-03-12")

    assert (item.due, item.done, in_time(item)) == (day("2024-03-11"), day("2024-03-12"), False)


def test_begun_on_the_seventh_day_is_in_time() -> None:
    done = fully_assessed("2024-03-30", started="2024-03-11")
    item = the_duty("IAG-S2-09", the_case(registered("2024-03-04"), done, as_of="2024-04-01"), "2024-04-01")

    assert in_time(item)


def test_the_week_holds_in_an_emergency_too_unless_the_agency_tightens_it() -> None:
    case = the_case(registered("2024-03-04"), as_of="2024-03-05", context=EMERGENCY)

    assert the_duty("IAG-S2-09", case, "2024-03-05").due == day("2024-03-11")
    tightened = the_duty("IAG-S2-09", case, "2024-03-05", emergency_comprehensive_start_days=3)
    assert tightened.due == day("2024-03-07")
    ordinary = the_case(registered("2024-03-04"), as_of="2024-03-05")
    assert the_duty("IAG-S2-09", ordinary, "2024-03-05", emergency_comprehensive_start_days=3).due == day("2024-03-11")
    too_long = the_duty("IAG-S2-09", case, "2024-03-05", emergency_comprehensive_start_days=10)
    assert too_long.due == day("2024-03-11")


def test_once_the_month_is_over_only_the_finishing_is_asked_for() -> None:
    case = the_case(registered("2024-03-04"), as_of="2024-04-05")

    assert state(the_duty("IAG-S2-09", case, "2024-04-05"), "2024-04-04") is DueState.OVERDUE
    assert state(the_duty("IAG-S2-09", case, "2024-04-05"), "2024-04-05") is DueState.MISSED
    assert state(the_duty("IAG-S2-10", case, "2024-04-05"), "2024-04-05") is DueState.OVERDUE


@pytest.mark.rule("IAG-S2-10")
def test_a_month_from_31_january_ends_on_29_february() -> None:
    done = fully_assessed("2024-03-01")
    item = the_duty("IAG-S2-10", the_case(registered("2024-01-31"), done, as_of="2024-03-02"), "2024-03-02")

    assert (item.due, in_time(item)) == (day("2024-02-29"), False)


@pytest.mark.parametrize(("on", "last_day"), [("2023-01-31", "2023-02-28"), ("2024-02-29", "2024-03-29")])
def test_a_month_is_a_calendar_month_and_its_last_day_still_counts(on: str, last_day: str) -> None:
    item = the_duty("IAG-S2-10", the_case(registered(on), fully_assessed(last_day), as_of=last_day), last_day)

    assert (item.due, in_time(item)) == (day(last_day), True)


@pytest.mark.rule("IAG-S2-11")
def test_in_an_emergency_the_agencys_fourteen_days_hold() -> None:
    case = the_case(registered("2024-04-08"), fully_assessed("2024-04-25"), as_of="2024-04-26", context=EMERGENCY)
    item = the_duty("IAG-S2-11", case, "2024-04-26", emergency_comprehensive_days=14)

    assert (item.due, in_time(item)) == (day("2024-04-22"), False)
    assert due("IAG-S2-10", case, "2024-04-26", emergency_comprehensive_days=14) == ()


@pytest.mark.parametrize("settings", [{}, {"emergency_comprehensive_days": 31}], ids=["not decided", "not shorter"])
def test_in_an_emergency_nothing_is_known_inside_the_month_while_the_agency_has_not_decided(
    settings: dict[str, int],
) -> None:
    case = the_case(registered("2024-04-08"), as_of="2024-04-20", context=EMERGENCY)
    item = the_duty("IAG-S2-10", case, "2024-04-20", **settings)

    assert (item.due, state(item, "2024-04-20")) == (day("2024-05-08"), DueState.UNKNOWN)
    assert item.missing == Missing(setting="iag_core.emergency_comprehensive_days")
    assert due("IAG-S2-11", case, "2024-04-20", **settings) == ()

    after = the_case(registered("2024-04-08"), as_of="2024-05-09", context=EMERGENCY)
    assert state(the_duty("IAG-S2-10", after, "2024-05-09", **settings), "2024-05-09") is DueState.OVERDUE


def test_an_emergency_that_nobody_recorded_or_denied_leaves_the_limit_open() -> None:
    item = the_duty("IAG-S2-10", the_case(registered("2024-04-08"), as_of="2024-04-20", context=None), "2024-04-20")

    assert state(item, "2024-04-20") is DueState.UNKNOWN
    assert item.missing == Missing(record="context_for_case", field="context")


@pytest.mark.rule("IAG-S2-12")
def test_a_week_after_the_risk_rose_a_missing_revision_is_late() -> None:
    happened = (registered("2024-03-04"), risk("medium", "2024-03-05"), risk("high", "2024-05-01"))
    item = the_duty("IAG-S2-12", the_case(*happened, as_of="2024-05-09"), "2024-05-09")

    assert (item.due, state(item, "2024-05-08"), state(item, "2024-05-09")) == (
        day("2024-05-08"),
        DueState.DUE,
        DueState.OVERDUE,
    )
    assert in_time(the_duty("IAG-S2-12", the_case(*happened, revised("2024-05-08"), as_of="2024-05-09"), "2024-05-09"))


def test_a_risk_that_falls_or_is_set_for_the_first_time_asks_for_no_revision() -> None:
    happened = (registered("2024-03-04"), risk("high", "2024-03-05"), risk("low", "2024-05-01"))

    assert due("IAG-S2-12", the_case(*happened, as_of="2024-05-20"), "2024-05-20") == ()


def test_one_revision_settles_every_change_before_it() -> None:
    changes = [written(SituationChanged(what="moved"), on) for on in ("2024-05-01", "2024-05-04", "2024-06-01")]
    items = due(
        "IAG-S2-12",
        the_case(registered("2024-03-04"), changes, revised("2024-05-06"), as_of="2024-06-02"),
        "2024-06-02",
    )

    assert [(item.slot, item.due, item.done) for item in items] == [
        ("2024-05-01", day("2024-05-08"), day("2024-05-06")),
        ("2024-06-01", day("2024-06-08"), None),
    ]


def test_after_a_reopening_what_was_never_done_is_counted_from_that_day() -> None:
    reopened = (
        registered("2024-01-10"),
        assessed("2024-01-11"),
        closed(ClosureReason.AFTER_INITIAL, "2024-01-15"),
        written(Reopening(reason="new worries"), "2024-05-10"),
    )
    case = the_case(*reopened, as_of="2024-05-11")

    assert open_duty("IAG-S2-09", case, "2024-05-11").due == day("2024-05-17")
    assert open_duty("IAG-S2-10", case, "2024-05-11").due == day("2024-06-10")
    assert open_duty("IAG-S2-12", case, "2024-05-11").due == day("2024-05-17")
    assert in_time(the_duty("IAG-S2-02", case, "2024-05-11"))


def test_what_was_done_before_the_closing_is_judged_by_the_registration() -> None:
    happened = (
        registered("2024-01-10"),
        assessed("2024-01-14"),
        fully_assessed("2024-02-05"),
        written(SituationChanged(what="moved"), "2024-02-20"),
        closed(ClosureReason.GOALS_MET, "2024-03-01"),
        written(Reopening(reason="new worries"), "2024-05-10"),
    )
    case = the_case(*happened, as_of="2024-05-11")

    assert (the_duty("IAG-S2-02", case, "2024-05-11").due, the_duty("IAG-S2-10", case, "2024-05-11").due) == (
        day("2024-01-12"),
        day("2024-02-10"),
    )
    assert the_duty("IAG-S2-12", case, "2024-05-11").due == day("2024-05-17"), "the reopening alone asks for a new look"


def test_closed_after_the_first_assessment_no_full_one_is_asked_for() -> None:
    happened = (
        registered("2024-04-01"),
        assessed("2024-04-02"),
        closed(ClosureReason.AFTER_INITIAL, "2024-04-03"),
    )
    items = duties(the_case(*happened, as_of="2024-06-01"), "2024-06-01", visit_after_early_closing="not_asked")

    assert [(item.rule, state(item, "2024-06-01")) for item in items] == [("IAG-S2-02", DueState.DONE)]
