"""What waits in each case for a number that the agency has not decided: one row a case, counted all together."""

from collections.abc import Iterable
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.kept_rows import KeptRows
from supervisor_tui.store.rows import Wait

__all__ = ["WaitingRows"]

_decoder = msgspec.json.Decoder(tuple[Wait, ...])


class WaitingRows(KeptRows):
    """The waiting rows in the cases file. A save writes the row of its case only where it changed."""

    NAMES = ("waiting_rows",)
    TABLES = ('CREATE TABLE waiting_rows("case" TEXT PRIMARY KEY, waits TEXT NOT NULL) WITHOUT ROWID',)

    def put(self, case: CaseCode, waits: Iterable[Wait]) -> bool:
        """Make these the waits of a case and say whether they differ from those that were there."""
        text = msgspec.json.encode(sorted(set(waits))).decode()
        if self._engine.row('SELECT waits FROM waiting_rows WHERE "case" = ?', (case,)) == (text,):
            return False
        self._engine.write("INSERT OR REPLACE INTO waiting_rows VALUES (?, ?)", (case, text))
        return True

    def of(self, case: CaseCode) -> tuple[Wait, ...] | None:
        """Return the waits of a case, None where they were never worked out."""
        row = self._engine.row('SELECT waits FROM waiting_rows WHERE "case" = ?', (case,))
        return None if row is None else _decoder.decode(cast("str", row[0]))

    def counts(self) -> tuple[tuple[tuple[Wait, ...], int], ...]:
        """Return each combination of waits that some case has, with the number of cases that have it."""
        rows = self._engine.rows("SELECT waits, count(*) FROM waiting_rows GROUP BY waits")
        return tuple((_decoder.decode(cast("str", text)), cast("int", count)) for text, count in rows)
