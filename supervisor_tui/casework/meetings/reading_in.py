"""Minutes typed in an editor, read back: only what the file holds more is written, all of it or nothing."""

from collections.abc import Iterator

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.meetings.known_before import known_before
from supervisor_tui.casework.meetings.minutes import Said, entered
from supervisor_tui.casework.meetings.minutes_out import text_of_minutes
from supervisor_tui.casework.meetings.preparing import NotYetHeldError, asks_for_a_past_day
from supervisor_tui.casework.meetings.who import UnknownPersonError, code_if_known
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import MeetingId, RecordId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.exchange.minutes.kept_here import not_as_kept
from supervisor_tui.exchange.minutes.lines_known import known_again
from supervisor_tui.exchange.minutes.minutes_reader import meeting_of_text, read_minutes
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.read_text import ReadLine, ReadText
from supervisor_tui.exchange.minutes.reading import Changed, NotReadableError
from supervisor_tui.exchange.minutes.text_problems import TextProblem
from supervisor_tui.wording import _

__all__ = ["WhatCame", "read_in"]


class WhatCame(msgspec.Struct, frozen=True):
    """What came of a file. Where there are problems nothing was written.

    added: lines that are new. known: how many were here already. lacking: lines here that the file lacks. changes: what
    the file says otherwise of the meeting, who took part and the agenda. left_out: what of those it lacks, and stays.
    """

    added: tuple[MinutesLine, ...] = ()
    known: int = 0
    lacking: tuple[MinutesLine, ...] = ()
    changes: tuple[Changed, ...] = ()
    left_out: tuple[str, ...] = ()
    problems: tuple[TextProblem, ...] = ()


class _NothingIsWrittenError(Exception):
    """Takes back what was tried."""


def read_in(desk: Desk, number: MeetingId, markdown: str, *, dry_run: bool = False) -> WhatCame:
    """Write what a text holds more than the minutes of a meeting do, and what it says otherwise of who took part.

    A line is never changed or removed, and what the text leaves blank or out stays.
    """
    meeting = seen(desk, number).value
    named = meeting_of_text(markdown)
    if named is not None and named != number:
        words = _("This text is about {other}, not about {number}.").format(other=named, number=number)
        return WhatCame(problems=(TextProblem(1, words),))
    here = text_of_minutes(desk, meeting)
    text = read_minutes(markdown, here, lambda word: _code_of(desk, word))
    if problems := (*text.problems, *not_as_kept(markdown, _about(desk, here, text.meeting))):
        return WhatCame(problems=tuple(sorted(problems)))
    known = known_again(text, here)
    coming = [one for one in text.read if one.line.id not in known.ids]
    if problems := (
        *_about_no_case_here(desk, meeting, text, coming),
        *_too_late(meeting, text),
        *_too_early(desk, text),
    ):
        return WhatCame(problems=tuple(sorted(problems)))
    found = WhatCame(known=len(known.ids), lacking=known.lacking, changes=text.changes, left_out=text.left_out)
    return _written(desk, text, coming, dict(known.ids), found, dry_run=dry_run)


def _about(desk: Desk, here: MinutesText, read: Meeting) -> MinutesText:
    """Return the minutes as they are kept, about those cases of the text that are registered."""
    codes = tuple(code for code in read.cases if desk.store.records.of(code))
    meeting = msgspec.structs.replace(here.meeting, cases=codes)
    return msgspec.structs.replace(here, meeting=meeting, before=known_before(desk, meeting))


def _code_of(desk: Desk, word: str) -> str:
    """Return the code of somebody here who is called so by a short name; two of one name are asked for."""
    try:
        return code_if_known(desk, word)
    except UnknownPersonError as error:
        raise NotReadableError(str(error)) from error


