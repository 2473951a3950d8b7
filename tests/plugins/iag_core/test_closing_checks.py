"""The checks of closing one by one: reason, goals, safety, care, concerns, wish to stop, age, unfinished work."""

import pytest

from supervisor_tui.domain.answers import Answer, Fact, Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.assessment import Concern, ConcernSettled, NeedAnswer
from supervisor_tui.domain.records.closing import ClosureReason, ClosureRequest, Reopening
from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import ActionAdded, ActionOutcome, ActionStatus, GoalStatus
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus
from supervisor_tui.domain.records.transfer import HandOverPlan
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    Happened,
    answer,
    assessed,
    closed,
    closing_asked,
    contact,
    day,
    goal,
    plan,
    registered,
    reviewed,
    the_case,
)

OPENING = registered("2024-03-04")
AS_OF = "2024-10-01"


def closing_for(reason: ClosureReason, *happened: Happened, as_of: str = AS_OF) -> CaseFile:
    """Return a case for whose closing somebody asked on 20 September."""
    return the_case(OPENING, *happened, closing_asked(reason, "2024-09-20"), as_of=as_of)


def goals_met(*happened: Happened, as_of: str = AS_OF) -> CaseFile:
    """Return a case to be closed because its goals are met."""
    return closing_for(ClosureReason.GOALS_MET, *happened, as_of=as_of)


@pytest.mark.rule("IAG-CLS-02")
def test_a_blank_reason_is_not_yet() -> None:
    asked = closing_asked(None, "2024-09-20")
    found = answer("IAG-CLS-02", the_case(OPENING, asked, as_of=AS_OF), AS_OF)

    assert found == Answer.fails(
        "Closing is asked for, but no main reason is recorded.",
        Fact("Closing was asked for.", day("2024-09-20"), asked.id),
        missing=Missing(record="closure_request", field="reason"),
    )


def test_before_anybody_asks_there_is_no_reason_and_after_the_request_is_taken_back_neither() -> None:
    taken_back = written(ClosureRequest(reason=ClosureReason.GOALS_MET, withdrawn=YesNo.YES), "2024-09-20")
    for happened in ((), (taken_back,)):
        assert answer("IAG-CLS-02", the_case(OPENING, *happened, as_of=AS_OF), AS_OF).result is Result.UNKNOWN
    assert answer("IAG-CLS-02", goals_met(), AS_OF).result is Result.PASS


@pytest.mark.rule("IAG-CLS-03")
def test_an_open_goal_is_named() -> None:
    case = goals_met(plan("2024-04-18", "O1", "O2"), goal("O1", GoalStatus.MET, "2024-08-01"))
    found = answer("IAG-CLS-03", case, AS_OF)

    assert (found.result, found.reason) == (Result.FAIL, "Goals not reached: O2 (open).")
    assert found.missing == Missing(record="goal_outcome", field="status")
    assert [fact.text for fact in found.facts] == ["Goal O1: met", "Goal O2: open"]


def test_a_dropped_goal_was_not_reached() -> None:
    dropped = (goal("O1", GoalStatus.MET, "2024-08-01"), goal("O2", GoalStatus.NOT_RELEVANT, "2024-08-01"))
    found = answer("IAG-CLS-03", goals_met(plan("2024-04-18", "O1", "O2"), *dropped), AS_OF)

    assert (found.result, found.reason) == (Result.FAIL, "Goals not reached: O2 (no longer relevant).")


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ((), Result.UNKNOWN),
        ((plan("2024-04-18", "O1", interim=YesNo.YES), goal("O1", GoalStatus.MET, "2024-05-01")), Result.UNKNOWN),
        ((plan("2024-04-18"),), Result.UNKNOWN),
        ((plan("2024-04-18", "O1"), goal("O1", GoalStatus.MET, "2024-05-01")), Result.PASS),
    ],
    ids=["no plan", "interim plan", "no goals", "met"],
)
def test_goals_that_nobody_set_are_not_known(happened: tuple[Happened, ...], expected: Result) -> None:
    assert answer("IAG-CLS-03", goals_met(*happened), AS_OF).result is expected


