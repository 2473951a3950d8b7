"""The arithmetic of deadlines, as every rulebook of this product reads it.

A month is a calendar month, cut to the last day where the day does not exist (31 January + 1 month is 28 or 29
February). A deadline is inclusive: what is done on its day is done in time. Hours are counted only between moments
that carry an offset; where a date alone is known, 24 hours read "by the end of the next day".
"""

from calendar import monthrange
from datetime import date, datetime, timedelta


def add_months(day: date, months: int) -> date:
    """Return the day `months` calendar months later (or earlier), cut to the month's end and to what calendars hold."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Return the birthday `years` later; somebody born on 29 February has it on 1 March of a common year."""
    if day.month == 2 and day.day == 29 and monthrange(day.year + years, 2)[1] == 28:
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)


def day_of(when: date | datetime) -> date:
    """Return the calendar day of a date or of a moment (in the offset that it carries)."""
    return when.date() if isinstance(when, datetime) else when


def with_this_offset(moment: datetime) -> datetime:
    """Return a moment with the offset of this computer; one without an offset is read as an hour here.

    Raises ValueError where the system cannot say: Windows knows no offsets before 1970, others none before year 1.
    """
    try:
        return moment.astimezone()
    except (OSError, OverflowError) as error:
        raise ValueError(moment.isoformat()) from error


def hours_after(start: date | datetime, hours: int) -> date | datetime:
    """Return the limit `hours` after `start`.

    A moment gives a moment. A date alone gives the day by whose end the limit is reached: 24 h is the next day, 48 h
    the day after that; a part of a day counts as a whole one.
    """
    if isinstance(start, datetime):
        return start + timedelta(hours=hours)
    return start + timedelta(days=-(-hours // 24))


def is_after(when: date | datetime, limit: date | datetime) -> bool:
    """Say whether `when` lies after an inclusive limit: by the moment if both are moments, else by the day."""
    if isinstance(when, datetime) and isinstance(limit, datetime):
        return when > limit
    return day_of(when) > day_of(limit)


def week_start(day: date) -> date:
    """Return the Monday of the week in which `day` lies."""
    return day - timedelta(days=day.weekday())


def age_on(birth: date, day: date) -> int:
    """Return the completed years of age on `day`."""
    age = day.year - birth.year
    return age if day >= add_years(birth, age) else age - 1
