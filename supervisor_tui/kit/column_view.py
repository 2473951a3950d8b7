"""A list whose lines are written in columns, declared once and laid out for the width there is."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from supervisor_tui.kit.columns import GAP, Column, ColumnPlace, lay_out
from supervisor_tui.kit.line_canvas import Piece
from supervisor_tui.kit.line_view import LineView
from supervisor_tui.kit.marks import Marks

__all__ = ["BETWEEN", "ColumnView"]

RowT = TypeVar("RowT")

BETWEEN = Piece(" " * GAP)
"""What stands between two columns."""


class ColumnView(LineView, Generic[RowT]):
    """The columns of `VirtualTable` and `WorkList`; each says for itself what a line is."""

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        *,
        empty: str = "",
        marks: Marks | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(empty=empty, marks=marks, name=name, id=id, classes=classes)
        self.columns = tuple(columns)
        self._places: tuple[int, tuple[ColumnPlace[RowT], ...]] = (-1, ())

    def show_columns(self, columns: Sequence[Column[RowT]]) -> None:
        """Show other columns, of the lines that are here."""
        self.columns = tuple(columns)
        self._places = (-1, ())

    def cells_of(self, row: RowT, width: int) -> Iterable[Piece]:
        """Return the cells of one line, with a gap between two of them."""
        for nth, place in enumerate(self.columns_in(width)):
            if nth:
                yield BETWEEN
            yield self.cell_piece(place.column.cell(row), place.width, place.column.align)

    def columns_in(self, width: int) -> tuple[ColumnPlace[RowT], ...]:
        """Return the columns that have room in so many cells, and where they stand."""
        if self._places[0] != width:
            self._places = (width, lay_out(self.columns, width))
        return self._places[1]
