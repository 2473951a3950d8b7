"""The arithmetic of the monitoring calendar, by itself."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegration_benchmarks.schedule.visit_calendar import (
    Contact,
    VisitTerms,
    due_days,
    months_shown,
    visit_calendar,
)
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.kind import YesNo

TERMS = VisitTerms(fortnight_days=14, fortnight_months=2)

moves = st.dates(date(2024, 1, 1), date(2031, 12, 31))


def due(placed_on: str, months: int = 4) -> dict[str, str]:
    return {day.name: day.due.isoformat() for day in due_days(date.fromisoformat(placed_on), months, TERMS)}


def seen_on(*days: str) -> list[Contact]:
    return [Contact(date.fromisoformat(day), YesNo.YES, RecordId(f"r-{day}"), "follow_up") for day in days]


@pytest.mark.parametrize(
    ("placed_on", "expected"),
    [
        (
            "2026-01-15",
            {
                "F1": "2026-01-29",
                "F2": "2026-02-12",
                "F3": "2026-02-26",
                "F4": "2026-03-12",
                "M3": "2026-04-15",
                "M4": "2026-05-15",
            },
        ),
        (
            "2025-12-31",
            {
                "F1": "2026-01-14",
                "F2": "2026-01-28",
                "F3": "2026-02-11",
                "F4": "2026-02-25",
                "M3": "2026-03-31",
                "M4": "2026-04-30",
            },
        ),
        (
            "2026-01-31",
            {
                "F1": "2026-02-14",
                "F2": "2026-02-28",
                "F3": "2026-03-14",
                "F4": "2026-03-28",
                "M3": "2026-04-30",
                "M4": "2026-05-31",
            },
        ),
    ],
)
def test_four_fortnightly_visits_are_followed_by_monthly_ones(placed_on: str, expected: dict[str, str]) -> None:
    assert due(placed_on) == expected


def test_months_are_counted_from_the_move_and_cut_to_the_months_end() -> None:
    assert due("2026-01-31", 13)["M13"] == "2027-02-28"
    assert due("2024-02-29", 12)["M12"] == "2025-02-28"
    assert due("2025-08-31", 6)["M6"] == "2026-02-28"


def test_windows_meet_halfway_between_two_due_days() -> None:
    slots = visit_calendar(date(2026, 1, 15), (), 14, TERMS)

    assert [(slot.day.name, slot.opens.isoformat(), slot.closes.isoformat()) for slot in slots] == [
        ("F1", "2026-01-16", "2026-02-05"),
        ("F2", "2026-02-06", "2026-02-19"),
        ("F3", "2026-02-20", "2026-03-05"),
        ("F4", "2026-03-06", "2026-03-29"),
        ("M3", "2026-03-30", "2026-04-30"),
        ("M4", "2026-05-01", "2026-05-30"),
        ("M5", "2026-05-31", "2026-06-30"),
        ("M6", "2026-07-01", "2026-07-30"),
        ("M7", "2026-07-31", "2026-08-30"),
        ("M8", "2026-08-31", "2026-09-30"),
        ("M9", "2026-10-01", "2026-10-30"),
        ("M10", "2026-10-31", "2026-11-30"),
        ("M11", "2026-12-01", "2026-12-30"),
        ("M12", "2026-12-31", "2027-01-30"),
        ("M13", "2027-01-31", "2027-03-01"),
        ("M14", "2027-03-02", "2027-03-30"),
    ]


def test_the_first_counted_visit_of_a_window_settles_the_slot_and_more_are_additional() -> None:
    (first, second, *_rest) = visit_calendar(
        date(2026, 1, 15), seen_on("2026-01-20", "2026-02-01", "2026-02-01", "2026-02-16"), 3, TERMS
    )

    assert (first.visit and first.visit.on, first.additional) == (date(2026, 1, 20), 1)
    assert (second.visit and second.visit.on, second.additional) == (date(2026, 2, 16), 0)


@pytest.mark.parametrize(
    ("placed_on", "as_of", "months"),
    [
        (date(2026, 1, 15), date(2026, 1, 15), 14),
        (date(2026, 1, 15), date(2027, 1, 14), 14),
        (date(2026, 1, 15), date(2027, 2, 14), 14),
        (date(2026, 1, 15), date(2027, 2, 15), 15),
        (date(2026, 1, 31), date(2027, 2, 28), 15),
        (date(2026, 1, 15), date(2025, 1, 15), 14),
    ],
)
def test_the_calendar_reaches_two_months_ahead_and_at_least_fourteen(placed_on: date, as_of: date, months: int) -> None:
    assert months_shown(placed_on, as_of) == months


def test_an_interval_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="zero"):
        due_days(date(2026, 1, 15), 14, VisitTerms(fortnight_days=0, fortnight_months=2))


def test_every_move_from_2024_to_2031_has_four_fortnightly_visits_and_at_most_36_days_after_them() -> None:
    day = date(2024, 1, 1)
    longest = 0
    while day <= date(2031, 12, 31):
        days = due_days(day, 3, TERMS)
        assert [one.name for one in days] == ["F1", "F2", "F3", "F4", "M3"], day
        longest = max(longest, (days[4].due - days[3].due).days)
        day += timedelta(1)

    assert longest == 36


@settings(deadline=None)
@given(moves, st.integers(3, 40))
def test_windows_touch_and_never_overlap(placed_on: date, months: int) -> None:
    slots = visit_calendar(placed_on, (), months, TERMS)

    assert slots[0].opens == placed_on + timedelta(1)
    assert all(after.opens == before.closes + timedelta(1) for before, after in pairwise(slots))
    assert all(slot.opens <= slot.day.due <= slot.closes for slot in slots)


@settings(deadline=None)
@given(moves, st.lists(st.integers(1, 420), max_size=30))
def test_each_counted_visit_belongs_to_exactly_one_slot(placed_on: date, offsets: list[int]) -> None:
    days = [placed_on + timedelta(offset) for offset in offsets]
    slots = visit_calendar(placed_on, seen_on(*(day.isoformat() for day in days)), 14, TERMS)

    held = sum(1 + slot.additional for slot in slots if slot.visit is not None)
    assert held == len({day for day in days if day <= slots[-1].closes})


@settings(deadline=None)
@given(moves, st.lists(st.tuples(st.integers(1, 420), st.sampled_from([*YesNo, None])), max_size=20), st.data())
def test_the_order_of_typing_changes_nothing(
    placed_on: date, typed: list[tuple[int, YesNo | None]], data: st.DataObject
) -> None:
    contacts = [
        Contact(placed_on + timedelta(offset), seen, RecordId(f"r-{number}"), "follow_up")
        for number, (offset, seen) in enumerate(typed)
    ]
    shuffled = data.draw(st.permutations(contacts))

    assert visit_calendar(placed_on, shuffled, 14, TERMS) == visit_calendar(placed_on, contacts, 14, TERMS)
