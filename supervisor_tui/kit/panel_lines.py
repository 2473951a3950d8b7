"""The picture that a guidance set contributes, as lines of a width: each kind of section in one function."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.shown_text import cells, fit, shown
from supervisor_tui.guidance.panels import Grid, Line, Lines, Panel, Paragraph, Section, Stages
from supervisor_tui.kit.line_canvas import Piece
from supervisor_tui.kit.marks import Marks, result_tone
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.wrapping import wrapped

__all__ = ["PanelLine", "panel_lines"]

_GAP = 2
_WIDEST_NOTE = 28


class PanelLine(Struct, frozen=True):
    """A line of the screen; `line` is what can be chosen there."""

    pieces: tuple[Piece, ...]
    line: Line | None = None


def panel_lines(panel: Panel, width: int, marks: Marks) -> tuple[PanelLine, ...]:
    """Return a panel in lines of `width` cells, an empty one between sections."""
    lines: list[PanelLine] = []
    for section in panel.sections:
        lines.extend((PanelLine(()),) if lines else ())
        lines.extend(_heading(section.title, width))
        lines.extend(_section(section, width, marks))
    return tuple(lines)


def _section(section: Section, width: int, marks: Marks) -> Iterator[PanelLine]:
    match section:
        case Lines():
            return _lines(section, width, marks)
        case Stages():
            return _stages(section, width, marks)
        case Grid():
            return _grid(section, width, marks)
        case Paragraph():
            return _text(section.text, width)


def _heading(title: str, width: int) -> Iterator[PanelLine]:
    return _text(title, width, Tone.STRONG) if title else iter(())


def _text(text: str, width: int, tone: Tone = Tone.PLAIN) -> Iterator[PanelLine]:
    for line in wrapped(text, width):
        yield PanelLine((Piece(line, tone),))


def _lines(section: Lines, width: int, marks: Marks) -> Iterator[PanelLine]:
    """Draw each line with its mark, its text wrapped, its note beside the first line of the text."""
    notes = min(_WIDEST_NOTE, max((cells(shown(line.note)) for line in section.lines), default=0), width // 3)
    room = max(1, width - 2 - (notes + _GAP if notes else 0))
    for line in section.lines:
        sign, tone = _sign(line.mark, marks)
        for number, text in enumerate(wrapped(line.text, room)):
            if number:
                yield PanelLine((Piece(f"  {text}"),))
                continue
            pad = " " * (room - cells(text) + _GAP)
            note = Piece(pad + fit(line.note, notes, more=marks.more), Tone.QUIET)
            yield PanelLine((Piece(f"{sign} ", tone), Piece(text), *((note,) if line.note else ())), line)


def _stages(section: Stages, width: int, marks: Marks) -> Iterator[PanelLine]:
    """Draw the stages in a row, broken where it is full, and below it what they still ask for."""
    row: list[Piece] = []
    used = 0
    for stage in section.stages:
        sign, tone = _sign(stage.mark, marks)
        title = fit(stage.title, max(1, width - 6))
        pieces = (
            Piece(f"{marks.cursor if stage.here else ''}{sign} ", tone),
            Piece(title, Tone.STRONG if stage.here else Tone.PLAIN),
            Piece(" " * _GAP),
        )
        needed = sum(cells(piece.text) for piece in pieces)
        if row and used + needed - _GAP > width:
            yield PanelLine(tuple(row))
            row, used = [], 0
        row.extend(pieces)
        used += needed
    yield PanelLine(tuple(row))
    for stage in section.stages:
        if stage.missing:
            yield from _text(f"{stage.title}: {stage.missing}", width, Tone.QUIET)


def _grid(section: Grid, width: int, marks: Marks) -> Iterator[PanelLine]:
    """Draw the table; where it is too wide the widest columns give way."""
    rows = [[shown(cell) for cell in row] for row in (section.columns, *section.rows)]
    widths = _column_widths(rows, width)
    for number, row in enumerate(rows):
        padded = (
            text + " " * (room - cells(text))
            for cell, room in zip_longest(row, widths, fillvalue="")
            if isinstance(room, int)
            for text in (fit(str(cell), room, more=marks.more),)
        )
        yield PanelLine((Piece((" " * _GAP).join(padded), Tone.STRONG if number == 0 else Tone.PLAIN),))


def _column_widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    widths = [max(map(cells, column)) for column in zip_longest(*rows, fillvalue="")]
    while widths and sum(widths) + _GAP * (len(widths) - 1) > width and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _sign(result: Result | None, marks: Marks) -> tuple[str, Tone]:
    return (" ", Tone.PLAIN) if result is None else (marks.of(result), result_tone(result))
