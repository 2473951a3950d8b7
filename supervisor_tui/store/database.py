"""The tables of one file, as TinyDB gives them out, and a transaction over any number of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from supervisor_tui.store.document_rows import DocumentRows, table_name
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.table import RowTable

__all__ = ["Database"]


class Database:
    """TinyDB's `table`, `tables`, `drop_table` and `drop_tables` over one encrypted file."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._tables: dict[str, RowTable] = {}

    def table(self, name: str, *, indexed: tuple[str, ...] = (), persist_empty: bool = False) -> RowTable:
        """Return the table of that name, always the same one; `indexed` counts where it is first asked for."""
        if name not in self._tables:
            self._tables[name] = RowTable(self.engine, name, indexed=indexed, persist_empty=persist_empty)
        return self._tables[name]

    def tables(self) -> set[str]:
        """Return the names of the tables that are stored."""
        rows = self.engine.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'doc*_*'")
        return {name for row in rows if (name := table_name(str(row[0]))) is not None}

    def drop_table(self, name: str) -> None:
        """Remove a table with its documents; nothing happens where there is none."""
        self._tables.pop(name, None)
        with self.transaction():
            DocumentRows(self.engine, name, indexed=()).drop()

    def drop_tables(self) -> None:
        """Remove every table with its documents."""
        with self.transaction():
            for name in self.tables():
                self.drop_table(name)
        self._tables.clear()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of the block, in whatever tables, or nothing of it."""
        with self.engine.transaction():
            yield

    def close(self) -> None:
        """Close the file."""
        self.engine.close()
