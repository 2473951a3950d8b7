"""Minutes read from a Markdown text with the headings of minutes, for those who type faster in an editor.

Under a heading each line of minutes begins with a dash or a number; what is said beside it (`Reason: …`, `Who: …`) is
indented below. What cannot be read is named by its line in the text.
"""

from collections.abc import Iterator, Mapping

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.exchange.minutes.attributes import ATTRIBUTES, Around, NotReadableError, attribute_called
from supervisor_tui.exchange.minutes.head import ATTENDANCE, MEETING_NUMBER, NUMBER
from supervisor_tui.exchange.minutes.lines_out import blank
from supervisor_tui.exchange.minutes.on_paper import NO_MOMENT, decision_numbers, present
from supervisor_tui.exchange.minutes.parts_of_text import Place, Placed, parts_of, row_of, same, tree_of, words_of
from supervisor_tui.exchange.minutes.read_text import ReadText
from supervisor_tui.exchange.minutes.text_problems import TextProblem
from supervisor_tui.wording import _

__all__ = ["came", "meeting_of_text", "read_minutes"]

_BLANK = blank().strip("*")


class _Found(msgspec.Struct, frozen=True):
    """A line of minutes as it stands in the text, before the decisions that it may name are known."""

    line: MinutesLine
    row: int
    beside: tuple[tuple[int, str, str], ...]


def meeting_of_text(markdown: str) -> MeetingId | None:
    """Return the number of the meeting that a text says it is about."""
    for node in tree_of(markdown).walk():
        if node.type == "paragraph":
            label, _colon, number = words_of(node).partition(":")
            if same(label, MEETING_NUMBER) and number.strip():
                return MeetingId(number.strip())
    return None


def read_minutes(markdown: str, meeting: Meeting) -> ReadText:
    """Return what a text says about a meeting; nothing is raised, what cannot be read is among the problems."""
    problems: list[TextProblem] = []
    pieces = list(parts_of(tree_of(markdown), problems))
    attendance = dict(_attendances(pieces, meeting, problems))
    found = [line for piece in pieces for line in _lines_in(piece, came(meeting, attendance), problems)]
    named = [_named(one, place) for place, one in enumerate(found, 1)]
    lines = tuple(_whole(one, [other.line for other in named], problems) for one in named)
    return ReadText(lines, tuple(one.row for one in found), attendance, tuple(sorted(problems)))


def came(meeting: Meeting, attendance: Mapping[ParticipantId, Attendance]) -> Meeting:
    """Return the meeting with what a text says of who came."""
    people = (
        msgspec.structs.replace(one, attendance=attendance.get(one.id, one.attendance)) for one in meeting.participants
    )
    return msgspec.structs.replace(meeting, participants=tuple(people))


def _attendances(
    pieces: list[Placed], meeting: Meeting, problems: list[TextProblem]
) -> Iterator[tuple[ParticipantId, Attendance]]:
    for piece in pieces:
        if piece.took_part and piece.node.type == "table":
            yield from _attendance(piece.node, meeting, problems)


def _lines_in(piece: Placed, meeting: Meeting, problems: list[TextProblem]) -> Iterator[_Found]:
    if piece.unchanged:
        yield from _unchanged(piece.node, meeting)
    elif piece.place is not None:
        yield from _lines(piece.node, piece.place, meeting, problems)


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


def _lines(node: SyntaxTreeNode, place: Place, meeting: Meeting, problems: list[TextProblem]) -> Iterator[_Found]:
    if node.type in {"bullet_list", "ordered_list"}:
        for item in node.children:
            yield _line(item, place, meeting, problems)
    elif not (node.type == "hr" or (node.type == "paragraph" and _is_blank(node))):
        message = _("begin each line of minutes with “- ” or a number.")
        problems.append(TextProblem(row_of(node), message))


def _line(item: SyntaxTreeNode, place: Place, meeting: Meeting, problems: list[TextProblem]) -> _Found:
    text = ""
    beside: list[tuple[int, str, str]] = []
    for child in item.children:
        if child.type == "paragraph" and not text:
            text = "" if _is_blank(child) else words_of(child).strip()
        elif child.type == "bullet_list":
            beside += (_label_and_words(one) for one in child.children)
        else:
            message = _("write what belongs to a line on one line, and “- Reason: …” and its like indented below.")
            problems.append(TextProblem(row_of(child), message))
    return _Found(_bare(meeting, place, text), row_of(item), tuple(beside))


def _label_and_words(item: SyntaxTreeNode) -> tuple[int, str, str]:
    """Return row, label and words; no words where our sign for a blank stands behind the label."""
    label, _colon, words = words_of(item).partition(":")
    last = [node for node in item.walk() if node.type == "em"][-1:]
    left_blank = bool(last) and same(words, _BLANK) and same(words_of(last[0]), _BLANK)
    return row_of(item), label.strip(), "" if left_blank else words.strip()


def _is_blank(node: SyntaxTreeNode) -> bool:
    """Say whether a paragraph is our own sign that nobody recorded anything: the words in italics and nothing else."""
    inline = node.children[0].children if node.children else []
    return not inline or (len(inline) == 1 and inline[0].type == "em" and same(words_of(inline[0]), _BLANK))


def _whole(found: _Found, lines: list[MinutesLine], problems: list[TextProblem]) -> MinutesLine:
    """Return a line with what is said beside it."""
    around = Around(decisions=decision_numbers(lines, found.line.case))
    said: dict[str, object] = {}
    for row, label, words in found.beside:
        attribute = attribute_called(label)
        if attribute is None:
            known = ", ".join(one.label for one in ATTRIBUTES)
            message = _("nobody knows “{label}”. Known here: {known}.")
            problems.append(TextProblem(row, message.format(label=label, known=known)))
            continue
        if not words:
            continue
        try:
            said[attribute.field] = attribute.read(words, around)
        except NotReadableError as error:
            problems.append(TextProblem(row, str(error)))
    return msgspec.structs.replace(found.line, **said)


def _unchanged(node: SyntaxTreeNode, meeting: Meeting) -> Iterator[_Found]:
    for code in words_of(node).split(","):
        if code.strip():
            place = Place(CaseCode(code.strip()), Part.OPEN, LineKind.NO_CHANGE)
            yield _Found(_bare(meeting, place, ""), row_of(node), ())


def _attendance(
    table: SyntaxTreeNode, meeting: Meeting, problems: list[TextProblem]
) -> Iterator[tuple[ParticipantId, Attendance]]:
    head, *body = table.children
    heads = [words_of(cell).strip() for cell in head.children[0].children]
    columns = {wanted: place for place, one in enumerate(heads) for wanted in (NUMBER, ATTENDANCE) if same(one, wanted)}
    if len(columns) < 2:
        message = _("the table of who took part needs the columns {number} and {attendance}.")
        problems.append(TextProblem(row_of(table), message.format(number=NUMBER, attendance=ATTENDANCE)))
        return
    for row in (row for part in body for row in part.children):
        cells = [words_of(cell).strip() for cell in row.children]
        number = ParticipantId(cells[columns[NUMBER]])
        found = next((one for one in Attendance if same(cells[columns[ATTENDANCE]], one.label)), None)
        if found is None or meeting.participant(number) is None:
            problems.append(TextProblem(row_of(row), _wrong_row(number, found)))
        else:
            yield number, found


def _wrong_row(number: str, found: Attendance | None) -> str:
    if found is None:
        known = ", ".join(one.label for one in Attendance)
        return _("attendance is one of: {known}.").format(known=known)
    return _("nobody with the number {number} was invited.").format(number=number or "–")
