"""A list with one cursor over its lines: keys, mouse and paging, shared by `VirtualTable` and `WorkList`.

Moving the cursor redraws two lines.
"""

from abc import abstractmethod
from itertools import chain

from textual import events

from supervisor_tui.kit.command import Commanded, commands_of
from supervisor_tui.kit.line_canvas import GUTTER, NO_LINE, LineCanvas
from supervisor_tui.kit.line_commands import LINE_COMMANDS, ChooseLine

__all__ = ["LineView"]


class LineView(Commanded, LineCanvas, inherit_bindings=False, can_focus=True):
    """A canvas with a cursor; which lines it can stand on is the business of `is_stop`.

    A screen that declares a command on Enter gets the key, and calls `choose` to have the line's own Enter.
    """

    ACTIONS = LINE_COMMANDS

    @abstractmethod
    def choose_line(self, index: int) -> None:
        """Do what Enter and a double click on the line do."""

    def is_stop(self, index: int) -> bool:
        """Say whether the cursor can stand on the line."""
        return 0 <= index < self.line_count

    def line_highlighted(self, index: int) -> None:
        """Be told where the cursor stands after it moved or the lines changed; `NO_LINE` is nowhere."""

    def header_clicked(self, cell: int) -> None:
        """Be told that the header was clicked so many cells right of the gutter."""

    def choose(self) -> None:
        """Do what Enter does, on the line of the cursor."""
        if self.is_stop(self.cursor):
            self.choose_line(self.cursor)

    def lines_changed(self, cursor: int) -> None:
        """Draw everything anew, the cursor on line `cursor` or the nearest one that it can stand on.

        The line is told also where the cursor stays: another line, or other words, may stand at its place.
        """
        self.resize_lines()
        stop = self._nearest_stop(cursor)
        self.set_reactive(LineCanvas.cursor, stop)
        self._show_cursor()
        self.refresh()
        self.line_highlighted(stop)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Leave Enter to a screen with a command bound to it, so that the footer can say what it does."""
        return not (action == ChooseLine.name() and self._screen_takes_enter())

    def on_mount(self) -> None:
        """Put the cursor on the first line."""
        self.lines_changed(self.cursor)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.resize_lines()
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a clicked line; a double click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.stop()
        if offset.y < self.header_lines:
            self.header_clicked(offset.x - GUTTER)
            return
        index = offset.y - self.header_lines + self.scroll_offset.y
        if self.is_stop(index):
            self.cursor = index
            if event.chain == 2:
                self.choose_line(index)

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the line that was left and the line that was reached."""
        for index in (before, after):
            self.refresh_lines(index + self.header_lines)
        self._show_cursor()
        self.line_highlighted(after)

    def action_line_up(self) -> None:
        """Handle `LineUp`."""
        self._step(-1)

    def action_line_down(self) -> None:
        """Handle `LineDown`."""
        self._step(1)

    def action_page_up(self) -> None:
        """Handle `PageUp`."""
        self._leap(max(0, self.cursor - self._page), -self._page)

    def action_page_down(self) -> None:
        """Handle `PageDown`."""
        self._leap(min(self.line_count - 1, self.cursor + self._page), self._page)

    def action_first_line(self) -> None:
        """Handle `FirstLine`."""
        self.cursor = self._nearest_stop(0)
        self.scroll_to(y=0, animate=False, force=True)

    def action_last_line(self) -> None:
        """Handle `LastLine`."""
        self.cursor = self._nearest_stop(self.line_count - 1)

    def action_choose_line(self) -> None:
        """Handle `ChooseLine`."""
        self.choose()

    @property
    def _page(self) -> int:
        return max(1, self.size.height - self.header_lines)

    def _step(self, step: int) -> None:
        index = self.cursor + step
        while 0 <= index < self.line_count and not self.is_stop(index):
            index += step
        if self.is_stop(index):
            self.cursor = index
        else:
            self._scroll_by(step)

    def _leap(self, index: int, lines: int) -> None:
        stop = self._nearest_stop(index)
        if stop == self.cursor:
            self._scroll_by(lines)
        else:
            self.cursor = stop

    def _scroll_by(self, lines: int) -> None:
        """Bring lines into view that the cursor cannot reach, such as a heading at the top or a text at the end."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def _nearest_stop(self, index: int) -> int:
        first = min(max(index, 0), self.line_count - 1)
        for candidate in chain(range(first, self.line_count), range(first - 1, -1, -1)):
            if self.is_stop(candidate):
                return candidate
        return NO_LINE

    def _show_cursor(self) -> None:
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=max(0, self.cursor), animate=False, force=True)
        elif self.cursor >= top + self._page:
            self.scroll_to(y=self.cursor - self._page + 1, animate=False, force=True)

    def _screen_takes_enter(self) -> bool:
        return any(
            "enter" in command.bound_keys()
            for node in self.ancestors
            if isinstance(node, Commanded)
            for command in commands_of(type(node))
        )
