"""The benchmarks: twelve in six domains, two forms, and the star."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegration_benchmarks.benchmarks.agreed_scores import AgreedScores, agreed_scores
from reintegration_benchmarks.benchmarks.domains import BENCHMARKS, Domain, domain_title
from reintegration_benchmarks.benchmarks.form_7a import INDICATORS_7A
from reintegration_benchmarks.benchmarks.form_8a import INDICATORS_8A
from reintegration_benchmarks.benchmarks.indicator import Indicator
from reintegration_benchmarks.benchmarks.score import Score
from reintegration_benchmarks.benchmarks.star import Colour, StarPoint, Trend, colour, star, trend
from reintegration_benchmarks.case_reviews import case_reviews
from reintegration_benchmarks.records.scores_form import SCORES_7A, SCORES_8A, NotApplicable, ScoresForm
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import SubjectKind
from supervisor_tui.guidance.forms import filled_in
from tests.plugins.reintegration_benchmarks.the_case import moved, review, scores, the_case


def scored(*zeros: str, form: type[ScoresForm] = SCORES_7A, **more: Any) -> AgreedScores:
    """Return the scores of one form: 1 everywhere but where said."""
    case = the_case(moved("2026-01-15"), scores("2026-07-15", *zeros, form=form, **more), as_of="2026-07-15")
    found = case_reviews(case)[0].scores
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("indicators", "by_benchmark"),
    [
        (INDICATORS_7A, (7, 4, 8, 6, 5, 5, 2, 4, 5, 5, 7, 7)),
        (INDICATORS_8A, (7, 4, 6, 5, 5, 4, 1, 2, 2, 2, 4, 7)),
    ],
)
def test_each_form_has_its_indicators_in_order(
    indicators: tuple[Indicator, ...], by_benchmark: tuple[int, ...]
) -> None:
    expected = [f"{number}.{item}" for number, count in enumerate(by_benchmark, 1) for item in range(1, count + 1)]

    assert [indicator.number for indicator in indicators] == expected


def test_the_forms_hold_65_and_49_indicators_of_twelve_benchmarks_in_six_domains() -> None:
    assert (len(INDICATORS_7A), len(INDICATORS_8A), len(BENCHMARKS)) == (65, 49, 12)
    assert Counter(indicator.domain.value for indicator in INDICATORS_7A) == {
        "ED": 11,
        "PS": 8,
        "PW": 16,
        "HD": 11,
        "RA": 12,
        "ES": 7,
    }
    assert Counter(indicator.domain.value for indicator in INDICATORS_8A) == {
        "ED": 11,
        "PS": 6,
        "PW": 14,
        "HD": 5,
        "RA": 6,
        "ES": 7,
    }


def test_every_indicator_and_benchmark_has_words_of_its_own() -> None:
    for indicators in (INDICATORS_7A, INDICATORS_8A):
        assert len({indicator.text for indicator in indicators}) == len(indicators)
    assert len({benchmark.reached for benchmark in BENCHMARKS}) == 12


def test_a_young_adult_has_a_mentor_where_a_child_has_a_caregiver() -> None:
    assert domain_title(Domain.RA, SubjectKind.CHILD) == "Relationship with the caregiver"
    assert domain_title(Domain.RA, SubjectKind.YOUNG_ADULT) == "Relationship with the mentor"
    assert domain_title(Domain.ES, SubjectKind.YOUNG_ADULT) == "Economic stability"


@pytest.mark.parametrize(
    ("reached", "applicable", "letter"),
    [
        (7, 7, "G"),
        (5, 7, "Y"),
        (2, 3, "Y"),
        (4, 6, "Y"),
        (3, 6, "O"),
        (1, 3, "O"),
        (2, 7, "R"),
        (0, 7, "R"),
        (0, 0, "-"),
    ],
)
def test_the_share_of_reached_indicators_gives_the_colour(reached: int, applicable: int, letter: str) -> None:
    assert colour(reached, applicable).value == letter


def test_the_star_has_a_letter_for_each_domain() -> None:
    points = star(scored("5.2", "12.1", "12.2", "12.3", "12.4", "12.6"))

    assert {point.domain.value: point.colour.value for point in points} == {
        "ED": "G",
        "PS": "G",
        "PW": "Y",
        "HD": "G",
        "RA": "G",
        "ES": "R",
    }


def test_a_blank_makes_its_domain_unknown() -> None:
    points = star(scored("12.1", blank=("12.2",)))

    assert points[-1] == StarPoint(Domain.ES, Colour.UNKNOWN, 5, 7, 0, 1)


def test_what_does_not_apply_is_left_out_of_the_share_and_counted() -> None:
    points = star(scored("9.1", na=("8.2", "8.4", "9.5")))

    assert points[3] == StarPoint(Domain.HD, Colour.YELLOW, 7, 8, 3, 0)


def test_what_does_not_apply_without_a_reason_is_a_blank() -> None:
    silent = scored(na=("9.5",), not_applicable=())
    evasive = scored(na=("9.5",), not_applicable=(NotApplicable(item="9.5", reason=" "),))

    assert [[indicator.number for indicator in found.blanks] for found in (silent, evasive)] == [["9.5"], ["9.5"]]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Colour.RED, Colour.ORANGE, Trend.UP),
        (Colour.YELLOW, Colour.ORANGE, Trend.DOWN),
        (Colour.GREEN, Colour.GREEN, Trend.SAME),
        (Colour.UNKNOWN, Colour.GREEN, Trend.NONE),
        (Colour.GREEN, Colour.NONE, Trend.NONE),
    ],
)
def test_a_domain_goes_up_or_down_since_the_last_review(before: Colour, after: Colour, expected: Trend) -> None:
    assert trend(before, after) is expected


def test_the_star_compares_with_the_review_before() -> None:
    points = star(scored("12.1", "12.2", "12.3"), scored("12.1"))

    assert [point.trend for point in points] == [Trend.SAME] * 5 + [Trend.DOWN]


def test_where_two_forms_of_a_day_differ_the_lower_score_counts() -> None:
    both = the_case(scores("2026-07-15", "12.1"), scores("2026-07-15", "12.2", blank=("12.3",)), as_of="2026-07-15")
    found = case_reviews(both)[0].scores

    assert found is not None
    assert [indicator.number for indicator in found.not_reached] == ["12.1", "12.2"]
    assert [indicator.number for indicator in found.blanks] == ["12.3"]
    assert found.benchmarks_not_reached == ("B12",)


def test_a_domain_that_always_applies_cannot_be_left_out() -> None:
    ed = [one.number for one in INDICATORS_7A if one.domain is Domain.ED]
    ps = [one.number for one in INDICATORS_7A if one.domain is Domain.PS]
    es = [one.number for one in INDICATORS_8A if one.domain is Domain.ES]

    assert scored(na=ed).domains_left_out == ()
    assert scored(na=ps).domains_left_out == (Domain.PS,)
    assert scored(form=SCORES_8A, na=es).domains_left_out == ()


def test_a_review_is_complete_with_plan_and_scores_agreed_and_nothing_blank() -> None:
    case = the_case(review("2026-07-15"), review("2027-01-15", blank=("12.2",)), as_of="2027-01-15")

    assert [(one.on.isoformat(), one.is_complete) for one in case_reviews(case)] == [
        ("2026-07-15", True),
        ("2027-01-15", False),
    ]


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 64), st.sampled_from([*Score, None]), max_size=4))
def test_all_reached_means_that_every_domain_is_green_or_does_not_apply(other: dict[int, Score | None]) -> None:
    scored_items = tuple((item, other.get(place, Score.REACHED)) for place, item in enumerate(INDICATORS_7A))
    found = AgreedScores(scored_items, frozenset(), not_applicable_agreed=True, family_agreed=YesNo.YES)

    assert found.all_reached is all(point.colour in {Colour.GREEN, Colour.NONE} for point in star(found))


def test_the_scores_of_a_young_person_are_read_from_their_own_form() -> None:
    form = filled_in(SCORES_8A, {"item_1_1": "0", "family_agreed": "no"})
    assert isinstance(form, ScoresForm)
    found = agreed_scores([form])

    assert (found.not_reached[0].text, len(found.blanks), found.family_agreed) == (
        "The way to school or training and back is safe",
        48,
        YesNo.NO,
    )
