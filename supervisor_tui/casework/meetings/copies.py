"""Who gets which copy of the minutes and why, the copy itself, and the log of what was sent."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import Invitee, invitees
from supervisor_tui.casework.meetings.minutes_out import paper_of, text_of_minutes
from supervisor_tui.casework.meetings.without_minutes import without_minutes
from supervisor_tui.casework.recording import RefusedError, new_id
from supervisor_tui.domain.ids import CopyId, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.copies import OUTCOMES, CopyKind, SentCopy, copy_for
from supervisor_tui.domain.meetings.corrections import corrections, version, what_was_approved
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine, Part, lines_that_stand
from supervisor_tui.domain.meetings.participants import Attendance, Participant
from supervisor_tui.domain.meetings.told_to import meeting_as_told_to
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["CopyLine", "copies_of", "copy_on_paper", "note_not_sent", "note_sent", "noted_in_words"]


class CopyLine(msgspec.Struct, frozen=True):
    """What one participant gets: which copy, None for none, why, and the copies sent already, oldest first."""

    invitee: Invitee
    kind: CopyKind | None
    lines: tuple[MinutesLine, ...]
    why: str
    sent: tuple[SentCopy, ...] = ()

    @property
    def participant(self) -> Participant:
        """Whose copy it is."""
        return self.invitee.participant


def noted_in_words(copy: SentCopy, day: str) -> str:
    """Say that a copy was sent that day, or is not and why."""
    if copy.not_sent_because:
        return _("not sent: {why} ({day})").format(why=copy.not_sent_because, day=day)
    return _("sent {day}").format(day=day)


def copies_of(desk: Desk, number: MeetingId) -> tuple[CopyLine, ...]:
    """Return what each participant of a meeting gets, in the order of the list."""
    found = invitees(desk, number)
    lines = lines_that_stand(desk.store.minutes.of(number))
    sent = desk.store.sent_copies.of(number)
    return tuple(_line(found.meeting, one, lines, sent) for one in found.people)


def copy_on_paper(desk: Desk, number: MeetingId, to: ParticipantId, *, only_decisions: bool = False) -> Paper:
    """Return somebody's copy, codes only; with `only_decisions` what of it was decided and is to be done.

    Raises RefusedError where they get none, or nobody of that number takes part.
    """
    found = _found(desk, number, to, only_decisions=only_decisions)
    meeting = seen(desk, number).value
    label = " · ".join(part for part in (found.participant.role.label, found.participant.agency) if part)
    kind = found.kind.label if found.kind else ""
    whose = _("{who}: {kind}").format(who=label, kind=kind)
    if found.kind is not None and not found.kind.is_of_minutes:
        return without_minutes(meeting, whose, found.lines)
    whole = text_of_minutes(desk, meeting)
    held = desk.store.minutes.of(number)
    told = [what_was_approved(one, held) for one in found.lines]
    return paper_of(
        msgspec.structs.replace(
            whole,
            meeting=meeting_as_told_to(found.participant, meeting, found.invitee.sharing),
            lines=tuple(approved for approved, *_later in told),
            corrections=corrections(one for line in told for one in line),
            before={},
            copies=(),
            copy_for=whose,
            for_family=not found.participant.is_professional,
        )
    )


def note_not_sent(desk: Desk, number: MeetingId, to: ParticipantId, because: str) -> SentCopy:
    """Note that somebody's copy is not sent, and why; raises RefusedError where they get none, or nothing says why."""
    if not because.strip():
        raise _refused(_("Please say why no copy of {number} is sent to {to}."), to, number, "")
    return _note(desk, number, to, because=because.strip())


def note_sent(
    desk: Desk, number: MeetingId, to: ParticipantId, on: date | None = None, *, only_decisions: bool = False
) -> SentCopy:
    """Note that somebody's copy left, or the decisions of it; raises RefusedError where they get none."""
    return _note(desk, number, to, on, only_decisions=only_decisions)


def _note(
    desk: Desk,
    number: MeetingId,
    to: ParticipantId,
    on: date | None = None,
    *,
    only_decisions: bool = False,
    because: str = "",
) -> SentCopy:
    found = _found(desk, number, to, only_decisions=only_decisions)
    assert found.kind is not None
    now = desk.clock()
    sent = SentCopy(
        id=CopyId(new_id(now)),
        meeting=number,
        to=to,
        kind=found.kind,
        sent_on=on or now.date(),
        by=desk.person.code,
        agency=found.participant.agency,
        version=version(desk.store.minutes.of(number)),
        not_sent_because=because,
    )
    desk.store.sent_copies.add(sent)
    return sent


