"""What a calendar may be told about a meeting: codes, the hour, the room; no name and nobody's home."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import invitee_of
from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.domain.meetings.agenda import time_of
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.series import MeetingSeries
from supervisor_tui.exchange.calendar_file import CalendarEntry, calendar_file
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

__all__ = ["meeting_calendar", "place_to_tell", "usual_calendar_name"]


def meeting_calendar(
    desk: Desk, number: MeetingId, *, whole_series: bool = False, to: ParticipantId | None = None
) -> bytes:
    """Return a meeting as an .ics file; with `whole_series` its series, from this meeting on.

    to: for whom it is; who could harm is not told the place. Raises NoSuchMeetingError, and RefusedError where the
    whole series is asked for and the meeting is of none, or where nobody of that number is invited.
    """
    found = seen(desk, number)
    entry = _series_entry(desk, found.value) if whole_series else _entry(desk, found)
    if to is not None and invitee_of(desk, number, to).participant.could_harm:
        entry = msgspec.structs.replace(entry, place="")
    return calendar_file(entry)


def usual_calendar_name(number: MeetingId) -> str:
    """Return a name for the file: the meeting's number, never a person or a case."""
    return f"{number}.ics"


def _entry(desk: Desk, found: Revised[Meeting]) -> CalendarEntry:
    meeting = found.value
    return CalendarEntry(
        uid=desk.store.names.token(f"meeting {meeting.id}"),
        starts=meeting.starts,
        title=f"{meeting.id} {meeting.kind.label}",
        text=_text(", ".join(meeting.cases)),
        place=place_to_tell(desk, meeting.kind, meeting.place),
        changed_at=found.at,
        revision=found.revision,
        minutes=_minutes(meeting),
    )


def _series_entry(desk: Desk, meeting: Meeting) -> CalendarEntry:
    series = _series_of(desk, meeting)
    return CalendarEntry(
        uid=desk.store.names.token(f"series {series.value.id}"),
        starts=meeting.starts,
        title=f"{series.value.id} {series.value.kind.label}",
        text=_text(""),
        place=place_to_tell(desk, series.value.kind, series.value.place),
        changed_at=series.at,
        revision=series.revision,
        every_days=series.value.every_days,
    )


def _series_of(desk: Desk, meeting: Meeting) -> Revised[MeetingSeries]:
    series = desk.store.series.seen(meeting.series) if meeting.series else None
    if series is None:
        message = _("Meeting {number} belongs to no series. Leave the series out.").format(number=meeting.id)
        raise RefusedError((Finding(Severity.REFUSE, message, "series"),))
    return series


def _text(codes: str) -> str:
    rule = _("Codes only. Write no name into the calendar.")
    return f"{_('Cases: {codes}').format(codes=codes)}\n{rule}" if codes else rule


def place_to_tell(desk: Desk, kind: MeetingKind, place: str) -> str:
    """Return the room; a meeting with the family may be at its home, which no calendar is told, nor a name in it."""
    may_be_home = kind is MeetingKind.PLANNING
    return "" if may_be_home or words_of_names(desk, place) else place


def _minutes(meeting: Meeting) -> int | None:
    """Return how long it may take; where nobody said so, how long its points take if every one is timed."""
    time = time_of(meeting.agenda)
    return meeting.planned_minutes or (time.minutes if meeting.agenda and not time.untimed else None)
