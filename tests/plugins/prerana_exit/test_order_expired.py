"""Parameter 3 a: the committee's order has run out. The numbers are the rulebook's."""

from datetime import date

import pytest

from prerana_exit.records.after_order import AfterOrder, NextMove
from prerana_exit.records.step_left_out import Step
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.order import OrderDuty
from supervisor_tui.domain.records.registration import Referrer
from supervisor_tui.domain.status import status
from supervisor_tui.testing import a_case, a_programme, written
from tests.plugins.prerana_exit.stories import (
    Happened,
    an_order,
    answer,
    answer_of,
    consulted,
    days,
    due,
    duty_done,
    left_out,
    paper,
    result,
    sent_by,
    states,
    the_case,
    way,
)

VISIT_EVERY_TWO_MONTHS = OrderDuty(duty="visit", every_months=2)
ORDER = an_order("2024-03-01", 12, duties=(VISIT_EVERY_TWO_MONTHS,))
"""In force from 2024-03-01, the last day is 2025-02-28."""

VISITS = tuple(
    duty_done(day) for day in ("2024-04-02", "2024-06-11", "2024-08-31", "2024-10-01", "2024-12-31", "2025-02-28")
)
REPORT = paper("cwc_follow_up_report", "2025-02-24", "2025-02-25")
ASKED = consulted("2025-03-05", no_new_order=YesNo.YES, continue_work=YesNo.NO)


def a_case_sent_by(referrer: Referrer | None, *happened: Happened, as_of: str) -> CaseFile:
    return a_case(sent_by(referrer), *happened, programme=a_programme("prerana_exit"), as_of=as_of)


@pytest.mark.rule("PX-P3-a")
def test_the_way_opens_when_the_committee_has_answered() -> None:
    story = (ORDER, *VISITS, REPORT, ASKED)

    before = a_case_sent_by(Referrer.CWC, *story, as_of="2025-03-04")
    then = a_case_sent_by(Referrer.CWC, *story, as_of="2025-03-05")

    assert answer_of("PX-P3-a", before, "2025-03-04").result is Result.FAIL
    assert answer_of("PX-P3-a", then, "2025-03-05").result is Result.PASS
    assert way(then, "3a", "2025-03-05") is Result.PASS


@pytest.mark.rule("PX-P3-a")
@pytest.mark.parametrize(
    ("referrer", "expected"), [(Referrer.SELF, Result.NA), (Referrer.CWC, Result.UNKNOWN), (None, Result.UNKNOWN)]
)
def test_without_an_order_it_matters_who_sent_the_case(referrer: Referrer | None, expected: Result) -> None:
    case = a_case_sent_by(referrer, as_of="2025-03-05")

    assert answer_of("PX-P3-a", case, "2025-03-05").result is expected
    assert way(case, "3a", "2025-03-05") is expected


@pytest.mark.rule("PX-P3-a")
def test_nobody_recorded_who_sent_the_case() -> None:
    case = a_case_sent_by(None, ORDER, *VISITS, REPORT, ASKED, as_of="2025-03-05")

    said = answer_of("PX-P3-a", case, "2025-03-05")

    assert (said.result, said.missing) == (Result.UNKNOWN, Missing("registration", "referrer"))
    assert way(case, "3a", "2025-03-05") is Result.UNKNOWN


@pytest.mark.rule("PX-P3-a-1")
def test_an_order_of_twelve_months_is_over_on_the_day_after_its_last() -> None:
    assert answer("PX-P3-a-1", "2025-02-28", ORDER).earliest == date(2025, 3, 1)
    assert result("PX-P3-a-1", "2025-02-28", ORDER) is Result.FAIL
    assert result("PX-P3-a-1", "2025-03-01", ORDER) is Result.PASS
    by_day = an_order("2024-03-01", None, last_day="2025-02-28")
    assert result("PX-P3-a-1", "2025-02-28", by_day) is Result.FAIL
    assert result("PX-P3-a-1", "2025-03-01", by_day) is Result.PASS
    assert result("PX-P3-a-1", "2025-03-01", an_order("2024-03-01", None)) is Result.UNKNOWN


@pytest.mark.rule("PX-P3-a-1")
def test_all_orders_must_have_run_out_and_a_courts_order_is_not_the_committees() -> None:
    second = an_order("2025-02-20", None, number="OR-2", last_day="2025-08-31", extends="OR-1")

    assert answer("PX-P3-a-1", "2025-03-05", ORDER, second).earliest == date(2025, 9, 1)
    assert result("PX-P3-a-1", "2025-03-05", ORDER, an_order("2024-06-01", None, number="OR-2")) is Result.UNKNOWN
    court = an_order("2025-02-20", 12, number="OR-2", body="court")
    assert result("PX-P3-a-1", "2025-03-05", ORDER, court) is Result.PASS


