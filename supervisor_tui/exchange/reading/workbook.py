"""The sheets of a checked workbook, as tables."""

import io
from collections.abc import Iterator, Sequence
from datetime import date

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.cells import choices_apart, without_guard
from supervisor_tui.exchange.reading.opening import FileTaken
from supervisor_tui.exchange.reading.progress import Watcher
from supervisor_tui.exchange.reading.table import Table, build_table
from supervisor_tui.exchange.reading.values import Value
from supervisor_tui.exchange.reading.workbook_guard import checked_workbook
from supervisor_tui.wording import _

__all__ = ["read_workbook"]


def read_workbook(file: FileTaken, watcher: Watcher) -> tuple[Table, ...] | ImportProblem:
    """Return one table for each sheet that holds anything, or why the workbook cannot be read."""
    checked = checked_workbook(file, watcher)
    if isinstance(checked, ImportProblem):
        return checked
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(checked)) as workbook:
            tables = [_table(workbook.get_sheet_by_name(name), file.name, watcher) for name in workbook.sheet_names]
    except (CalamineError, ValueError, OverflowError):
        return _damaged(file)
    except BaseException as fault:
        # A panic of the sheet reader's Rust code comes as an exception outside Exception, and can be told only so.
        if type(fault).__name__ != "PanicException":
            raise
        return _damaged(file)
    filled = tuple(table for table in tables if table is not None)
    if not filled:
        return ImportProblem(_("no sheet holds anything"), Place(file.name), _("Export it again."))
    return filled


def _table(sheet: CalamineSheet, file_name: str, watcher: Watcher) -> Table | None:
    lines = list(_lines(sheet))
    table = build_table(lines, Place(file_name, sheet.name), watcher, ragged=False)
    return table if isinstance(table, Table) else None


def _lines(sheet: CalamineSheet) -> Iterator[tuple[int, Sequence[Value]]]:
    """Yield the filled rows with the number that a spreadsheet shows beside them."""
    if sheet.start is None:
        return
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        line = [_value(cell) for cell in cells]
        if any(cell is not None for cell in line):
            yield number, line


def _value(cell: object) -> Value:
    """Return a sheet's cell: whole numbers as such, times of day and durations as they are written."""
    match cell:
        case "" | None:
            return None
        case bool() | date():
            return cell
        case float():
            return int(cell) if cell.is_integer() and abs(cell) < 2**53 else cell
        case str():
            return choices_apart(without_guard(cell))
        case _:
            return str(cell)


def _damaged(file: FileTaken) -> ImportProblem:
    return ImportProblem(
        _("the sheet cannot be read"), Place(file.name), _("Open it in a spreadsheet program and save it anew.")
    )
