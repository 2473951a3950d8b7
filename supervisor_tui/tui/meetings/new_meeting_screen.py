"""The form that calls a meeting; it opens with the agenda that the sets in force propose."""

from collections.abc import Mapping

from supervisor_tui.casework.meetings.preparing import NOT_CALLED, call_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.tui import doors
from supervisor_tui.tui.meetings.meeting_form import MeetingFormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace, forget
from supervisor_tui.wording import _

__all__ = ["NewMeetingScreen"]


class NewMeetingScreen(MeetingFormScreen):
    """A conference about the marked cases, or a case management meeting of the team where none is marked."""

    def __init__(self, cases: tuple[CaseCode, ...] = ()) -> None:
        super().__init__(FormPlace(CaseCode(""), "meeting"), "starts")
        self.cases = cases
        self.title = _("New meeting")

    def about(self) -> str:
        """Say what the form does."""
        return _("New meeting · the agenda is proposed when you save; codes and roles only, no names")

    def first_values(self) -> Mapping[str, object]:
        """Return the kind, the cases, and for the team's own meeting the team."""
        if self.cases:
            return {"kind": MeetingKind.CONFERENCE.value, "cases": tuple(self.cases)}
        people = [{"label": self.desk.person.code, "role": ParticipantRole.SUPERVISOR.value}]
        people += [{"label": one.code, "role": ParticipantRole.CASEWORKER.value} for one in self.desk.team()]
        return {"kind": MeetingKind.MANAGEMENT.value, "participants": people}

    def meeting(self) -> Meeting:
        """Return a meeting of which nothing is known."""
        return Meeting(id=NOT_CALLED, kind=MeetingKind.CONFERENCE, starts=self.desk.clock())

    def write(self, asked: Meeting) -> None:
        """Call the meeting and open it."""
        called = call_meeting(self.desk, asked)
        forget(self.desk, self.place)
        self.desk_app.something_saved()
        self.app.switch_screen(doors.meeting(called.id))
