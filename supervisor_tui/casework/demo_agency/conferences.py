"""Case conferences: who came, what was said and decided, and what that left in the case file."""

from datetime import date

from supervisor_tui.casework.demo_agency.minutes import MinutesPen
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.casework.demo_agency.registering import understood
from supervisor_tui.domain.ids import MeetingId, PersonCode
from supervisor_tui.domain.meetings.held import as_held
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import (
    Attendance,
    Confidentiality,
    Participant,
    ParticipantRole,
    SharingBasis,
)
from supervisor_tui.domain.records.closing import ApprovingBody
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose

FACILITATOR = PersonCode("W-41")
MANAGER = PersonCode("W-31")
NOTICE_DAYS = 8
CALLED_DAYS_AHEAD = 10
CONFERENCE_HOUR = 10
AGENDA_DAYS = 2
APPROVED_DAYS = 5
BODIES = {
    ParticipantRole.CASE_MANAGER: ApprovingBody.CASE_MANAGER,
    ParticipantRole.AUTHORITY: ApprovingBody.SCCO,
}
AGENDA = ("Where we stand since last time", "What is good and what worries", "What child and family want", "Decisions")


def conference(pen: CasePen, on: date, purpose: ConferencePurpose, *, actions: int = 1) -> MeetingId:
    """Hold a conference on the case, or call it if its day is near; return its id."""
    meeting = MeetingId(pen.number("CC"))
    held = on < pen.today
    if on > days_after(pen.today, CALLED_DAYS_AHEAD):
        return meeting
    called = _called(pen, meeting, on, purpose, held=held)
    pen.meetings.append(called)
    asked = Consent(
        giver=ConsentGiver.CAREGIVER,
        form=ConsentForm.CONSENT,
        purpose=ConsentPurpose.CONFERENCE,
        agencies=tuple(one.agency for one in called.participants if one.role is ParticipantRole.PROVIDER),
    )
    agreed = understood(pen, asked)
    pen.write(agreed, days_after(on, -NOTICE_DAYS))
    if held:
        pen.write(as_held(called), on)
        _minutes(pen, meeting, on, purpose, actions)
    return meeting


def _called(pen: CasePen, meeting: MeetingId, on: date, purpose: ConferencePurpose, *, held: bool) -> Meeting:
    agenda, approved = days_after(on, -AGENDA_DAYS), days_after(on, APPROVED_DAYS)
    return with_numbers(
        Meeting(
            id=meeting,
            kind=MeetingKind.CONFERENCE,
            starts=pen.moment(on, CONFERENCE_HOUR),
            cases=(pen.code,),
            place=pen.pick(pen.words.meetings.places),
            purpose=purpose,
            participants=_participants(pen, on, purpose, held=held),
            agenda=tuple(AgendaLine(text=text, case=pen.code, minutes=15) for text in AGENDA),
            state=MeetingState.CLOSED if held else MeetingState.PLANNED,
            called_on=days_after(on, -CALLED_DAYS_AHEAD),
            agenda_on=agenda if agenda <= pen.today else None,
            presentation_on=days_after(on, -1) if held else None,
            approved_by=FACILITATOR if approved <= pen.today else "",
            approved_at=pen.moment(approved, CONFERENCE_HOUR) if approved <= pen.today else None,
        )
    )


def _participants(pen: CasePen, on: date, purpose: ConferencePurpose, *, held: bool) -> tuple[Participant, ...]:
    told = days_after(on, -NOTICE_DAYS)
    people = [
        (FACILITATOR, ParticipantRole.CHAIR, ""),
        (pen.worker.supervisor, ParticipantRole.MINUTE_TAKER, ""),
        (pen.worker.code, ParticipantRole.CASEWORKER, ""),
        (MANAGER, ParticipantRole.CASE_MANAGER, ""),
        ("Sub-County Children's Officer", ParticipantRole.AUTHORITY, "children's office"),
        (pen.pick(pen.words.meetings.providers), ParticipantRole.PROVIDER, pen.pick(("AG-01", "AG-02", "AG-05"))),
        ("caregiver", ParticipantRole.CAREGIVER, ""),
        ("child", ParticipantRole.CHILD, ""),
    ]
    absent = "child" if purpose is ConferencePurpose.COMPLEX else ""

    def one(label: str, role: ParticipantRole, agency: str) -> Participant:
        came = Attendance.APOLOGIES if label == absent else Attendance.PRESENT
        return Participant(
            label=label,
            role=role,
            agency=agency,
            body=BODIES.get(role),
            professional=role not in {ParticipantRole.CHILD, ParticipantRole.CAREGIVER},
            notice_on=told,
            basis=SharingBasis.LEGAL_DUTY if held and role is ParticipantRole.AUTHORITY else None,
            basis_note=pen.words.meetings.by_law if held and role is ParticipantRole.AUTHORITY else "",
            attendance=came if held else Attendance.INVITED,
            confidentiality=Confidentiality.SIGNED if held and label != absent else Confidentiality.OPEN,
            signed_on=on if held and label != absent else None,
        )

    return tuple(one(label, role, agency) for label, role, agency in people)


def _minutes(pen: CasePen, meeting: MeetingId, on: date, purpose: ConferencePurpose, actions: int) -> None:
    words = pen.words.meetings
    decisions = {
        ConferencePurpose.CLOSURE: words.closure,
        ConferencePurpose.PLACEMENT: words.placement,
    }.get(purpose, words.complex)
    minutes = MinutesPen(pen, meeting, on, CONFERENCE_HOUR, kind=MeetingKind.CONFERENCE, purpose=purpose)
    minutes.say(LineKind.NOTE, pen.pick(words.weekly_notes))
    minutes.say(LineKind.CHILD_VIEW, pen.pick(words.child_views))
    minutes.say(LineKind.CAREGIVER_VIEW, pen.pick(words.caregiver_views))
    for decision in pen.chance.sample(decisions, 2):
        minutes.decide(decision)
    for place in range(actions):
        minutes.ask(pen.pick(words.actions), days_after(on, 7 + 7 * place))
    if not actions:
        minutes.carried_out(words.telling, days_after(on, 1))
    if purpose is ConferencePurpose.PLACEMENT:
        minutes.is_ready(words.readiness[on.day % len(words.readiness)])
    if pen.often(0.2):
        minutes.say(LineKind.DISSENT, pen.pick(words.dissents))
