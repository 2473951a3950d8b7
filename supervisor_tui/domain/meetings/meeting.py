"""A meeting: what was agreed about it beforehand, who takes part and what stands on the agenda.

Its minutes are documents of their own (`minutes.py`), so that two people can write at once.
"""

from datetime import date, datetime
from typing import Annotated

import msgspec

from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId, PersonCode, RecordId, SeriesId
from supervisor_tui.domain.meetings.kinds import Channel, ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.participants import Attendance, Participant
from supervisor_tui.domain.records.kind import Count, Moment, YesNo, asked
from supervisor_tui.wording import _

MinutesLong = Annotated[int, msgspec.Meta(ge=1, le=1440)]
"""How many minutes something may take: at least one, at most a day."""


class AgendaLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One point of the agenda; `case` is None for a point about the whole meeting.

    rule: the rule that proposed it, "" for a line of our own or typed by hand. minutes: how long it may take.
    by: the caseworker under whose cases it stands, where the agenda goes by caseworker.
    """

    text: str
    case: CaseCode | None = None
    rule: str = ""
    minutes: MinutesLong | None = None
    by: PersonCode | None = None


class Meeting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A meeting and everything agreed about it beforehand. Its minutes are lines of their own.

    starts: day and hour with offset, as planned. held_on: noted by itself where it begins on another day. cases: the
    codes of the cases it is about, in the order they are taken.
    numbered: how many participants were ever given a number, so that none is given twice.
    """

    id: MeetingId
    kind: Annotated[MeetingKind, asked(_("Kind of meeting"), rule="IAG-MTG-18")]
    starts: Annotated[Moment, asked(_("When"))]
    cases: Annotated[tuple[CaseCode, ...], asked(_("Cases"), codes="case", rule="RB-CC-07")] = ()
    plan: Annotated[RecordId | None, asked(_("The plan that it makes"), by_itself=True, rule="IAG-MTG-01")] = None
    purpose: Annotated[ConferencePurpose | None, asked(_("Purpose"), rule="RB-CC-01")] = None
    called_because: Annotated[str, asked(_("Why it is called"), long=True, rule="RB-CC-01")] = ""
    urgent_because: Annotated[str, asked(_("If notice is short: why it cannot wait"), long=True, rule="RB-CC-08")] = ""
    complex_case: Annotated[YesNo | None, asked(_("Is it a complex case?"), rule="IAG-MTG-03")] = None
    held_on: Annotated[date | None, asked(_("Held on, if on another day"))] = None
    planned_minutes: Annotated[MinutesLong | None, asked(_("How long it may take"), unit=_("minutes"))] = None
    place: Annotated[str, asked(_("Where"))] = ""
    place_confidential: Annotated[YesNo | None, asked(_("Can nobody else listen in there?"), rule="IAG-MTG-07")] = None
    channel: Annotated[Channel, asked(_("How you meet"), rule="FU-12")] = Channel.IN_PERSON
    precautions: Annotated[
        YesNo | None, asked(_("By video or phone: were the precautions followed?"), rule="FU-12")
    ] = None
    participants: Annotated[tuple[Participant, ...], asked(_("Participants"))] = ()
    child_absent_because: Annotated[str, asked(_("If the child does not come: why"), rule="IAG-MTG-02")] = ""
    caregiver_absent_because: Annotated[str, asked(_("If no caregiver comes: why"), rule="IAG-MTG-02")] = ""
    child_may_be_silent: Annotated[
        YesNo | None, asked(_("If the child comes: was it told that it need not speak?"), rule="IAG-MTG-21")
    ] = None
    child_safe_space: Annotated[
        YesNo | None, asked(_("If the child comes: does it feel safe in the room?"), rule="IAG-MTG-21")
    ] = None
    child_own_words: Annotated[
        YesNo | None, asked(_("If the child comes: were its own words kept?"), rule="IAG-MTG-21")
    ] = None
    agenda: Annotated[tuple[AgendaLine, ...], asked(_("Agenda"), by_itself=True)] = ()
    agenda_on: Annotated[date | None, asked(_("Agenda ready on"), rule="RB-CC-09")] = None
    presentation_on: Annotated[date | None, asked(_("Presentation ready on"), rule="RB-CC-19")] = None
    series: Annotated[SeriesId | None, asked(_("Series"), by_itself=True)] = None
    state: MeetingState = MeetingState.PLANNED
    called_on: Annotated[date | None, asked(_("Called on"), by_itself=True)] = None
    began_at: Annotated[Moment | None, asked(_("Began"), by_itself=True)] = None
    ended_at: Annotated[Moment | None, asked(_("Ended"), by_itself=True)] = None
    approved_by: Annotated[str, asked(_("Minutes approved by"), by_itself=True)] = ""
    approved_at: Annotated[Moment | None, asked(_("Minutes approved"), by_itself=True)] = None
    numbered: Annotated[Count, asked(_("Participants numbered"), by_itself=True)] = 0

    @property
    def day(self) -> date:
        """The day on which it was held, as planned until another is noted; every rule counts from it."""
        return self.held_on or self.planned_day

    @property
    def planned_day(self) -> date:
        """The day for which it was called, in the offset of its hour."""
        return self.starts.date()

    @property
    def moved_from(self) -> date | None:
        """The day for which it was called, where it was held on another; else None."""
        return self.planned_day if self.day != self.planned_day else None

    @property
    def in_time(self) -> tuple[date, Moment]:
        """Its place in the order in which meetings are held."""
        return self.day, self.starts

    @property
    def was_held(self) -> bool:
        """Whether it has begun, so that who came is known and not only who is asked."""
        return self.state is not MeetingState.PLANNED

    @property
    def there(self) -> tuple[Participant, ...]:
        """Who came; before it begins, who is expected."""
        if not self.was_held:
            return self.expected
        return tuple(one for one in self.participants if one.attendance is Attendance.PRESENT)

    @property
    def expected(self) -> tuple[Participant, ...]:
        """Who came, and who was invited and of whom nothing is noted yet."""
        counted = {Attendance.PRESENT, Attendance.INVITED}
        return tuple(one for one in self.participants if one.attendance in counted)

    def participant(self, number: ParticipantId) -> Participant | None:
        """Return the participant of that number, or None."""
        return next((one for one in self.participants if one.id == number), None)


def begun(meeting: Meeting, now: datetime) -> Meeting:
    """Return a planned meeting with the day on which it begins, where that is not the day planned and none is noted."""
    day = now.astimezone(meeting.starts.tzinfo).date()
    if meeting.was_held or meeting.held_on is not None or day == meeting.planned_day:
        return meeting
    return msgspec.structs.replace(meeting, held_on=day)


def with_numbers(meeting: Meeting) -> Meeting:
    """Return the meeting with a number for each participant who has none; a number is never given to another."""
    people: list[Participant] = []
    given = meeting.numbered
    for one in meeting.participants:
        if not one.id:
            given += 1
        people.append(one if one.id else msgspec.structs.replace(one, id=ParticipantId(f"P{given}")))
    return msgspec.structs.replace(meeting, participants=tuple(people), numbered=given)
