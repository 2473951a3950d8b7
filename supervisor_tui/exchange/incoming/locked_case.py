"""What goes to the identities file: every cell of the row under its own heading, so that nothing is lost."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import TypeAlias

import msgspec

from supervisor_tui.exchange.incoming.terms import MappedColumn, Reading
from supervisor_tui.exchange.mapping.column_mapping import ColumnMapping
from supervisor_tui.exchange.mapping.masking import text_of
from supervisor_tui.exchange.reading.values import CaseRead, Part, SectionRow, Value

__all__ = ["SOURCE_ID", "LockedCell", "PersonRead", "locked_cells", "locked_columns", "person_in"]

SOURCE_ID = "case.source_id"
"""The name under which the id of the other system is kept, whatever its column is called."""

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


class LockedCell(msgspec.Struct, frozen=True):
    """One cell as it came. row is empty for the case's own columns, else the section and the row's id or number."""

    name: str
    row: str
    value: bytes
    """As JSON."""


class PersonRead(msgspec.Struct, frozen=True):
    """Who the file says the case is about."""

    names: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    address: str = ""
    contacts: tuple[str, ...] = ()


def locked_cells(reading: Reading, case: CaseRead, source_id: str) -> Iterator[LockedCell]:
    """Yield everything that the file says about a case; columns marked to be left out are not among it."""
    yield LockedCell(SOURCE_ID, "", msgspec.json.encode(source_id))
    yield from _cells(reading, "", "", case.cells)
    for row in case.section_rows:
        yield from _cells(reading, row.section, _row_name(reading, row), row.cells)


def locked_columns(reading: Reading) -> tuple[ColumnMapping, ...]:
    """Return the columns of this file that are kept locked and go nowhere else."""
    present = {("", header) for header in reading.read.columns}
    present |= {(section.name, header) for section in reading.read.sections for header in section.columns}
    return tuple(
        entry
        for entry in reading.mapping.columns
        if (entry.section, entry.header) in present and not entry.enters_the_case and not entry.leave_out
    )


def person_in(reading: Reading, case: CaseRead, coming: Collection[LockedCell]) -> PersonRead | None:
    """Return whom the file names, or None where none of it is among the cells that are coming in."""
    columns = [column for column in reading.columns[""] if column.target.identifies]
    new = {cell.name for cell in coming if not cell.row}
    if not any(column.mapping.header in new for column in columns):
        return None
    return PersonRead(
        _texts(columns, case, "person.name", "person.other_name"),
        _texts(columns, case, "person.caregiver"),
        ", ".join(_texts(columns, case, "person.address")),
        _texts(columns, case, "person.contact"),
    )


def _texts(columns: list[MappedColumn], case: CaseRead, *targets: str) -> tuple[str, ...]:
    found = {column.target.name: case.cells[column.at] for column in columns}
    return tuple(text_of(found[target]) for target in targets if found.get(target) is not None)


def _row_name(reading: Reading, row: SectionRow) -> str:
    """Name a row by its own id, so that it is found again in another place; by its number where it has none."""
    own = next((column for column in reading.columns[row.section] if column.target.name == "row.id"), None)
    named = row.cells[own.at] if own is not None else None
    return f"{row.section}/{row.number if named is None else text_of(named)}"


def _cells(reading: Reading, section: str, row: str, cells: tuple[Value, ...]) -> Iterator[LockedCell]:
    left_out = reading.left_out[section]
    for header, cell in zip(reading.read.columns_of(section), cells, strict=True):
        if cell is not None and header not in left_out:
            yield LockedCell(header, row, msgspec.json.encode(_plain(cell)))


def _plain(cell: Value) -> Plain:
    match cell:
        case date():
            return cell.isoformat()
        case tuple():
            return [_plain(choice) for choice in cell]
        case Part():
            return {name: _plain(inner) for name, inner in cell.fields}
        case _:
            return cell
