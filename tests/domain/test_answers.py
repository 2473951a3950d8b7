"""The algebra of answers: how the checks of one set become one answer."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.answers import (
    Answer,
    Fact,
    Missing,
    Result,
    any_alternative,
    combined,
    combined_within_alternative,
)

PASS, FAIL, UNKNOWN, NA = Result.PASS, Result.FAIL, Result.UNKNOWN, Result.NA
RESULTS = st.lists(st.sampled_from(Result), max_size=12)


@given(RESULTS, st.randoms())
def test_the_order_of_checks_does_not_matter(results: list[Result], random: Random) -> None:
    shuffled = random.sample(results, len(results))

    assert combined(shuffled) is combined(results)
    assert combined_within_alternative(shuffled) is combined_within_alternative(results)
    assert any_alternative(shuffled) is any_alternative(results)


@given(RESULTS)
def test_it_passes_exactly_if_something_applies_and_all_that_applies_passes(results: list[Result]) -> None:
    counted = Counter(result for result in results if result is not NA)

    assert (combined(results) is PASS) == (bool(counted) and set(counted) == {PASS})
    assert (combined_within_alternative(results) is PASS) == (combined(results) is PASS)


@given(RESULTS)
def test_what_is_not_known_never_becomes_a_pass(results: list[Result]) -> None:
    with_unknown = [*results, UNKNOWN]

    assert combined(with_unknown) in {FAIL, UNKNOWN}
    assert combined_within_alternative(with_unknown) in {FAIL, UNKNOWN}
    assert (any_alternative(with_unknown) is PASS) == (PASS in results)


@given(RESULTS)
def test_dropping_what_does_not_apply_changes_nothing(results: list[Result]) -> None:
    applying = [result for result in results if result is not NA]

    assert combined(results) is combined(applying)
    assert any_alternative(results) is any_alternative(applying)


@given(RESULTS)
def test_one_more_failure_never_makes_it_better(results: list[Result]) -> None:
    assert combined([*results, FAIL]) is FAIL
    assert (any_alternative([*results, FAIL]) is PASS) == (any_alternative(results) is PASS)


@pytest.mark.parametrize(
    ("results", "whole", "within", "any_of"),
    [
        ((), UNKNOWN, NA, UNKNOWN),
        ((NA, NA), UNKNOWN, NA, UNKNOWN),
        ((PASS, NA), PASS, PASS, PASS),
        ((PASS, UNKNOWN), UNKNOWN, UNKNOWN, PASS),
        ((FAIL, UNKNOWN), FAIL, FAIL, UNKNOWN),
        ((FAIL, PASS), FAIL, FAIL, PASS),
        ((FAIL, NA), FAIL, FAIL, FAIL),
    ],
)
def test_small_cases(results: tuple[Result, ...], whole: Result, within: Result, any_of: Result) -> None:
    assert (combined(results), combined_within_alternative(results), any_alternative(results)) == (
        whole,
        within,
        any_of,
    )


def test_the_four_ways_to_answer() -> None:
    fact, missing = Fact("seen"), Missing(record="follow_up", field="safe")

    assert Answer.passes("fine", fact) == Answer(PASS, "fine", (fact,))
    assert Answer.fails("not yet", fact, missing=missing) == Answer(FAIL, "not yet", (fact,), None, missing)
    assert Answer.unknown("who knows", missing=missing) == Answer(UNKNOWN, "who knows", (), None, missing)
    assert Answer.does_not_apply("no", fact) == Answer(NA, "no", (fact,))
