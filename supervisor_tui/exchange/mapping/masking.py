"""Samples of a column that show its shape and nothing of what stands in it."""

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from supervisor_tui.exchange.reading.values import Part, Value

__all__ = ["looks_like_option", "masked", "samples_of", "text_of"]

_LONGEST_SAMPLE = 32
_SAMPLES = 3
_CELLS_LOOKED_AT = 200
_OPTION = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_LONGEST_OPTION = 64


def masked(text: str) -> str:
    """Put x for every letter and 9 for every digit; punctuation and length stay, up to a line's end."""
    shape = "".join(_sign(letter) for letter in text[:_LONGEST_SAMPLE])
    return shape + "…" if len(text) > _LONGEST_SAMPLE else shape


def samples_of(cells: Iterable[Value]) -> tuple[str, ...]:
    """Return up to three different shapes, in the order in which they come."""
    shapes: dict[str, None] = {}
    filled = (cell for cell in cells if cell is not None)
    for cell in islice(filled, _CELLS_LOOKED_AT):
        shapes.setdefault(masked(text_of(cell)))
        if len(shapes) == _SAMPLES:
            break
    return tuple(shapes)


def text_of(cell: Value) -> str:
    """Return a cell as a person would type it."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.isoformat(sep=" ")
        case tuple():
            return ", ".join(text_of(choice) for choice in cell)
        case Part():
            return "{…}"
        case _:
            return str(cell)


def looks_like_option(text: str) -> bool:
    """Tell an id of a closed list, as Primero writes choices, from words that somebody typed."""
    return len(text) <= _LONGEST_OPTION and _OPTION.fullmatch(text) is not None


def _sign(letter: str) -> str:
    if letter.isdigit() or letter.isnumeric():
        return "9"
    if letter.isalpha():
        return "x"
    return letter if letter.isascii() and letter.isprintable() else "·"
