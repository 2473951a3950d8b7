"""The lines of what is done after a meeting: a copy, a line of the minutes, a correction, a time allowed."""

from datetime import date

import msgspec

from supervisor_tui.casework.due_list import lateness_of
from supervisor_tui.casework.meetings.meetings_due import MeetingDue
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.wording import _

__all__ = ["COLUMNS", "AfterLine", "time_group"]


class AfterLine(msgspec.Struct, frozen=True):
    """A copy, a line of the minutes, a correction, or by when something is asked for."""

    key: str
    what: str
    text: str
    note: str = ""
    to: ParticipantId | None = None
    line: MinutesLine | None = None


COLUMNS: tuple[Column[AfterLine], ...] = (
    Column("what", "", lambda line: Cell(line.what, Tone.STRONG), width=24),
    Column("text", "", lambda line: line.text, width=26, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=24, leaves_first=1),
)


def time_group(allowed: tuple[MeetingDue, ...], today: date) -> tuple[Group[AfterLine], ...]:
    """Return by when minutes and decisions are asked for, and what became of it; nothing where no guidance says."""
    lines = [AfterLine(f"time/{one.item.slot}", _when(one, today), one.item.title, _note(one)) for one in allowed]
    return (Group("time", _("TIME ALLOWED"), lines, count=len(lines)),) if lines else ()


def _when(one: MeetingDue, today: date) -> str:
    if one.item.done is not None:
        return _("done {day}").format(day=near_day(day_of(one.item.done), today))
    if one.item.due is None or one.state is DueState.OVERDUE:
        return lateness_of(one.item, one.state, one.late_days)
    if one.state is DueState.MISSED:
        return _("ended {day}").format(day=near_day(day_of(one.item.due), today))
    return _("until {day}").format(day=near_day(day_of(one.item.due), today))


def _note(one: MeetingDue) -> str:
    return one.item.unknown or (_("advised") if one.item.advisory else "")
