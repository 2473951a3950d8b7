"""A table of any number of rows, such as the caseload: rows are read when they come into view."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from msgspec import Struct
from textual.message import Message

from supervisor_tui.kit.column_view import BETWEEN, ColumnView
from supervisor_tui.kit.columns import GAP, Align, Column
from supervisor_tui.kit.line_canvas import Piece
from supervisor_tui.kit.line_commands import MarkLine
from supervisor_tui.kit.marks import Marks

__all__ = ["MarksChanged", "RowChosen", "RowHighlighted", "Sort", "SortAsked", "VirtualTable"]

RowT = TypeVar("RowT")


class Sort(Struct, frozen=True):
    """The column that the rows are sorted by, as the header shows it; the sorting is done by whoever gives the rows."""

    column: str
    descending: bool = False


class _OfTable(Message, Generic[RowT]):
    """What a table tells; each kind stands alone, for Textual hands a message to the handlers of its bases too."""

    def __init__(self, table: "VirtualTable[RowT]") -> None:
        super().__init__()
        self.table = table

    @property
    def control(self) -> "VirtualTable[RowT]":
        """The table, for `@on(RowChosen, "#id")`."""
        return self.table


class RowChosen(_OfTable[RowT]):
    """Enter or a double click on a row."""

    def __init__(self, table: "VirtualTable[RowT]", row: RowT) -> None:
        super().__init__(table)
        self.row = row


class RowHighlighted(_OfTable[RowT]):
    """The cursor stands on another row."""

    def __init__(self, table: "VirtualTable[RowT]", row: RowT) -> None:
        super().__init__(table)
        self.row = row


class MarksChanged(_OfTable[RowT]):
    """A row was marked or its mark taken away; `VirtualTable.marked` holds the keys."""


class SortAsked(_OfTable[RowT]):
    """The title of a column was clicked."""

    def __init__(self, table: "VirtualTable[RowT]", column: str) -> None:
        super().__init__(table)
        self.column = column


class VirtualTable(ColumnView[RowT]):
    """Rows in columns, with a cursor and marks.

    `row_key` tells rows apart, so that cursor and marks stay with their row when the rows are filtered or sorted.
    """

    ACTIONS = (MarkLine,)
    header_lines: ClassVar[int] = 1

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        rows: Sequence[RowT] = (),
        *,
        row_key: Callable[[RowT], Hashable],
        sort: Sort | None = None,
        empty: str = "",
        marks: Marks | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(columns, empty=empty, marks=marks, name=name, id=id, classes=classes)
        self.rows: Sequence[RowT] = rows
        self.row_key = row_key
        self.sort = sort
        self.marked: set[Hashable] = set()

    @property
    def line_count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def row(self) -> RowT | None:
        """The row of the cursor."""
        return self.rows[self.cursor] if self.is_stop(self.cursor) else None

    def replace_rows(self, rows: Sequence[RowT], *, sort: Sort | None = None) -> None:
        """Show other rows; cursor and marks stay with their rows, or the cursor at its place where its row has gone."""
        here = self.row
        key = None if here is None else self.row_key(here)
        self.rows = rows
        self.sort = sort or self.sort
        self.lines_changed(self.cursor if key is None else self._place_of(key, self.cursor))

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on the row of `key`; say whether it is there."""
        place = self._place_of(key, -1)
        if place >= 0:
            self.cursor = place
        return place >= 0

    def is_marked(self, index: int) -> bool:
        """Say whether the row is marked."""
        return bool(self.marked) and self.row_key(self.rows[index]) in self.marked

    def draw_header(self, width: int) -> Iterable[Piece]:
        """Return the titles, with the sign of the sorting."""
        for nth, place in enumerate(self.columns_in(width)):
            if nth:
                yield BETWEEN
            yield self.cell_piece(self._title(place.column), place.width, place.column.align)

    def draw_line(self, index: int, width: int) -> Iterable[Piece]:
        """Return the cells of one row."""
        return self.cells_of(self.rows[index], width)

    def choose_line(self, index: int) -> None:
        """Post `RowChosen`."""
        self.post_message(RowChosen(self, self.rows[index]))

    def line_highlighted(self, index: int) -> None:
        """Post `RowHighlighted`."""
        if self.is_stop(index):
            self.post_message(RowHighlighted(self, self.rows[index]))

    def header_clicked(self, cell: int) -> None:
        """Post `SortAsked` for the column that was clicked."""
        for place in self.columns_in(self._places[0]):
            if place.left <= cell < place.left + place.width + GAP:
                self.post_message(SortAsked(self, place.column.key))

    def action_mark_line(self) -> None:
        """Handle `MarkLine`, and go on to the next row."""
        if (row := self.row) is None:
            return
        self.marked ^= {self.row_key(row)}
        self.refresh_lines(self.cursor + self.header_lines)
        self.post_message(MarksChanged(self))
        self.action_line_down()

    def _title(self, column: Column[RowT]) -> str:
        if self.sort is None or self.sort.column != column.key:
            return column.title
        sign = self.marks.descending if self.sort.descending else self.marks.ascending
        return f"{sign}{column.title}" if column.align is Align.RIGHT else f"{column.title}{sign}"

    def _place_of(self, key: Hashable, otherwise: int) -> int:
        return next((place for place, row in enumerate(self.rows) if self.row_key(row) == key), otherwise)
