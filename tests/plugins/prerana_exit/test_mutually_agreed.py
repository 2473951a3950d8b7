"""Parameter 1: client and worker both find that the work can end. The numbers are the rulebook's."""

from datetime import date

import pytest

from prerana_exit.records.client_request import Wish
from prerana_exit.records.contact_state import ContactState, Reach
from prerana_exit.records.exit_agreement import ExitBasis, Side
from prerana_exit.records.progress import Progress, ProgressMade
from prerana_exit.records.stability import Steadiness
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.records.closing import Closure, ClosureReason, Reopening
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan, Goal, GoalOutcome, GoalStatus, GoalWeight
from supervisor_tui.testing import written
from tests.plugins.prerana_exit.stories import (
    agrees,
    answer,
    client,
    no_danger,
    nothing_left,
    progress,
    result,
    reviewed,
    stable,
    the_case,
    way,
)


def a_plan(*goals: Goal, on: str = "2024-02-01") -> Record:
    return written(CasePlan(goals=goals), on)


def both_agree(on: str) -> tuple[Record, ...]:
    return (
        agrees(Side.CLIENT, on),
        agrees(Side.WORKER, on, YesNo.YES, ExitBasis.SUFFICIENT_PROGRESS),
    )


A_TO_D = (no_danger("2025-03-20"), stable("2025-03-20"), progress("2025-03-20"), nothing_left("2025-03-20"))


@pytest.mark.rule("PX-P1")
def test_the_way_waits_for_the_clients_wish_and_opens_with_it() -> None:
    story = (*A_TO_D, *both_agree("2025-03-25"), client("2025-04-03"))

    before = answer("PX-P1", "2025-04-01", *story)

    assert before.result is Result.UNKNOWN
    assert before.reason == "Not known: The client wants the work to end."
    assert before.missing == Missing("prerana_exit.client_request", "wish", who="client")
    assert result("PX-P1", "2025-04-03", *story) is Result.PASS


@pytest.mark.rule("PX-P1")
def test_the_way_needs_both_sides_beside_the_five_items() -> None:
    assert result("PX-P1", "2025-04-03", *A_TO_D, client("2025-04-03")) is Result.UNKNOWN


@pytest.mark.rule("PX-P1")
def test_one_item_that_fails_shuts_the_way_even_where_others_are_not_known() -> None:
    said = answer("PX-P1", "2025-04-01", no_danger("2025-03-20", YesNo.YES))

    assert said.result is Result.FAIL
    assert said.reason == "Not yet: No immediate danger to the body."


@pytest.mark.rule("PX-P1")
@pytest.mark.parametrize("reach", [Reach.DIED, Reach.UNTRACEABLE])
def test_the_way_does_not_apply_to_a_client_who_is_gone(reach: Reach) -> None:
    gone = written(ContactState(reach=reach), "2025-04-02")
    case = the_case(*A_TO_D, *both_agree("2025-03-25"), client("2025-04-01"), gone, as_of="2025-04-03")

    assert way(case, "1", "2025-04-03") is Result.NA
    back = written(ContactState(reach=Reach.IN_CONTACT), "2025-04-20")
    found_again = the_case(*A_TO_D, *both_agree("2025-03-25"), client("2025-04-01"), gone, back, as_of="2025-04-20")
    assert way(found_again, "1", "2025-04-20") is Result.PASS


@pytest.mark.rule("PX-G-03")
def test_both_sides_agree_on_a_basis() -> None:
    story = (
        agrees(Side.CLIENT, "2025-03-04"),
        agrees(Side.WORKER, "2025-03-06", YesNo.YES, ExitBasis.SUFFICIENT_PROGRESS),
    )

    said = answer("PX-G-03", "2025-03-10", *story)

    assert said.result is Result.PASS
    assert [fact.on for fact in said.facts] == [date(2025, 3, 4), date(2025, 3, 6)]
    assert result("PX-G-03", "2025-03-10", story[1]) is Result.UNKNOWN
    assert result("PX-G-03", "2025-03-05", *story) is Result.UNKNOWN


@pytest.mark.rule("PX-G-03")
def test_an_agreement_without_a_basis_is_not_known_and_a_side_against_it_fails() -> None:
    bare = (agrees(Side.CLIENT, "2025-03-04"), agrees(Side.WORKER, "2025-03-06"))

    assert answer("PX-G-03", "2025-03-10", *bare).missing == Missing("prerana_exit.exit_agreement", "basis")
    assert result("PX-G-03", "2025-03-10", *bare) is Result.UNKNOWN
    assert result("PX-G-03", "2025-03-10", agrees(Side.CLIENT, "2025-03-09", YesNo.NO)) is Result.FAIL
    assert result("PX-G-03", "2025-03-10", agrees(Side.WORKER, "2025-03-09", YesNo.NOT_KNOWN)) is Result.UNKNOWN


@pytest.mark.rule("PX-P1-a")
def test_a_look_at_danger_counts_for_three_months() -> None:
    look = no_danger("2025-03-20")

    assert result("PX-P1-a", "2025-04-01", look) is Result.PASS
    assert result("PX-P1-a", "2025-06-20", look) is Result.PASS
    assert result("PX-P1-a", "2025-06-21", look) is Result.UNKNOWN
    assert result("PX-P1-a", "2025-07-01", look) is Result.UNKNOWN
    assert result("PX-P1-a", "2025-04-01") is Result.UNKNOWN
    assert answer("PX-P1-a", "2025-07-01", look, assessment_max_age_months=4).result is Result.PASS


