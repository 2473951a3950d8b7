"""How large a rectangle a sheet spans, found while its XML passes by."""

import re

__all__ = ["AreaTooLargeError", "SheetArea"]

_ADDRESS = re.compile(r"([A-Z]{1,4})([0-9]{1,8})")


class AreaTooLargeError(Exception):
    """A sheet with a cell so far out that a reader would run out of memory."""


class SheetArea:
    """Follows the cells of one sheet and stops at the first that makes the rectangle too large.

    Cells and rows may leave their address out; they then follow the one before them.
    """

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._row = 0
        self._column = 0
        self._last_row = 0
        self._last_column = 0

    def look_at(self, element: str, attributes: dict[str, str]) -> None:
        """Be told of one element, as expat tells it."""
        name = element if ":" not in element else element.rpartition(":")[2]
        if name == "c":
            self._cell(attributes.get("r"))
        elif name == "row":
            address = attributes.get("r")
            self._row = _number(address) if address else self._row + 1
            self._column = 0

    def _cell(self, address: str | None) -> None:
        if address is None:
            self._column += 1
        else:
            found = _ADDRESS.fullmatch(address)
            if found is None:
                raise AreaTooLargeError
            self._column = _column_number(found[1])
            self._row = int(found[2])
        if self._column > self._last_column or self._row > self._last_row:
            self._last_column = max(self._column, self._last_column)
            self._last_row = max(self._row, self._last_row)
            if self._last_column * self._last_row > self._largest:
                raise AreaTooLargeError


def _number(address: str) -> int:
    if not address.isascii() or not address.isdigit() or len(address) > 8:
        raise AreaTooLargeError
    return int(address)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
