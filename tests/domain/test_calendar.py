"""The arithmetic of deadlines at its edges."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.calendar import (
    add_months,
    add_years,
    age_on,
    day_of,
    hours_after,
    is_after,
    week_start,
    with_this_offset,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
EAST = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-01-15", -1, "2024-12-15"),
        ("2025-05-31", 0, "2025-05-31"),
        ("2025-05-31", 12 * 99_999, "9999-12-31"),
        ("2025-05-31", -12 * 2_025, "0001-01-01"),
    ],
)
def test_a_month_is_a_calendar_month_cut_to_the_months_end(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(DAYS, st.integers(-240, 240))
def test_months_land_in_the_month_counted_and_never_past_the_day(day: date, months: int) -> None:
    found = add_months(day, months)

    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day <= day.day
    assert found.day == day.day or (found + timedelta(days=1)).day == 1


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_more_months_never_end_earlier(day: date, fewer: int, more: int) -> None:
    low, high = sorted((fewer, more))

    assert add_months(day, low) <= add_months(day, high)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2024-02-29", 16),
        ("2008-06-15", "2026-06-14", 17),
        ("2008-06-15", "2026-06-15", 18),
        ("2026-06-15", "2026-06-15", 0),
    ],
)
def test_somebody_is_a_year_older_on_the_birthday_and_born_on_a_leap_day_on_the_first_of_march(
    birth: str, day: str, age: int
) -> None:
    assert age_on(date.fromisoformat(birth), date.fromisoformat(day)) == age


@given(DAYS, st.integers(0, 60))
def test_on_the_birthday_the_years_are_complete_and_the_day_before_they_are_not(birth: date, years: int) -> None:
    birthday = add_years(birth, years)

    assert age_on(birth, birthday) == years
    assert age_on(birth, birthday - timedelta(days=1)) == years - 1


def test_forty_eight_hours_are_kept_at_the_minute_and_broken_a_minute_later() -> None:
    start = datetime(2026, 3, 4, 9, 30, tzinfo=EAST)
    limit = hours_after(start, 48)

    assert limit == datetime(2026, 3, 6, 9, 30, tzinfo=EAST)
    assert not is_after(datetime(2026, 3, 6, 9, 30, tzinfo=EAST), limit)
    assert is_after(datetime(2026, 3, 6, 9, 31, tzinfo=EAST), limit)
    assert not is_after(datetime(2026, 3, 6, 6, 30, tzinfo=UTC), limit)
    assert is_after(datetime(2026, 3, 6, 6, 31, tzinfo=UTC), limit)


@pytest.mark.parametrize(
    ("hours", "expected"), [(24, "2026-03-05"), (48, "2026-03-06"), (72, "2026-03-07"), (12, "2026-03-05")]
)
def test_where_only_the_day_is_known_hours_end_with_a_day(hours: int, expected: str) -> None:
    assert hours_after(date(2026, 3, 4), hours) == date.fromisoformat(expected)


def test_a_day_against_a_moment_is_compared_by_the_day() -> None:
    limit = datetime(2026, 3, 6, 9, 30, tzinfo=EAST)

    assert not is_after(date(2026, 3, 6), limit)
    assert is_after(date(2026, 3, 7), limit)
    assert not is_after(datetime(2026, 3, 6, 23, 59, tzinfo=EAST), date(2026, 3, 6))
    assert is_after(datetime(2026, 3, 7, 0, 0, tzinfo=EAST), date(2026, 3, 6))
    assert day_of(datetime(2026, 3, 6, 23, 59, tzinfo=EAST)) == date(2026, 3, 6)


@given(DAYS)
def test_a_week_starts_on_its_monday(day: date) -> None:
    monday = week_start(day)

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)


def test_an_hour_without_an_offset_is_an_hour_here() -> None:
    typed = datetime.fromisoformat("2026-11-25T14:30")

    assert with_this_offset(typed) == typed.astimezone()
    assert with_this_offset(typed.replace(tzinfo=EAST)) == datetime(2026, 11, 25, 11, 30, tzinfo=UTC)


def test_an_hour_of_which_the_system_knows_no_offset_is_no_moment() -> None:
    class OnWindows(datetime):
        def astimezone(self, tz: tzinfo | None = None) -> Self:
            raise OSError(22, "Invalid argument")

    for moment in (datetime.fromisoformat("0001-01-01T00:30"), OnWindows.fromisoformat("1965-01-01T08:00")):
        with pytest.raises(ValueError, match=r"^(year 0|1965-01-01)"):
            with_this_offset(moment)
