"""The summary rows: one a case, as text that is decoded together, so that a caseload of 35,000 is read in one go."""

from collections.abc import Collection
from datetime import date
from typing import cast

import msgspec

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.kept_rows import RowsAsText
from supervisor_tui.store.rows import CaseSummary

__all__ = ["Summaries"]


class Summaries(RowsAsText[CaseSummary]):
    """The summary rows in the cases file, in the order of their codes."""

    NAMES = ("summaries",)
    TABLES = (
        (
            'CREATE TABLE summaries("case" TEXT PRIMARY KEY, worker TEXT, line TEXT NOT NULL, '
            "worked_out_for TEXT NOT NULL, worked_out_with TEXT NOT NULL) WITHOUT ROWID"
        ),
        "CREATE INDEX summaries_by_worker ON summaries(worker)",
    )

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, CaseSummary)

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
        return self._read(self._engine.rows('SELECT line FROM summaries ORDER BY "case"'))

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
        return self._read(
            self._engine.rows(
                f'SELECT line FROM summaries WHERE {where} ORDER BY "case"',  # noqa: S608 - ours
                (listed,),
            )
        )
