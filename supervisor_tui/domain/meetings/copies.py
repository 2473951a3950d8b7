"""Copies of minutes: which lines belong to whose copy, and who was sent which copy when."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, CopyId, MeetingId, ParticipantId, PersonCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.meetings.sharing import Sharing
from supervisor_tui.domain.records.kind import asked
from supervisor_tui.wording import _


class CopyKind(Choice):
    """How much of the minutes a copy holds."""

    FULL = "full", _("all that they heard")
    PARTIAL = "partial", _("a part of it")
    RESTRICTED = "restricted", _("without the closed part")
    DECISIONS = "decisions", _("decisions and actions only")
    CODE = "code", _("the code only")

    @property
    def is_of_minutes(self) -> bool:
        """Whether it is a copy of the minutes themselves, and not what was decided or a code alone."""
        return self not in {CopyKind.DECISIONS, CopyKind.CODE}


class SentCopy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A copy of minutes that left, or that does not and why. `version` is the number of corrections it held.

    to: the number of a participant, or a role for somebody who did not take part. sent_on: the day on which it left, or
    on which somebody said that it does not.
    """

    id: CopyId
    meeting: MeetingId
    to: Annotated[str, asked(_("To"))]
    kind: Annotated[CopyKind, asked(_("Which copy"))]
    sent_on: Annotated[date, asked(_("Sent on"))]
    by: PersonCode
    agency: Annotated[str, asked(_("Agency"))] = ""
    version: int = 0
    not_sent_because: Annotated[str, asked(_("Why it is not sent"))] = ""


class OwedCopy(msgspec.Struct, frozen=True):
    """A copy that is due to somebody: which, and whether something in it was decided or is to be done."""

    to: ParticipantId
    kind: CopyKind
    holds_decisions: bool


OUTCOMES = frozenset({LineKind.DECISION, LineKind.ACTION, LineKind.NEXT_DATE})
"""What was decided, and what follows from it."""

TO_DO = frozenset({LineKind.ACTION, LineKind.CORE_GROUP})
"""What gives its owner something to do, so that they are told of it even where they were not there."""

KEEP_THE_MINUTES = frozenset({ParticipantRole.CHAIR, ParticipantRole.MINUTE_TAKER})
"""Who writes and approves the minutes has them; nothing is sent to them."""


def settled(owed: Iterable[OwedCopy], copies: Iterable[SentCopy], *, decisions: bool) -> tuple[date | None, ...]:
    """Return for each copy that is due when it left, or somebody said why it does not; None while neither is noted.

    decisions: what was decided, which goes round before the minutes; else the minutes themselves.
    """
    sent = tuple(copies)
    asked_for = [one for one in owed if (one.holds_decisions if decisions else one.kind is not CopyKind.DECISIONS)]
    return tuple(
        min((copy.sent_on for copy in sent if copy.to == one.to and _answers(copy, one, decisions)), default=None)
        for one in asked_for
    )


def _answers(copy: SentCopy, owed: OwedCopy, decisions: bool) -> bool:
    if decisions:
        return copy.kind is not CopyKind.CODE
    return copy.kind.is_of_minutes or owed.kind is CopyKind.CODE


def copy_for(
    recipient: Participant, lines: Iterable[MinutesLine], meeting: Meeting, sharing: Sharing | None
) -> tuple[MinutesLine, ...]:
    """Return the lines of a meeting that belong into somebody's copy, in their order.

    sharing: which cases they may be told about; without a basis nothing about a child. None where no basis is asked
    for, because nobody from outside comes.

    Chair and minute taker are given every line of those, absent ones too, for they answer for the minutes. Everybody
    else is given what was written while they were in the room, as far as its readers allow, and the actions that are
    theirs, of an absent owner too. Where nobody noted who was in the room, nobody else is given the line: what is not
    known never widens a copy. Whoever was asked to leave or declined to sign, or is not among those invited, gets none.
    Whoever could harm is given no view of the child, nothing of the closed part, and only what everybody may read.
    """
    if meeting.participant(recipient.id) is None or recipient.is_left_out:
        return ()
    told = (line for line in lines if sharing is None or is_told(sharing, line.case))
    alike = [one for one in meeting.participants if one.label == recipient.label]
    return tuple(line for line in told if _is_for(recipient, line, has_to_do=_is_owner(line, alike)))


def _is_owner(line: MinutesLine, alike: list[Participant]) -> bool:
    """Say whether an action is theirs; not where two are called alike, for then nobody knows whose it is."""
    return line.kind in TO_DO and len(alike) == 1 and line.owner == alike[0].label


def is_told(sharing: Sharing, case: CaseCode | None) -> bool:
    """Say whether somebody may be told about a case; what is about the whole meeting, only with a basis for all."""
    return sharing.basis is not None if case is None else case in sharing.cases


def _is_for(recipient: Participant, line: MinutesLine, *, has_to_do: bool) -> bool:
    if recipient.could_harm and not _harmless(line):
        return False
    if recipient.role in KEEP_THE_MINUTES:
        return True
    return (recipient.id in line.heard_by or has_to_do) and _may_read(recipient, line)


def _may_read(recipient: Participant, line: MinutesLine) -> bool:
    trusted = recipient.is_professional and not recipient.could_harm
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


def _harmless(line: MinutesLine) -> bool:
    is_open = line.part is Part.OPEN and line.readers is Audience.EVERYONE
    return is_open and line.kind is not LineKind.CHILD_VIEW