def safe(on: str, word: YesNo = YesNo.YES) -> Happened:
    """Return a call that says whether the child is safe."""
    return contact(on, safe=word)


@pytest.mark.rule("IAG-CLS-04")
def test_an_answer_from_half_a_year_ago_is_too_old() -> None:
    found = answer("IAG-CLS-04", goals_met(safe("2024-03-20")), AS_OF, stability_days=60)

    assert (found.result, found.reason) == (Result.UNKNOWN, "The last answer on safety, of 2024-03-20, is too old.")
    assert found.missing == Missing(record="follow_up", field="safe")


@pytest.mark.parametrize(("on", "expected"), [("2024-08-02", Result.PASS), ("2024-08-01", Result.UNKNOWN)])
def test_an_answer_on_the_first_day_of_the_period_counts(on: str, expected: Result) -> None:
    assert answer("IAG-CLS-04", goals_met(safe(on)), AS_OF, stability_days=60).result is expected


def test_safety_while_the_agency_has_not_decided_the_period_is_not_known_but_not_safe_is_not_yet() -> None:
    undecided = answer("IAG-CLS-04", goals_met(safe("2024-09-20")), AS_OF)
    assert (undecided.result, undecided.missing) == (Result.UNKNOWN, Missing(setting="iag_core.stability_days"))

    assert answer("IAG-CLS-04", goals_met(safe("2024-09-20", YesNo.NO)), AS_OF).result is Result.FAIL
    assert answer("IAG-CLS-04", goals_met(safe("2024-09-20", YesNo.NOT_KNOWN)), AS_OF).result is Result.UNKNOWN
    assert answer("IAG-CLS-04", goals_met(contact("2024-09-20")), AS_OF).result is Result.UNKNOWN


def test_of_two_answers_of_one_day_the_worrying_one_counts() -> None:
    both = (safe("2024-09-20", YesNo.NO), contact("2024-09-20", Channel.HOME_VISIT, safe=YesNo.YES))

    assert answer("IAG-CLS-04", goals_met(*both), AS_OF, stability_days=60).result is Result.FAIL


def test_a_family_that_ends_the_work_must_leave_the_child_safe() -> None:
    case = closing_for(ClosureReason.ENDED_BY_FAMILY, safe("2024-09-20", YesNo.NO))

    assert answer("IAG-CLS-04", case, AS_OF, stability_days=60).result is Result.FAIL


@pytest.mark.rule("IAG-CLS-05")
@pytest.mark.parametrize(
    ("care", "expected"),
    [(None, Result.UNKNOWN), (YesNo.NOT_KNOWN, Result.UNKNOWN), (YesNo.NO, Result.FAIL), (YesNo.YES, Result.PASS)],
)
def test_a_blank_about_care_is_not_known(care: YesNo | None, expected: Result) -> None:
    found = answer("IAG-CLS-05", goals_met(contact("2024-09-20", care=care), reviewed("2024-09-25")), AS_OF)

    assert found.result is expected


def concern(number: str, on: str) -> Happened:
    """Return a concern of this number."""
    return written(Concern(concern=number, text="hit at home"), on)


def settled(number: str, on: str) -> Happened:
    """Return that a concern no longer holds."""
    return written(ConcernSettled(concern=number), on)


@pytest.mark.rule("IAG-CLS-06")
def test_an_open_concern_is_named() -> None:
    case = goals_met(concern("K1", "2024-04-01"), settled("K1", "2024-06-01"), concern("K2", "2024-05-01"))
    found = answer("IAG-CLS-06", case, AS_OF)

    assert (found.result, found.reason) == (Result.FAIL, "Concerns still open: K2.")
    assert [fact.text for fact in found.facts] == ["Concern K1: settled", "Concern K2: open"]


