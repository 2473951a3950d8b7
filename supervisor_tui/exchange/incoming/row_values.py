"""One row of a file read as the fields that its columns become."""

import msgspec

from supervisor_tui.exchange.incoming.cell_values import CellFault, FieldValue, stays_locked, value_of
from supervisor_tui.exchange.incoming.terms import Reading
from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.values import Value

__all__ = ["RowValues", "read_row"]


class RowValues(msgspec.Struct, frozen=True):
    """What one row says, by target; `locked` names the targets that stand in the row and may not leave it."""

    where: Place
    values: dict[str, FieldValue]
    locked: frozenset[str] = frozenset()
    refused: tuple[ImportProblem, ...] = ()

    def of_group(self, group: str) -> dict[str, FieldValue]:
        """Return the fields of one group, by their own names."""
        start = f"{group}."
        return {name.removeprefix(start): value for name, value in self.values.items() if name.startswith(start)}

    def speaks_of(self, group: str) -> bool:
        """Whether anything of a group stands in the row."""
        start = f"{group}."
        return any(name.startswith(start) for name in (*self.values, *self.locked))


def read_row(reading: Reading, section: str, cells: tuple[Value, ...], where: Place) -> RowValues:
    """Read the cells of one row; what does not fit is refused by itself, and the rest stands."""
    values: dict[str, FieldValue] = {}
    locked: set[str] = set()
    refused: list[ImportProblem] = []
    for column in reading.columns.get(section, ()):
        cell = cells[column.at]
        if cell is None:
            continue
        if stays_locked(column, cell):
            locked.add(column.target.name)
            continue
        value = value_of(reading, column, cell)
        if isinstance(value, CellFault):
            place = msgspec.structs.replace(where, column=column.mapping.header)
            refused.append(ImportProblem(value.what, place, value.do))
        else:
            values[column.target.name] = value
    return RowValues(where, values, frozenset(locked), tuple(refused))
