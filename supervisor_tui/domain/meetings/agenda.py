"""The agenda put in order: by caseworker, and by hand; what stands under one caseworker stays together."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.wording import _, ngettext

__all__ = ["AgendaTime", "by_caseworker", "cases_in_order", "moved", "time_in_words", "time_of", "with_joining"]

Agenda = tuple[AgendaLine, ...]


class AgendaTime(msgspec.Struct, frozen=True):
    """How many minutes the points take together, and how many points nobody timed."""

    minutes: int
    untimed: int


def time_of(lines: Iterable[AgendaLine]) -> AgendaTime:
    """Return how long an agenda takes."""
    given = [line.minutes for line in lines]
    return AgendaTime(sum(one for one in given if one is not None), given.count(None))


def time_in_words(lines: Iterable[AgendaLine], planned: int | None = None) -> str:
    """Return how long points take, against how long the meeting may take; "" where nothing of it is known."""
    time = time_of(lines)
    if not time.minutes and planned is None:
        return ""
    words = _("{n} of {planned} minutes") if planned is not None else _("{n} minutes")
    open_points = ngettext("{n} point without a time", "{n} points without a time", time.untimed).format(n=time.untimed)
    counted = words.format(n=time.minutes, planned=planned)
    return f"{counted}, {open_points}" if time.untimed else counted


def by_caseworker(
    lines: Iterable[AgendaLine], cases: Sequence[CaseCode], carried_by: Callable[[CaseCode], PersonCode | None]
) -> Agenda:
    """Return the points under the caseworkers who carry the cases, whose first case comes first; the others at the end.

    Under a caseworker the cases stand in the order of the meeting; those that it did not choose come behind them.
    """
    told = [msgspec.structs.replace(line, by=carried_by(line.case) if line.case else None) for line in lines]
    codes = list(dict.fromkeys((*cases, *(line.case for line in told if line.case))))
    people = list(dict.fromkeys(carried_by(code) for code in codes))

    def place(line: AgendaLine) -> tuple[bool, int, int]:
        if line.case is None:
            return (True, 0, 0)
        return (False, people.index(line.by), codes.index(line.case))

    return tuple(sorted(told, key=place))


def with_joining(kept: Sequence[AgendaLine], joining: Iterable[AgendaLine]) -> Agenda:
    """Return the points with those that join: behind the last of the same caseworker, else behind those of cases."""
    lines = list(kept)
    for line in joining:
        same = [at for at, one in enumerate(lines) if line.by is not None and one.by == line.by]
        with_a_case = [at for at, one in enumerate(lines) if one.case is not None]
        lines.insert(max(same or with_a_case, default=-1) + 1, line)
    return tuple(lines)


def moved(lines: Agenda, at: int, to: int) -> Agenda:
    """Return the points with one of them in another place; a caseworker's points go together beyond their own.

    at, to: places from 0. Raises IndexError where there is no such point.
    """
    if not (0 <= at < len(lines) and 0 <= to < len(lines)):
        raise IndexError(max(at, to))
    start, end = _together(lines, at)
    if start <= to < end:
        start, end, place = at, at + 1, to
    else:
        first, behind = _together(lines, to)
        place = first if to < start else behind - (end - start)
    rest = lines[:start] + lines[end:]
    return rest[:place] + lines[start:end] + rest[place:]


def cases_in_order(cases: Sequence[CaseCode], lines: Iterable[AgendaLine]) -> tuple[CaseCode, ...]:
    """Return the cases in the order in which the agenda takes them; those without a point stay behind them."""
    taken = dict.fromkeys(line.case for line in lines if line.case in cases)
    return tuple(code for code in (*taken, *(one for one in cases if one not in taken)) if code is not None)


def _together(lines: Agenda, at: int) -> tuple[int, int]:
    """Return where the points begin and end that move together with one: those of its caseworker around it."""
    start, end = at, at + 1
    by = lines[at].by
    while by is not None and start > 0 and lines[start - 1].by == by:
        start -= 1
    while by is not None and end < len(lines) and lines[end].by == by:
        end += 1
    return start, end
