"""Case reviews, as duties."""

from datetime import date

import pytest

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueState, days_late
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.testing import written
from tests.plugins.reintegration_benchmarks.the_case import (
    HOST,
    Happened,
    broke_down,
    duties,
    host_with,
    moved,
    review,
    scores,
    slot_days,
    state,
    the_case,
)

REVIEWS = ("RB-SOP12-02", "RB-SOP12-03", "RB-SOP11-22")


@pytest.mark.rule("RB-SOP12-02")
def test_the_review_of_month_six_is_late_from_the_day_after_its_day() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-07-20")

    due = duties(case, "2026-07-20", "RB-SOP12-02")["R6"]

    assert (due.due, state(due, "2026-07-20"), days_late(due, date(2026, 7, 20))) == (
        date(2026, 7, 15),
        DueState.OVERDUE,
        5,
    )


def test_reviews_are_due_at_months_six_and_twelve_and_each_date_belongs_to_one_rule() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-02-01")

    assert {rule: slot_days(duties(case, "2026-02-01", rule)) for rule in REVIEWS} == {
        "RB-SOP12-02": {"R6": "2026-07-15"},
        "RB-SOP12-03": {},
        "RB-SOP11-22": {"R12": "2027-01-15"},
    }


@pytest.mark.rule("RB-SOP12-03")
def test_an_agency_may_review_each_quarter() -> None:
    case = the_case(moved("2026-01-15"), review("2026-07-15"), review("2027-01-15"), as_of="2027-03-15")
    quarterly = host_with(review_interval_months=3)

    found = duties(case, "2027-01-15", *REVIEWS, host=quarterly)

    assert slot_days(found) == {
        "R6": "2026-07-15",
        "R12+1": "2027-04-15",
        "R3": "2026-04-15",
        "R9": "2026-10-15",
        "R12": "2027-01-15",
    }
    assert {slot: state(item, "2026-10-20").value for slot, item in found.items()} == {
        "R6": "done",
        "R12+1": "upcoming",
        "R3": "missed",
        "R9": "overdue",
        "R12": "done",
    }
    assert list(duties(case, "2027-01-15", "RB-SOP12-03", host=quarterly)) == ["R3", "R9"]


def test_a_review_held_late_settles_the_earlier_day_only() -> None:
    case = the_case(moved("2026-01-15"), review("2026-10-20"), as_of="2027-01-20")

    found = duties(case, "2027-01-20", *REVIEWS)

    assert (found["R6"].done, days_late(found["R6"], date(2027, 1, 20))) == (date(2026, 10, 20), 97)
    assert state(found["R12"], "2027-01-20") is DueState.OVERDUE


def test_a_late_review_and_one_in_time_settle_one_day_each() -> None:
    case = the_case(moved("2026-01-15"), review("2026-08-01"), review("2027-01-10"), as_of="2027-01-20")

    found = duties(case, "2027-01-20", *REVIEWS)

    assert (found["R6"].done, found["R12"].done) == (date(2026, 8, 1), date(2027, 1, 10))
    assert found["R12+1"].due == date(2027, 7, 10)


def test_a_review_on_the_day_of_month_twelve_is_that_review_and_month_six_stays_missed() -> None:
    case = the_case(moved("2026-01-15"), review("2027-01-15"), as_of="2027-01-15")

    found = duties(case, "2027-01-15", *REVIEWS)

    assert (state(found["R6"], "2027-01-15"), found["R12"].done) == (DueState.MISSED, date(2027, 1, 15))


@pytest.mark.rule("RB-SOP11-22")
def test_a_zero_in_month_twelve_means_more_visits_and_a_review_within_six_months() -> None:
    case = the_case(moved("2026-01-15"), review("2026-07-15"), review("2027-01-15", "12.2"), as_of="2027-01-16")

    found = duties(case, "2027-01-16", *REVIEWS)
    visits = duties(case, "2027-01-16", "RB-SOP11-04")

    assert (found["R12"].done, found["R12+1"].due) == (date(2027, 1, 15), date(2027, 7, 15))
    assert [visits[slot].due for slot in ("M13", "M14")] == [date(2027, 2, 15), date(2027, 3, 15)]


