"""What tables of narrow rows have in common: made, dropped, and made anew whenever they are declared otherwise."""

from typing import ClassVar, Generic, TypeVar, cast

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.collecting import without_collecting
from supervisor_tui.store.engine import Engine, Row

__all__ = ["KeptRows", "RowsAsText"]

RowT = TypeVar("RowT")


class KeptRows:
    """Tables in the cases file. NAMES: the tables. TABLES: the statements that make them."""

    NAMES: ClassVar[tuple[str, ...]]
    TABLES: ClassVar[tuple[str, ...]]

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self) -> None:
        """Make the tables."""
        with self._engine.transaction() as connection:
            for table in self.TABLES:
                connection.execute(table)

    def drop(self) -> None:
        """Take the tables away, where they are there."""
        with self._engine.transaction() as connection:
            for name in self.NAMES:
                connection.execute(f"DROP TABLE IF EXISTS {name}")


class RowsAsText(KeptRows, Generic[RowT]):
    """One table with one row a case, whose `line` is the row as text; the lines are decoded together, in one go."""

    def __init__(self, engine: Engine, kind: type[RowT]) -> None:
        super().__init__(engine)
        self._decoder = msgspec.json.Decoder(tuple[kind, ...])  # type: ignore[valid-type]

    def of(self, case: CaseCode) -> RowT | None:
        """Return one case's row, or None."""
        found = self._read(
            self._engine.rows(
                f'SELECT line FROM {self.NAMES[0]} WHERE "case" = ?',  # noqa: S608 - ours
                (case,),
            )
        )
        return found[0] if found else None

    def _read(self, rows: list[Row]) -> tuple[RowT, ...]:
        text = ",".join(cast("str", row[0]) for row in rows)
        with without_collecting():
            return self._decoder.decode(f"[{text}]")
