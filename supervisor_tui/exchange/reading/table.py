"""A plain table: headings and rows, as a CSV file and each sheet of a workbook have them."""

from collections.abc import Iterator, Sequence

import msgspec

from supervisor_tui.exchange.problems import ImportNotice, ImportProblem, Place
from supervisor_tui.exchange.reading.cells import cleaned
from supervisor_tui.exchange.reading.progress import ImportStep, Watcher, watched
from supervisor_tui.exchange.reading.values import Value
from supervisor_tui.wording import _

__all__ = ["Table", "TableRow", "build_table"]

_ROWS_SEARCHED_FOR_HEADINGS = 15


class TableRow(msgspec.Struct, frozen=True):
    """One row, its cells in the order of the headings."""

    number: int
    cells: tuple[Value, ...]


class Table(msgspec.Struct, frozen=True):
    """Headings, each once, and the rows below them that are not wholly empty."""

    title: str | None
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    refused: tuple[ImportProblem, ...] = ()
    notices: tuple[ImportNotice, ...] = ()


def build_table(
    lines: Sequence[tuple[int, Sequence[Value]]], here: Place, watcher: Watcher, *, ragged: bool
) -> Table | ImportProblem:
    """Find the headings among the numbered lines and line the cells up under them.

    `ragged` says that the length of a row means something (CSV): a row of another length than the headings has
    been torn apart and is refused. A sheet's rows are all of one length.
    """
    start = _line_of_headings(lines)
    if start is None:
        return ImportProblem(_("there are no headings and no rows"), here, _("Export it again, or name another file."))
    headings = list(lines[start][1])
    if not ragged:
        widest = max(len(cells) for _number, cells in lines[start:])
        headings += [None] * (widest - len(headings))
    rows: list[TableRow] = []
    refused: list[ImportProblem] = []
    for number, raw in watched(lines[start + 1 :], ImportStep.READING, watcher):
        cells = tuple(cleaned(cell) for cell in raw)
        if all(cell is None for cell in cells):
            continue
        if ragged and (problem := _torn(cells, len(headings), here, number)):
            refused.append(problem)
            continue
        rows.append(TableRow(number, (cells + (None,) * len(headings))[: len(headings)]))
    kept = [at for at, heading in enumerate(headings) if cleaned(heading) is not None or _any_at(rows, at)]
    columns = tuple(_own_names([cleaned(headings[at]) for at in kept], kept))
    if len(kept) != len(headings):
        rows = [TableRow(row.number, tuple(row.cells[at] for at in kept)) for row in rows]
    return Table(here.sheet, columns, tuple(rows), tuple(refused), _lines_above(lines, start, here))


def _line_of_headings(lines: Sequence[tuple[int, Sequence[Value]]]) -> int | None:
    """Return the first line that is filled about as far as the lines around it: a title above a table is not."""
    searched = lines[:_ROWS_SEARCHED_FOR_HEADINGS]
    filled = [sum(cleaned(cell) is not None for cell in cells) for _number, cells in searched]
    if not any(filled):
        return None
    return next(at for at, count in enumerate(filled) if count * 2 >= max(filled) and count)


def _torn(cells: tuple[Value, ...], width: int, here: Place, number: int) -> ImportProblem | None:
    """Refuse a row that has other cells than there are headings, whatever stands in them."""
    if len(cells) == width or (len(cells) > width and all(cell is None for cell in cells[width:])):
        return None
    return ImportProblem(
        _("this row has {cells} cells, the headings are {width}").format(cells=len(cells), width=width),
        Place(here.file, here.sheet, number),
        _("A line break or a separator inside a text tore it apart: put that text in quotes, or correct the row."),
    )


def _any_at(rows: Sequence[TableRow], at: int) -> bool:
    return any(row.cells[at] is not None for row in rows)


def _own_names(headings: Sequence[Value], positions: Sequence[int]) -> Iterator[str]:
    """Name each column once: a second `Name` becomes `Name (2)`, one without a heading is named by its place."""
    taken: set[str] = set()
    for heading, at in zip(headings, positions, strict=True):
        name = str(heading) if heading is not None else _("column {number}").format(number=at + 1)
        unique, count = name, 1
        while unique in taken:
            count += 1
            unique = f"{name} ({count})"
        taken.add(unique)
        yield unique


def _lines_above(lines: Sequence[tuple[int, Sequence[Value]]], start: int, here: Place) -> tuple[ImportNotice, ...]:
    above = sum(any(cleaned(cell) is not None for cell in cells) for _number, cells in lines[:start])
    if not above:
        return ()
    what = _("{count} lines above the headings were passed over").format(count=above)
    return (ImportNotice(what, Place(here.file, here.sheet, lines[start][0])),)