def test_a_follow_up_review_may_come_earlier_and_the_next_is_counted_from_it() -> None:
    case = the_case(
        moved("2026-01-15"), review("2026-07-15"), review("2027-01-15"), review("2027-02-15"), as_of="2027-02-15"
    )

    assert slot_days(duties(case, "2027-02-15", "RB-SOP12-02")) == {
        "R6": "2026-07-15",
        "R12+1": "2027-07-15",
        "R12+2": "2027-08-15",
    }


def test_an_earlier_day_that_was_agreed_holds() -> None:
    case = the_case(
        moved("2026-01-15"), review("2026-07-15"), review("2027-01-15", next_on="2027-03-01"), as_of="2027-02-01"
    )

    assert duties(case, "2027-02-01", "RB-SOP12-02")["R12+1"].due == date(2027, 3, 1)


def test_months_are_counted_from_the_move_also_for_reviews() -> None:
    case = the_case(moved("2025-08-31"), as_of="2025-09-01")

    assert duties(case, "2025-09-01", "RB-SOP12-02")["R6"].due == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("held", "gap", "missing"),
    [
        (
            (written(Review(), "2026-07-15"),),
            "the benchmarks are not scored",
            Missing(record="reintegration_benchmarks.scores_7a"),
        ),
        ((scores("2026-07-15"),), "the review of the plan is not recorded", Missing(record="review")),
        (
            review("2026-07-15", blank=("9.2", "12.1")),
            "2 indicators are blank",
            Missing(record="reintegration_benchmarks.scores_7a", field="item_9_2"),
        ),
        (
            review("2026-07-15", family_agreed=None),
            "the scores are not agreed with the family",
            Missing(record="reintegration_benchmarks.scores_7a", field="family_agreed", who="caseworker"),
        ),
        (
            review("2026-07-15", na=("9.5",), not_applicable=()),
            "1 indicator is blank",
            Missing(record="reintegration_benchmarks.scores_7a", field="item_9_5"),
        ),
        (
            review("2026-07-15", na=("9.5",), not_applicable_agreed=YesNo.NO),
            "the supervisor has not agreed to what does not apply",
            Missing(record="reintegration_benchmarks.scores_7a", field="not_applicable_agreed", who="supervisor"),
        ),
        (
            review("2026-07-15", na=("7.1", "7.2", "8.1", "8.2", "8.3", "8.4", "9.1", "9.2", "9.3", "9.4", "9.5")),
            "Health and development always applies",
            Missing(record="reintegration_benchmarks.scores_7a", field="not_applicable"),
        ),
    ],
)
def test_a_review_that_is_not_complete_settles_nothing_and_says_what_is_missing(
    held: tuple[Happened, ...], gap: str, missing: Missing
) -> None:
    case = the_case(moved("2026-01-15"), *held, as_of="2026-07-20")

    due = duties(case, "2026-07-20", "RB-SOP12-02")["R6"]

    assert (due.done, due.title, due.missing) == (
        None,
        f"case review of month 6 with the benchmarks (held on 2026-07-15, {gap})",
        missing,
    )


def test_the_final_review_is_called_by_its_name() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-07-20")

    title = duties(case, "2026-07-20", "RB-SOP11-22")["R12"].title

    assert title == "final review of month 12: do the benchmarks allow closing?"


def test_a_new_placement_starts_the_reviews_anew() -> None:
    case = the_case(
        moved("2026-01-15"), review("2026-07-15"), broke_down("2026-09-01"), moved("2026-09-10"), as_of="2026-09-11"
    )

    assert slot_days(duties(case, "2026-09-11", *REVIEWS)) == {"2/R6": "2027-03-10", "2/R12": "2027-09-10"}


@pytest.mark.parametrize("rule", ["RB-SOP12-02", "RB-SOP11-22"])
def test_without_a_move_nobody_can_say_when_a_review_is_due(rule: str) -> None:
    case = the_case(as_of="2026-07-20")

    assert [state(item, "2026-07-20") for item in duties(case, "2026-07-20", rule, host=HOST).values()] == [
        DueState.UNKNOWN
    ]
