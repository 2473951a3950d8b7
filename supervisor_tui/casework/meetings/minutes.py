"""Minutes, line by line: each line saved as it is entered, and what it decides written into the case file with it."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.follow_ups import read_line
from supervisor_tui.casework.recording import Draft, RefusedError, new_id, record_of, worked_out
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meeting import LineKind, Meeting, MinutesLine, lines_that_stand
from supervisor_tui.domain.plan import actions, next_number
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.note import MeetingDecision, Retraction
from supervisor_tui.domain.records.plan import ActionAdded
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody typed into the line: its kind, the words, and for actions who, until when and for which need."""

    kind: LineKind
    text: str
    case: CaseCode | None = None
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    need: str = ""


def enter(desk: Desk, meeting: Meeting, said: Said) -> MinutesLine:
    """Save a line of minutes, and in the same commit the record that it makes in the case file.

    Raises RefusedError where the line cannot be kept (no text, a risk level that the agency does not have).
    """
    if not said.text.strip() and said.kind is not LineKind.NO_CHANGE:
        raise RefusedError((Finding(Severity.REFUSE, _("There is nothing to save yet."), "text"),))
    now = desk.clock()
    line = MinutesLine(
        id=new_id(now),
        meeting=meeting.id,
        kind=said.kind,
        text=said.text.strip(),
        by=desk.person.code,
        at=now,
        case=said.case,
        reason=said.reason,
        owner=said.owner,
        due_on=said.due_on,
        need=said.need,
    )
    draft = _record_made_by(desk, meeting, said)
    if draft is None or said.case is None:
        desk.store.minutes.add(line)
        return line
    record = record_of(desk, said.case, draft, now)
    line = msgspec.structs.replace(line, record=record.id)
    _save(desk, line, said.case, record)
    desk.host.tell(record)
    return line


def take_back(desk: Desk, line: MinutesLine) -> MinutesLine:
    """Take back a line, and the record that it made; both stay in the history."""
    now = desk.clock()
    undone = msgspec.structs.replace(
        line, id=new_id(now), kind=LineKind.RETRACTED, by=desk.person.code, at=now, amends=line.id, record=None
    )
    if line.record is None or line.case is None:
        desk.store.minutes.add(undone)
        return undone
    reason = _("taken back in the meeting")
    draft = Draft(Retraction(reason=reason), now.date(), amends=line.record)
    _save(desk, undone, line.case, record_of(desk, line.case, draft, now))
    return undone


def minutes(desk: Desk, meeting: MeetingId) -> tuple[MinutesLine, ...]:
    """Return the lines that stand, in the order in which they were written."""
    return lines_that_stand(desk.store.minutes.of(meeting))


def _save(desk: Desk, line: MinutesLine, case: CaseCode, record: Record) -> None:
    with desk.store.transaction():
        summary, due = worked_out(desk, case, (*desk.store.records.of(case), record))
        desk.store.records.add((record,), summary=summary, due=due, by=desk.person.code)
        desk.store.minutes.add(line)


def _record_made_by(desk: Desk, meeting: Meeting, said: Said) -> Draft | None:
    if said.case is None:
        return None
    day = desk.clock().date()
    match said.kind:
        case LineKind.DECISION:
            return Draft(MeetingDecision(meeting=meeting.id, text=said.text.strip(), reason=said.reason), day)
        case LineKind.ACTION:
            return Draft(_action(desk, meeting, said, said.case), day)
        case LineKind.RISK:
            return Draft(_risk(desk, said, said.case), day)
        case LineKind.FOLLOW_UP:
            told = read_line(said.text, day)
            return Draft(told.body, told.on, HowKnown.TOLD, told_by=said.owner or _("in the meeting"))
        case _:
            return None


def _action(desk: Desk, meeting: Meeting, said: Said, code: CaseCode) -> ActionAdded:
    taken = tuple(standing.action.action for standing in actions(desk.case(code)))
    return ActionAdded(
        action=next_number("A", taken),
        text=said.text.strip(),
        owner=said.owner,
        due_on=said.due_on,
        need=said.need,
        meeting=meeting.id,
    )


def _risk(desk: Desk, said: Said, code: CaseCode) -> RiskLevelSet:
    levels = desk.case(code).programme.risk_levels
    typed, _space, why = said.text.strip().partition(" ")
    for level in levels:
        if typed.casefold() in {level.id.casefold(), level.letter.casefold(), level.title.casefold()}:
            return RiskLevelSet(level=level.id, reason=why.strip() or said.reason)
    known = ", ".join(f"{level.letter} ({level.title})" for level in levels)
    message = _("There is no risk level {typed}. The levels here are {known}.").format(typed=typed, known=known)
    raise RefusedError((Finding(Severity.REFUSE, message, "text"),))
