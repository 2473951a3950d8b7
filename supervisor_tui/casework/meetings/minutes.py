"""Minutes, line by line: each line saved as it is entered, and what it decides written into the case file with it."""

from datetime import date, datetime

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.follow_ups import read_line
from supervisor_tui.casework.meetings.holding import began, seen
from supervisor_tui.casework.meetings.whose import ask_invited
from supervisor_tui.casework.recording import Draft, RefusedError, new_id, record_of, worked_out
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId, RecordId
from supervisor_tui.domain.meetings.family import part_now
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import (
    CHILD_IS_TOLD,
    LineKind,
    MinutesLine,
    Part,
    ViewGiven,
    WhatWasSaid,
    lines_that_stand,
)
from supervisor_tui.domain.meetings.participants import heard_now
from supervisor_tui.domain.plan import action_numbers, next_number
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import MeetingDecision, Readiness, Retraction
from supervisor_tui.domain.records.plan import ActionAdded
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

PREPARES = frozenset({LineKind.STRENGTH, LineKind.GAP})
"""What may be written before the meeting, for its presentation sheet; it does not begin with that."""


class Said(WhatWasSaid, frozen=True, kw_only=True):
    """What somebody said, about to be written down.

    part, heard_by: for what is read from a text; None is the part the meeting is in and who is in the room.
    carries_out: likewise the decision behind an action, None for none; left out, it is the last on the case.
    """

    part: Part | None = None
    heard_by: tuple[ParticipantId, ...] | None = None
    carries_out: RecordId | msgspec.UnsetType | None = msgspec.UNSET


NEEDS_NO_WORDS = frozenset({LineKind.NO_CHANGE, LineKind.PUT_OFF})


def enter(desk: Desk, meeting: Meeting, said: Said) -> MinutesLine:
    """Save a line of minutes, and in the same commit the record that it makes in the case file.

    The first line opens the meeting, unless it only prepares it. Everything is read inside the commit, so that two who
    write at once number their actions one after the other. Raises RefusedError where the line cannot be kept: no text,
    a risk level that the agency does not have, a meeting that is over or that another team holds without them.
    """
    line, record = entered(desk, meeting, said)
    if record is not None:
        desk.host.tell(record)
    return line


def entered(desk: Desk, meeting: Meeting, said: Said) -> tuple[MinutesLine, Record | None]:
    """Save a line as `enter` does, in the transaction that is open if one is; the sets are still to be told."""
    if not said.text.strip() and needs_words(said):
        raise _refused(_("There is nothing to save yet."))
    now = desk.clock()
    with desk.store.transaction():
        _open_for_writing(desk, meeting.id, said.kind)
        draft = record_made_by(desk, meeting, said, now.date())
        record = record_of(desk, said.case, draft, now) if draft is not None and said.case is not None else None
        line = _line(desk, seen(desk, meeting.id).value, said, now, record.id if record else None)
        _write(desk, line, record)
    return line, record


def needs_words(said: WhatWasSaid) -> bool:
    """Say whether a line of this kind is nothing without words; a view that was not given says why instead."""
    return said.kind not in NEEDS_NO_WORDS and not _is_a_view_not_given(said)


def _is_a_view_not_given(said: WhatWasSaid) -> bool:
    return said.view in {ViewGiven.DECLINED, ViewGiven.IMPOSSIBLE} and said.reason.strip() != ""


def _line(desk: Desk, meeting: Meeting, said: Said, now: datetime, record: RecordId | None) -> MinutesLine:
    """Return the line as it is written: who types it, who hears it, and in which part of the meeting it is said."""
    words = {**msgspec.structs.asdict(said), "text": said.text.strip()}
    words["heard_by"] = heard_now(meeting.participants) if said.heard_by is None else said.heard_by
    words["part"] = part_now(meeting.participants) if said.part is None else said.part
    if said.carries_out is msgspec.UNSET:
        words["carries_out"] = _decision_behind(desk, meeting, said)
    return MinutesLine(
        **words,
        id=new_id(now),
        meeting=meeting.id,
        by=desk.person.code,
        at=now,
        record=record,
    )


