"""The answers about meetings: the meeting with its agenda, and its minutes."""

from datetime import date, datetime
from typing import Any

import msgspec
from msgspec.structs import asdict

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine


class MeetingAnswer(msgspec.Struct, frozen=True):
    """A meeting with its agenda, and the lines of its minutes that stand; what is blank is null or an empty text.

    starts: as planned. held_on: null where it was held as planned, or not yet.
    """

    id: str
    kind: str
    starts: datetime
    held_on: date | None
    state: str
    planned_minutes: int | None
    place: str
    place_confidential: str | None
    channel: str
    precautions: str | None
    purpose: str | None
    called_because: str
    urgent_because: str
    complex_case: str | None
    cases: tuple[str, ...]
    child_absent_because: str
    caregiver_absent_because: str
    child_may_be_silent: str | None
    child_safe_space: str | None
    child_own_words: str | None
    called_on: date | None
    agenda_on: date | None
    presentation_on: date | None
    participants: tuple[dict[str, Any], ...]
    agenda: tuple[dict[str, Any], ...]
    minutes: tuple[dict[str, Any], ...]


class MeetingsAnswer(msgspec.Struct, frozen=True):
    """Every meeting, the latest first."""

    as_of: date
    meetings: tuple[MeetingAnswer, ...]


class CaseLeft(msgspec.Struct, frozen=True):
    """A case that nobody spoke about in a meeting yet; silent_days is null where no contact was ever recorded."""

    case: str
    worker: str | None
    risk: str
    late: int
    silent_days: int | None


class RoundAnswer(msgspec.Struct, frozen=True):
    """What is left to pass in a case management meeting, caseworker by caseworker."""

    meeting: str
    left: tuple[CaseLeft, ...]


def meeting_answer(meeting: Meeting, lines: tuple[MinutesLine, ...]) -> MeetingAnswer:
    """Return a meeting as JSON gives it."""
    plain = {name: getattr(meeting, name) for name in MeetingAnswer.__struct_fields__ if name != "minutes"}
    lists = {
        "participants": tuple(map(asdict, meeting.participants)),
        "agenda": tuple(map(asdict, meeting.agenda)),
        "minutes": tuple(map(asdict, lines)),
    }
    return MeetingAnswer(**{**plain, **lists})