@pytest.mark.rule("PX-P3-a-2")
def test_an_extension_keeps_the_way_shut_until_it_is_over_and_confirmed() -> None:
    extension = an_order("2025-02-20", None, number="OR-2", last_day="2025-08-31", extends="OR-1")
    story = (ORDER, extension, consulted("2025-09-01", no_new_order=YesNo.YES))

    running = answer("PX-P3-a-2", "2025-08-31", *story)

    assert (running.result, running.earliest) == (Result.FAIL, date(2025, 9, 1))
    assert result("PX-P3-a-2", "2025-09-01", *story) is Result.PASS


@pytest.mark.rule("PX-P3-a-2")
def test_a_confirmation_counts_only_after_the_order_has_run_out() -> None:
    early = consulted("2025-02-28", no_new_order=YesNo.YES)

    before = answer("PX-P3-a-2", "2025-02-28", ORDER, early)
    assert (before.result, before.earliest) == (Result.UNKNOWN, date(2025, 3, 1))
    assert result("PX-P3-a-2", "2025-03-05", ORDER) is Result.UNKNOWN
    assert result("PX-P3-a-2", "2025-03-05", ORDER, early) is Result.UNKNOWN
    assert (
        result("PX-P3-a-2", "2025-03-05", ORDER, early, consulted("2025-03-01", no_new_order=YesNo.YES)) is Result.PASS
    )
    stranger = consulted("2025-03-01", no_new_order=YesNo.YES, number="OR-9")
    assert result("PX-P3-a-2", "2025-03-05", ORDER, stranger) is Result.UNKNOWN


@pytest.mark.rule("PX-P3-a-2", "PX-P3-a-4")
def test_the_committees_word_to_go_on_counts_like_an_order_until_it_says_otherwise() -> None:
    go_on = consulted("2025-03-05", continue_work=YesNo.YES)

    assert result("PX-P3-a-2", "2025-03-10", ORDER, go_on) is Result.FAIL
    assert result("PX-P3-a-4", "2025-03-10", ORDER, go_on) is Result.PASS
    later = consulted("2025-06-01", no_new_order=YesNo.YES)
    assert result("PX-P3-a-2", "2025-06-01", ORDER, go_on, later) is Result.PASS


@pytest.mark.rule("PX-P3-a-3")
def test_a_duty_that_comes_back_is_due_on_the_last_day_of_each_interval() -> None:
    items = due("PX-P3-a-3", "2024-05-01", ORDER)

    assert days(items) == ["2024-04-30", "2024-06-30", "2024-08-31", "2024-10-31", "2024-12-31", "2025-02-28"]
    assert states(items, "2024-05-01") == [DueState.OVERDUE, DueState.DUE, *[DueState.UPCOMING] * 4]
    assert len({item.slot for item in items}) == 6


@pytest.mark.rule("PX-P3-a-3")
def test_five_visits_of_six_fail_and_the_missing_interval_is_named() -> None:
    five = (*VISITS[:2], *VISITS[3:])

    failing = answer("PX-P3-a-3", "2025-03-01", ORDER, *five)

    assert (failing.result, failing.reason) == (
        Result.FAIL,
        "Not recorded as done: visit, 2024-07-01 to 2024-08-31.",
    )
    assert result("PX-P3-a-3", "2025-03-01", ORDER, *VISITS) is Result.PASS
    made_up_for = duty_done("2024-09-20")
    assert result("PX-P3-a-3", "2025-03-01", ORDER, *five, made_up_for) is Result.PASS
    spare_before = duty_done("2024-06-12")
    assert result("PX-P3-a-3", "2025-03-01", ORDER, *five, spare_before) is Result.FAIL


@pytest.mark.rule("PX-P3-a-3")
def test_a_duty_that_lies_ahead_is_not_yet_due_and_one_that_was_not_entered_is_not_known() -> None:
    assert result("PX-P3-a-3", "2024-04-30", ORDER) is Result.NA
    assert result("PX-P3-a-3", "2024-05-01", ORDER) is Result.FAIL
    assert result("PX-P3-a-3", "2025-03-01", an_order("2024-03-01")) is Result.UNKNOWN
    once = an_order("2024-03-01", 12, duties=(OrderDuty(duty="school report"),))
    assert days(due("PX-P3-a-3", "2024-05-01", once)) == ["2025-02-28"]
    assert result("PX-P3-a-3", "2025-03-01", once, duty_done("2025-03-01", "school report")) is Result.PASS
    assert result("PX-P3-a-3", "2025-03-01", once, duty_done("2024-02-29", "school report")) is Result.FAIL
    endless = an_order("2024-03-01", None, duties=(VISIT_EVERY_TWO_MONTHS,))
    assert result("PX-P3-a-3", "2025-03-01", endless) is Result.UNKNOWN
    assert states(due("PX-P3-a-3", "2025-03-01", endless), "2025-03-01") == [DueState.UNKNOWN]


