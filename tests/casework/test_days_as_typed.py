"""Days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.casework.days_as_typed import NotADayError, read_day

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("today", SATURDAY),
        ("Tomorrow", date(2026, 11, 22)),
        ("wed", date(2026, 11, 25)),
        ("Wednesday", date(2026, 11, 25)),
        ("sat", date(2026, 11, 28)),
        ("+3d", date(2026, 11, 24)),
        ("2w", date(2026, 12, 5)),
        ("+1m", date(2026, 12, 21)),
        ("30 nov", date(2026, 11, 30)),
        ("3 January", date(2027, 1, 3)),
        ("30 nov 2025", date(2025, 11, 30)),
    ],
)
def test_a_day_is_read_as_a_person_means_it(typed: str, meant: date) -> None:
    assert read_day(typed, SATURDAY) == meant


@pytest.mark.parametrize("typed", ["03/04/2026", "31 feb", "soon", "", "wedge", "99", "2026-13-01"])
def test_what_reads_two_ways_or_none_is_asked_about(typed: str) -> None:
    with pytest.raises(NotADayError, match="not a day I can read"):
        read_day(typed, SATURDAY)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_always_one_of_the_next_seven_days(today: date, typed: str) -> None:
    day = read_day(typed, today)
    assert timedelta(days=1) <= day - today <= timedelta(days=7)
    assert day.strftime("%a").casefold() == typed


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.text(max_size=12))
def test_anything_typed_gives_a_day_or_a_sentence(today: date, typed: str) -> None:
    sentence = ""
    try:
        read_day(typed, today)
    except NotADayError as error:
        sentence = str(error)
    assert sentence == "" or "2026-11-30" in sentence


@pytest.mark.parametrize("typed", ["monkeys", "friendly", "3 marbles", "satisfy", "mo", "30 no"])
def test_a_word_that_only_begins_like_a_day_is_none(typed: str) -> None:
    with pytest.raises(NotADayError):
        read_day(typed, date(2026, 11, 21))
