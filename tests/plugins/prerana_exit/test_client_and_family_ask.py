"""Parameter 2 b: client and family ask for every service to end. The numbers are the rulebook's."""

from datetime import date

import pytest

from prerana_exit.records.client_request import Wish
from prerana_exit.records.family import FamilyConsent
from prerana_exit.records.log_state import LogState
from prerana_exit.records.step_left_out import Step
from prerana_exit.records.window_length import WindowLength
from supervisor_tui.domain.answers import Answer, Fact, Missing, Result
from supervisor_tui.domain.ids import PersonCode, RecordId
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan, Goal, GoalOutcome, GoalStatus
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.guidance.forms import FieldProblem, filled_in
from supervisor_tui.testing import written
from tests.plugins.prerana_exit.stories import (
    HOST,
    all_left_out,
    answer,
    client,
    family,
    family_known,
    left_out,
    no_danger,
    result,
    reviewed,
    the_case,
    way,
)

BOTH_ASK = (client("2025-01-10"), client("2025-06-25"), family("2025-01-12"), family("2025-06-25"))


@pytest.mark.rule("PX-P2-b", "PX-P2-s5")
def test_the_way_opens_with_the_later_of_the_two_windows() -> None:
    steps = all_left_out("2025-07-01")

    before = answer("PX-P2-b", "2025-07-11", *BOTH_ASK, *steps)

    assert (before.result, before.earliest) == (Result.FAIL, date(2025, 7, 12))
    assert before.reason == "Not yet: The family asks for the same."
    assert result("PX-P2-b", "2025-07-12", *BOTH_ASK, *steps) is Result.PASS


@pytest.mark.rule("PX-P2-b")
def test_a_step_left_out_without_a_written_reason_leaves_the_way_not_known() -> None:
    steps = [record for record, step in zip(all_left_out("2025-07-01"), Step, strict=False) if step is not Step.TALKS]
    case = the_case(*BOTH_ASK, *steps, as_of="2025-07-12")

    said = answer("PX-P2-b", "2025-07-12", *BOTH_ASK, *steps)

    assert said.result is Result.UNKNOWN
    assert said.reason == "Not known: Talks on why the client hesitates."
    assert result("PX-P2-s1", "2025-07-12", *BOTH_ASK, *steps) is Result.FAIL
    assert way(case, "2b", "2025-07-12") is Result.UNKNOWN
    blank = left_out(Step.TALKS, "2025-07-01", reason="  ")
    assert result("PX-P2-b", "2025-07-12", *BOTH_ASK, *steps, blank) is Result.UNKNOWN


@pytest.mark.rule("PX-P2-b")
def test_the_reasons_for_what_was_left_out_are_printed_with_the_answer() -> None:
    reason = left_out(Step.TALKS, "2025-07-01", "she would not speak of it")

    said = answer("PX-P2-b", "2025-07-12", *BOTH_ASK, *all_left_out("2025-06-30")[1:], reason)

    printed = Fact(
        "Talks on why the client hesitates: left out. she would not speak of it", date(2025, 7, 1), RecordId(reason.id)
    )
    assert printed in said.facts


@pytest.mark.rule("PX-P2-b-1")
def test_one_request_is_not_enough() -> None:
    once = answer("PX-P2-b-1", "2025-08-01", client("2025-01-10"))

    assert once.result is Result.FAIL
    assert once.reason == "The 6 months are over, but it was not confirmed near the end (from 2025-06-10)."
    assert result("PX-P2-b-1", "2025-08-01", client("2025-01-10"), client("2025-06-09")) is Result.FAIL
    assert result("PX-P2-b-1", "2025-08-01", client("2025-01-10"), client("2025-06-10")) is Result.PASS


@pytest.mark.rule("PX-P2-b-1")
def test_a_client_who_takes_it_back_starts_again() -> None:
    story = (client("2025-01-10"), client("2025-03-01", Wish.GO_ON), client("2025-03-15"))

    running = answer("PX-P2-b-1", "2025-08-01", *story)

    assert (running.result, running.earliest) == (Result.FAIL, date(2025, 9, 15))
    assert result("PX-P2-b-1", "2025-03-10", *story) is Result.FAIL
    kept_one_area = answer("PX-P2-b-1", "2025-08-01", client("2025-01-10"), client("2025-03-01", Wish.END_EXCEPT))
    assert kept_one_area.reason == "No longer asked for since 2025-03-01: end all but some areas."


@pytest.mark.rule("PX-P2-b-1")
def test_no_request_fails_unless_the_file_is_known_to_be_incomplete() -> None:
    assert result("PX-P2-b-1", "2025-08-01") is Result.FAIL
    assert result("PX-P2-b-1", "2025-08-01", written(LogState(complete=YesNo.NO), "2025-07-01")) is Result.UNKNOWN
    mended = (written(LogState(complete=YesNo.NO), "2025-07-01"), written(LogState(complete=YesNo.YES), "2025-07-09"))
    assert result("PX-P2-b-1", "2025-08-01", *mended) is Result.FAIL


