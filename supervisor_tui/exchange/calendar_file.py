"""A meeting as an .ics file: when it is and about which codes, and nothing by which a calendar could tell who it is."""

from datetime import datetime, timedelta

import msgspec
from icalendar import Calendar, Event, Timezone, TimezoneStandard

from supervisor_tui.domain.shown_text import shown

__all__ = ["CalendarEntry", "calendar_file"]

_WEEK = 7


class CalendarEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a calendar is told. `revision` goes up with each change, so that a later file takes the place of an earlier.

    minutes: how long it takes, None where nobody timed the agenda. every_days: how often it comes again, None for once.
    """

    uid: str
    starts: datetime
    title: str
    text: str
    place: str
    changed_at: datetime
    revision: int
    minutes: int | None = None
    every_days: int | None = None


def calendar_file(entry: CalendarEntry) -> bytes:
    """Return the entry as an iCalendar file (RFC 5545); the hour keeps the offset in which it was agreed."""
    calendar = Calendar()
    calendar.add("prodid", "-//supervisor-tui//meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if entry.starts.utcoffset():
        calendar.add_component(_offset_of(entry.starts))
    calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _offset_of(moment: datetime) -> Timezone:
    """Return the offset of a moment as a zone: calendars know zones, and ours is agreed as an offset."""
    offset = moment.utcoffset() or timedelta()
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - a zone's own beginning has no zone
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    zone = Timezone()
    zone.add("tzid", moment.tzname())
    zone.add_component(standard)
    return zone


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed_at)
    event.add("sequence", entry.revision)
    event.add("class", "CONFIDENTIAL")
    event.add("dtstart", entry.starts)
    if entry.minutes is not None:
        event.add("duration", timedelta(minutes=entry.minutes))
    if entry.every_days is not None:
        event.add("rrule", _rule(entry.every_days))
    event.add("summary", shown(entry.title))
    event.add("description", shown(entry.text, lines=True))
    if entry.place:
        event.add("location", shown(entry.place))
    return event


def _rule(every_days: int) -> dict[str, str | int]:
    weeks, days = divmod(every_days, _WEEK)
    return {"freq": "DAILY", "interval": every_days} if days else {"freq": "WEEKLY", "interval": weeks}
