"""Minutes typed in an editor, read back: only what the file holds more is written, all of it or nothing."""

from collections.abc import Iterable, Iterator

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.meetings.minutes import Said, entered, minutes
from supervisor_tui.casework.meetings.who import UnknownPersonError, code_if_known
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import MeetingId, RecordId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.exchange.minutes.minutes_reader import came, meeting_of_text, read_minutes
from supervisor_tui.exchange.minutes.on_paper import lines_on_paper
from supervisor_tui.exchange.minutes.read_text import ReadText
from supervisor_tui.exchange.minutes.text_problems import TextProblem
from supervisor_tui.wording import _

__all__ = ["WhatCame", "read_in"]


class WhatCame(msgspec.Struct, frozen=True):
    """What came of a file: lines added, lines that were here already, lines here that the file lacks, and problems.

    Where there are problems nothing was written.
    """

    added: tuple[MinutesLine, ...] = ()
    known: int = 0
    lacking: tuple[MinutesLine, ...] = ()
    problems: tuple[TextProblem, ...] = ()


class _NothingIsWrittenError(Exception):
    """Takes back what was tried."""


def read_in(desk: Desk, number: MeetingId, markdown: str, *, dry_run: bool = False) -> WhatCame:
    """Write into the minutes of a meeting what a text holds more than they do; never change or remove a line."""
    meeting = seen(desk, number).value
    named = meeting_of_text(markdown)
    if named is not None and named != number:
        words = _("This text is about {other}, not about {number}.").format(other=named, number=number)
        return WhatCame(problems=(TextProblem(1, words),))
    text = read_minutes(markdown, meeting)
    if text.problems:
        return WhatCame(problems=text.problems)
    here = [_bare(one) for one in lines_on_paper(meeting, minutes(desk, number))]
    coming: list[tuple[int, MinutesLine]] = []
    left = list(here)
    problems: list[TextProblem] = []
    for row, line in _by_codes(desk, text, problems):
        if _bare(line) in left:
            left.remove(_bare(line))
        else:
            coming.append((row, line))
    problems += _about_no_case_here(desk, meeting, coming)
    if problems:
        return WhatCame(problems=tuple(sorted(problems)))
    found = WhatCame(known=len(here) - len(left), lacking=tuple(left))
    return _written(desk, came(meeting, text.attendance), coming, found, dry_run=dry_run)


def _by_codes(desk: Desk, text: ReadText, problems: list[TextProblem]) -> Iterator[tuple[int, MinutesLine]]:
    """Give the lines with their rows, the short name of somebody here turned into a code; two of one name are asked."""
    for row, line in zip(text.rows, text.lines, strict=True):
        try:
            yield row, msgspec.structs.replace(line, owner=code_if_known(desk, line.owner))
        except UnknownPersonError as error:
            problems.append(TextProblem(row, str(error)))


def _about_no_case_here(
    desk: Desk, meeting: Meeting, coming: Iterable[tuple[int, MinutesLine]]
) -> Iterator[TextProblem]:
    """Give each line about a case that nobody registered, or that the meeting is not about.

    A case management meeting goes through the whole caseload, so that it may speak of any case.
    """
    for row, line in coming:
        if line.case is None or line.case in meeting.cases:
            continue
        if not desk.store.records.of(line.case):
            yield TextProblem(row, _("There is no case {code} here. Please check the code.").format(code=line.case))
        elif meeting.kind is not MeetingKind.MANAGEMENT:
            words = _("{code} does not stand on the agenda of {number}.").format(code=line.case, number=meeting.id)
            yield TextProblem(row, words)


def _written(
    desk: Desk, attended: Meeting, coming: list[tuple[int, MinutesLine]], found: WhatCame, *, dry_run: bool
) -> WhatCame:
    """Write what is new in one go; take all of it back where one line cannot be kept, or where it is only tried."""
    problems: list[TextProblem] = []
    added: list[MinutesLine] = []
    records: list[Record] = []
    try:
        with desk.store.transaction():
            before = seen(desk, attended.id)
            if attended.participants != before.value.participants:
                changed(desk, before, attended)
            for row, line in coming:
                try:
                    written, record = entered(desk, attended, _said(line))
                except RefusedError as refused:
                    problems.append(TextProblem(row, str(refused)))
                    continue
                added.append(written)
                records += [record] if record is not None else []
            _take_back_if(bool(problems) or dry_run)
    except _NothingIsWrittenError:
        records = []
    for record in records:
        desk.host.tell(record)
    return msgspec.structs.replace(found, added=() if problems else tuple(added), problems=tuple(problems))


def _take_back_if(nothing_is_kept: bool) -> None:
    if nothing_is_kept:
        raise _NothingIsWrittenError


_BY_ITSELF = {"id", "meeting", "by", "at", "record", "amends", "correction", "corrected_because", "carries_out"}


def _bare(line: MinutesLine) -> MinutesLine:
    """Return a line without what the program gives it, so that it can be compared."""
    return msgspec.structs.replace(line, id=RecordId(""), record=None, carries_out=None, amends=None, correction=0)


def _said(line: MinutesLine) -> Said:
    given = msgspec.structs.asdict(line)
    return Said(**{name: value for name, value in given.items() if name not in _BY_ITSELF})
