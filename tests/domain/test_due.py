"""What a due item is on a day: every state at its boundaries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state

UPCOMING, DUE, OVERDUE = DueState.UPCOMING, DueState.DUE, DueState.OVERDUE
DONE, MISSED, UNKNOWN = DueState.DONE, DueState.MISSED, DueState.UNKNOWN

WINDOW = DueItem("visit", due=date(2026, 3, 20), opens=date(2026, 3, 10), closes=date(2026, 3, 31))


def days(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-03-09", UPCOMING),
        ("2026-03-10", DUE),
        ("2026-03-20", DUE),
        ("2026-03-21", OVERDUE),
        ("2026-03-31", OVERDUE),
        ("2026-04-01", MISSED),
    ],
)
def test_a_duty_with_a_window(day: str, state: DueState) -> None:
    assert due_state(WINDOW, days(day)) is state


@pytest.mark.parametrize(("day", "state"), [("2026-03-19", UPCOMING), ("2026-03-20", DUE), ("2026-03-21", OVERDUE)])
def test_a_duty_without_a_window_is_due_on_its_day(day: str, state: DueState) -> None:
    assert due_state(DueItem("visit", due=date(2026, 3, 20)), days(day)) is state


def test_a_limit_in_hours_is_kept_at_the_minute() -> None:
    limit = datetime(2026, 3, 6, 9, 30, tzinfo=UTC)
    item = DueItem("assessment", due=limit, opens=date(2026, 3, 4))

    assert due_state(item, datetime(2026, 3, 3, 23, 59, tzinfo=UTC)) is UPCOMING
    assert due_state(item, limit) is DUE
    assert due_state(item, limit + timedelta(minutes=1)) is OVERDUE
    assert due_state(item, date(2026, 3, 6)) is DUE
    assert due_state(item, date(2026, 3, 7)) is OVERDUE


def test_what_was_done_is_done_however_late() -> None:
    late = DueItem("visit", due=date(2026, 3, 20), closes=date(2026, 3, 31), done=date(2026, 4, 2), unknown="?")

    assert due_state(late, date(2026, 5, 1)) is DONE
    assert days_late(late, date(2026, 5, 1)) == 13


def test_without_a_day_or_with_a_doubt_nobody_can_tell() -> None:
    assert due_state(DueItem("visit"), date(2026, 3, 1)) is UNKNOWN
    assert due_state(DueItem("visit", due=date(2026, 3, 20), unknown="no plan"), date(2027, 3, 1)) is UNKNOWN
    assert days_late(DueItem("visit"), date(2026, 3, 1)) == 0


def test_days_late_are_counted_from_the_day_after() -> None:
    assert [days_late(WINDOW, days(day)) for day in ("2026-03-01", "2026-03-20", "2026-03-21", "2026-04-19")] == [
        0,
        0,
        1,
        30,
    ]
    hours = DueItem("assessment", due=datetime(2026, 3, 6, 9, 30, tzinfo=UTC))
    assert days_late(hours, datetime(2026, 3, 6, 23, 0, tzinfo=UTC)) == 0


ORDER = [UPCOMING, DUE, OVERDUE, MISSED]


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.integers(0, 40),
    st.one_of(st.none(), st.integers(0, 40)),
    st.integers(-90, 90),
)
def test_an_open_duty_only_ever_moves_forward(due: date, before: int, after: int | None, ahead: int) -> None:
    closes = None if after is None else due + timedelta(days=after)
    item = DueItem("visit", due=due, opens=due - timedelta(days=before), closes=closes)
    day = due + timedelta(days=ahead)

    today, tomorrow = due_state(item, day), due_state(item, day + timedelta(days=1))

    assert ORDER.index(today) <= ORDER.index(tomorrow)
    assert (days_late(item, day) > 0) == (today in {OVERDUE, MISSED})
