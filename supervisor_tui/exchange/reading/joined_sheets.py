"""A workbook whose sheets belong together.

Primero writes one sheet for each form and each subform, joined by their first column.
"""

from collections import Counter
from collections.abc import Sequence

from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.headers import normal_heading
from supervisor_tui.exchange.reading.table import Table, TableRow
from supervisor_tui.exchange.reading.values import CaseRead, CasesRead, Section, SectionRow, Source, Value
from supervisor_tui.wording import _

__all__ = ["belong_together", "join_sheets"]


def belong_together(tables: Sequence[Table]) -> bool:
    """Tell whether every sheet begins with the same heading, so that it names the case of each row."""
    return len(tables) > 1 and len({normal_heading(table.columns[0]) for table in tables}) == 1


def join_sheets(tables: Sequence[Table], source: Source) -> CasesRead:
    """Put the rows of all sheets under their cases.

    A sheet with one row for each case of the first sheet adds columns. Any other is a section: named as Primero names
    subforms, or with several rows a case, or some cases without any. A row whose case is on no other sheet is refused.
    """
    first = tables[0]
    wanted = _counted(first)
    forms = [first] + [table for table in tables[1:] if not _is_named_as_subform(table) and _counted(table) == wanted]
    sections = [table for table in tables[1:] if not any(table is form for form in forms)]
    if max(wanted.values(), default=0) > 1:
        forms = [first]
    columns = _columns(forms)
    beside = [{_key(row): row.cells[1:] for row in form.rows} for form in forms[1:]]
    rows_of: dict[Value, list[SectionRow]] = {}
    refused: list[ImportProblem] = []
    for table in sections:
        counted: Counter[Value] = Counter()
        for row in table.rows:
            key = _key(row)
            if key not in wanted:
                refused.append(_without_case(source, table, row))
                continue
            counted[key] += 1
            rows_of.setdefault(key, []).append(SectionRow(table.title or "", counted[key], row.cells[1:]))
    cases = tuple(
        CaseRead(
            row.number,
            row.cells + tuple(cell for form in beside for cell in form[_key(row)]),
            tuple(rows_of.get(_key(row), ())),
            first.title,
        )
        for row in first.rows
    )
    return CasesRead(
        source,
        columns,
        tuple(Section(table.title or "", table.columns[1:]) for table in sections),
        cases,
        refused=(*(problem for table in tables for problem in table.refused), *refused),
        notices=tuple(notice for table in tables for notice in table.notices),
    )


def _is_named_as_subform(table: Table) -> bool:
    """Tell by the name: Primero joins the names of form and subform with a hyphen."""
    return "-" in (table.title or "")


def _counted(table: Table) -> Counter[Value]:
    return Counter(_key(row) for row in table.rows)


def _key(row: TableRow) -> Value:
    """Return what names the case: as text, for one sheet may hold it as a number and the next as text."""
    return None if row.cells[0] is None else str(row.cells[0]).casefold()


def _columns(forms: Sequence[Table]) -> tuple[str, ...]:
    """Name the columns of all forms; a heading that stands on two sheets gets its sheet's name behind it."""
    names = list(forms[0].columns)
    for form in forms[1:]:
        for column in form.columns[1:]:
            names.append(column if column not in names else f"{column} [{form.title}]")
    return tuple(names)


def _without_case(source: Source, table: Table, row: TableRow) -> ImportProblem:
    return ImportProblem(
        _("this row belongs to a case that the first sheet does not have"),
        Place(source.name, table.title, row.number),
        _("Export all forms of the same cases together."),
    )
