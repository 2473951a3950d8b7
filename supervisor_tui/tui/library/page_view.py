"""A page of the Library as lines: its text, drawn where it is in view, and below it the cases it holds up today."""

from collections.abc import Iterable, Sequence

import msgspec
from textual.message import Message

from supervisor_tui.casework.library import HeldUp
from supervisor_tui.domain.shown_text import cells, fit, shown
from supervisor_tui.kit.columns import GAP
from supervisor_tui.kit.line_canvas import GUTTER, Piece
from supervisor_tui.kit.line_view import LineView
from supervisor_tui.kit.markdown_lines import markdown_lines
from supervisor_tui.kit.tones import Tone

__all__ = ["CaseChosen", "CasesHeld", "PageView"]

_CASE, _HOW = 10, 14


class CasesHeld(msgspec.Struct, frozen=True):
    """A heading and the cases below it; `note` stands beside the heading."""

    title: str
    cases: tuple[HeldUp, ...]
    note: str = ""


class CaseChosen(Message):
    """Enter or a double click on a case."""

    def __init__(self, held: HeldUp) -> None:
        super().__init__()
        self.held = held


class PageView(LineView):
    """The cursor goes over the cases; without one, and above the first, the arrows scroll the text."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.text = ""
        self.below: tuple[str, ...] = ()
        self.held: tuple[CasesHeld, ...] = ()
        self._lines: tuple[tuple[tuple[Piece, ...], HeldUp | None], ...] = ()

    @property
    def line_count(self) -> int:
        """The lines at this width."""
        return len(self._lines)

    @property
    def chosen(self) -> HeldUp | None:
        """The case of the cursor."""
        return self._lines[self.cursor][1] if self.is_stop(self.cursor) else None

    def show(self, text: str, held: Sequence[CasesHeld], below: Sequence[str] = ()) -> None:
        """Show a text in Markdown, the cases it holds up, and quiet lines at the end."""
        self.text, self.held, self.below = text, tuple(held), tuple(below)
        self._draw_anew()

    def is_stop(self, index: int) -> bool:
        """Say whether a case stands there."""
        return 0 <= index < len(self._lines) and self._lines[index][1] is not None

    def draw_line(self, index: int, width: int) -> Iterable[Piece]:  # noqa: ARG002 - broken already
        """Return a line as it was broken for this width."""
        return self._lines[index][0]

    def choose_line(self, index: int) -> None:
        """Post `CaseChosen`."""
        held = self._lines[index][1]
        if held is not None:
            self.post_message(CaseChosen(held))

    def on_resize(self) -> None:
        """Break the lines for the width there is."""
        self._draw_anew()

    def _draw_anew(self) -> None:
        width = max(1, self.size.width - GUTTER)
        top = self.scroll_offset.y
        here = self.chosen
        self._lines = (
            *((line, None) for line in markdown_lines(self.text, width)),
            *(line for group in self.held for line in self._of_group(group, width)),
            *((line, None) for line in (((),) if self.below else ())),
            *(((Piece(fit(line, width, more=self.marks.more), Tone.QUIET),), None) for line in self.below),
        )
        place = next((number for number, (_line, held) in enumerate(self._lines) if held and held == here), self.cursor)
        self.lines_changed(place)
        self.scroll_to(y=top, animate=False, force=True)

    def _of_group(self, group: CasesHeld, width: int) -> Iterable[tuple[tuple[Piece, ...], HeldUp | None]]:
        yield (), None
        title = f"{group.title}  {len({held.case for held in group.cases})}"
        yield (Piece(title, Tone.STRONG), Piece(" " * GAP + group.note, Tone.QUIET)), None
        room = max(1, width - _CASE - _HOW - 2 * GAP)
        for held in group.cases:
            what, how = fit(held.what, room, more=self.marks.more), fit(held.how, _HOW, more=self.marks.more)
            code = fit(shown(held.case), _CASE, more=self.marks.more)
            padded = code + " " * (_CASE - cells(code) + GAP) + what + " " * (room - cells(what) + GAP)
            yield (Piece(padded), Piece(how, Tone.QUIET)), held
