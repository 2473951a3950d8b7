"""Shows the picture that a guidance set draws of a case; only the lines in view are drawn."""

from collections.abc import Iterable

from textual.message import Message

from supervisor_tui.guidance.panels import Line, Panel
from supervisor_tui.kit.line_canvas import GUTTER, Piece
from supervisor_tui.kit.line_view import LineView
from supervisor_tui.kit.marks import Marks
from supervisor_tui.kit.panel_lines import PanelLine, panel_lines

__all__ = ["PanelLineChosen", "PanelView"]


class PanelLineChosen(Message):
    """Enter or a double click on a line of a panel: its evidence, or the form for what is missing, can be opened."""

    def __init__(self, panel_view: "PanelView", line: Line) -> None:
        super().__init__()
        self.panel_view = panel_view
        self.line = line

    @property
    def control(self) -> "PanelView":
        """The panel's view, for `@on(PanelLineChosen, "#id")`."""
        return self.panel_view


class PanelView(LineView):
    """A panel; the cursor goes over its marked lines, the rest scrolls."""

    def __init__(
        self,
        panel: Panel,
        *,
        empty: str = "",
        marks: Marks | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(empty=empty, marks=marks, id=id, classes=classes)
        self.panel = panel
        self._lines: tuple[PanelLine, ...] = ()

    @property
    def line_count(self) -> int:
        """The lines at this width."""
        return len(self._lines)

    @property
    def line(self) -> Line | None:
        """The panel's line that the cursor stands on."""
        return self._lines[self.cursor].line if self.is_stop(self.cursor) else None

    def replace_panel(self, panel: Panel) -> None:
        """Show another panel, the cursor at the same place."""
        self.panel = panel
        self._draw_anew()

    def is_stop(self, index: int) -> bool:
        """Say whether there is something to choose."""
        return 0 <= index < len(self._lines) and self._lines[index].line is not None

    def draw_line(self, index: int, width: int) -> Iterable[Piece]:  # noqa: ARG002 - broken already
        """Return a line as it was broken for this width."""
        return self._lines[index].pieces

    def choose_line(self, index: int) -> None:
        """Post `PanelLineChosen`."""
        line = self._lines[index].line
        if line is not None:
            self.post_message(PanelLineChosen(self, line))

    def on_resize(self) -> None:
        """Break the lines for the width there is."""
        self._draw_anew()

    def _draw_anew(self) -> None:
        here = self.line
        self._lines = self._broken()
        place = next(
            (number for number, shown in enumerate(self._lines) if shown.line is here is not None), self.cursor
        )
        self.lines_changed(place)

    def _broken(self) -> tuple[PanelLine, ...]:
        """Break the lines so that a scroll bar, where they need one, hides none of their cells."""
        room = max(1, self.size.width - GUTTER)
        lines = panel_lines(self.panel, room, self.marks)
        if len(lines) <= self.size.height:
            return lines
        return panel_lines(self.panel, max(1, room - self.styles.scrollbar_size_vertical), self.marks)