@pytest.mark.rule("PX-P3-a-3")
def test_what_was_due_before_the_agency_began_to_count_is_not_known_instead_of_missing() -> None:
    brought_in = sent_by(Referrer.CWC, duties_from="2024-07-01")
    case = a_case(brought_in, ORDER, *VISITS[2:], programme=a_programme("prerana_exit"), as_of="2025-03-05")

    said = answer_of("PX-P3-a-3", case, "2025-03-05")

    assert said.result is Result.UNKNOWN
    assert said.reason == (
        "Due before duties were counted here, and not on file: "
        "visit, 2024-03-01 to 2024-04-30; visit, 2024-05-01 to 2024-06-30."
    )
    gap = a_case(brought_in, ORDER, *VISITS[3:], programme=a_programme("prerana_exit"), as_of="2025-03-05")
    assert answer_of("PX-P3-a-3", gap, "2025-03-05").reason == "Not recorded as done: visit, 2024-07-01 to 2024-08-31."


@pytest.mark.rule("PX-P3-a-3")
def test_an_interval_cut_short_by_the_order_ends_with_it() -> None:
    every_five = an_order("2024-08-31", 12, duties=(OrderDuty(duty="visit", every_months=5),))

    assert days(due("PX-P3-a-3", "2024-09-01", every_five)) == ["2025-01-30", "2025-06-29", "2025-08-30"]


@pytest.mark.rule("PX-P3-a-4")
def test_the_committee_is_asked_a_month_before_the_order_ends() -> None:
    asked = consulted("2025-03-05", no_new_order=YesNo.YES)

    assert days(due("PX-P3-a-4", "2024-06-01", ORDER)) == ["2025-01-28"]
    assert str(due("PX-P3-a-4", "2025-03-05", ORDER, asked)[0].done) == "2025-03-05"
    assert result("PX-P3-a-4", "2025-03-05", ORDER, asked) is Result.PASS
    assert result("PX-P3-a-4", "2025-01-28", ORDER) is Result.NA
    assert result("PX-P3-a-4", "2025-01-29", ORDER) is Result.FAIL
    unanswered = answer("PX-P3-a-4", "2025-03-05", ORDER, consulted("2025-03-01", answered=None))
    assert unanswered.result is Result.UNKNOWN
    assert unanswered.missing == Missing("order_consultation", "answered", who="Child Welfare Committee")
    assert result("PX-P3-a-4", "2025-03-05", ORDER, consulted("2024-05-01")) is Result.FAIL
    assert states(due("PX-P3-a-4", "2025-01-01", an_order("2024-03-01", None)), "2025-01-01") == [DueState.UNKNOWN]
    assert due("PX-P3-a-4", "2025-01-01") == ()


@pytest.mark.rule("PX-P3-a-5")
def test_the_report_is_due_on_the_orders_last_day() -> None:
    assert days(due("PX-P3-a-5", "2024-06-01", ORDER)) == ["2025-02-28"]
    assert str(due("PX-P3-a-5", "2025-02-25", ORDER, REPORT)[0].done) == "2025-02-25"
    assert result("PX-P3-a-5", "2025-03-10", ORDER, REPORT) is Result.PASS
    assert result("PX-P3-a-5", "2025-03-10", ORDER) is Result.FAIL
    assert result("PX-P3-a-5", "2025-02-28", ORDER) is Result.NA
    assert result("PX-P3-a-5", "2025-03-10", an_order("2024-03-01")) is Result.UNKNOWN
    other = paper("cwc_follow_up_report", "2025-02-24", "2025-02-25", regards="OR-9")
    assert result("PX-P3-a-5", "2025-03-10", ORDER, other) is Result.FAIL


@pytest.mark.rule("PX-P3-a", "PX-P3-a-5")
def test_a_report_that_was_not_sent_leaves_the_way_not_known_unless_a_reason_is_written() -> None:
    without = a_case_sent_by(Referrer.CWC, ORDER, *VISITS, ASKED, as_of="2025-03-10")
    reason = left_out(Step.ORDER_REPORT, "2025-03-06", "the committee took the report by word of mouth")
    explained = a_case_sent_by(Referrer.CWC, ORDER, *VISITS, ASKED, reason, as_of="2025-03-10")

    assert answer_of("PX-P3-a", without, "2025-03-10").result is Result.UNKNOWN
    assert answer_of("PX-P3-a", explained, "2025-03-10").result is Result.PASS


@pytest.mark.rule("PX-P3-a-6")
def test_an_expired_order_asks_for_a_decision_and_changes_nothing_by_itself() -> None:
    decided = written(AfterOrder(decision=NextMove.GO_ON), "2025-03-08")

    asked = due("PX-P3-a-6", "2025-03-02", ORDER)

    assert days(asked) == ["2025-03-01"]
    assert asked[0].advisory
    assert states(due("PX-P3-a-6", "2025-03-08", ORDER, decided), "2025-03-08") == [DueState.DONE]
    too_early = written(AfterOrder(decision=NextMove.GO_ON), "2025-02-28")
    assert states(due("PX-P3-a-6", "2025-03-08", ORDER, too_early), "2025-03-08") == [DueState.OVERDUE]
    assert status(the_case(ORDER, decided, as_of="2025-03-08")) is status(the_case(as_of="2025-03-08"))
    extension = an_order("2025-02-20", None, number="OR-2", last_day="2025-08-31", extends="OR-1")
    assert days(due("PX-P3-a-6", "2025-03-08", ORDER, extension)) == ["2025-09-01"]
