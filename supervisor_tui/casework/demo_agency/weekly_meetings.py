"""The weekly case management meeting of each programme: the last three, and the one that is next."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from supervisor_tui.casework.demo_agency.minutes import MinutesPen
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.casework.demo_agency.words import Caseworker, Group
from supervisor_tui.domain.calendar import week_start
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.responsibility import Assignment

MONDAYS_BACK = 3
HOUR = 9
WEEK = timedelta(days=7)


def spoken_of(pen: CasePen, group: Group) -> None:
    """Write what the last meetings said of an open case: nearly each week for a troubled one, else now and then."""
    if any(record.kind == Closure.KIND for record in pen.records):
        return
    troubled = bool(group.slip or group.imminent or group.level)
    given = min((record.on for record in pen.records if record.kind == Assignment.KIND), default=date.max)
    for monday in _mondays(pen.today):
        if monday <= given or not pen.often(0.8 if troubled else 0.3):
            continue
        minutes = MinutesPen(pen, _meeting_id(pen.programme, monday), monday, HOUR)
        if not troubled or pen.often(0.4):
            minutes.say(LineKind.NO_CHANGE, pen.pick(("", "", "same as last week")))
            continue
        minutes.say(LineKind.NOTE, pen.pick(pen.words.meetings.weekly_notes))
        if pen.often(0.5):
            minutes.decide(pen.pick(pen.words.meetings.weekly_decisions))
        if pen.often(0.6):
            minutes.ask(pen.pick(pen.words.meetings.actions), days_after(monday, pen.between(3, 12)))


def weekly_meetings(
    programme: Programme, team: tuple[Caseworker, ...], lines: Iterable[MinutesLine], as_of: datetime
) -> tuple[Meeting, ...]:
    """Return the meetings of a programme's team, oldest first."""
    spoken: dict[MeetingId, dict[CaseCode, None]] = {}
    for line in lines:
        if line.case is not None:
            spoken.setdefault(line.meeting, {})[line.case] = None
    held = tuple(
        _meeting(programme, team, monday, as_of, tuple(sorted(spoken.get(_meeting_id(programme, monday), ()))))
        for monday in sorted(_mondays(as_of.date()))
    )
    following = week_start(as_of.date())
    return (*held, _meeting(programme, team, following if following == as_of.date() else following + WEEK, as_of, ()))


def _mondays(today: date) -> tuple[date, ...]:
    last = week_start(today - timedelta(days=1))
    return tuple(last - WEEK * back for back in range(MONDAYS_BACK))


def _meeting_id(programme: Programme, monday: date) -> MeetingId:
    return MeetingId(f"CM-{programme.id.upper()}-{monday:%Y%m%d}")


def _meeting(
    programme: Programme, team: tuple[Caseworker, ...], monday: date, as_of: datetime, cases: tuple[CaseCode, ...]
) -> Meeting:
    held = monday < as_of.date()
    came = Attendance.PRESENT if held else Attendance.INVITED
    supervisor = Participant(label=team[0].supervisor, role=ParticipantRole.SUPERVISOR, attendance=came)
    others = tuple(
        Participant(label=one.code, role=ParticipantRole.CASEWORKER, attendance=_attendance(one, came)) for one in team
    )
    meeting = Meeting(
        id=_meeting_id(programme, monday),
        kind=MeetingKind.MANAGEMENT,
        starts=as_of.replace(
            year=monday.year, month=monday.month, day=monday.day, hour=HOUR, minute=0, second=0, microsecond=0
        ),
        cases=cases,
        place="our office",
        place_confidential=YesNo.YES if programme.id == "north" else None,
        participants=(supervisor, *others),
        state=MeetingState.CLOSED if held else MeetingState.PLANNED,
    )
    return with_numbers(meeting)


def _attendance(one: Caseworker, came: Attendance) -> Attendance:
    return Attendance.APOLOGIES if came is Attendance.PRESENT and one.entered_until_days_ago else came
