"""The day in a line that tells what happened: "yesterday", "thu", "20 Nov", "2026-11-20". It lies behind us."""

import re
from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.days_as_typed import MONTHS, WEEKDAYS, place_of
from supervisor_tui.wording import _

__all__ = ["DayTold", "day_told"]


class DayTold(msgspec.Struct, frozen=True):
    """The day a line names, today where it names none, and the line without it."""

    on: date
    rest: str


def day_told(line: str, today: date) -> DayTold | str:
    """Return the day that a line names, or a sentence where it cannot be told for certain.

    A weekday is the last one, today included; "20 nov" is the last 20 November.
    """
    for pattern, read in _READERS:
        found = pattern.search(line)
        if found is None:
            continue
        day = read(found, today)
        if day is None:
            message = _("{typed} is not a day I can read. Write it as 2026-11-20, 20 nov, thu or yesterday.")
            return message.format(typed=found[0])
        return DayTold(day, f"{line[: found.start()]}, {line[found.end() :]}")
    return DayTold(today, line)


def _iso(found: re.Match[str], _today: date) -> date | None:
    try:
        return date.fromisoformat(found[0])
    except ValueError:
        return None


def _no_day(_found: re.Match[str], _today: date) -> date | None:
    return None


def _day_and_month(found: re.Match[str], today: date) -> date | None:
    month = place_of(found["month"].casefold(), MONTHS)
    if month is None:
        return None
    try:
        day = date(int(found["year"] or today.year), month + 1, int(found["day"]))
        return day if found["year"] or day <= today else day.replace(year=day.year - 1)
    except ValueError:
        return None


def _named(found: re.Match[str], today: date) -> date | None:
    word = found[0].casefold()
    if word in {"today", "yesterday"}:
        return today - timedelta(days=int(word == "yesterday"))
    weekday = place_of(word, WEEKDAYS)
    return None if weekday is None else today - timedelta(days=(today.weekday() - weekday) % 7)


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WEEKDAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?"
_READERS = (
    (re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b"), _iso),
    (re.compile(r"\b\d{1,2}(?:/\d{1,2}\b|[.-]\d{1,2}[.-]\d{2,4}\b)(?:/\d{2,4}\b)?"), _no_day),
    (
        re.compile(rf"\b(?P<day>\d{{1,2}})\.? (?P<month>{_MONTH})\b\.?(?: (?P<year>\d{{4}})\b)?", re.IGNORECASE),
        _day_and_month,
    ),
    (re.compile(r"\b(?:today|yesterday)\b", re.IGNORECASE), _named),
    (re.compile(rf"\b{_WEEKDAY}\b", re.IGNORECASE), _named),
)
