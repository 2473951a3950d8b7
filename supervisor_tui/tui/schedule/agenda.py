"""What falls due on which day: duties and meetings, day by day."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, due_lines
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.today.lines_of_meetings import meeting_line
from supervisor_tui.tui.today.today_lines import URGENT_RANK, TodayLine, due_line
from supervisor_tui.tui.ways_on import OpenCase
from supervisor_tui.wording import _

__all__ = ["Agenda", "DaySum", "agenda", "agenda_groups", "day_lines", "day_sums"]

AHEAD = timedelta(days=42)


class Agenda(msgspec.Struct, frozen=True):
    """Duties that are not done, by their day, and meetings, up to `until`; names of the caseworkers by code."""

    today: date
    until: date
    duties: dict[date, tuple[DueLine, ...]]
    meetings: tuple[Meeting, ...]
    names: dict[PersonCode, str]


class DaySum(msgspec.Struct, frozen=True):
    """What one day of the month holds: duties, how many of them are late, how many are of high risk, meetings."""

    due: int = 0
    late: int = 0
    urgent: int = 0
    meetings: tuple[Meeting, ...] = ()


def agenda(desk: Desk, month: date) -> Agenda:
    """Return what falls due up to six weeks ahead, or up to the end of a later month that is looked at."""
    last = max(desk.as_of + AHEAD, add_months(month, 1) - timedelta(days=1))
    return Agenda(
        desk.as_of,
        last,
        _by_day(due_lines(desk, until=last)),
        desk.store.meetings.all(),
        {person.code: person.short_name for person in desk.store.people.all()},
    )


def _by_day(lines: Iterable[DueLine]) -> dict[date, tuple[DueLine, ...]]:
    days: dict[date, list[DueLine]] = {}
    for line in lines:
        if line.row.due_day is not None and line.state in {DueState.OVERDUE, DueState.DUE, DueState.UPCOMING}:
            days.setdefault(line.row.due_day, []).append(line)
    return {day: tuple(held) for day, held in days.items()}


def day_sums(found: Agenda) -> dict[date, DaySum]:
    """Return the sum of every day that holds something."""
    sums = {
        day: DaySum(
            due=len(held),
            late=sum(line.state is DueState.OVERDUE for line in held),
            urgent=sum(line.summary.risk_rank <= URGENT_RANK for line in held),
        )
        for day, held in found.duties.items()
    }
    for meeting in found.meetings:
        held = sums.get(meeting.day, DaySum())
        sums[meeting.day] = msgspec.structs.replace(held, meetings=(*held.meetings, meeting))
    return sums


def day_lines(found: Agenda, day: date) -> tuple[TodayLine, ...]:
    """Return the lines of one day: meetings by their hour, then duties, worst first."""
    meetings = sorted((one for one in found.meetings if one.day == day), key=lambda one: one.starts)
    return (*(meeting_line(one, found.today) for one in meetings), *_duties(found, found.duties.get(day, ())))


def agenda_groups(found: Agenda) -> tuple[Group[TodayLine], ...]:
    """Return what is late, folded away with its count, and then every day ahead that holds something."""
    passed = sorted(day for day in found.duties if day < found.today)
    late = tuple(line for day in passed for line in _duties(found, found.duties[day]))
    ahead = {day for day in found.duties if day >= found.today}
    days = sorted(ahead | {one.day for one in found.meetings if one.day >= found.today})
    groups = [_day(found, day) for day in days]
    if late:
        groups.insert(0, Group("late", _("LATE"), late, count=len(late), tone=Tone.URGENT, folded=True))
    return tuple(groups)


def _day(found: Agenda, day: date) -> Group[TodayLine]:
    return Group(day.isoformat(), near_day(day, found.today), day_lines(found, day), note=day.isoformat())


def _duties(found: Agenda, duties: Iterable[DueLine]) -> Iterable[TodayLine]:
    for duty in duties:
        line = due_line(duty, found.names, {}, found.today)
        yield msgspec.structs.replace(line, way=OpenCase(duty.row.case))
