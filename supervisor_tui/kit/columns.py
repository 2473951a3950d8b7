"""Columns of a list: declared once, laid out for the width there is."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from supervisor_tui.domain.answers import Result
from supervisor_tui.kit.tones import Tone

__all__ = ["GAP", "Align", "Cell", "Column", "ColumnPlace", "lay_out"]

RowT = TypeVar("RowT")

GAP = 2
"""Empty cells between two columns."""


class Align(StrEnum):
    """Where a text stands in its column."""

    LEFT = "left"
    RIGHT = "right"


class Cell(Struct, frozen=True):
    """A text of one line and its tone; the text must say by itself what the tone says."""

    text: str
    tone: Tone = Tone.PLAIN


class Column(Struct, Generic[RowT], frozen=True):
    """One column: what it is called, how a row is written in it, how much room it gets.

    `width` is the least number of cells; a column with `flex` takes its share of what is left over. Where the screen
    is too narrow the columns with the highest `leaves_first` are left out; those with 0 always stay.
    `cell` gives the text, raw from the case file if need be: it is cleaned when it is drawn. A `Result` is drawn as its
    sign.
    """

    key: str
    title: str
    cell: Callable[[RowT], str | Cell | Result]
    width: int = 10
    flex: int = 0
    align: Align = Align.LEFT
    leaves_first: int = 0


class ColumnPlace(Struct, Generic[RowT], frozen=True):
    """A column and the cells it is given, starting at `left`."""

    column: Column[RowT]
    left: int
    width: int


def lay_out(columns: Sequence[Column[RowT]], width: int) -> tuple[ColumnPlace[RowT], ...]:
    """Give each column its place on a line of `width` cells, leaving out those that do not fit."""
    staying = _staying(columns, width)
    spare = max(0, width - _needed(staying))
    shares = sum(column.flex for column in staying)
    places: list[ColumnPlace[RowT]] = []
    left = 0
    for column in staying:
        extra = spare * column.flex // shares if shares else 0
        spare -= extra
        shares -= column.flex
        room = min(column.width + extra, width - left)
        if room <= 0:
            break
        places.append(ColumnPlace(column, left, room))
        left += room + GAP
    return tuple(places)


def _staying(columns: Sequence[Column[RowT]], width: int) -> list[Column[RowT]]:
    staying = list(columns)
    while _needed(staying) > width:
        place = max(range(len(staying)), key=lambda index: (staying[index].leaves_first, index))
        if staying[place].leaves_first == 0:
            break
        del staying[place]
    return staying


def _needed(columns: Sequence[Column[RowT]]) -> int:
    return sum(column.width for column in columns) + GAP * max(0, len(columns) - 1)
