"""Lines of minutes read from a text: under a heading, each with what is said beside it indented below."""

from collections.abc import Iterable, Iterator

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, Part
from supervisor_tui.exchange.minutes.attributes import ATTRIBUTES, Around, as_heard, attribute_called
from supervisor_tui.exchange.minutes.facts_of_meeting import HEARD_BY
from supervisor_tui.exchange.minutes.nodes import is_blank, label_and_words, row_of, same, words_of
from supervisor_tui.exchange.minutes.on_paper import NO_MOMENT, decision_behind, decision_numbers, present
from supervisor_tui.exchange.minutes.parts_of_text import Place, Placed, Under
from supervisor_tui.exchange.minutes.read_text import ReadLine
from supervisor_tui.exchange.minutes.reading import NotReadableError, Reading
from supervisor_tui.wording import _

__all__ = ["read_lines"]


class _Found(msgspec.Struct, frozen=True):
    """A line of minutes as it stands in the text, before the decisions that it may name are known."""

    line: MinutesLine
    row: int
    beside: tuple[tuple[int, str, str], ...]


def read_lines(pieces: Iterable[Placed], meeting: Meeting, reading: Reading) -> Iterator[ReadLine]:
    """Give the lines of minutes of a text, each named by its place in it, from 1.

    meeting: with who came by the text, for they hear a line unless it, or the head of the text, says otherwise.
    """
    pieces = list(pieces)
    usual = _said_of_all(pieces, meeting, reading)
    found = [one for piece in pieces for one in _lines_in(piece, meeting, reading)]
    named = [_named(one, place) for place, one in enumerate(found, 1)]
    lines = [one.line for one in named]
    return (_whole(one, lines, meeting, reading, usual) for one in named)


def _said_of_all(pieces: list[Placed], meeting: Meeting, reading: Reading) -> dict[str, object]:
    """Return who heard each line, where the head of the text says so."""
    around = Around(people=tuple(one.id for one in meeting.participants))
    head = (item for piece in pieces if piece.under is Under.HEAD for item in piece.node.children)
    for row, label, words in map(label_and_words, head):
        if words and same(label, HEARD_BY):
            try:
                return {"heard_by": as_heard(words, around)}
            except NotReadableError as error:
                reading.problem(row, str(error))
    return {}


def _lines_in(piece: Placed, meeting: Meeting, reading: Reading) -> Iterator[_Found]:
    if piece.under is Under.NO_CHANGE:
        yield from _unchanged(piece.node, meeting)
    elif piece.place is not None:
        yield from _lines(piece.node, piece.place, meeting, reading)


def _named(found: _Found, place: int) -> _Found:
    return msgspec.structs.replace(found, line=msgspec.structs.replace(found.line, id=RecordId(str(place))))


def _bare(meeting: Meeting, place: Place, text: str) -> MinutesLine:
    return MinutesLine(
        id=RecordId(""),
        meeting=meeting.id,
        kind=place.kind,
        text=text,
        by=PersonCode(""),
        at=NO_MOMENT,
        case=place.case,
        part=place.part,
        heard_by=present(meeting),
    )


def _lines(node: SyntaxTreeNode, place: Place, meeting: Meeting, reading: Reading) -> Iterator[_Found]:
    if node.type in {"bullet_list", "ordered_list"}:
        for item in node.children:
            yield _line(item, place, meeting, reading)
    elif not (node.type == "paragraph" and is_blank(node)):
        reading.problem(row_of(node), _("begin each line of minutes with “- ” or a number."))


def _line(item: SyntaxTreeNode, place: Place, meeting: Meeting, reading: Reading) -> _Found:
    text = ""
    beside: list[tuple[int, str, str]] = []
    otherwise = _("write what belongs to a line on one line, and “- Reason: …” and its like indented below.")
    for number, child in enumerate(item.children):
        if child.type == "paragraph" and number == 0:
            text = "" if is_blank(child) else words_of(child).strip()
        elif child.type == "bullet_list":
            beside += map(label_and_words, reading.items([child], otherwise))
        else:
            reading.problem(row_of(child), otherwise)
    return _Found(_bare(meeting, place, text), row_of(item), tuple(beside))


def _whole(
    found: _Found, lines: list[MinutesLine], meeting: Meeting, reading: Reading, usual: dict[str, object]
) -> ReadLine:
    """Return a line with what is said beside it; an action without a word of that carries out the last decision.

    usual: what the head of the text says of each line that does not say otherwise.
    """
    around = Around(people=tuple(one.id for one in meeting.participants), meant=reading.meant)
    around = msgspec.structs.replace(around, decisions=decision_numbers(lines, found.line.case))
    said: dict[str, object] = {}
    for row, label, words in found.beside:
        attribute = attribute_called(label)
        if attribute is None or attribute.field in said:
            known = (one.label for one in ATTRIBUTES)
            reading.no_such_label(row, label, known, twice=attribute is not None)
        elif words:
            try:
                said[attribute.field] = attribute.read(words, around)
            except NotReadableError as error:
                reading.problem(row, str(error))
    line = msgspec.structs.replace(found.line, **(usual | said))
    if "carries_out" not in said:
        line = msgspec.structs.replace(line, carries_out=decision_behind(line, lines))
    return ReadLine(line, found.row, frozenset(usual | said))


def _unchanged(node: SyntaxTreeNode, meeting: Meeting) -> Iterator[_Found]:
    for paragraph in (one for one in node.walk() if one.type == "paragraph"):
        for code in words_of(paragraph).split(","):
            if code.strip():
                place = Place(CaseCode(code.strip().upper()), Part.OPEN, LineKind.NO_CHANGE)
                yield _Found(_bare(meeting, place, ""), row_of(paragraph), ())
