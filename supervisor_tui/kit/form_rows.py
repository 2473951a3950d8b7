"""A field that holds rows, such as the goals of a plan: a line a row, each filled in on a form of its own."""

from collections.abc import Iterable, Mapping

from textual import work

from supervisor_tui.guidance.forms import FormField
from supervisor_tui.kit.columns import Cell
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.form_controls import Control, FieldAnswered, FormTools
from supervisor_tui.kit.line_canvas import Piece
from supervisor_tui.kit.line_view import LineView
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import N_, _

__all__ = ["RemoveRow", "RowsControl"]


class RemoveRow(Command):
    """Take the row out of the list."""

    BINDING_KEY = "delete"
    TITLE = N_("Remove row")
    FOOTER = N_("remove row")
    GROUP = N_("Form")


class RowsControl(LineView, Control):
    """The rows, and a last line that adds one, where the cursor stands once a row joined.

    Whoever goes on with Enter and types then begins a row, and never writes over the one just filled in.
    """

    ACTIONS = (RemoveRow,)
    DEFAULT_CSS = "RowsControl { width: 1fr; height: auto; max-height: 8; }"

    def __init__(self, field: FormField, tools: FormTools) -> None:
        super().__init__()
        self.field = field
        self.tools = tools
        self.values: list[dict[str, object]] = []

    @property
    def line_count(self) -> int:
        """The rows and the line that adds one."""
        return len(self.values) + 1

    def raw(self) -> list[dict[str, object]]:
        """Return the rows."""
        return [dict(row) for row in self.values]

    def put(self, value: object) -> None:
        """Put rows into the field."""
        rows = value if isinstance(value, list | tuple) else ()
        self.values = [dict(row) for row in rows if isinstance(row, Mapping)]
        self.lines_changed(0)

    def read(self) -> object:
        """Return the rows, None where there is none."""
        return self.raw() or None

    def keys(self) -> str:
        """Return what opens and removes rows."""
        return _("Enter opens a row, Del removes it")

    def draw_line(self, index: int, width: int) -> Iterable[Piece]:
        """Return a row in one line: what its fields hold."""
        if index == len(self.values):
            return (self.cell_piece(Cell(_("+ add a row"), Tone.QUIET), width),)
        row = self.values[index]
        words = (_in_words(field, row[field.name]) for field in self.field.rows if row.get(field.name))
        return (self.cell_piece("  ".join(words), width),)

    def choose_line(self, index: int) -> None:
        """Open the row, or a blank one."""
        self._fill_in(index)

    def action_remove_row(self) -> None:
        """Handle `RemoveRow`."""
        if self.cursor < len(self.values):
            del self.values[self.cursor]
            self._rows_changed(self.cursor)

    @work
    async def _fill_in(self, index: int) -> None:
        from supervisor_tui.kit.row_screen import RowScreen

        given = self.values[index] if index < len(self.values) else {}
        row = await self.app.push_screen_wait(RowScreen(self.field, self.tools, given))
        if row is not None:
            is_new = index == len(self.values)
            self.values[index : index + 1] = [dict(row)]
            self._rows_changed(index + is_new)

    def _rows_changed(self, index: int) -> None:
        self.lines_changed(index)
        self.refresh(layout=True)
        self.post_message(FieldAnswered())


def _in_words(field: FormField, value: object) -> str:
    """Return what a field of a row holds as one reads it: the words of a choice, and of a tick what it ticks."""
    if value is True:
        return field.title
    return next((option.label for option in field.options if option.value == value), str(value))