@pytest.mark.rule("PX-P2-b-2")
def test_a_family_that_wants_to_go_on_keeps_the_way_shut() -> None:
    story = (client("2025-01-10"), client("2025-06-25"), family("2025-05-05", Wish.GO_ON))

    assert result("PX-P2-b-2", "2025-08-01", *story) is Result.FAIL
    assert result("PX-P2-b", "2025-08-01", *story) is Result.FAIL
    consents = written(FamilyConsent(agrees=YesNo.YES), "2025-05-05")
    assert result("PX-P2-b-2", "2025-08-01", family("2025-01-12"), family("2025-07-01")) is Result.PASS
    assert result("PX-P2-b-2", "2025-08-01", family("2025-01-12"), consents, family("2025-07-01")) is Result.FAIL


@pytest.mark.rule("PX-P2-b-2")
def test_whether_a_family_is_known_decides_what_its_silence_means() -> None:
    assert result("PX-P2-b-2", "2025-08-01") is Result.UNKNOWN
    assert answer("PX-P2-b-2", "2025-08-01").missing == Missing("prerana_exit.family_known", "known")
    assert result("PX-P2-b-2", "2025-08-01", family_known(YesNo.NOT_KNOWN)) is Result.UNKNOWN
    assert result("PX-P2-b-2", "2025-08-01", family_known(YesNo.NO)) is Result.NA
    assert result("PX-P2-b-2", "2025-08-01", family_known(YesNo.YES)) is Result.FAIL


@pytest.mark.rule("PX-P2-w")
def test_a_case_may_have_its_own_length_with_a_reason() -> None:
    own = written(WindowLength(months=4, decided_by=PersonCode("W-21"), reason="moves away in June"), "2025-02-10")

    said = answer("PX-P2-b-1", "2025-06-02", client("2025-02-03"), own)

    assert said == Answer.fails(
        "The window of 4 months runs until 2025-06-03.",
        Fact("Asked for all services to end.", date(2025, 2, 3), RecordId(client("2025-02-03").id)),
        earliest=date(2025, 6, 3),
    )
    assert answer("PX-P2-b-1", "2025-06-02", client("2025-02-03")).earliest == date(2025, 8, 3)
    assert answer("PX-P2-b-1", "2025-06-02", client("2025-02-03"), window_months=8).earliest == date(2025, 10, 3)


@pytest.mark.rule("PX-P2-w")
def test_an_own_length_below_a_month_or_without_a_reason_is_refused_and_never_read() -> None:
    case = the_case(as_of="2025-02-10")
    typed = {"months": "0", "decided_by": "W-21", "reason": "moves away"}

    assert filled_in(WindowLength, typed) == FieldProblem("months", "Please type a number of 1 or more.")
    unexplained = WindowLength(months=4, decided_by=PersonCode("W-21"), reason=" ")
    found = HOST.check_draft(case, unexplained, date(2025, 2, 10))
    assert [(one.severity, one.field, one.rule) for one in found] == [(Severity.REFUSE, "reason", "PX-P2-w")]
    fine = WindowLength(months=4, decided_by=PersonCode("W-21"), reason="moves away")
    assert HOST.check_draft(case, fine, date(2025, 2, 10)) == ()
    without_reason = answer("PX-P2-b-1", "2025-06-02", client("2025-02-03"), written(unexplained, "2025-02-10"))
    assert without_reason.earliest == date(2025, 8, 3)


@pytest.mark.rule("PX-P2-b-3")
def test_after_the_exit_nothing_is_asked_for_and_a_new_follow_up_is_questioned() -> None:
    exited = written(Closure(reason=ClosureReason.ENDED_BY_FAMILY), "2025-07-12")
    open_case = the_case(*BOTH_ASK, as_of="2025-07-12")
    case = the_case(*BOTH_ASK, exited, as_of="2025-08-01")
    draft = FollowUp(channel=Channel.HOME_VISIT)

    assert [len(one.items) > 0 for one in HOST.due_items(open_case, date(2025, 7, 12))] == [True]
    assert [one.items for one in HOST.due_items(case, date(2025, 8, 1))] == [()]
    assert [(one.severity, one.rule) for one in HOST.check_draft(case, draft, date(2025, 8, 1))] == [
        (Severity.WARN, "PX-P2-b-3")
    ]
    assert HOST.check_draft(open_case, draft, date(2025, 7, 12)) == ()
    agreed = written(Closure(reason=ClosureReason.ENDED_BY_FAMILY, visit_agreed=YesNo.YES), "2025-07-12")
    assert HOST.check_draft(the_case(agreed, as_of="2025-08-01"), draft, date(2025, 8, 1)) == ()


def test_the_golden_case() -> None:
    goals = tuple(Goal(goal=f"O{number}", text=f"goal {number}") for number in range(1, 5))
    ended = [(f"O{number}", GoalStatus.MET) for number in range(1, 4)] + [("O4", GoalStatus.NOT_FEASIBLE)]
    case = the_case(
        written(CasePlan(goals=goals), "2024-02-01"),
        *(written(GoalOutcome(goal=goal, status=status), "2025-03-01") for goal, status in ended),
        no_danger("2025-03-10"),
        written(RiskLevelSet(level="low"), "2025-03-10"),
        client("2025-03-15"),
        as_of="2025-03-16",
    )

    checks = {str(check.rule.id): check.answer for check in reviewed(case, "2025-03-16").checks}

    assert checks["PX-P1-a"].result is Result.PASS
    assert (checks["PX-P2-b"].result, checks["PX-P2-b"].earliest) == (Result.FAIL, date(2025, 9, 15))
    assert checks["PX-P2-b-1"].reason == "The window of 6 months runs until 2025-09-15."
    assert way(case, "2b", "2025-03-16") is Result.FAIL
