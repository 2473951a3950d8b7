"""The door of the reading half: a file goes in, its cases come out or one sentence says why not."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from supervisor_tui.exchange.problems import ImportNotice, ImportProblem, Place
from supervisor_tui.exchange.reading.cells import is_hidden
from supervisor_tui.exchange.reading.delimited import read_delimited
from supervisor_tui.exchange.reading.headers import looks_like_primero
from supervisor_tui.exchange.reading.joined_sheets import belong_together, join_sheets
from supervisor_tui.exchange.reading.json_text import read_json
from supervisor_tui.exchange.reading.opening import FileTaken, take_file
from supervisor_tui.exchange.reading.primero_csv import read_primero_table
from supervisor_tui.exchange.reading.primero_json import read_primero_json
from supervisor_tui.exchange.reading.progress import ImportStoppedError, Watcher, nobody_watches
from supervisor_tui.exchange.reading.recognise import Container, recognise
from supervisor_tui.exchange.reading.table import Table
from supervisor_tui.exchange.reading.text_encoding import TextRead, read_text
from supervisor_tui.exchange.reading.values import CaseRead, CasesRead, SectionRow, Shape, Source, Value
from supervisor_tui.exchange.reading.workbook import read_workbook
from supervisor_tui.wording import _

__all__ = ["read_cases", "read_taken", "stopped"]


def read_cases(path: Path, watcher: Watcher = nobody_watches, sheet: str | None = None) -> CasesRead | ImportProblem:
    """Read a file of cases. `sheet` names the one to read where a workbook has several lists."""
    file = take_file(path)
    return file if isinstance(file, ImportProblem) else read_taken(file, watcher, sheet)


def read_taken(
    file: FileTaken, watcher: Watcher = nobody_watches, sheet: str | None = None
) -> CasesRead | ImportProblem:
    """Read the bytes of a file that were taken in already."""
    try:
        found = _read(file, watcher, sheet)
    except ImportStoppedError:
        return stopped(file.name)
    if isinstance(found, ImportProblem):
        return found
    if not found.cases:
        return found.refused[0] if found.refused else _without_cases(file)
    return _without_hidden(found)


def stopped(file_name: str) -> ImportProblem:
    """Say that somebody stopped the import."""
    return ImportProblem(
        _("the import was stopped"), Place(file_name), _("Nothing was taken in; start it again when you like.")
    )


def _read(file: FileTaken, watcher: Watcher, sheet: str | None) -> CasesRead | ImportProblem:
    container = recognise(file)
    if isinstance(container, ImportProblem):
        return container
    if container is Container.PACKED:
        tables = read_workbook(file, watcher)
        return tables if isinstance(tables, ImportProblem) else _of_sheets(file, tables, sheet)
    text = read_text(file)
    if isinstance(text, ImportProblem):
        return text
    read = _of_json(file, text, watcher) if container is Container.JSON else _of_text(file, text, watcher)
    if isinstance(read, ImportProblem):
        return read
    return msgspec.structs.replace(read, notices=(*text.notices, *read.notices))


def _of_json(file: FileTaken, text: TextRead, watcher: Watcher) -> CasesRead | ImportProblem:
    found = read_json(text, file.name)
    if isinstance(found, ImportProblem):
        return found
    return read_primero_json(found, file.name, file.content_hash, watcher)


def _of_text(file: FileTaken, text: TextRead, watcher: Watcher) -> CasesRead | ImportProblem:
    table = read_delimited(text.text, file.name, watcher)
    if isinstance(table, ImportProblem):
        return table
    if looks_like_primero(table.columns):
        return read_primero_table(table, Source(file.name, file.content_hash, Shape.PRIMERO_CSV), watcher)
    if len(table.columns) < 2:
        return ImportProblem(
            _("this is not a table: no separator splits its lines into columns"),
            Place(file.name),
            _("Export the cases as CSV, XLSX or JSON."),
        )
    return _of_table(table, Source(file.name, file.content_hash, Shape.CSV))


def _of_table(table: Table, source: Source, *more: ImportNotice) -> CasesRead:
    cases = tuple(CaseRead(row.number, row.cells, sheet=table.title) for row in table.rows)
    return CasesRead(source, table.columns, (), cases, refused=table.refused, notices=(*table.notices, *more))


def _of_sheets(file: FileTaken, tables: Sequence[Table], sheet: str | None) -> CasesRead | ImportProblem:
    source = Source(file.name, file.content_hash, Shape.WORKBOOK)
    if sheet is not None:
        named = next((table for table in tables if table.title == sheet), None)
        return _of_table(named, source, *_passed_over(file, tables, named)) if named else _no_such_sheet(file, tables)
    if belong_together(tables):
        return join_sheets(tables, Source(file.name, file.content_hash, Shape.PRIMERO_WORKBOOK))
    lists = [table for table in tables if table.rows and len(table.columns) > 1]
    if len(lists) == 1:
        return _of_table(lists[0], source, *_passed_over(file, tables, lists[0]))
    return _no_such_sheet(file, tables) if lists else _without_cases(file)


def _passed_over(file: FileTaken, tables: Sequence[Table], taken: Table) -> tuple[ImportNotice, ...]:
    return tuple(
        ImportNotice(_("this sheet is not read"), Place(file.name, table.title))
        for table in tables
        if table is not taken
    )


def _no_such_sheet(file: FileTaken, tables: Sequence[Table]) -> ImportProblem:
    titles = ", ".join(str(table.title) for table in tables)
    return ImportProblem(
        _("it has several sheets: {titles}").format(titles=titles),
        Place(file.name),
        _("Name the one that lists the cases: “sheet” in the mapping file, or --sheet."),
    )


def _without_cases(file: FileTaken) -> ImportProblem:
    return ImportProblem(
        _("there are headings, but no case below them"), Place(file.name), _("Export it again, or name another file.")
    )


def _without_hidden(read: CasesRead) -> CasesRead:
    """Take out the stars that stand for a hidden name, and say in which columns they stood."""
    hidden: Counter[str] = Counter()
    cases = tuple(_seen(case, read, hidden) for case in read.cases)
    if not hidden:
        return read
    notices = tuple(
        ImportNotice(
            _("hidden from whoever exported it, in {count} places: taken as not said").format(count=count),
            Place(read.source.name, column=column),
        )
        for column, count in hidden.items()
    )
    return msgspec.structs.replace(read, cases=cases, notices=(*read.notices, *notices))


def _seen(case: CaseRead, read: CasesRead, hidden: Counter[str]) -> CaseRead:
    cells = _seen_cells(case.cells, read.columns, hidden)
    rows = tuple(
        SectionRow(row.section, row.number, _seen_cells(row.cells, read.columns_of(row.section), hidden))
        for row in case.section_rows
    )
    return msgspec.structs.replace(case, cells=cells, section_rows=rows)


def _seen_cells(cells: tuple[Value, ...], columns: tuple[str, ...], hidden: Counter[str]) -> tuple[Value, ...]:
    if not any(is_hidden(cell) for cell in cells):
        return cells
    hidden.update(column for column, cell in zip(columns, cells, strict=True) if is_hidden(cell))
    return tuple(None if is_hidden(cell) else cell for cell in cells)