def _decision_behind(desk: Desk, meeting: Meeting, said: Said) -> RecordId | None:
    """Return the last decision about the case in this meeting, which an action carries out."""
    if said.kind is not LineKind.ACTION or said.need == CHILD_IS_TOLD:
        return None
    decided = [
        line.id for line in minutes(desk, meeting.id) if line.kind is LineKind.DECISION and line.case == said.case
    ]
    return decided[-1] if decided else None


def take_back(desk: Desk, line: MinutesLine) -> MinutesLine:
    """Take back a line, and the record that it made; both stay in the history.

    Raises RefusedError where the meeting is over.
    """
    now = desk.clock()
    undone = msgspec.structs.replace(
        line, id=new_id(now), kind=LineKind.RETRACTED, by=desk.person.code, at=now, amends=line.id, record=None
    )
    retraction = Draft(Retraction(reason=_("taken back in the meeting")), now.date(), amends=line.record)
    with desk.store.transaction():
        _open_for_writing(desk, line.meeting, line.kind)
        made_a_record = line.record is not None and line.case is not None
        _write(desk, undone, record_of(desk, line.case, retraction, now) if made_a_record and line.case else None)
    return undone


def minutes(desk: Desk, meeting: MeetingId) -> tuple[MinutesLine, ...]:
    """Return the lines that stand, in the order in which they were written."""
    return lines_that_stand(desk.store.minutes.of(meeting))


def _open_for_writing(desk: Desk, number: MeetingId, kind: LineKind) -> None:
    """Note that a planned meeting is being held, unless the line only prepares it; refuse one that is over."""
    before = seen(desk, number)
    if before.value.state is MeetingState.CLOSED:
        message = _("Meeting {number} is over, so nothing more is written into it. F10 opens it again.")
        raise _refused(message.format(number=number))
    ask_invited(desk, before.value)
    if before.value.state is MeetingState.PLANNED and kind not in PREPARES:
        began(desk, before)


def _refused(message: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message, "text"),))


def _write(desk: Desk, line: MinutesLine, record: Record | None) -> None:
    if record is not None:
        rows = worked_out(desk, record.case, (*desk.store.records.of(record.case), record))
        desk.store.records.add((record,), rows=rows, by=desk.person.code)
    desk.store.minutes.add(line)


def record_made_by(desk: Desk, meeting: Meeting, said: WhatWasSaid, day: date) -> Draft | None:
    """Return the record that a line makes in the case file, said on that day; None for a line that makes none."""
    if said.case is None:
        return None
    body: RecordBody
    match said.kind:
        case LineKind.DECISION:
            body = _decision(meeting, said)
        case LineKind.ACTION:
            body = _action(desk, meeting, said, said.case)
        case LineKind.RISK:
            body = _risk(desk, said, said.case)
        case LineKind.READINESS:
            body = Readiness(text=said.text.strip(), meeting=meeting.id)
        case LineKind.FOLLOW_UP:
            told = read_line(said.text, day)
            return Draft(told.body, told.on, HowKnown.TOLD, told_by=said.owner or _("in the meeting"))
        case _:
            return None
    return Draft(body, day)


def _decision(meeting: Meeting, said: WhatWasSaid) -> MeetingDecision:
    return MeetingDecision(
        meeting=meeting.id,
        text=said.text.strip(),
        reason=said.reason,
        kind=meeting.kind,
        purpose=meeting.purpose,
        outcome=said.outcome,
    )


def _action(desk: Desk, meeting: Meeting, said: WhatWasSaid, code: CaseCode) -> ActionAdded:
    return ActionAdded(
        action=next_number("A", action_numbers(desk.case(code))),
        text=said.text.strip(),
        owner=said.owner,
        due_on=said.due_on,
        need=said.need,
        meeting=meeting.id,
    )


def _risk(desk: Desk, said: WhatWasSaid, code: CaseCode) -> RiskLevelSet:
    levels = desk.case(code).programme.risk_levels
    typed, _space, why = said.text.strip().partition(" ")
    for level in levels:
        if typed.casefold() in {level.id.casefold(), level.letter.casefold(), level.title.casefold()}:
            return RiskLevelSet(level=level.id, reason=why.strip() or said.reason)
    known = ", ".join(f"{level.letter} ({level.title})" for level in levels)
    message = _("There is no risk level {typed}. The levels here are {known}.").format(typed=typed, known=known)
    raise _refused(message)