def _found(desk: Desk, number: MeetingId, to: ParticipantId, *, only_decisions: bool) -> CopyLine:
    lines = copies_of(desk, number)
    found = next((one for one in lines if one.participant.id == to), None)
    if found is None:
        known = ", ".join(one.participant.id for one in lines) or _("nobody")
        raise _refused(_("Nobody of the number {to} takes part in {number}. Known: {known}."), to, number, known)
    if found.kind is None:
        raise _refused(_("{to} gets no copy of {number}: {known}."), to, number, found.why)
    return _decisions_of(found, number) if only_decisions and found.kind is not CopyKind.CODE else found


def _decisions_of(found: CopyLine, number: MeetingId) -> CopyLine:
    """Return what was decided and is to be done, of what somebody's copy holds; it may go round before the minutes."""
    lines = _outcomes(found.lines)
    if not lines:
        nothing = _("nothing in their copy was decided or is to be done")
        raise _refused(_("{to} gets no copy of {number}: {known}."), found.participant.id, number, nothing)
    return msgspec.structs.replace(found, kind=CopyKind.DECISIONS, lines=lines)


def _line(meeting: Meeting, one: Invitee, lines: tuple[MinutesLine, ...], sent: tuple[SentCopy, ...]) -> CopyLine:
    given = copy_for(one.participant, lines, meeting, one.sharing)
    found = _without_a_basis(one, lines) or _on_a_basis(one, given, lines)
    return msgspec.structs.replace(found, sent=tuple(copy for copy in sent if copy.to == one.participant.id))


def _without_a_basis(one: Invitee, lines: tuple[MinutesLine, ...]) -> CopyLine | None:
    """Return what somebody gets who is left out, may harm, or may be told about no case; None for anybody else."""
    person = one.participant
    if person.attendance is Attendance.EXCLUDED:
        return CopyLine(one, None, (), _("was asked to leave"))
    if person.is_left_out:
        return CopyLine(one, None, (), _("declined to sign"))
    if person.may_harm is YesNo.YES:
        return CopyLine(one, None, (), _("may be a source of harm"))
    if one.sharing is None or one.sharing.basis is not None or one.sharing.cases:
        return None
    if person.attendance is Attendance.PRESENT or any(person.id in line.heard_by for line in lines):
        return CopyLine(one, CopyKind.CODE, (), _("no basis to share is recorded"))
    return CopyLine(one, None, (), _NOTHING_HEARD)


def _on_a_basis(one: Invitee, given: tuple[MinutesLine, ...], lines: tuple[MinutesLine, ...]) -> CopyLine:
    held_back = [line for line in lines if line not in given]
    outcomes = _outcomes(given)
    if not given:
        return CopyLine(one, None, (), _NOTHING_HEARD)
    if one.participant.could_harm:
        why = _("nobody knows whether they may be a source of harm")
        return CopyLine(one, CopyKind.DECISIONS if outcomes else None, outcomes, why)
    if not held_back:
        return CopyLine(one, CopyKind.FULL, given, _("heard everything"))
    if outcomes == given and not any(one.participant.id in line.heard_by for line in lines):
        return CopyLine(one, CopyKind.DECISIONS, given, _("was not there; what they have to do"))
    if all(line.part is Part.CLOSED for line in held_back):
        return CopyLine(one, CopyKind.RESTRICTED, given, _("was not in the closed part"))
    return CopyLine(one, CopyKind.PARTIAL, given, _("{n} of {m} lines").format(n=len(given), m=len(lines)))


def _outcomes(lines: tuple[MinutesLine, ...]) -> tuple[MinutesLine, ...]:
    return tuple(line for line in lines if line.kind in OUTCOMES)


_NOTHING_HEARD = _("nothing was noted as heard by them")


def _refused(message: str, to: str, number: str, known: str) -> RefusedError:
    words = message.format(to=to, number=number, known=known)
    return RefusedError((Finding(Severity.REFUSE, words, "to"),))
