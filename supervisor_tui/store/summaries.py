"""The summary rows: one a case, as text that is decoded together, so that a caseload of 35,000 is read in one go."""

from datetime import date
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.collecting import without_collecting
from supervisor_tui.store.engine import Engine, Row
from supervisor_tui.store.rows import CaseSummary

__all__ = ["TABLE", "Summaries"]

TABLE = (
    'CREATE TABLE summaries("case" TEXT PRIMARY KEY, line TEXT NOT NULL, worked_out_for TEXT NOT NULL, '
    "worked_out_with TEXT NOT NULL) WITHOUT ROWID"
)
_decoder = msgspec.json.Decoder(tuple[CaseSummary, ...])


class Summaries:
    """The summary rows in the cases file, in the order of their codes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self) -> None:
        """Make the table; beside each line stands what it and the due rows were worked out with."""
        self._engine.write(TABLE)

    def drop(self) -> None:
        """Take the table away, where it is there."""
        self._engine.write("DROP TABLE IF EXISTS summaries")

    def put(self, summary: CaseSummary, worked_out_for: date) -> None:
        """Write a case's row, over the one that is there."""
        line = msgspec.structs.replace(summary, made_with="")
        self._engine.write(
            "INSERT OR REPLACE INTO summaries VALUES (?, ?, ?, ?)",
            (summary.case, msgspec.json.encode(line).decode(), worked_out_for.isoformat(), summary.made_with),
        )

    def all(self) -> tuple[CaseSummary, ...]:
        """Return every case's row, in the order of codes."""
        return _read(self._engine.rows('SELECT line FROM summaries ORDER BY "case"'))

    def of(self, case: CaseCode) -> CaseSummary | None:
        """Return one case's row, or None."""
        found = _read(self._engine.rows('SELECT line FROM summaries WHERE "case" = ?', (case,)))
        return found[0] if found else None


def _read(rows: list[Row]) -> tuple[CaseSummary, ...]:
    text = ",".join(cast("str", row[0]) for row in rows)
    with without_collecting():
        return _decoder.decode(f"[{text}]")
