"""What a cell means once the habits of the exporting programs are taken off it."""

import re

from supervisor_tui.exchange.reading.values import Value

__all__ = ["choices_apart", "cleaned", "is_hidden", "without_guard"]

_HIDDEN = re.compile(r"\*{5,}")
"""What Primero writes where the exporting role may not see a name."""

_GUARDED = re.compile(r"'[=+\-@%|\t\r]")
_BETWEEN_CHOICES = " ||| "


def cleaned(cell: Value) -> Value:
    """Take surrounding space off a text; an empty one says nothing, so it is None."""
    if not isinstance(cell, str):
        return cell
    return cell.strip() or None


def without_guard(cell: Value) -> Value:
    """Take off the apostrophe that Primero puts before cells a spreadsheet would run as formulas."""
    if isinstance(cell, str) and _GUARDED.match(cell):
        return cell[1:]
    return cell


def is_hidden(cell: Value) -> bool:
    """Tell a name that the exporting role may not see: it is not a name, and it is not an empty name either."""
    return isinstance(cell, str) and _HIDDEN.fullmatch(cell) is not None


def choices_apart(cell: Value) -> Value:
    """Split the several choices that Primero's workbooks join into one cell."""
    if isinstance(cell, str) and _BETWEEN_CHOICES in cell:
        return tuple(choice.strip() for choice in cell.split(_BETWEEN_CHOICES) if choice.strip())
    return cell
