"""Primero's CSV: internal names as headings, and whole sections in one cell as Ruby writes them."""

from supervisor_tui.exchange.problems import ImportNotice, Place
from supervisor_tui.exchange.reading.case_builder import CaseBuilder
from supervisor_tui.exchange.reading.progress import ImportStep, Watcher, watched
from supervisor_tui.exchange.reading.ruby_inspect import NotInspectedError, looks_inspected, parse_inspected
from supervisor_tui.exchange.reading.table import Table
from supervisor_tui.exchange.reading.values import CasesRead, Source, Value
from supervisor_tui.wording import _

__all__ = ["read_primero_table"]


def read_primero_table(table: Table, source: Source, watcher: Watcher) -> CasesRead:
    """Take the sections out of their cells; a cell that does not come apart stays the text that it is."""
    builder = CaseBuilder()
    notices = list(table.notices)
    for row in watched(table.rows, ImportStep.READING, watcher):
        fields: list[tuple[str, Value]] = []
        for column, cell in zip(table.columns, row.cells, strict=True):
            value, kept_as_text = _taken_apart(cell)
            fields.append((column, value))
            if kept_as_text:
                notices.append(
                    ImportNotice(
                        _("this cell looks like a list and does not come apart; it is kept as text"),
                        Place(source.name, row=row.number, column=column),
                    )
                )
        builder.add(row.number, fields)
    return CasesRead(
        source, builder.columns, builder.sections, builder.cases(), refused=table.refused, notices=tuple(notices)
    )


def _taken_apart(cell: Value) -> tuple[Value, bool]:
    """Return the value inside a cell, and whether it had to stay text."""
    if not isinstance(cell, str) or not looks_inspected(cell):
        return cell, False
    try:
        return parse_inspected(cell), False
    except NotInspectedError:
        return cell, True
