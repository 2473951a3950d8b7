"""The standing meeting of a team: made once, and each week's meeting is there with the team and the proposed cases."""

from datetime import datetime, time, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.preparing import plan_meeting, replan_meeting
from supervisor_tui.casework.meetings.proposing import proposals
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.ids import CaseCode, SeriesId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.meetings.series import MeetingSeries, Weekday
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

__all__ = [
    "SeriesProblemError",
    "held_today",
    "keep_series",
    "next_meeting",
    "next_starts",
    "standing_ahead",
    "team_series",
    "usual_series",
]

PROPOSED = 30
"""How many proposed cases stand on the agenda of a standing meeting; the round takes all others."""


BEGINS_LATE = timedelta(hours=4)
"""So long after its hour a standing meeting that nobody made yet is still the one of today (ours)."""


class SeriesProblemError(ValueError):
    """A series cannot be as it was written; the sentence says why."""


def team_series(desk: Desk) -> MeetingSeries | None:
    """Return the standing meeting that the person at the desk leads, or None."""
    return next((one for one in desk.store.series.all() if one.led_by == desk.person.code), None)


def usual_series(desk: Desk) -> MeetingSeries:
    """Return the standing meeting as it is proposed: every week on Monday at nine, the team and its supervisor."""
    team = [Participant(label=desk.person.code, role=ParticipantRole.SUPERVISOR)]
    team += [Participant(label=one.code, role=ParticipantRole.CASEWORKER) for one in desk.team()]
    numbers = [int(one.id[2:]) for one in desk.store.series.all() if one.id[2:].isdecimal()]
    return MeetingSeries(
        id=SeriesId(f"S-{max(numbers, default=0) + 1:02d}"),
        title=_("Weekly case management meeting"),
        led_by=desk.person.code,
        participants=tuple(team),
    )


def keep_series(
    desk: Desk,
    *,
    weekday: Weekday | None = None,
    at: str | None = None,
    every_days: int | None = None,
    place: str | None = None,
    place_confidential: YesNo | None = None,
) -> MeetingSeries:
    """Make the standing meeting of the team, or change what is said of it; what is None stays as it was.

    Raises SeriesProblemError for an hour that is none, or for fewer days than one or more than a year has.
    """
    held = team_series(desk)
    said = {
        "weekday": weekday,
        "at": at,
        "every_days": every_days,
        "place": place,
        "place_confidential": place_confidential,
    }
    wanted = msgspec.structs.replace(
        held or usual_series(desk), **{name: value for name, value in said.items() if value is not None}
    )
    try:
        wanted = msgspec.convert(msgspec.to_builtins(wanted), MeetingSeries)
    except msgspec.ValidationError as error:
        message = _("The standing meeting needs an hour such as 09:00 and a number of days from 1 to 366.")
        raise SeriesProblemError(message) from error
    before = desk.store.series.seen(wanted.id) if held else None
    if before is None:
        desk.store.series.add(wanted, desk.person.code)
    else:
        desk.store.series.replace(before, wanted, desk.person.code)
    return wanted


def next_meeting(desk: Desk) -> Meeting:
    """Return the team's standing meeting that is held or comes next; it is made where it is not there yet.

    A case management meeting that somebody called by hand, and to which this person is invited, is that meeting too.
    Its cases are those proposed, its people those of last time, else the team. The series is made as usual where the
    team has none.
    """
    ahead = standing_ahead(desk)
    if ahead is not None:
        return _with_cases(desk, ahead)
    series = team_series(desk) or keep_series(desk)
    mine = _mine(desk)
    return plan_meeting(
        desk,
        series.kind,
        _starts(desk, series, mine),
        cases=_cases(desk),
        place=series.place,
        participants=_people(series, mine),
        series=series.id,
        place_confidential=series.place_confidential,
    )


def standing_ahead(desk: Desk) -> Meeting | None:
    """Return the team's standing meeting that is held or comes next, or None where none was made or called yet."""
    mine, today = _mine(desk), desk.clock().date()
    going = [one for one in mine if one.state is MeetingState.HELD]
    ahead = [one for one in mine if one.state is MeetingState.PLANNED and day_of(one.starts) >= today]
    return next(iter(going or ahead), None)


def held_today(desk: Desk) -> Meeting | None:
    """Return the team's standing meeting that is over since today, where none is held or still comes today."""
    mine, today = _mine(desk), desk.clock().date()
    ahead = standing_ahead(desk)
    if ahead is not None and (ahead.state is MeetingState.HELD or ahead.day == today):
        return None
    over = (one for one in reversed(mine) if one.state is MeetingState.CLOSED)
    return next((one for one in over if one.ended_at and day_of(one.ended_at) == today), None)


def next_starts(desk: Desk) -> datetime:
    """Return when the team's next standing meeting begins, whether it was made yet or not."""
    ahead = standing_ahead(desk)
    return ahead.starts if ahead is not None else _starts(desk, team_series(desk) or usual_series(desk), _mine(desk))


def _mine(desk: Desk) -> list[Meeting]:
    series = team_series(desk)
    return sorted(
        (one for one in desk.store.meetings.all() if _is_mine(desk, one, series)), key=lambda one: (one.starts, one.id)
    )


def _with_cases(desk: Desk, meeting: Meeting) -> Meeting:
    """Return a meeting that is still planned with the proposed cases on its agenda, where nobody has put any there."""
    if meeting.cases or meeting.state is not MeetingState.PLANNED:
        return meeting
    before = seen(desk, meeting.id)
    return replan_meeting(desk, before, msgspec.structs.replace(before.value, cases=_cases(desk))).value


def _is_mine(desk: Desk, meeting: Meeting, series: MeetingSeries | None) -> bool:
    if series is not None and meeting.series == series.id:
        return True
    is_invited = any(one.label == desk.person.code for one in meeting.participants)
    return meeting.kind is MeetingKind.MANAGEMENT and meeting.series is None and is_invited


def _cases(desk: Desk) -> tuple[CaseCode, ...]:
    return tuple(one.case for one in proposals(desk)[:PROPOSED])


def _starts(desk: Desk, series: MeetingSeries, held: list[Meeting]) -> datetime:
    """Return the next weekday of the series from today on, so many days after the last meeting as it says.

    Never an hour that has passed: a meeting that begins late today begins now, and later in the day it is next week's.
    """
    now = desk.clock()
    earliest = now.date()
    if held:
        earliest = max(earliest, day_of(held[-1].starts) + timedelta(days=max(series.every_days - 6, 1)))
    day = earliest + timedelta(days=(series.weekday.number - earliest.weekday()) % 7)
    starts = datetime.combine(day, time.fromisoformat(series.at), now.tzinfo)
    if starts > now:
        return starts
    return now.replace(second=0, microsecond=0) if now - starts <= BEGINS_LATE else starts + timedelta(days=7)


def _people(series: MeetingSeries, held: list[Meeting]) -> tuple[Participant, ...]:
    """Return who is invited: as last time, without what was noted of that day."""
    last = held[-1].participants if held else series.participants
    return tuple(
        Participant(
            label=one.label,
            role=one.role,
            agency=one.agency,
            sector=one.sector,
            contact=one.contact,
            professional=one.professional,
        )
        for one in last
    )
