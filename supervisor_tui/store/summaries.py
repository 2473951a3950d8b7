"""The summary rows: one a case, in columns of their own, so that a caseload of 35,000 is read in one go."""

from datetime import date
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.collecting import without_collecting
from supervisor_tui.store.engine import Bindable, Engine
from supervisor_tui.store.rows import CaseSummary

__all__ = ["Summaries"]

_FIELDS = CaseSummary.__struct_fields__
_COLUMNS = ", ".join(f'"{field}"' for field in _FIELDS)
_MARKS = ", ".join("?" * (len(_FIELDS) + 2))
_TABLE = (
    f'CREATE TABLE summaries({_COLUMNS}, worked_out_for TEXT, worked_out_with TEXT, PRIMARY KEY("case")) WITHOUT ROWID'
)
_PUT = f"INSERT OR REPLACE INTO summaries({_COLUMNS}, worked_out_for, worked_out_with) VALUES ({_MARKS})"  # noqa: S608 - names of fields
_ALL = (
    f"SELECT json_group_array(json(line)) FROM (SELECT json_array({_COLUMNS}) AS line FROM summaries "  # noqa: S608
    'WHERE ?1 IS NULL OR "case" = ?1 ORDER BY "case")'
)
_decoder = msgspec.json.Decoder(tuple[CaseSummary, ...], strict=False)


class Summaries:
    """The summary rows in the cases file, in the order of their codes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self) -> None:
        """Make the table; its columns are the fields of `CaseSummary`, and what the due rows were worked out with."""
        self._engine.write(_TABLE)

    def drop(self) -> None:
        """Take the table away, where it is there."""
        self._engine.write("DROP TABLE IF EXISTS summaries")

    def put(self, summary: CaseSummary, worked_out_for: date, worked_out_with: str) -> None:
        """Write a case's row, over the one that is there."""
        fields = cast("list[Bindable]", msgspec.to_builtins(summary))
        self._engine.write(_PUT, (*fields, worked_out_for.isoformat(), worked_out_with))

    def all(self) -> tuple[CaseSummary, ...]:
        """Return every case's row, in the order of codes."""
        return self._read(None)

    def of(self, case: CaseCode) -> CaseSummary | None:
        """Return one case's row, or None."""
        found = self._read(case)
        return found[0] if found else None

    def _read(self, case: CaseCode | None) -> tuple[CaseSummary, ...]:
        row = self._engine.row(_ALL, (case,))
        if row is None:
            return ()
        with without_collecting():
            return _decoder.decode(cast("str", row[0]))
