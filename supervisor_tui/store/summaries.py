"""The summary rows: one a case, as text that is decoded together, so that a caseload of 35,000 is read in one go."""

from collections.abc import Collection
from datetime import date
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.store.collecting import without_collecting
from supervisor_tui.store.engine import Engine, Row
from supervisor_tui.store.rows import CaseSummary

__all__ = ["TABLES", "Summaries"]

TABLES = (
    (
        'CREATE TABLE summaries("case" TEXT PRIMARY KEY, worker TEXT, line TEXT NOT NULL, '
        "worked_out_for TEXT NOT NULL, worked_out_with TEXT NOT NULL) WITHOUT ROWID"
    ),
    "CREATE INDEX summaries_by_worker ON summaries(worker)",
)
_decoder = msgspec.json.Decoder(tuple[CaseSummary, ...])


class Summaries:
    """The summary rows in the cases file, in the order of their codes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self) -> None:
        """Make the table; beside each line stands what it and the due rows were worked out with."""
        with self._engine.transaction() as connection:
            for table in TABLES:
                connection.execute(table)

    def drop(self) -> None:
        """Take the table away, where it is there."""
        self._engine.write("DROP TABLE IF EXISTS summaries")

    def put(self, summary: CaseSummary, worked_out_for: date) -> None:
        """Write a case's row, over the one that is there."""
        line = msgspec.structs.replace(summary, made_with="")
        self._engine.write(
            "INSERT OR REPLACE INTO summaries VALUES (?, ?, ?, ?, ?)",
            (
                summary.case,
                summary.worker,
                msgspec.json.encode(line).decode(),
                worked_out_for.isoformat(),
                summary.made_with,
            ),
        )

    def all(self) -> tuple[CaseSummary, ...]:
        """Return every case's row, in the order of codes."""
        return _read(self._engine.rows('SELECT line FROM summaries ORDER BY "case"'))

    def carried_by(self, workers: Collection[str]) -> tuple[CaseSummary, ...]:
        """Return the rows of the cases that these carry, in the order of codes; nobody's code carries none."""
        return self._read_where("worker IN (SELECT value FROM json_each(?))", workers)

    def carried_by_none_of(self, workers: Collection[PersonCode]) -> tuple[CaseSummary, ...]:
        """Return the rows of cases that nobody carries, or somebody else than these, in the order of codes."""
        carriers = self._engine.rows("SELECT DISTINCT worker FROM summaries WHERE worker IS NOT NULL")
        others = [cast("str", row[0]) for row in carriers if row[0] not in workers]
        return self._read_where("worker IS NULL OR worker IN (SELECT value FROM json_each(?))", others)

    def _read_where(self, where: str, workers: Collection[str]) -> tuple[CaseSummary, ...]:
        listed = msgspec.json.encode(list(workers)).decode()
        return _read(
            self._engine.rows(
                f'SELECT line FROM summaries WHERE {where} ORDER BY "case"',  # noqa: S608 - ours
                (listed,),
            )
        )

    def of(self, case: CaseCode) -> CaseSummary | None:
        """Return one case's row, or None."""
        found = _read(self._engine.rows('SELECT line FROM summaries WHERE "case" = ?', (case,)))
        return found[0] if found else None


def _read(rows: list[Row]) -> tuple[CaseSummary, ...]:
    text = ",".join(cast("str", row[0]) for row in rows)
    with without_collecting():
        return _decoder.decode(f"[{text}]")
