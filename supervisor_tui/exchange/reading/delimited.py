"""CSV of any habit: comma, semicolon, tab or bar, quoted or not, with lines broken inside the quotes."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.cells import without_guard
from supervisor_tui.exchange.reading.progress import Watcher
from supervisor_tui.exchange.reading.table import Table, build_table
from supervisor_tui.exchange.reading.values import Value
from supervisor_tui.wording import _

__all__ = ["read_delimited", "separator_of"]

_SEPARATORS = ",;\t|"
_LINES_TRIED = 50
_LONGEST_CELL = 16 * 1024 * 1024
_EXCEL_SEPARATOR_LINE = "sep="


def read_delimited(text: str, file_name: str, watcher: Watcher) -> Table | ImportProblem:
    """Return the table of a CSV text; what ends in the middle of a row is refused whole."""
    here = Place(file_name)
    body, skipped = _without_separator_line(text)
    separator = separator_of(text)
    lines: list[tuple[int, list[Value]]] = []
    try:
        for number, cells in _rows(body, separator):
            lines.append((number + skipped, [without_guard(cell) for cell in cells]))
    except csv.Error:
        return ImportProblem(
            _("a quotation mark is opened and not closed, or stands inside a text"),
            Place(file_name, row=(lines[-1][0] + 1) if lines else 1),
            _("The file is cut off or torn: export it again."),
        )
    if _ends_inside_a_row(body, lines):
        return ImportProblem(
            _("the file ends in the middle of a row"),
            Place(file_name, row=lines[-1][0]),
            _("It was not downloaded whole: export it again."),
        )
    return build_table(lines, here, watcher, ragged=True)


def separator_of(text: str) -> str:
    """Return the separator that splits the first rows into the same number of cells most often, and into most cells."""
    if text[: len(_EXCEL_SEPARATOR_LINE)].lower() == _EXCEL_SEPARATOR_LINE and len(text) > len(_EXCEL_SEPARATOR_LINE):
        named = text[len(_EXCEL_SEPARATOR_LINE)]
        if named in _SEPARATORS:
            return named
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[float, int]:
    """Weigh a separator: the share of rows as wide as most are, then how wide that is; one cell a row is no table."""
    widths: Counter[int] = Counter()
    try:
        for _number, (_line, cells) in zip(range(_LINES_TRIED), _rows(text, separator), strict=False):
            widths[len(cells)] += 1
    except csv.Error:
        pass
    if not widths:
        return (0.0, 0)
    width, rows = widths.most_common(1)[0]
    return (rows / widths.total(), width) if width > 1 else (0.0, 1)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of the line it begins on, empty lines left out."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        begins = 1
        for cells in reader:
            if cells:
                yield begins, cells
            begins = reader.line_num + 1
    finally:
        csv.field_size_limit(before)


def _without_separator_line(text: str) -> tuple[str, int]:
    """Leave out the line `sep=;` that some programs write for Excel; also say how many lines went."""
    if text[: len(_EXCEL_SEPARATOR_LINE)].lower() != _EXCEL_SEPARATOR_LINE:
        return text, 0
    first, _end, rest = text.partition("\n")
    return (rest, 1) if len(first.strip()) <= len(_EXCEL_SEPARATOR_LINE) + 1 else (text, 0)


def _ends_inside_a_row(text: str, lines: list[tuple[int, list[Value]]]) -> bool:
    """Tell a last row that is too short and has no line end: the rest of the file is missing."""
    if len(lines) < 2 or text.endswith(("\n", "\r")):
        return False
    return len(lines[-1][1]) < max(len(cells) for _number, cells in lines[:-1])
