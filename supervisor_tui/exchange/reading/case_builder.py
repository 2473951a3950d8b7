"""Cases out of parts: each case brings its own names, and together they become columns and sections."""

from collections.abc import Iterable

from supervisor_tui.exchange.reading.cells import cleaned
from supervisor_tui.exchange.reading.values import CaseRead, Part, Section, SectionRow, Value

__all__ = ["CaseBuilder"]


class CaseBuilder:
    """Collects cases whose fields are known only one by one, and lines them up at the end.

    A list of parts is a section, each part a row of it; every other value is a cell.
    """

    def __init__(self) -> None:
        self._columns: dict[str, int] = {}
        self._empty_lists: dict[str, None] = {}
        self._sections: dict[str, dict[str, int]] = {}
        self._cases: list[tuple[int, dict[int, Value], list[tuple[str, int, dict[int, Value]]]]] = []

    def add(self, row: int, fields: Iterable[tuple[str, Value]]) -> None:
        """Take one case in."""
        cells: dict[int, Value] = {}
        rows: list[tuple[str, int, dict[int, Value]]] = []
        for name, raw in fields:
            value = cleaned(raw)
            parts, others = _apart(value)
            rows.extend((name, number, self._row(name, part)) for number, part in enumerate(parts, start=1))
            if others == ():
                self._empty_lists.setdefault(name)
            else:
                at = self._columns.setdefault(name, len(self._columns))
                cells[at] = others
        self._cases.append((row, cells, rows))

    def _row(self, section: str, part: Part) -> dict[int, Value]:
        columns = self._sections.setdefault(section, {})
        cells: dict[int, Value] = {}
        for name, raw in part.fields:
            at = columns.setdefault(name, len(columns))
            value = cleaned(raw)
            if value is not None:
                cells[at] = value
        return cells

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that hold something other than a section; a list that is empty everywhere counts as one."""
        return (*self._columns, *self._lists_without_rows())

    def _lists_without_rows(self) -> tuple[str, ...]:
        return tuple(name for name in self._empty_lists if name not in self._columns and name not in self._sections)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections with their columns."""
        return tuple(Section(name, tuple(columns)) for name, columns in self._sections.items())

    def cases(self) -> tuple[CaseRead, ...]:
        """Return the cases with their cells under one list of columns."""
        width = len(self.columns)
        return tuple(
            CaseRead(
                row,
                tuple(cells.get(at) for at in range(width)),
                tuple(
                    SectionRow(name, number, tuple(of.get(at) for at in range(len(self._sections[name]))))
                    for name, number, of in rows
                ),
            )
            for row, cells, rows in self._cases
        )


def _apart(value: Value) -> tuple[tuple[Part, ...], Value]:
    """Part the rows of a section from what else stands in the same list."""
    if not isinstance(value, tuple):
        return (), value
    parts = tuple(item for item in value if isinstance(item, Part))
    return parts, tuple(item for item in value if not isinstance(item, Part))
