"""A line of approved minutes corrected: in a numbered log, never rewritten, and the case file follows it."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.following_correction import follow
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import needs_words
from supervisor_tui.casework.recording import RefusedError, new_id, record_of, worked_out
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.corrections import correctable, differing, version
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine, lines_that_stand
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["Corrected", "correct"]

Records = tuple[Record, ...]


class Corrected(msgspec.Struct, frozen=True):
    """The correction as it was written, and what the case file says otherwise by now and goes on saying."""

    line: MinutesLine
    findings: tuple[Finding, ...] = ()


def correct(desk: Desk, number: MeetingId, reads: MinutesLine, because: str) -> Corrected:
    """Correct a line of approved minutes, and what it wrote into the case file; both stay as they were beside it.

    reads: the line as it is to read, under the id of the line that is wrong. Raises RefusedError where the minutes are
    not approved, no such line stands, nothing differs, or words or reason are missing.
    """
    meeting = seen(desk, number).value
    if meeting.approved_at is None:
        raise _refused(_("The minutes of {number} are not approved; change the line itself.").format(number=number))
    if not because.strip() or (not reads.text.strip() and needs_words(reads)):
        raise _refused(_("Please give the corrected words, and say why."))
    with desk.store.transaction():
        held = desk.store.minutes.of(number)
        wrong = next((one for one in lines_that_stand(held) if one.id == reads.id), None)
        if wrong is None:
            raise _refused(_("No line {line} stands in the minutes of {number}.").format(line=reads.id, number=number))
        corrected = _as_logged(desk, wrong, reads, version(held) + 1, because)
        written, records = _written(desk, meeting, wrong, corrected)
    for record in records:
        desk.host.tell(record)
    return written


def _as_logged(desk: Desk, wrong: MinutesLine, reads: MinutesLine, number: int, because: str) -> MinutesLine:
    """Return the line of the log: what can be corrected as it is to read, all else as it stood."""
    said = {name: getattr(reads, name) for name in correctable(wrong)} | {"text": reads.text.strip()}
    corrected = msgspec.structs.replace(wrong, **said)
    if not differing(wrong, corrected):
        raise _refused(_("Nothing differs from the line as it stands, so there is nothing to correct."))
    now = desk.clock()
    return msgspec.structs.replace(
        corrected,
        id=new_id(now),
        by=desk.person.code,
        at=now,
        amends=wrong.id,
        correction=number,
        corrected_because=because.strip(),
    )


def _written(desk: Desk, meeting: Meeting, wrong: MinutesLine, corrected: MinutesLine) -> tuple[Corrected, Records]:
    followed = follow(desk, meeting, wrong, corrected)
    records: Records = ()
    if corrected.case is not None and followed.drafts:
        now = desk.clock()
        code = corrected.case
        records = tuple(record_of(desk, code, draft, now) for draft in followed.drafts)
        rows = worked_out(desk, code, (*desk.store.records.of(code), *records))
        desk.store.records.add(records, rows=rows, by=desk.person.code)
        own = records[0].id if followed.own is not None else corrected.record
        corrected = msgspec.structs.replace(corrected, record=own)
    desk.store.minutes.add(corrected)
    return Corrected(corrected, followed.findings), records


def _refused(message: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message, "text"),))
