"""The agenda in minutes: a point a line, with its case before the words and its length behind them."""

import re

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.exchange.minutes.headings import AGENDA, blank
from supervisor_tui.exchange.minutes.lines_out import Naming
from supervisor_tui.exchange.minutes.nodes import on_one_line, row_of, words_but_blank, words_of
from supervisor_tui.exchange.minutes.reading import Reading
from supervisor_tui.exchange.paper.typed_text import text_as_markdown
from supervisor_tui.wording import _

__all__ = ["agenda", "with_agenda"]

_LENGTH = _("({minutes} min)")


def agenda(meeting: Meeting, naming: Naming) -> list[str]:
    """Return the agenda."""
    if not meeting.agenda:
        return []
    points = (f"{number}. {_point(point, naming)}" for number, point in enumerate(meeting.agenda, 1))
    return ["## " + AGENDA, "\n".join(points)]


def _point(point: AgendaLine, naming: Naming) -> str:
    case = f"{naming(point.case)}: " if point.case else ""
    length = f" {_LENGTH.format(minutes=point.minutes)}" if point.minutes else ""
    return f"{case}{text_as_markdown(point.text) or blank()}{length}"


def with_agenda(meeting: Meeting, nodes: list[SyntaxTreeNode], reading: Reading) -> Meeting:
    """Return a meeting with the agenda of a text, in its order; points that the text leaves out stay behind them.

    A point that is here keeps which rule proposed it and whose case it is.
    """
    left = list(meeting.agenda)
    points: list[AgendaLine] = []
    otherwise = _("write each point of the agenda on one line that begins with a number.")
    for item in reading.items(nodes, otherwise):
        read = _as_point(item, meeting)
        known = next((one for one in left if _as_read(one) == _as_read(read)), None)
        if known is None:
            reading.changed(row_of(item), AGENDA, "", words_of(item).strip())
        else:
            left.remove(known)
        points.append(known or read)
    if points:
        reading.left_out += (f"{AGENDA}: {on_one_line(one.text)}" for one in left)
    return msgspec.structs.replace(meeting, agenda=(*points, *left))


def _as_point(item: SyntaxTreeNode, meeting: Meeting) -> AgendaLine:
    """Return a point as it is typed; only the code of one of the cases before its words is its case."""
    words, minutes = words_of(item).strip(), None
    before, after = _LENGTH.split("{minutes}")
    if found := re.fullmatch(rf"(.*?)\s*{re.escape(before)}(\d{{1,4}}){re.escape(after)}", words):
        words, minutes = found[1], int(found[2]) or None
    code, _colon, rest = words.partition(":")
    case = next((one for one in meeting.cases if one.casefold() == code.strip().casefold()), None)
    return AgendaLine(text=words_but_blank(item, rest if case else words), case=case, minutes=minutes)


def _as_read(point: AgendaLine) -> tuple[CaseCode | None, str, int | None]:
    return point.case, on_one_line(point.text), point.minutes or None