def test_a_concern_seen_again_after_it_was_settled_is_open() -> None:
    case = goals_met(concern("K1", "2024-04-01"), settled("K1", "2024-06-01"), concern("K1", "2024-07-01"))

    assert answer("IAG-CLS-06", case, AS_OF).result is Result.FAIL


def test_a_list_that_nobody_filled_says_nothing_and_a_settled_one_is_in_order() -> None:
    assert answer("IAG-CLS-06", goals_met(), AS_OF).result is Result.UNKNOWN
    both = (concern("K1", "2024-04-01"), settled("K1", "2024-06-01"))
    assert answer("IAG-CLS-06", goals_met(*both), AS_OF).result is Result.PASS


@pytest.mark.parametrize(
    ("needs", "expected"), [(NeedAnswer.MET, Result.PASS), (NeedAnswer.UNMET, Result.UNKNOWN), (None, Result.UNKNOWN)]
)
def test_at_the_first_assessment_an_empty_list_is_enough_if_every_need_is_met(
    needs: NeedAnswer | None, expected: Result
) -> None:
    case = closing_for(ClosureReason.AFTER_INITIAL, assessed("2024-03-05", needs=needs))

    assert answer("IAG-CLS-06", case, AS_OF).result is expected


@pytest.mark.rule("IAG-CLS-07")
def test_a_wish_to_stop_that_is_not_safe_is_not_followed() -> None:
    asked = closing_asked(ClosureReason.ENDED_BY_FAMILY, "2024-06-01", by="family", safe=YesNo.NO)
    found = answer("IAG-CLS-07", the_case(OPENING, asked, as_of="2024-06-02"), "2024-06-02")

    assert (found.result, found.reason, found.missing) == (
        Result.FAIL,
        "It is judged not safe to end now. To go on against their wish, record the legal mandate.",
        Missing(record="consent", field="protection_reason"),
    )


@pytest.mark.parametrize(
    ("by", "safe_to_end", "supervisor", "expected", "missing"),
    [
        ("child and family", YesNo.YES, YesNo.YES, Result.PASS, None),
        ("family", YesNo.YES, YesNo.NO, Result.FAIL, None),
        ("family", YesNo.YES, None, Result.UNKNOWN, "supervisor_agrees"),
        ("family", None, YesNo.YES, Result.UNKNOWN, "safe_to_end"),
        ("", YesNo.YES, YesNo.YES, Result.UNKNOWN, "asked_by"),
        ("W-04", YesNo.YES, YesNo.YES, Result.UNKNOWN, "asked_by"),
    ],
)
def test_who_asked_whether_it_is_safe_and_what_the_supervisor_says_must_all_be_known(
    by: str, safe_to_end: YesNo | None, supervisor: YesNo | None, expected: Result, missing: str | None
) -> None:
    asked = closing_asked(ClosureReason.ENDED_BY_FAMILY, "2024-06-01", by=by, safe=safe_to_end, supervisor=supervisor)
    found = answer("IAG-CLS-07", the_case(OPENING, asked, as_of="2024-06-02"), "2024-06-02")

    assert (found.result, found.missing.field if found.missing else None) == (expected, missing)


def turned_18(born: str, as_of: str, estimated: YesNo | None = None) -> Answer:
    """Return the answer on age for a closing asked for that day."""
    asked = closing_asked(ClosureReason.TURNED_18, as_of)
    case = the_case(registered("2020-01-06", born=born, estimated=estimated), asked, as_of=as_of)
    return answer("IAG-CLS-08", case, as_of)


@pytest.mark.rule("IAG-CLS-08")
def test_the_day_before_the_birthday_is_too_early_and_the_birthday_is_not() -> None:
    before = turned_18("2006-05-14", "2024-05-13")

    assert (before.result, before.earliest) == (Result.FAIL, day("2024-05-14"))
    assert turned_18("2006-05-14", "2024-05-14").result is Result.PASS


def test_born_on_29_february_is_18_on_1_march() -> None:
    assert turned_18("2008-02-29", "2026-02-28").earliest == day("2026-03-01")
    assert turned_18("2008-02-29", "2026-03-01").result is Result.PASS


