"""Meetings: three kinds that are never confused, who takes part, what stands on the agenda, and the minutes.

Each line of the minutes is its own document with its typist, so that two people can write at once and nothing that
was written is ever overwritten; a line is corrected by one that amends it.
"""

from datetime import date
from typing import Annotated

import msgspec

from supervisor_tui.domain.amendments import Amendment, replaced
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, RecordId
from supervisor_tui.domain.records.kind import Moment, asked
from supervisor_tui.wording import _


class MeetingKind(Choice):
    """What sort of meeting it is; the kind decides who may come and what may be shown (004 §3.5)."""

    PLANNING = "planning", _("case planning meeting")
    MANAGEMENT = "management", _("case management meeting")
    CONFERENCE = "conference", _("case conference")


class MeetingState(Choice):
    """How far a meeting has come."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("being held")
    CLOSED = "closed", _("over")


class ConferencePurpose(Choice):
    """Why a conference is called."""

    PLACEMENT = "placement", _("choice of placement")
    CLOSURE = "closure", _("closing")
    REVIEW = "review", _("review of the plan")
    REMOVAL = "removal", _("removal from a caregiver")
    REUNIFICATION = "reunification", _("return to the family")
    COMPLEX = "complex", _("several agencies are needed")
    OTHER = "other", _("other")


class ParticipantRole(Choice):
    """In which role somebody takes part."""

    CHAIR = "chair", _("chair")
    MINUTE_TAKER = "minute_taker", _("minute taker")
    CASEWORKER = "caseworker", _("caseworker")
    SUPERVISOR = "supervisor", _("supervisor")
    CASE_MANAGER = "case_manager", _("case manager")
    PROVIDER = "provider", _("service provider")
    AUTHORITY = "authority", _("authority")
    CHILD = "child", _("child")
    CAREGIVER = "caregiver", _("caregiver")
    OTHER = "other", _("other")


class Attendance(Choice):
    """Whether somebody came."""

    INVITED = "invited", _("invited")
    PRESENT = "present", _("present")
    APOLOGIES = "apologies", _("sent apologies")
    ABSENT = "absent", _("absent")


class Participant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody invited, by role and agency; a name stands here for nobody."""

    label: Annotated[str, asked(_("Who"), hint=_("A person's code or a role such as “teacher”."), codes="person")]
    role: Annotated[ParticipantRole, asked(_("Role"))]
    agency: Annotated[str, asked(_("Agency"))] = ""
    professional: Annotated[bool, asked(_("Takes part as a professional"))] = True
    notice_on: Annotated[date | None, asked(_("Told on"), rule="RB-CC-08")] = None
    attendance: Annotated[Attendance, asked(_("Attendance"))] = Attendance.INVITED
    signed_on: Annotated[date | None, asked(_("Signed confidentiality on"), rule="RB-CC-13")] = None


class AgendaLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One point of the agenda; `case` is None for a point about the whole meeting."""

    text: str
    case: CaseCode | None = None
    rule: str = ""
    minutes: int | None = None


class Meeting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A meeting and everything agreed about it beforehand. Its minutes are lines of their own.

    starts: day and hour with offset. cases: the codes of the cases it is about, in the order they are taken.
    """

    id: MeetingId
    kind: Annotated[MeetingKind, asked(_("Kind of meeting"), rule="IAG-MTG-18")]
    starts: Annotated[Moment, asked(_("When"))]
    cases: Annotated[tuple[CaseCode, ...], asked(_("Cases"), codes="case")] = ()
    place: Annotated[str, asked(_("Where"))] = ""
    purpose: Annotated[ConferencePurpose | None, asked(_("Purpose"))] = None
    participants: Annotated[tuple[Participant, ...], asked(_("Participants"))] = ()
    agenda: Annotated[tuple[AgendaLine, ...], asked(_("Agenda"))] = ()
    state: MeetingState = MeetingState.PLANNED


class LineKind(Choice):
    """What a line of the minutes is."""

    NOTE = "note", _("note")
    DECISION = "decision", _("decision")
    ACTION = "action", _("action")
    CHILD_VIEW = "child_view", _("view of the child")
    CAREGIVER_VIEW = "caregiver_view", _("view of the caregiver")
    DISSENT = "dissent", _("dissent")
    RISK = "risk", _("change of risk")
    FOLLOW_UP = "follow_up", _("follow-up as told")
    NO_CHANGE = "no_change", _("no change")
    RETRACTED = "retracted", _("taken back")


class MinutesLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of minutes, with its typist and the moment it was saved.

    For a decision `reason` says why. For an action `owner`, `due_on` and `need` say who, until when and for what.
    `record` is the record that the line made in the case file. `amends` is the line that this one corrects.
    """

    id: RecordId
    meeting: MeetingId
    kind: LineKind
    text: str
    by: PersonCode
    at: Moment
    case: CaseCode | None = None
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    need: str = ""
    record: RecordId | None = None
    amends: RecordId | None = None


def lines_that_stand(lines: tuple[MinutesLine, ...]) -> tuple[MinutesLine, ...]:
    """Return the lines of the minutes in the order they were written, without what was corrected or taken back.

    A correction that was taken back gives way to the line that it had corrected.
    """
    amended = replaced(
        Amendment(line.id, line.amends, takes_back=line.kind is LineKind.RETRACTED)
        for line in lines
        if line.amends is not None
    )
    standing = (line for line in lines if line.id not in amended and line.kind is not LineKind.RETRACTED)
    return tuple(sorted(standing, key=lambda line: (line.at, line.id)))
