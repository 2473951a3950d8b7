"""The case plan in two weeks, and referrals looked after until the need is met."""

import pytest

from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    Happened,
    closed,
    day,
    due,
    fully_assessed,
    in_time,
    plan,
    registered,
    state,
    the_case,
    the_duty,
)

OPENING = (registered("2024-03-04"), fully_assessed("2024-04-04"))
SENT = written(Referral(referral="R-0501", agency="AG-02"), "2024-05-06")


@pytest.mark.rule("IAG-S3-01")
@pytest.mark.parametrize(("on", "kept"), [("2024-04-18", True), ("2024-04-19", False)])
def test_the_plan_is_ready_on_the_fourteenth_day_and_late_on_the_next(on: str, *, kept: bool) -> None:
    item = the_duty("IAG-S3-01", the_case(*OPENING, plan(on, "O1"), as_of="2024-04-20"), "2024-04-20")

    assert (item.due, in_time(item)) == (day("2024-04-18"), kept)


def test_while_the_full_assessment_is_not_finished_no_plan_is_due() -> None:
    begun = fully_assessed("2024-04-04", finished=YesNo.NO)

    assert due("IAG-S3-01", the_case(registered("2024-03-04"), begun, as_of="2024-05-01"), "2024-05-01") == ()


def test_an_interim_plan_does_not_settle_it() -> None:
    case = the_case(*OPENING, plan("2024-04-10", interim=YesNo.YES), as_of="2024-04-19")

    assert state(the_duty("IAG-S3-01", case, "2024-04-19"), "2024-04-19") is DueState.OVERDUE


def test_a_reopened_case_that_never_had_a_plan_has_two_weeks_from_the_reopening() -> None:
    reopened = (
        *OPENING,
        closed(ClosureReason.ENDED_BY_FAMILY, "2024-04-10"),
        written(Reopening(reason="new worries"), "2024-06-03"),
    )

    assert the_duty("IAG-S3-01", the_case(*reopened, as_of="2024-06-04"), "2024-06-04").due == day("2024-06-17")


@pytest.mark.rule("IAG-S4-05")
def test_two_weeks_after_a_referral_somebody_has_asked_about_it() -> None:
    item = the_duty("IAG-S4-05", the_case(registered("2024-03-04"), SENT, as_of="2024-05-21"), "2024-05-21")

    assert item.due == day("2024-05-20")
    assert (state(item, "2024-05-20"), state(item, "2024-05-21")) == (DueState.DUE, DueState.OVERDUE)


def test_after_each_news_the_next_check_is_due_until_the_need_is_met() -> None:
    accepted = written(ReferralProgress(referral="R-0501", status=ReferralStatus.ACCEPTED), "2024-05-10")
    received = written(ReferralProgress(referral="R-0501", status=ReferralStatus.RECEIVED), "2024-05-20")
    met = written(ReferralProgress(referral="R-0501", status=ReferralStatus.NEED_MET), "2024-05-20")
    opening = registered("2024-03-04")

    waiting = due("IAG-S4-05", the_case(opening, SENT, accepted, as_of="2024-05-11"), "2024-05-11")
    assert [(item.due, item.done) for item in waiting] == [
        (day("2024-05-20"), day("2024-05-10")),
        (day("2024-05-24"), None),
    ]
    settled = due("IAG-S4-05", the_case(opening, SENT, accepted, received, met, as_of="2024-05-21"), "2024-05-21")
    assert [item.done for item in settled] == [day("2024-05-10"), day("2024-05-20")]


def test_news_from_before_the_sending_settles_nothing() -> None:
    early = written(ReferralProgress(referral="R-0501", status=ReferralStatus.NEED_MET), "2024-05-01")
    item = the_duty("IAG-S4-05", the_case(registered("2024-03-04"), early, SENT, as_of="2024-05-21"), "2024-05-21")

    assert (item.due, item.done) == (day("2024-05-20"), None)


def test_news_of_another_referral_settles_nothing() -> None:
    other = written(ReferralProgress(referral="R-0502", status=ReferralStatus.NEED_MET), "2024-05-10")
    item = the_duty("IAG-S4-05", the_case(registered("2024-03-04"), SENT, other, as_of="2024-05-21"), "2024-05-21")

    assert item.done is None


def test_going_back_to_the_plan_starts_its_clock_again_and_no_other() -> None:
    again = written(StepBack(to=Step.PLAN, reason="the aunt moved away"), "2024-06-03")
    records: tuple[Happened, ...] = (*OPENING, plan("2024-04-18", "O1"))

    def asked(*more: Happened) -> list[tuple[str, DueState]]:
        case = the_case(*records, again, *more, as_of="2024-06-18")
        return [(item.slot, state(item, "2024-06-18")) for item in due("IAG-S3-01", case, "2024-06-18") if item.slot]

    assert asked() == [("2024-06-03", DueState.OVERDUE)]
    assert asked(plan("2024-06-10", "O1")) == [("2024-06-03", DueState.DONE)]
    (finished,) = due("IAG-S2-10", the_case(*records, again, as_of="2024-06-18"), "2024-06-18")
    assert finished.done == day("2024-04-04")