def _about_no_case_here(desk: Desk, meeting: Meeting, text: ReadText, coming: list[ReadLine]) -> Iterator[TextProblem]:
    """Give each line about a case that nobody registered, or that the meeting is not about.

    A case management meeting goes through the whole caseload, so that it may speak of any case.
    """
    joining = [code for code in text.meeting.cases if code not in meeting.cases]
    row = next((one.row for one in text.changes if one.field == "cases"), 1)
    spoken = [(one.row, one.line.case) for one in coming if one.line.case is not None]
    for at, code in [*((row, code) for code in joining), *spoken]:
        if code in meeting.cases:
            continue
        if not desk.store.records.of(code):
            yield TextProblem(at, _("There is no case {code} here. Please check the code.").format(code=code))
        elif meeting.kind is not MeetingKind.MANAGEMENT and code not in text.meeting.cases:
            words = _("{code} does not stand on the agenda of {number}.").format(code=code, number=meeting.id)
            yield TextProblem(at, words)


def _too_late(meeting: Meeting, text: ReadText) -> Iterator[TextProblem]:
    """Give what the text says otherwise of a meeting that is over: the case files say already who came."""
    if meeting.state is not MeetingState.CLOSED:
        return
    words = _(
        "“{what}” is kept as “{was}”, and the meeting is over. F10 opens it again until its minutes are approved."
    )
    for one in text.changes:
        yield TextProblem(one.row, words.format(what=one.what, was=one.was))


def _too_early(desk: Desk, text: ReadText) -> Iterator[TextProblem]:
    try:
        asks_for_a_past_day(desk, text.meeting)
    except NotYetHeldError as error:
        yield TextProblem(next((one.row for one in text.changes if one.field == "held_on"), 1), str(error))


def _written(
    desk: Desk, text: ReadText, coming: list[ReadLine], ids: dict[RecordId, RecordId], found: WhatCame, *, dry_run: bool
) -> WhatCame:
    """Write what is new in one go; take all of it back where one line cannot be kept, or where it is only tried.

    ids: what each line of the text is called here. Decisions are written before the actions that carry them out.
    """
    problems: list[TextProblem] = []
    added: list[MinutesLine] = []
    records: list[Record] = []
    try:
        with desk.store.transaction():
            before = seen(desk, text.meeting.id)
            read = _held_as_planned(desk, text.meeting) if coming else text.meeting
            if read != before.value:
                changed(desk, before, read)
            for one in sorted(coming, key=lambda one: one.line.kind is not LineKind.DECISION):
                try:
                    written, record = entered(desk, text.meeting, _said(one, ids))
                except RefusedError as refused:
                    problems.append(TextProblem(one.row, str(refused)))
                    continue
                ids[one.line.id] = written.id
                added.append(written)
                records += [record] if record is not None else []
            _take_back_if(bool(problems) or dry_run)
    except _NothingIsWrittenError:
        records = []
    for record in records:
        desk.host.tell(record)
    return msgspec.structs.replace(found, added=() if problems else tuple(added), problems=tuple(sorted(problems)))


def _held_as_planned(desk: Desk, meeting: Meeting) -> Meeting:
    """Return a meeting whose day has passed as held on it: a text is typed afterwards, the day it is read says nothing.

    It is told, and `held_on` says another day.
    """
    is_past = meeting.planned_day < desk.clock().astimezone(meeting.starts.tzinfo).date()
    if meeting.was_held or meeting.held_on is not None or not is_past:
        return meeting
    return msgspec.structs.replace(meeting, held_on=meeting.planned_day)


def _take_back_if(nothing_is_kept: bool) -> None:
    if nothing_is_kept:
        raise _NothingIsWrittenError


_BY_ITSELF = {"id", "meeting", "by", "at", "record", "amends", "correction", "corrected_because", "carries_out"}


def _said(one: ReadLine, ids: dict[RecordId, RecordId]) -> Said:
    """Return a line as it is said here; an action of which the text says nothing carries out what is usual."""
    given = {name: value for name, value in msgspec.structs.asdict(one.line).items() if name not in _BY_ITSELF}
    behind = one.line.carries_out
    if behind is not None or "carries_out" in one.said:
        given["carries_out"] = ids.get(behind) if behind is not None else None
    return Said(**given)
