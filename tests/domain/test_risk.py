"""The risk level of a case over time."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.risk import risk, risk_history
from supervisor_tui.testing import a_case, written


def level(name: str, on: str) -> Record:
    return written(RiskLevelSet(level=name), on)


def periods(*records: Record) -> list[tuple[str, str | None, str]]:
    return [
        (str(one.since), str(one.until) if one.until else None, one.level.id if one.level else "?")
        for one in risk_history(a_case(*records))
    ]


def test_each_level_lasts_until_the_day_before_the_next() -> None:
    assert periods(level("high", "2026-02-01"), level("medium", "2026-03-01"), level("low", "2026-03-02")) == [
        ("2026-02-01", "2026-02-28", "high"),
        ("2026-03-01", "2026-03-01", "medium"),
        ("2026-03-02", None, "low"),
    ]


def test_of_two_levels_of_one_day_the_more_dangerous_counts() -> None:
    both = (level("low", "2026-02-01"), level("high", "2026-02-01"))

    assert periods(*both) == periods(*reversed(both)) == [("2026-02-01", None, "high")]


def test_a_level_that_the_agency_does_not_have_is_not_known_and_hides_no_danger() -> None:
    case = a_case(level("low", "2026-02-01"), level("purple", "2026-02-01"))

    present = risk(case)

    assert present is not None
    assert (present.level, present.guidance) == (None, None)


def test_guidance_reads_an_emergency_as_high_and_a_case_without_a_level_has_none() -> None:
    present = risk(a_case(level("emergency", "2026-02-01")))

    assert present is not None
    assert present.guidance is GuidanceRisk.HIGH
    assert risk(a_case()) is None


LEVELS = st.lists(
    st.tuples(
        st.sampled_from(["emergency", "high", "medium", "low", "none", "?"]),
        st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    ),
    max_size=10,
)


@given(LEVELS)
def test_the_periods_follow_each_other_without_a_gap(said: list[tuple[str, date]]) -> None:
    history = risk_history(a_case(level(name, on.isoformat()) for name, on in said))

    assert [one.since for one in history] == sorted({on for _name, on in said})
    for earlier, later in pairwise(history):
        assert earlier.until is not None
        assert earlier.until.toordinal() + 1 == later.since.toordinal()
    assert [one.until for one in history[-1:]] == [None] * bool(history)
