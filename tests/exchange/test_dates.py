"""Dates of both orders are decided by their column or asked about; nothing is guessed."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from supervisor_tui.exchange.reading.dates import DateEvidence, DateFault, DateOrder, evidence_of, read_date
from supervisor_tui.exchange.reading.values import Value

SOME_DAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-31",
        "2026/03/31",
        "2026.3.31",
        "31-Mar-2026",
        "31 March 2026",
        "March 31, 2026",
        46112,
        "46112",
        46112.75,
        SOME_DAY,
    ],
)
def test_a_date_that_can_be_read_in_one_way_needs_no_order(cell: Value) -> None:
    assert read_date(cell, None) == SOME_DAY


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("03/04/2026", DateFault.ORDER_NOT_KNOWN),
        ("31/03/26", DateFault.SHORT_YEAR),
        ("31-Mar-26", DateFault.SHORT_YEAR),
        ("2026-02-30", DateFault.NO_SUCH_DAY),
        ("30 Smarch 2026", DateFault.NOT_A_DATE),
        ("next week", DateFault.NOT_A_DATE),
        (True, DateFault.NOT_A_DATE),
        (12, DateFault.NOT_A_DATE),
        ("99999", DateFault.NOT_A_DATE),
        (("2026-03-31",), DateFault.NOT_A_DATE),
    ],
)
def test_what_is_not_a_date_is_named(cell: Value, fault: DateFault) -> None:
    assert read_date(cell, None) is fault


def test_a_moment_keeps_its_hour_and_its_offset() -> None:
    assert read_date("2026-03-20T09:30:00.000Z", None) == datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
    assert read_date("20/03/2026 09:30", DateOrder.DAY_FIRST) == datetime(2026, 3, 20, 9, 30)  # noqa: DTZ001 - none said


@pytest.mark.parametrize(
    ("column", "order", "asked"),
    [
        (("03/04/2026", "31/03/2026"), DateOrder.DAY_FIRST, False),
        (("03/04/2026", "03/31/2026", None, "2026-01-01"), DateOrder.MONTH_FIRST, False),
        (("03/04/2026", "05/06/2026"), None, True),
        (("31/12/2026",), DateOrder.DAY_FIRST, False),
        (("12/31/2026",), DateOrder.MONTH_FIRST, False),
        (("31/03/2026", "03/31/2026"), None, True),
        (("05/05/2026", "2026-03-31"), None, False),
        ((), None, False),
    ],
)
def test_a_column_proves_its_order_or_has_to_be_asked(
    column: tuple[Value, ...], order: DateOrder | None, asked: bool
) -> None:
    evidence = evidence_of(column)
    assert (evidence.order, evidence.must_be_asked) == (order, asked)


@given(some.dates(date(1940, 1, 1), date(2099, 12, 31)), some.sampled_from(list(DateOrder)), some.sampled_from("/.-"))
def test_a_date_written_in_an_order_is_read_in_it(day: date, order: DateOrder, between: str) -> None:
    first, second = (day.day, day.month) if order is DateOrder.DAY_FIRST else (day.month, day.day)
    assert read_date(f"{first:02}{between}{second:02}{between}{day.year}", order) == day


@given(some.lists(some.dates(date(1940, 1, 1), date(2099, 12, 31)), max_size=20), some.sampled_from(list(DateOrder)))
def test_evidence_is_never_for_the_wrong_order(days: list[date], order: DateOrder) -> None:
    shape = "%d/%m/%Y" if order is DateOrder.DAY_FIRST else "%m/%d/%Y"
    assert evidence_of(day.strftime(shape) for day in days).order in {order, None}


def test_evidence_counts_what_it_saw() -> None:
    assert evidence_of(["31/03/2026", "03/31/2026", "01/02/2026", "01/01/2026"]) == DateEvidence(1, 1, 1)
