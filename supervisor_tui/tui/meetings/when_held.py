"""When a meeting is, in the words of a week: as planned, or on which other day it was held."""

from datetime import date

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.tui.days import day_and_hour, short_day
from supervisor_tui.wording import _

__all__ = ["day_set", "planned_for", "when_it_is"]


def when_it_is(meeting: Meeting, today: date) -> str:
    """Return its day and hour; only the day where it was held on another than planned."""
    return day_and_hour(meeting.starts, today) if meeting.moved_from is None else short_day(meeting.day)


def planned_for(meeting: Meeting) -> str:
    """Return for which day it was planned, "" where it was held on that."""
    if meeting.moved_from is None:
        return ""
    return _("planned for {day}").format(day=short_day(meeting.moved_from))


def day_set(before: Meeting, after: Meeting) -> str:
    """Return what is said once, as a meeting begins on another day than planned, or ""."""
    if before.was_held or not after.was_held or after.moved_from is None:
        return ""
    words = _("Planned for {planned}, held on {day}. F6 sets another day.")
    return words.format(planned=short_day(after.moved_from), day=short_day(after.day))
