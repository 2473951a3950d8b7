"""Dates as files write them; which of two numbers is the day is decided by a whole column's evidence or asked about."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.exchange.reading.values import Value
from supervisor_tui.wording import _

__all__ = ["DateEvidence", "DateFault", "DateOrder", "evidence_of", "read_date"]

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](.+))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ,]+(.+))?")
_SHORT_YEAR = re.compile(r"\d{1,2}([-/.])(?:\d{1,2}|[A-Za-z]{3,9})\1\d{2}(?:\s.*)?")
_MONTH_NAMED = re.compile(r"(\d{1,2})[-/. ]+([A-Za-z]{3,9})[-/., ]+(\d{4})(?:\s.*)?")
_MONTH_FIRST_NAMED = re.compile(r"([A-Za-z]{3,9})[. ]+(\d{1,2}),? +(\d{4})(?:\s.*)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 14_611, 73_050
"""Days that a spreadsheet counts for 1 January 1940 and 31 December 2099."""


class DateOrder(Choice):
    """Which of the two short numbers of a date comes first."""

    DAY_FIRST = "day-first", _("day first")
    MONTH_FIRST = "month-first", _("month first")


class DateFault(Choice):
    """Why a cell is not a date."""

    NOT_A_DATE = "not-a-date", _("this is not a date")
    SHORT_YEAR = "short-year", _("the year has two digits, so its century is not known")
    ORDER_NOT_KNOWN = "order-not-known", _("it is not known whether the day or the month comes first")
    NO_SUCH_DAY = "no-such-day", _("there is no such day")


class DateEvidence(msgspec.Struct, frozen=True):
    """How many dates of a column can be read in one order only, and how many in both with a different day."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0

    @property
    def order(self) -> DateOrder | None:
        """The order that the column proves, None where it proves none or contradicts itself."""
        if self.day_first and not self.month_first:
            return DateOrder.DAY_FIRST
        return DateOrder.MONTH_FIRST if self.month_first and not self.day_first else None

    @property
    def contradicts_itself(self) -> bool:
        """Whether some dates can only be day first and others only month first."""
        return bool(self.day_first and self.month_first)

    @property
    def must_be_asked(self) -> bool:
        """Whether dates stand in the column that nobody can read without being told."""
        return self.order is None and bool(self.either or self.contradicts_itself)


def evidence_of(cells: Iterable[Value]) -> DateEvidence:
    """Weigh the dates of one column that end in their year."""
    day_first = month_first = either = 0
    for cell in cells:
        found = _YEAR_LAST.fullmatch(cell.strip()) if isinstance(cell, str) else None
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            day_first += 1
        elif second > 12 >= first:
            month_first += 1
        elif first != second and first <= 12:
            either += 1
    return DateEvidence(day_first, month_first, either)


def read_date(cell: Value, order: DateOrder | None) -> date | datetime | DateFault:
    """Return the day, or the moment where the cell says the hour, or why it is neither.

    A moment has its offset only if the cell says it. A bare number of five digits is the count of days that
    spreadsheets keep for a date.
    """
    match cell:
        case bool():
            return DateFault.NOT_A_DATE
        case date():
            return cell
        case int() | float():
            return _serial(cell)
        case str():
            try:
                return _text(cell.strip(), order)
            except (ValueError, OverflowError):
                return DateFault.NO_SUCH_DAY
        case _:
            return DateFault.NOT_A_DATE


def _text(text: str, order: DateOrder | None) -> date | datetime | DateFault:
    if found := _YEAR_FIRST.fullmatch(text):
        return _with_hour(date(int(found[1]), int(found[3]), int(found[4])), found[5])
    if found := _YEAR_LAST.fullmatch(text):
        return _in_order(found, order)
    if found := _MONTH_NAMED.fullmatch(text):
        return _named(found[1], found[2], found[3])
    if found := _MONTH_FIRST_NAMED.fullmatch(text):
        return _named(found[2], found[1], found[3])
    if _SHORT_YEAR.fullmatch(text):
        return DateFault.SHORT_YEAR
    return _serial(float(text)) if _SERIAL.fullmatch(text) else DateFault.NOT_A_DATE


def _in_order(found: re.Match[str], order: DateOrder | None) -> date | datetime | DateFault:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if order is None and first != second:
        return DateFault.ORDER_NOT_KNOWN
    day, month = (second, first) if order is DateOrder.MONTH_FIRST else (first, second)
    return _with_hour(date(year, month, day), found[5])


def _with_hour(day: date, hour: str | None) -> date | datetime:
    """Add the hour where it is written as ISO writes it; any other addition leaves the day alone."""
    if not hour:
        return day
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{hour.strip().replace(' UTC', '+00:00').replace(' +', '+')}")
    except ValueError:
        return day


def _named(day: str, month: str, year: str) -> date | DateFault:
    start = month.lower()[:3]
    return date(int(year), _MONTHS.index(start) + 1, int(day)) if start in _MONTHS else DateFault.NOT_A_DATE


def _serial(number: float) -> date | DateFault:
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return DateFault.NOT_A_DATE
    return _SERIAL_ZERO + timedelta(days=int(number))