def test_an_estimated_birthday_waits_for_the_supervisor() -> None:
    found = turned_18("2006-05-14", "2024-06-14", YesNo.YES)

    assert (found.result, found.missing) == (
        Result.UNKNOWN,
        Missing(record="registration", field="age_estimated", who="supervisor"),
    )
    assert turned_18("", "2024-06-14").result is Result.UNKNOWN


SENT = written(Referral(referral="R-0501", agency="AG-02"), "2024-05-06")


@pytest.mark.rule("IAG-CLS-12")
def test_a_referral_that_is_only_sent_stands_in_the_way() -> None:
    found = answer("IAG-CLS-12", goals_met(SENT), AS_OF)

    assert found == Answer.fails(
        "Still open: R-0501.",
        Fact("Referral R-0501: sent", day("2024-05-06"), SENT.id),
        missing=Missing(record="referral_progress", field="referral"),
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ReferralStatus.ACCEPTED, Result.FAIL),
        (ReferralStatus.RECEIVED, Result.FAIL),
        (ReferralStatus.NEED_MET, Result.PASS),
        (ReferralStatus.REFUSED, Result.PASS),
        (ReferralStatus.ENDED, Result.PASS),
    ],
)
def test_a_referral_is_settled_when_the_need_is_met_or_it_came_to_nothing(
    status: ReferralStatus, expected: Result
) -> None:
    news = written(ReferralProgress(referral="R-0501", status=status), "2024-06-01")

    assert answer("IAG-CLS-12", goals_met(SENT, news), AS_OF).result is expected


def test_a_promised_action_stands_in_the_way_until_it_is_done_or_dropped() -> None:
    promised = written(ActionAdded(action="A1", text="school fees"), "2024-05-01")
    done = written(ActionOutcome(action="A1", status=ActionStatus.DONE), "2024-06-01")

    open_action = answer("IAG-CLS-12", goals_met(promised), AS_OF)
    assert (open_action.result, open_action.reason) == (Result.FAIL, "Still open: A1.")
    assert answer("IAG-CLS-12", goals_met(promised, done), AS_OF).result is Result.PASS


def test_in_a_transfer_open_work_has_to_stand_in_the_plan_for_the_hand_over() -> None:
    without = answer("IAG-CLS-12", closing_for(ClosureReason.TRANSFER, SENT), AS_OF)
    assert (without.result, without.reason) == (Result.FAIL, "Open, and not in the plan for the hand-over: R-0501.")
    assert without.missing == Missing(record="hand_over_plan", field="open_work")

    taken_along = written(HandOverPlan(open_work=("R-0501",)), "2024-09-10")
    planned = answer("IAG-CLS-12", closing_for(ClosureReason.TRANSFER, SENT, taken_along), AS_OF)
    assert (planned.result, planned.reason) == (Result.PASS, "Whatever is open stands in the plan for the hand-over.")


def test_a_closed_case_is_judged_as_it_stood_on_the_day_of_closing() -> None:
    happened = (plan("2024-04-18", "O1"), closing_asked(ClosureReason.GOALS_MET, "2024-09-20"))
    end = closed(ClosureReason.GOALS_MET, AS_OF)
    later = goal("O1", GoalStatus.MET, "2024-10-05")
    case = the_case(OPENING, *happened, end, later, as_of="2024-11-01")

    assert answer("IAG-CLS-03", case, "2024-11-01").result is Result.FAIL


def test_a_request_from_before_the_reopening_gives_no_reason() -> None:
    case = the_case(
        OPENING,
        closing_asked(ClosureReason.GOALS_MET, "2024-05-01"),
        closed(ClosureReason.GOALS_MET, "2024-05-10"),
        written(Reopening(reason="new worries"), "2024-06-01"),
        as_of=AS_OF,
    )

    assert answer("IAG-CLS-02", case, AS_OF).result is Result.UNKNOWN