@pytest.mark.rule("PX-P1-a")
def test_danger_fails_until_somebody_looks_again_and_of_one_days_looks_the_worse_counts() -> None:
    danger, calm = no_danger("2025-03-20", YesNo.YES), no_danger("2025-03-20")

    assert result("PX-P1-a", "2025-09-01", danger) is Result.FAIL
    assert result("PX-P1-a", "2025-04-01", danger, calm) is Result.FAIL
    assert result("PX-P1-a", "2025-04-01", danger, no_danger("2025-03-30")) is Result.PASS
    assert result("PX-P1-a", "2025-04-01", no_danger("2025-03-30", YesNo.NOT_KNOWN)) is Result.UNKNOWN


@pytest.mark.rule("PX-P1-b")
def test_life_is_stable_only_in_all_three_respects() -> None:
    two = stable("2025-03-20", emotional=None)

    blank = answer("PX-P1-b", "2025-04-01", two)

    assert blank.result is Result.UNKNOWN
    assert blank.missing == Missing("prerana_exit.stability", "emotional")
    shaken = answer("PX-P1-b", "2025-04-03", two, stable("2025-04-02", None, None, Steadiness.UNSTABLE))
    assert (shaken.result, shaken.reason) == (Result.FAIL, "Not stable: feelings.")
    assert result("PX-P1-b", "2025-04-03", two, stable("2025-04-02", None, None)) is Result.PASS
    assert result("PX-P1-b", "2025-06-21", two, stable("2025-04-02", None, None)) is Result.UNKNOWN


@pytest.mark.rule("PX-P1-c")
def test_only_significant_progress_counts_and_something_must_show_it() -> None:
    some, significant = progress("2025-04-02", ProgressMade.SOME), progress("2025-06-30")

    assert result("PX-P1-c", "2025-04-03", some) is Result.FAIL
    assert result("PX-P1-c", "2025-06-30", some, significant) is Result.PASS
    assert result("PX-P1-c", "2025-04-03") is Result.UNKNOWN
    bare = written(Progress(progress=ProgressMade.SIGNIFICANT), "2025-06-30")
    assert answer("PX-P1-c", "2025-07-01", bare).missing == Missing("prerana_exit.progress", "note")
    assert result("PX-P1-c", "2025-07-01", bare) is Result.UNKNOWN


@pytest.mark.rule("PX-P1-d")
def test_an_open_major_goal_fails_until_it_is_met_and_the_worker_states_that_nothing_is_left() -> None:
    story = (
        a_plan(Goal(goal="O1", text="housing", weight=GoalWeight.MAJOR)),
        written(GoalOutcome(goal="O1", status=GoalStatus.MET), "2025-05-12"),
        nothing_left("2025-05-14"),
    )

    failing = answer("PX-P1-d", "2025-05-11", *story)

    assert (failing.result, failing.reason) == (Result.FAIL, "Open and major: housing.")
    assert result("PX-P1-d", "2025-05-13", *story) is Result.UNKNOWN
    assert result("PX-P1-d", "2025-05-14", *story) is Result.PASS


@pytest.mark.rule("PX-P1-d")
def test_an_open_goal_without_a_weight_is_not_known_and_a_minor_one_does_not_matter() -> None:
    unweighed = a_plan(Goal(goal="O1", text="school books"))
    minor = a_plan(Goal(goal="O1", text="school books", weight=GoalWeight.MINOR))

    assert result("PX-P1-d", "2025-05-14", unweighed, nothing_left("2025-05-14")) is Result.UNKNOWN
    assert result("PX-P1-d", "2025-05-14", minor, nothing_left("2025-05-14")) is Result.PASS
    assert result("PX-P1-d", "2025-05-14", minor, nothing_left("2025-05-14", YesNo.NO)) is Result.FAIL


@pytest.mark.rule("PX-P1-e")
def test_one_word_of_the_client_is_enough_until_it_is_taken_back() -> None:
    story = (client("2025-05-01"), client("2025-05-20", Wish.GO_ON))

    assert result("PX-P1-e", "2025-04-30", *story) is Result.UNKNOWN
    assert result("PX-P1-e", "2025-05-10", *story) is Result.PASS
    assert result("PX-P1-e", "2025-05-25", *story) is Result.FAIL
    assert (
        result("PX-P1-e", "2025-05-25", client("2025-05-01"), client("2025-05-20", Wish.CHANGE_WORKER)) is Result.PASS
    )


def test_what_was_said_before_the_case_was_reopened_does_not_count() -> None:
    story = (
        *A_TO_D,
        *both_agree("2025-03-25"),
        client("2025-04-01"),
        written(Closure(reason=ClosureReason.GOALS_MET), "2025-04-10"),
        written(Reopening(reason="lost the room"), "2025-05-02"),
    )

    assert result("PX-P1", "2025-04-09", *story) is Result.PASS
    assert result("PX-P1", "2025-05-03", *story) is Result.UNKNOWN


def test_of_thirty_nine_blocking_checks_sixteen_are_built_so_the_set_never_says_ready() -> None:
    case = the_case(*A_TO_D, *both_agree("2025-03-25"), client("2025-04-01"), as_of="2025-04-03")

    found = reviewed(case, "2025-04-03")

    assert way(case, "1", "2025-04-03") is Result.PASS
    assert found.built == (16, 39)
    assert found.verdict is Result.UNKNOWN
