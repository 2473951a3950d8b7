"""Who gets which copy of the minutes and why, the copy itself, and the log of what was sent."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes_out import paper_of, text_of_minutes
from supervisor_tui.casework.recording import RefusedError, new_id
from supervisor_tui.domain.ids import CopyId, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.copies import CopyKind, SentCopy, copy_for
from supervisor_tui.domain.meetings.corrections import corrections, version
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine, Part, lines_that_stand
from supervisor_tui.domain.meetings.participants import Attendance, Participant
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["CopyLine", "copies_of", "copy_on_paper", "note_sent"]


class CopyLine(msgspec.Struct, frozen=True):
    """What one participant gets: which copy, None for none, why, and the copies sent already, oldest first."""

    participant: Participant
    kind: CopyKind | None
    lines: tuple[MinutesLine, ...]
    why: str
    sent: tuple[SentCopy, ...]


def copies_of(desk: Desk, number: MeetingId) -> tuple[CopyLine, ...]:
    """Return what each participant of a meeting gets, in the order of the list."""
    meeting = seen(desk, number).value
    lines = lines_that_stand(desk.store.minutes.of(number))
    sent = desk.store.sent_copies.of(number)
    return tuple(_line(meeting, one, lines, sent) for one in meeting.participants)


def copy_on_paper(desk: Desk, number: MeetingId, to: ParticipantId) -> Paper:
    """Return somebody's copy, codes only.

    Raises RefusedError where they get none, or nobody of that number takes part.
    """
    found = _found(desk, number, to)
    meeting = seen(desk, number).value
    whole = text_of_minutes(desk, meeting)
    ids = {one.id for one in found.lines}
    mine = tuple(one for one in corrections(desk.store.minutes.of(number)) if one.id in ids)
    label = " · ".join(part for part in (found.participant.role.label, found.participant.agency) if part)
    kind = found.kind.label if found.kind else ""
    return paper_of(
        msgspec.structs.replace(
            whole,
            lines=tuple(one for one in found.lines if not one.correction),
            corrections=mine,
            before={},
            copies=(),
            copy_for=_("{who}: {kind}").format(who=label, kind=kind),
        )
    )


def note_sent(desk: Desk, number: MeetingId, to: ParticipantId, on: date | None = None) -> SentCopy:
    """Note that somebody's copy left; raises RefusedError where they get none."""
    found = _found(desk, number, to)
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
    )
    desk.store.sent_copies.add(sent)
    return sent


def _found(desk: Desk, number: MeetingId, to: ParticipantId) -> CopyLine:
    lines = copies_of(desk, number)
    found = next((one for one in lines if one.participant.id == to), None)
    if found is None:
        known = ", ".join(one.participant.id for one in lines) or _("nobody")
        raise _refused(_("Nobody of the number {to} takes part in {number}. Known: {known}."), to, number, known)
    if found.kind is None:
        raise _refused(_("{to} gets no copy of {number}: {known}."), to, number, found.why)
    return found


def _line(meeting: Meeting, one: Participant, lines: tuple[MinutesLine, ...], sent: tuple[SentCopy, ...]) -> CopyLine:
    given = copy_for(one, lines, meeting)
    kind, why = _kind(one, given, lines)
    return CopyLine(one, kind, given if kind else (), why, tuple(copy for copy in sent if copy.to == one.id))


def _kind(
    one: Participant, given: tuple[MinutesLine, ...], lines: tuple[MinutesLine, ...]
) -> tuple[CopyKind | None, str]:
    if one.attendance is Attendance.EXCLUDED:
        return None, _("was asked to leave")
    if one.may_harm is YesNo.YES:
        return None, _("may be a source of harm")
    if not given:
        return None, _("nothing was noted as heard by them")
    held_back = [line for line in lines if line not in given]
    if not held_back:
        return CopyKind.FULL, _("heard everything")
    if all(line.part is Part.CLOSED for line in held_back):
        return CopyKind.RESTRICTED, _("was not in the closed part")
    return CopyKind.PARTIAL, _("{n} of {m} lines").format(n=len(given), m=len(lines))


def _refused(message: str, to: str, number: str, known: str) -> RefusedError:
    words = message.format(to=to, number=number, known=known)
    return RefusedError((Finding(Severity.REFUSE, words, "to"),))
