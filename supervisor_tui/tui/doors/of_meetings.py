"""To meetings: one of them, a part of it, what comes after it, and the form that plans one."""

from collections.abc import Sequence

from textual.screen import Screen

from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingPart
from supervisor_tui.tui.doors.opened_late import screen_at

__all__ = ["after_meeting", "beside", "meeting", "meeting_part", "new_meeting", "on_agenda"]


def meeting(number: MeetingId, *, shown: bool = False) -> Screen[None]:
    """Return a meeting; with `shown`, for a wall: leaving it ends the program, and nothing else can be reached."""
    return screen_at("meetings.meeting_screen:MeetingScreen", number, shown)


def meeting_part(number: MeetingId, part: MeetingPart) -> Screen[None]:
    """Return the part of a meeting where something about it is done, without the meeting below it."""
    match part:
        case MeetingPart.PEOPLE:
            return screen_at("meetings.people_screen:PeopleScreen", number)
        case MeetingPart.AGENDA:
            return screen_at("meetings.agenda_screen:AgendaScreen", number)
        case MeetingPart.MINUTES:
            return after_meeting(number)


def after_meeting(number: MeetingId) -> Screen[None]:
    """Return what is done with the minutes after a meeting."""
    return screen_at("meetings.afterwards_screen:AfterwardsScreen", number)


def beside(number: MeetingId, code: CaseCode) -> Screen[None]:
    """Return a meeting about a case beside the one before it."""
    return screen_at("meetings.beside_screen:BesideScreen", number, code)


def new_meeting(cases: Sequence[CaseCode] = ()) -> Screen[None]:
    """Return the form that plans a meeting about these cases."""
    return screen_at("meetings.new_meeting_screen:NewMeetingScreen", tuple(cases))


def on_agenda(codes: Sequence[CaseCode]) -> Screen[bool]:
    """Return the list of coming meetings, one of which takes these cases up."""
    from supervisor_tui.tui.caseload.on_agenda_screen import OnAgendaScreen

    return OnAgendaScreen(codes)
