"""The lines of Today that are about meetings: those ahead, and what falls due about them."""

from datetime import date

from supervisor_tui.casework.due_list import lateness_of
from supervisor_tui.casework.meetings.meetings_due import MeetingDue
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.guidance.own_reminders import OWN
from supervisor_tui.kit.columns import Cell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import day_and_hour, near_day
from supervisor_tui.tui.today.today_lines import TodayLine
from supervisor_tui.tui.ways_on import DecideSetting, OpenMeeting, OpenMeetings, WayOn
from supervisor_tui.wording import _

__all__ = ["meeting_due_line", "meeting_line"]


def meeting_line(meeting: Meeting, today: date) -> TodayLine:
    """Return a meeting ahead."""
    about = ", ".join(meeting.cases[:3]) + (" …" if len(meeting.cases) > 3 else "")
    return TodayLine(
        key=f"meeting/{meeting.id}",
        what=" ".join(filter(None, (meeting.kind.label, about))),
        when=Cell(day_and_hour(meeting.starts, today), Tone.STRONG),
        note=meeting.state.label,
        way=OpenMeeting(meeting.id),
    )


def meeting_due_line(line: MeetingDue, today: date) -> TodayLine:
    """Return a duty about meetings as a line; Enter opens the meeting, else what decides or calls it."""
    item = line.item
    what = item.unknown or item.title
    tone = Tone.PLAIN if line.state is DueState.UPCOMING else Tone.WARNING
    if line.is_late:
        tone = Tone.URGENT
    return TodayLine(
        key=f"meetings/{line.programme.id}/{line.set}/{item.rule}/{item.slot}",
        case=line.cases[0] if len(line.cases) == 1 else None,
        what=_("{what} (advised)").format(what=what) if item.advisory else what,
        when=Cell(_day_or_lateness(line, today), tone),
        note=line.programme.title,
        way=_way_to_meeting(item),
        rule=None if line.set == OWN else item.rule,
    )


def _day_or_lateness(line: MeetingDue, today: date) -> str:
    if line.state in {DueState.OVERDUE, DueState.UNKNOWN} or line.item.due is None:
        return lateness_of(line.item, line.state, line.late_days)
    return near_day(day_of(line.item.due), today)


def _way_to_meeting(item: DueItem) -> WayOn:
    if item.missing is not None and item.missing.setting:
        return DecideSetting(item.missing.setting)
    if item.meeting is not None:
        return OpenMeeting(item.meeting, item.part)
    return OpenMeetings()
