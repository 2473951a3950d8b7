"""Days as people type them: "wed", "+3d", "tomorrow", "25 nov", "2026-11-25". Nothing ambiguous is guessed."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from supervisor_tui.domain.calendar import add_months
from supervisor_tui.wording import _

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORTEST = 3
"""Letters by which a weekday or month is told from the others."""
_AHEAD = re.compile(r"\+?(\d{1,3}) ?([dwm])")
_DAY_MONTH = re.compile(r"(\d{1,2}) ([a-z]+)(?: (\d{4}))?")


class NotADayError(ValueError):
    """What was typed is not a day that can be told for certain."""


def read_day(typed: str, today: date) -> date:
    """Return the day meant: a weekday is the next one after today, "+3d" counts from today, "25 nov" lies ahead.

    Raises NotADayError for anything else, and for 03/04/2026, which reads two ways.
    """
    text = " ".join(typed.casefold().split())
    for read in (_iso, _named, _ahead, _day_month):
        day = read(text, today)
        if day is not None:
            return day
    raise NotADayError(
        _("{typed} is not a day I can read. Type it as 2026-11-30, wed, +3d or 30 nov.").format(typed=typed)
    )


def _iso(text: str, _today: date) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _named(text: str, today: date) -> date | None:
    if text in {"today", "tomorrow"}:
        return today + timedelta(days=int(text == "tomorrow"))
    weekday = place_of(text, WEEKDAYS)
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def place_of(typed: str, names: Sequence[str]) -> int | None:
    """Return which name is meant, by its first letters, three at least; None where it is none of them."""
    if len(typed) < _SHORTEST:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(typed)), None)


def _ahead(text: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(text)
    if found is None:
        return None
    number = int(found[1])
    if found[2] == "m":
        return add_months(today, number)
    return today + timedelta(days=number * (7 if found[2] == "w" else 1))


def _day_month(text: str, today: date) -> date | None:
    found = _DAY_MONTH.fullmatch(text)
    month = place_of(found[2], MONTHS) if found else None
    if found is None or month is None:
        return None
    try:
        day = date(int(found[3] or today.year), month + 1, int(found[1]))
        return day if found[3] or day >= today else day.replace(year=day.year + 1)
    except ValueError:
        return None
