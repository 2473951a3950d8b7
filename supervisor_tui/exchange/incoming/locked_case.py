"""What goes to the identities file: the whole row of the file under its own headings, so that nothing is lost."""

from datetime import date
from typing import TypeAlias

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.exchange.incoming.terms import Reading
from supervisor_tui.exchange.mapping.column_mapping import ColumnMapping
from supervisor_tui.exchange.mapping.masking import text_of
from supervisor_tui.exchange.reading.values import CaseRead, Part, Value

__all__ = ["LockedCase", "locked_case", "locked_columns", "merged"]

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


class LockedCase(msgspec.Struct, frozen=True):
    """One case's entry in the identities file.

    person: what names or finds the child, by target (`person.name`). row and sections: every cell of the file under
    its own heading, whatever became of it here; columns marked to be left out are not in it.
    """

    case: CaseCode
    source_id: str
    person: dict[str, str]
    row: dict[str, object]
    sections: dict[str, list[dict[str, object]]]


def locked_case(reading: Reading, case: CaseRead, code: CaseCode, source_id: str) -> LockedCase:
    """Return everything that the file says about a case, in the form in which it is kept."""
    person = {
        column.target.name: text_of(case.cells[column.at])
        for column in reading.columns[""]
        if column.target.identifies and case.cells[column.at] is not None
    }
    sections: dict[str, list[dict[str, object]]] = {}
    for row in case.section_rows:
        kept = _kept(reading, row.section, row.cells)
        if kept:
            sections.setdefault(row.section, []).append(kept)
    return LockedCase(code, source_id, person, _kept(reading, "", case.cells), sections)


def locked_columns(reading: Reading) -> tuple[ColumnMapping, ...]:
    """Return the columns of this file that are kept locked and go nowhere else."""
    present = {("", header) for header in reading.read.columns}
    present |= {(section.name, header) for section in reading.read.sections for header in section.columns}
    return tuple(
        entry
        for entry in reading.mapping.columns
        if (entry.section, entry.header) in present and not entry.enters_the_case and not entry.leave_out
    )


def merged(before: LockedCase, after: LockedCase) -> LockedCase:
    """Return the entry after another import: what the file says counts, what it does not speak of stays.

    An export by somebody who may see less must not wipe out what an earlier one brought.
    """
    return LockedCase(
        after.case,
        after.source_id,
        before.person | after.person,
        before.row | after.row,
        before.sections | after.sections,
    )


def _kept(reading: Reading, section: str, cells: tuple[Value, ...]) -> dict[str, object]:
    left_out = {entry.header for entry in reading.mapping.columns if entry.section == section and entry.leave_out}
    named = zip(reading.read.columns_of(section), cells, strict=True)
    return {header: _plain(cell) for header, cell in named if cell is not None and header not in left_out}


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
