"""The drawing of a list, a line at a time: only the lines in view are asked for, however many there are."""

from abc import abstractmethod
from collections.abc import Iterable
from itertools import chain, groupby
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.shown_text import cells, fit
from supervisor_tui.kit.columns import Align, Cell
from supervisor_tui.kit.marks import Marks, result_tone, terminal_marks
from supervisor_tui.kit.tones import Tone, tone_rules

__all__ = ["GUTTER", "NO_LINE", "LineCanvas", "Piece"]

NO_LINE = -1
"""The cursor of a list without a line to stand on."""

GUTTER = 2
"""Cells at the left for the sign of the cursor and of a marked line."""


class Piece(NamedTuple):
    """A part of a line: its text, cut and padded already, and its tone."""

    text: str
    tone: Tone = Tone.PLAIN


class LineCanvas(ScrollView, can_focus=True):
    """Draws lines by number below a header that stays; `line_count` and `draw_line` say what they are."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-view--header",
        "line-view--cursor",
        *(f"line-view--{tone}" for tone in Tone),
    }
    DEFAULT_CSS = f"""
    LineCanvas {{
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        .line-view--header {{ text-style: bold; color: $foreground 75%; background: $surface; }}
        .line-view--cursor {{
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
        }}
        {tone_rules("line-view")}
    }}
    LineCanvas:focus .line-view--cursor {{
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }}
    """

    header_lines: ClassVar[int] = 0
    """Lines at the top that stay when the rest scrolls."""

    cursor: var[int] = var(NO_LINE, init=False)

    def __init__(
        self,
        *,
        empty: str = "",
        marks: Marks | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.empty = empty
        self.marks = marks or terminal_marks()

    @property
    @abstractmethod
    def line_count(self) -> int:
        """How many lines there are, in view or not."""

    @abstractmethod
    def draw_line(self, index: int, width: int) -> Iterable[Piece]:
        """Return the pieces of one line, for `width` cells to the right of the gutter."""

    def is_marked(self, index: int) -> bool:  # noqa: ARG002 - for lists that have marks
        """Say whether the line carries a person's mark."""
        return False

    def draw_header(self, width: int) -> Iterable[Piece]:  # noqa: ARG002 - for lists that have a header
        """Return the pieces of the header, for `width` cells to the right of the gutter."""
        return ()

    def cell_piece(self, cell: str | Cell | Result, width: int, align: Align = Align.LEFT) -> Piece:
        """Return a cell cleaned, cut and padded to `width`; an answer becomes its sign."""
        if isinstance(cell, Cell):
            text, tone = cell.text, cell.tone
        elif isinstance(cell, Result):
            text, tone = self.marks.of(cell), result_tone(cell)
        else:
            text, tone = cell, Tone.PLAIN
        fitted = fit(text, width, more=self.marks.more)
        pad = " " * (width - cells(fitted))
        return Piece(pad + fitted if align is Align.RIGHT else fitted + pad, tone)

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the screen, as Textual asks for it."""
        width = self.size.width
        if y < self.header_lines:
            style = self.get_component_rich_style("line-view--header")
            header = (Piece(" " * GUTTER), *self.draw_header(max(0, width - GUTTER)))
            return Strip([Segment(text, style) for text, _ in header]).adjust_cell_length(width, style)
        index = y - self.header_lines + self.scroll_offset.y
        if index >= self.line_count:
            return self._below_the_lines(index, width)
        here = index == self.cursor
        gutter = (self.marks.cursor if here else " ") + (self.marks.marked if self.is_marked(index) else " ")
        pieces = chain((Piece(gutter),), self.draw_line(index, max(0, width - GUTTER)))
        runs = groupby(pieces, lambda piece: Tone.PLAIN if here else piece.tone)
        strip = Strip([Segment("".join(text for text, _ in run), self._style(tone, here)) for tone, run in runs])
        return strip.adjust_cell_length(width, self._style(Tone.PLAIN, here))

    def resize_lines(self) -> None:
        """Take note of another number of lines, or another width."""
        self.virtual_size = Size(self.size.width, self.header_lines + max(1, self.line_count))

    def _below_the_lines(self, index: int, width: int) -> Strip:
        style = self._style(Tone.QUIET, on_cursor=False)
        if self.line_count or index:
            return Strip.blank(width, self._style(Tone.PLAIN, on_cursor=False))
        text = " " * GUTTER + fit(self.empty, max(0, width - GUTTER), more=self.marks.more)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _style(self, tone: Tone, on_cursor: bool) -> Style:
        """Return the style of a piece; below the cursor there are no tones, which would not be read on its colour."""
        return self.get_component_rich_style(f"line-view--{'cursor' if on_cursor else tone}")
