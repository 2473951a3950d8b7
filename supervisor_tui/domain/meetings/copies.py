"""Copies of minutes: which lines belong to whose copy, and who was sent which copy when."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CopyId, MeetingId, PersonCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import Audience, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.domain.records.kind import YesNo, asked
from supervisor_tui.wording import _


class CopyKind(Choice):
    """How much of the minutes a copy holds."""

    FULL = "full", _("all that they heard")
    PARTIAL = "partial", _("a part of it")
    RESTRICTED = "restricted", _("without the closed part")
    DECISIONS = "decisions", _("decisions and actions only")


class SentCopy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A copy of minutes that left. `version` is the number of corrections it held.

    to: the number of a participant, or a role for somebody who did not take part.
    """

    id: CopyId
    meeting: MeetingId
    to: Annotated[str, asked(_("To"))]
    kind: Annotated[CopyKind, asked(_("Which copy"))]
    sent_on: Annotated[date, asked(_("Sent on"))]
    by: PersonCode
    agency: Annotated[str, asked(_("Agency"))] = ""
    version: int = 0


def copy_for(recipient: Participant, lines: Iterable[MinutesLine], meeting: Meeting) -> tuple[MinutesLine, ...]:
    """Return the lines of a meeting that belong into somebody's copy, in their order.

    Chair and minute taker are given every line. Everybody else is given what was written while they were in the room,
    as far as its readers allow, and the actions that are theirs. Where nobody noted who was in the room, nobody else is
    given the line: what is not known never widens a copy. Whoever was asked to leave, or did not take part, gets none.
    """
    if meeting.participant(recipient.id) is None or recipient.attendance is Attendance.EXCLUDED:
        return ()
    return tuple(line for line in lines if _is_for(recipient, line))


def _is_for(recipient: Participant, line: MinutesLine) -> bool:
    if recipient.role in {ParticipantRole.CHAIR, ParticipantRole.MINUTE_TAKER}:
        return True
    heard = recipient.id in line.heard_by or (line.owner != "" and line.owner == recipient.label)
    return heard and _may_read(recipient, line)


def _may_read(recipient: Participant, line: MinutesLine) -> bool:
    trusted = recipient.is_professional and recipient.may_harm is not YesNo.YES
    if line.part is Part.CLOSED and not trusted:
        return False
    match line.readers:
        case Audience.EVERYONE:
            return True
        case Audience.NOT_CAREGIVER:
            return trusted or recipient.role is ParticipantRole.CHILD
        case Audience.PROFESSIONALS:
            return trusted
        case _:
            return False
