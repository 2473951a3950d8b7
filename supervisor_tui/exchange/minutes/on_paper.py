"""Lines of minutes in the order and with the marks that paper gives them, so that two texts can be compared."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from supervisor_tui.domain.ids import CaseCode, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import CHILD_IS_TOLD, LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.minutes.headings import SECTIONS

__all__ = [
    "NO_MOMENT",
    "cases_spoken_of",
    "decision_behind",
    "decision_numbers",
    "in_order",
    "lines_on_paper",
    "present",
    "unchanged_cases",
    "usual_hearers",
]

_NOBODY = PersonCode("")
NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
_TEXTS = ("text", "reason", "owner", "need", "effects_for", "effects_against")


def present(meeting: Meeting) -> tuple[ParticipantId, ...]:
    """Return who took part: they hear a line unless it, or the head of the minutes, says otherwise."""
    return tuple(one.id for one in meeting.participants if one.attendance is Attendance.PRESENT and one.id)


def usual_hearers(meeting: Meeting, lines: Iterable[MinutesLine]) -> tuple[ParticipantId, ...]:
    """Return who heard the most of these lines, so that it is said once; in doubt who took part."""
    there = present(meeting)
    counted = Counter(line.heard_by for line in lines)
    return max(sorted(counted, key=lambda heard: (heard != there, heard)), key=counted.__getitem__, default=there)


def cases_spoken_of(meeting: Meeting, lines: Iterable[MinutesLine]) -> tuple[CaseCode, ...]:
    """Return the cases of a meeting in its order, then by code those that were spoken of besides."""
    besides = {line.case for line in lines if line.case is not None} - set(meeting.cases)
    return (*meeting.cases, *sorted(besides))


def unchanged_cases(meeting: Meeting, lines: tuple[MinutesLine, ...]) -> tuple[CaseCode, ...]:
    """Return the cases of a management meeting of which no more was said than, once, that nothing has changed."""
    if meeting.kind is not MeetingKind.MANAGEMENT:
        return ()
    said: dict[CaseCode, list[MinutesLine]] = {}
    for line in lines:
        if line.case is not None:
            said.setdefault(line.case, []).append(line)
    codes, usual = cases_spoken_of(meeting, lines), usual_hearers(meeting, lines)
    return tuple(code for code in codes if len(said.get(code, ())) == 1 and _is_bare(said[code][0], usual))


def _is_bare(line: MinutesLine, usual: tuple[ParticipantId, ...]) -> bool:
    """Say whether a line says that nothing has changed and not a word more."""
    bare = msgspec.structs.replace(_as_written(line), id=RecordId(""), carries_out=None)
    return bare == MinutesLine(
        id=RecordId(""),
        meeting=line.meeting,
        kind=LineKind.NO_CHANGE,
        text="",
        by=_NOBODY,
        at=NO_MOMENT,
        case=line.case,
        heard_by=usual,
    )


def in_order(meeting: Meeting, lines: tuple[MinutesLine, ...]) -> tuple[MinutesLine, ...]:
    """Return the lines as they follow each other on paper: open part before closed, by case, by heading."""
    unchanged = unchanged_cases(meeting, lines)
    codes = [code for code in cases_spoken_of(meeting, lines) if code not in unchanged]
    return tuple(_in_order(lines, codes, unchanged))


def _in_order(
    lines: tuple[MinutesLine, ...], codes: list[CaseCode], unchanged: tuple[CaseCode, ...]
) -> Iterator[MinutesLine]:
    for part in Part:
        for code in (*codes, None):
            for section in SECTIONS:
                yield from (x for x in lines if (x.part, x.case, x.kind) == (part, code, section.kind))
        if part is Part.OPEN:
            for code in unchanged:
                yield from (line for line in lines if line.case == code)


def decision_numbers(lines: Iterable[MinutesLine], case: CaseCode | None) -> dict[RecordId, int]:
    """Return the number of each decision on a case, in the order of the paper."""
    decisions = [line.id for line in lines if line.case == case and line.kind is LineKind.DECISION]
    return {decision: number for number, decision in enumerate(decisions, 1)}


def decision_behind(line: MinutesLine, lines: Iterable[MinutesLine]) -> RecordId | None:
    """Return what an action carries out unless it says otherwise: the last decision on its case, if there is one.

    Telling the child what was decided carries out none by itself.
    """
    if line.kind is not LineKind.ACTION or line.need == CHILD_IS_TOLD:
        return None
    return next(reversed(decision_numbers(lines, line.case)), None)


def lines_on_paper(meeting: Meeting, lines: tuple[MinutesLine, ...]) -> tuple[MinutesLine, ...]:
    """Return what a paper holds of these lines: their order, their words and marks, and not who typed them when.

    Each is named by its place on the paper, from 1; what carries out a decision names that decision's place.
    """
    ordered = in_order(meeting, lines)
    places = {line.id: RecordId(str(place)) for place, line in enumerate(ordered, 1)}
    decided = {line.id: line.case for line in ordered if line.kind is LineKind.DECISION}
    return tuple(
        msgspec.structs.replace(
            _as_written(line),
            id=places[line.id],
            carries_out=places[line.carries_out]
            if line.carries_out in decided and decided[line.carries_out] == line.case
            else None,
        )
        for line in ordered
    )


def _as_written(line: MinutesLine) -> MinutesLine:
    clean = {name: shown(getattr(line, name)).strip() for name in _TEXTS}
    return msgspec.structs.replace(
        line, **clean, by=_NOBODY, at=NO_MOMENT, record=None, amends=None, correction=0, corrected_because=""
    )
