"""A meeting as an .ics file, read back by icalendar: the hour with its offset, codes, and nobody's name or home."""

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar, Event
from msgspec.structs import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.calendar_entry import meeting_calendar
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, PersonCode, SeriesId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.series import MeetingSeries

CODE = CaseCode("C-0117")
TUESDAY = datetime.fromisoformat("2026-11-24T14:00+03:00")


def a_meeting(desk: Desk, kind: MeetingKind = MeetingKind.CONFERENCE, place: str = "office") -> Meeting:
    return plan_meeting(desk, kind, TUESDAY, cases=[CODE], place=place)


def read(content: bytes) -> Event:
    (event,) = Calendar.from_ical(content).events
    return event


def told(event: Event) -> dict[str, str]:
    return {name: str(event[name]) for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "CLASS") if name in event}


def rule_of(event: Event) -> str:
    (line,) = (line for line in event.to_ical().decode().splitlines() if line.startswith("RRULE:"))
    return str(line).removeprefix("RRULE:")


def test_a_calendar_is_told_the_hour_with_its_offset_and_codes(desk: Desk) -> None:
    event = read(meeting_calendar(desk, a_meeting(desk).id))
    assert event.start.isoformat() == TUESDAY.isoformat() == "2026-11-24T14:00:00+03:00"
    assert told(event) == {
        "SUMMARY": "M-0001 case conference",
        "DESCRIPTION": "Cases: C-0117\nCodes only. Write no name into the calendar.",
        "LOCATION": "office",
        "CLASS": "CONFIDENTIAL",
    }


def test_a_meeting_that_may_be_at_the_familys_home_says_no_place(desk: Desk) -> None:
    event = read(meeting_calendar(desk, a_meeting(desk, MeetingKind.PLANNING, "house behind the mill").id))
    assert "LOCATION" not in told(event)


def test_a_place_with_a_name_in_it_is_left_out(desk: Desk) -> None:
    desk.store.names.index(CODE, ["Demo Child"])
    event = read(meeting_calendar(desk, a_meeting(desk, place="at the house of Demo").id))
    assert "LOCATION" not in told(event)


def test_a_meeting_that_moved_takes_the_place_of_the_one_in_the_calendar(desk: Desk) -> None:
    before = seen(desk, a_meeting(desk).id)
    first = read(meeting_calendar(desk, before.value.id))
    moved = TUESDAY + timedelta(days=1)
    changed(desk, before, replace(before.value, starts=moved))
    second = read(meeting_calendar(desk, before.value.id))
    assert (second.start, second.uid, second.sequence) == (moved, first.uid, first.sequence + 1)


def test_an_agenda_that_is_timed_says_how_long_it_takes(desk: Desk) -> None:
    before = seen(desk, a_meeting(desk).id)
    agenda = (AgendaLine(text="first", minutes=20), AgendaLine(text="second", minutes=25))
    changed(desk, before, replace(before.value, agenda=agenda))
    assert read(meeting_calendar(desk, before.value.id)).duration == timedelta(minutes=45)


@pytest.mark.parametrize(
    ("every_days", "rule"),
    [(7, "FREQ=WEEKLY;INTERVAL=1"), (14, "FREQ=WEEKLY;INTERVAL=2"), (10, "FREQ=DAILY;INTERVAL=10")],
)
def test_a_series_comes_again(desk: Desk, every_days: int, rule: str) -> None:
    by = PersonCode("W-01")
    series = MeetingSeries(id=SeriesId("S-1"), title="Weekly", led_by=by, every_days=every_days)
    desk.store.series.add(series, by)
    before = seen(desk, a_meeting(desk, MeetingKind.MANAGEMENT).id)
    changed(desk, before, replace(before.value, series=series.id))
    event = read(meeting_calendar(desk, before.value.id, whole_series=True))
    assert (rule_of(event), event.start, "C-0117" in str(event["DESCRIPTION"])) == (
        rule,
        TUESDAY,
        False,
    )


def test_a_meeting_of_no_series_has_no_series_to_send(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="belongs to no series"):
        meeting_calendar(desk, a_meeting(desk).id, whole_series=True)
