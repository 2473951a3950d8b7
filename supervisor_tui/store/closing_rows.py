"""The closing rows: one a case, found by its place on the way to closing without reading the others."""

from collections.abc import Collection
from datetime import date
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.kept_rows import RowsAsText
from supervisor_tui.store.rows import ClosingRow

__all__ = ["ClosingRows"]


class ClosingRows(RowsAsText[ClosingRow]):
    """The closing rows in the cases file. A save writes the row of its case only where it changed."""

    NAMES = ("closing_rows",)
    TABLES = (
        (
            'CREATE TABLE closing_rows("case" TEXT PRIMARY KEY, place TEXT NOT NULL, kept_until TEXT, '
            "line TEXT NOT NULL) WITHOUT ROWID"
        ),
        "CREATE INDEX closing_by_place ON closing_rows(place)",
        "CREATE INDEX closing_by_end ON closing_rows(kept_until) WHERE kept_until IS NOT NULL",
    )

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, ClosingRow)

    def put(self, row: ClosingRow) -> bool:
        """Make this the row of its case and say whether it differs from the one that was there."""
        line = msgspec.json.encode(row).decode()
        if self._engine.row('SELECT line FROM closing_rows WHERE "case" = ?', (row.case,)) == (line,):
            return False
        kept = row.kept_until.isoformat() if row.kept_until is not None and not row.held else None
        self._engine.write("INSERT OR REPLACE INTO closing_rows VALUES (?, ?, ?, ?)", (row.case, row.place, kept, line))
        return True

    def at(self, places: Collection[str]) -> tuple[ClosingRow, ...]:
        """Return the rows at these places, in the order of codes."""
        wanted = msgspec.json.encode(list(places)).decode()
        return self._read(
            self._engine.rows(
                'SELECT line FROM closing_rows WHERE place IN (SELECT value FROM json_each(?)) ORDER BY "case"',
                (wanted,),
            )
        )

    def of_each(self, cases: Collection[CaseCode]) -> tuple[ClosingRow, ...]:
        """Return the rows of these cases, in the order of codes."""
        wanted = msgspec.json.encode(list(cases)).decode()
        return self._read(
            self._engine.rows(
                'SELECT line FROM closing_rows WHERE "case" IN (SELECT value FROM json_each(?)) ORDER BY "case"',
                (wanted,),
            )
        )

    def kept_until(self, day: date) -> tuple[ClosingRow, ...]:
        """Return the closed files whose keeping time ends by a day and that nothing else holds, the first end first."""
        return self._read(
            self._engine.rows(
                'SELECT line FROM closing_rows WHERE kept_until <= ? ORDER BY kept_until, "case"', (day.isoformat(),)
            )
        )

    def counts(self) -> dict[str, int]:
        """Return how many cases stand at each place."""
        rows = self._engine.rows("SELECT place, count(*) FROM closing_rows GROUP BY place")
        return {cast("str", place): cast("int", count) for place, count in rows}
