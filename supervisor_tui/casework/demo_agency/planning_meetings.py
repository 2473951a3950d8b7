"""Case planning meetings of the cases that are written out: who made the plan together, and who was left out."""

from datetime import date

from supervisor_tui.casework.demo_agency.minutes import MinutesPen
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.casework.demo_agency.written_words import WrittenPlanning
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.held import as_held
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole

HOUR = 15
CALLED_DAYS_AHEAD = 5
AGENDA = ("What the child wants", "What the family can do", "Who does what, until when")
FAMILY = frozenset({ParticipantRole.CHILD, ParticipantRole.CAREGIVER})


def planning_meeting(pen: CasePen, said: WrittenPlanning) -> None:
    """Hold a planning meeting on the case, as it stands in the file."""
    on = pen.ago(said.ago)
    held = _held(pen, said, on)
    pen.meetings.append(held)
    pen.write(as_held(held), on)
    minutes = MinutesPen(pen, held.id, on, HOUR, kind=MeetingKind.PLANNING)
    if ParticipantRole.CHILD in said.there:
        minutes.say(LineKind.CHILD_VIEW, pen.words.meetings.child_views[0])
    minutes.decide(pen.words.meetings.complex[0])


def _held(pen: CasePen, said: WrittenPlanning, on: date) -> Meeting:
    return with_numbers(
        Meeting(
            id=MeetingId(pen.number("CP")),
            kind=MeetingKind.PLANNING,
            starts=pen.moment(on, HOUR),
            cases=(pen.code,),
            complex_case=said.complex_case,
            place=pen.words.meetings.places[0],
            participants=tuple(_one(pen, role) for role in said.there),
            agenda=tuple(AgendaLine(text=text, case=pen.code, minutes=15) for text in AGENDA),
            state=MeetingState.CLOSED,
            called_on=days_after(on, -CALLED_DAYS_AHEAD),
            agenda_on=on,
            approved_by=pen.worker.supervisor,
            approved_at=pen.moment(days_after(on, 1), HOUR),
        )
    )


def _one(pen: CasePen, role: ParticipantRole) -> Participant:
    codes = {ParticipantRole.CASEWORKER: pen.worker.code, ParticipantRole.SUPERVISOR: pen.worker.supervisor}
    return Participant(
        label=codes.get(role, role.value), role=role, professional=role not in FAMILY, attendance=Attendance.PRESENT
    )
