"""From what a meeting still needs to where it is recorded: the meeting's form, its people, its line, a case's form."""

from typing import Any

from textual.message import Message
from textual.screen import Screen

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingPart
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.missing import LINE, MEETING, PARTICIPANT
from supervisor_tui.tui import doors
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.meeting_page import MeetingPage
from supervisor_tui.tui.ways_on import DecideSetting, OpenMeeting, RecordIt, follow

__all__ = ["LineWanted", "record_need"]

_NOTED_WITH_A_KEY = frozenset({"attendance", "confidentiality", "signed_on", "notice_on", "basis", "may_harm"})
_PARTS = {"agenda": MeetingPart.AGENDA, "agenda_on": MeetingPart.AGENDA, "approved_at": MeetingPart.MINUTES}


class LineWanted(Message):
    """A line of minutes of this kind is wanted, about a case or about the meeting as a whole."""

    def __init__(self, kind: LineKind, case: CaseCode | None) -> None:
        super().__init__()
        self.kind = kind
        self.case = case


def record_need(screen: Screen[Any], meeting: Meeting, missing: Missing) -> None:
    """Go from a screen over a meeting to where what is missing is recorded; a line is written in the meeting itself."""
    field = missing.field or ""
    part = _part(meeting, missing.record, field)
    if part is not None:
        follow(screen, OpenMeeting(meeting.id, part))
    elif missing.record == LINE:
        _write_in_the_meeting(screen, meeting, LineWanted(LineKind(field), missing.case))
    elif missing.record in {MEETING, PARTICIPANT}:
        at = field if missing.record == MEETING else "participants"
        screen.app.push_screen(ChangeMeetingScreen(meeting.id, at))
    elif missing.record:
        follow(screen, RecordIt(missing.case or meeting.cases[0], missing.record, missing.field))
    elif missing.setting:
        follow(screen, DecideSetting(missing.setting))


def _part(meeting: Meeting, record: str | None, field: str) -> MeetingPart | None:
    """Return the part of the meeting where it is recorded with a key; minutes that are approved are corrected there."""
    if record == PARTICIPANT and field in _NOTED_WITH_A_KEY:
        return MeetingPart.PEOPLE
    if record == LINE and meeting.approved_at is not None:
        return MeetingPart.MINUTES
    return _PARTS.get(field) if record == MEETING else None


def _write_in_the_meeting(screen: Screen[Any], meeting: Meeting, wanted: LineWanted) -> None:
    """Leave the screen and begin the line in the meeting below; open the meeting where none is below."""
    pages = (one for one in screen.app.screen_stack if isinstance(one, MeetingPage) and one.number == meeting.id)
    page = next(pages, None)
    if page is None:
        screen.app.switch_screen(doors.meeting(meeting.id))
    else:
        screen.dismiss()
        page.post_message(wanted)
