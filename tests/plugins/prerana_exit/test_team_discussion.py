"""Every exit is weighed and decided in the team. The first example is the rulebook's."""

import pytest

from prerana_exit.records.exit_agreement import ExitBasis, Side
from prerana_exit.records.team_discussion import TeamDecision, TeamDiscussion
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.records.closing import Closure, ClosureReason, Reopening
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
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

RULE = "PX-G-09"
WAY_1 = (
    no_danger("2025-05-20"),
    stable("2025-05-20"),
    progress("2025-05-20"),
    nothing_left("2025-05-20"),
    agrees(Side.CLIENT, "2025-05-25"),
    agrees(Side.WORKER, "2025-05-25", YesNo.YES, ExitBasis.GOALS_MET),
    client("2025-06-02"),
)


def decided(
    on: str, decision: TeamDecision = TeamDecision.EXIT, *, overrules: str = "", evaluation: str = "weighed with care"
) -> Record:
    return written(TeamDiscussion(decision=decision, evaluation=evaluation, overrules=overrules), on)


@pytest.mark.rule("PX-G-09")
def test_an_open_way_waits_for_the_team_and_the_teams_decision_ends_the_waiting() -> None:
    before = the_case(*WAY_1, as_of="2025-06-02")
    assert way(before, "1", "2025-06-02") is Result.PASS
    silent = answer(RULE, "2025-06-02", *WAY_1)
    assert (silent.result, silent.reason) == (Result.UNKNOWN, "No talk in the team is recorded.")
    assert silent.missing == Missing("prerana_exit.team_discussion", "decision", who="team")
    assert reviewed(before, "2025-06-02").verdict is Result.UNKNOWN

    said = answer(RULE, "2025-06-09", *WAY_1, decided("2025-06-09"))
    assert (said.result, said.reason) == (Result.PASS, "The team decided on 2025-06-09 to exit.")


@pytest.mark.rule("PX-G-09")
@pytest.mark.parametrize("decision", [TeamDecision.CONTINUE, TeamDecision.DEFER])
def test_the_latest_decision_counts_and_of_one_day_the_one_against(decision: TeamDecision) -> None:
    against = decided("2025-06-10", decision)
    assert result(RULE, "2025-06-10", *WAY_1, decided("2025-06-09"), against) is Result.FAIL
    assert result(RULE, "2025-06-10", *WAY_1, against, decided("2025-06-10")) is Result.FAIL
    assert result(RULE, "2025-06-11", *WAY_1, against, decided("2025-06-11")) is Result.PASS


@pytest.mark.rule("PX-G-09")
def test_a_talk_on_the_day_of_the_last_change_or_before_does_not_cover_it() -> None:
    assert result(RULE, "2025-06-10", *WAY_1, decided("2025-06-01")) is Result.UNKNOWN
    assert result(RULE, "2025-06-10", *WAY_1, decided("2025-06-02")) is Result.UNKNOWN
    danger = no_danger("2025-06-12", YesNo.YES)
    assert result(RULE, "2025-06-13", *WAY_1, decided("2025-06-09", overrules="safe at the aunt's"), danger) is (
        Result.UNKNOWN
    )


@pytest.mark.rule("PX-G-09")
def test_a_way_that_is_shut_is_overruled_with_a_reason_only() -> None:
    danger = no_danger("2025-06-02", YesNo.YES)
    assert result(RULE, "2025-06-09", danger, decided("2025-06-09")) is Result.UNKNOWN
    said = answer(RULE, "2025-06-09", danger, decided("2025-06-09", overrules="moves abroad with the new family"))
    assert (said.result, said.reason) == (
        Result.PASS,
        "The team decided to exit all the same: moves abroad with the new family",
    )


@pytest.mark.rule("PX-G-09")
def test_a_decision_without_a_word_on_how_it_was_weighed_is_not_known() -> None:
    said = answer(RULE, "2025-06-09", *WAY_1, decided("2025-06-09", evaluation=" "))
    assert (said.result, said.missing) == (
        Result.UNKNOWN,
        Missing("prerana_exit.team_discussion", "evaluation", who="team"),
    )


@pytest.mark.rule("PX-G-09")
def test_a_closed_case_is_asked_as_it_stood_on_the_day_of_its_exit() -> None:
    closed = (*WAY_1, decided("2025-06-09"), written(Closure(reason=ClosureReason.GOALS_MET), "2025-06-15"))
    assert result(RULE, "2026-06-15", *closed) is Result.PASS
    assert result(RULE, "2026-06-15", *closed, written(Reopening(reason="lost the room"), "2025-08-02")) is (
        Result.UNKNOWN
    )
