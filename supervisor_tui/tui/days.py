"""Days in the words of a week: "today", "Thu", "Thu 26 Nov"."""

from datetime import date, datetime

from supervisor_tui.wording import _

__all__ = ["MONTHS", "WEEKDAYS", "day_and_hour", "full_day", "near_day", "short_day", "weekday"]

WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
MONTHS = tuple(_("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split())


def weekday(day: date) -> str:
    """Return the short name of the day of the week."""
    return WEEKDAYS[day.weekday()]


def full_day(day: date) -> str:
    """Return the day as on a page's head: "Sat 21 Nov 2026"."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return the day without its year: "Sat 21 Nov"."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]}"


def near_day(day: date, today: date) -> str:
    """Return a day as one speaks of it today: the weekday within six days, else with its date, else with its year."""
    distance = (day - today).days
    if distance == 0:
        return _("today")
    if abs(distance) < 7:
        return weekday(day)
    if abs(distance) < 180:
        return short_day(day)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_and_hour(moment: datetime, today: date) -> str:
    """Return a moment as one speaks of it: "Mon 09:00"; one that has passed with its date, for "Mon" lies ahead."""
    day = moment.date()
    name = short_day(day) if day < today else near_day(day, today)
    return f"{name} {moment:%H:%M}"
