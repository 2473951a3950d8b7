"""The conferences on a case as its file tells them, so that a conference is never taken for a planning meeting."""

from datetime import date

import msgspec

from supervisor_tui.domain.answers import Fact
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import MeetingId, RecordId
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.closing import ApprovingBody
from supervisor_tui.domain.records.note import MeetingDecision, MeetingHeld
from supervisor_tui.wording import _

__all__ = ["Conference", "conferences", "decisions_of"]


class Conference(msgspec.Struct, frozen=True):
    """A conference on the case.

    bodies: who came, by body, a case manager for theirs; None while nobody has ended it and noted who came. meeting:
    None for one that is not kept here. record: the record that tells of it.
    """

    on: date
    meeting: MeetingId | None
    purpose: ConferencePurpose | None
    bodies: tuple[ApprovingBody, ...] | None
    record: RecordId
    fact: Fact


def conferences(case: CaseFile, purpose: ConferencePurpose | None = None) -> tuple[Conference, ...]:
    """Return the conferences that were held on the case, the oldest first; those of one purpose, if one is given.

    One is known from its record, or from what it decided while it is still going on.
    """
    held = [_held(entry) for entry in case.of(MeetingHeld) if entry.body.kind is MeetingKind.CONFERENCE]
    ended = {one.meeting for one in held}
    going_on: dict[MeetingId, Conference] = {}
    for entry in case.of(MeetingDecision):
        if entry.body.kind is MeetingKind.CONFERENCE and entry.body.meeting not in ended:
            going_on.setdefault(entry.body.meeting, _decided(entry))
    found = sorted((*held, *going_on.values()), key=lambda one: (one.on, one.record))
    return tuple(one for one in found if purpose is None or one.purpose is purpose)


def decisions_of(case: CaseFile, meeting: MeetingId) -> tuple[Entry[MeetingDecision], ...]:
    """Return what a meeting decided about the case."""
    return tuple(entry for entry in case.of(MeetingDecision) if entry.body.meeting == meeting)


def _held(entry: Entry[MeetingHeld]) -> Conference:
    body = entry.body
    fact = entry.fact(_("conference on {day}").format(day=entry.on.isoformat()))
    came = {*body.bodies, *({ApprovingBody.CASE_MANAGER} if ParticipantRole.CASE_MANAGER in body.roles else ())}
    return Conference(entry.on, body.meeting, body.purpose, tuple(sorted(came)), entry.id, fact)


def _decided(entry: Entry[MeetingDecision]) -> Conference:
    body = entry.body
    fact = entry.fact(_("decided in a conference on {day}").format(day=entry.on.isoformat()))
    return Conference(entry.on, body.meeting, body.purpose, None, entry.id, fact)
