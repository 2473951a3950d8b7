"""One SQL table of documents: id, revision, and the document as JSON in UTF-8. The statements, and no more."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, cast

from supervisor_tui.store.engine import Bindable, Engine
from supervisor_tui.store.query_sql import Narrowing, extracted

__all__ = ["DocumentRow", "DocumentRows", "sql_name", "table_name"]

_PLAIN_NAME = re.compile(r"[a-z0-9_]+", re.ASCII)
_EVERY_ROW = Narrowing("1")


class DocumentRow(NamedTuple):
    """One stored document as it rests."""

    id: int
    revision: int
    text: str


class DocumentRows:
    """The rows of one table of documents, there or not there yet (then it is empty).

    indexed: for each index the paths whose values it holds. Beside it, `highest_ids` keeps the highest id of tables
    that rows were removed from, so that no id is ever given twice.
    """

    def __init__(self, engine: Engine, name: str, indexed: tuple[tuple[tuple[str, ...], ...], ...]) -> None:
        self.engine = engine
        self.sql_name = sql_name(name)
        self._indexed = indexed

    def there(self) -> bool:
        """Say whether the table was made."""
        return self.engine.has_table(self.sql_name)

    def create(self) -> None:
        """Make the table and its indexes, where they are not there yet."""
        with self.engine.joining() as connection:
            connection.execute(
                self._of(
                    "CREATE TABLE IF NOT EXISTS %documents%"
                    "(id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, body TEXT NOT NULL)"
                )
            )
            connection.execute(
                "CREATE TABLE IF NOT EXISTS highest_ids(name TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID"
            )
            for paths in self._indexed:
                values = ", ".join(map(extracted, paths))
                connection.execute(
                    self._of(f'CREATE INDEX IF NOT EXISTS "{self._index_name(paths)}" ON %documents%({values})')
                )

    def lacks_indexes(self) -> bool:
        """Say whether the table is there, but not each of its indexes."""
        if not self._indexed or not self.there():
            return False
        rows = self.engine.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?", (self.sql_name,)
        )
        return not {self._index_name(paths) for paths in self._indexed} <= {row[0] for row in rows}

    def one(self, doc_id: Bindable) -> DocumentRow | None:
        """Return the row of that id, or None."""
        found = self._rows("WHERE id = ?", (doc_id,))
        return found[0] if found else None

    def after(self, doc_id: int | None, most: int) -> list[DocumentRow]:
        """Return up to `most` rows in the order of ids, those after an id or from the first on."""
        if doc_id is None:
            return self._rows("ORDER BY id LIMIT ?", (most,))
        return self._rows("WHERE id > ? ORDER BY id LIMIT ?", (doc_id, most))

    def of_ids(self, doc_ids: tuple[Bindable, ...]) -> list[DocumentRow]:
        """Return the rows of these ids (at most some thousands), in the order of ids."""
        return self._rows(f"WHERE id IN ({', '.join('?' * len(doc_ids))}) ORDER BY id", doc_ids)

    def ids(self, narrowing: Narrowing | None) -> list[int]:
        """Return the ids of the rows that come through, in order."""
        if not self.there():
            return []
        where, bindings = narrowing or _EVERY_ROW
        found = self.engine.rows(self._of("SELECT id FROM %documents% WHERE %where% ORDER BY id", where), bindings)
        return [cast("int", row[0]) for row in found]

    def values(self, path: tuple[str, ...]) -> list[Bindable]:
        """Return the different values under a path, in order, without null.

        Where the path is indexed, each step goes straight to the next value, however many rows have the same.
        """
        if not self.there():
            return []
        sql = (
            "WITH RECURSIVE found(value) AS (SELECT min(%value%) FROM %documents% UNION ALL "
            "SELECT (SELECT min(%value%) FROM %documents% WHERE %value% > found.value) FROM found "
            "WHERE found.value IS NOT NULL) SELECT value FROM found WHERE value IS NOT NULL"
        )
        return [row[0] for row in self.engine.rows(self._of(sql).replace("%value%", extracted(path)))]

    @contextmanager
    def streaming(self, narrowing: Narrowing | None) -> Iterator[Iterator[DocumentRow]]:
        """Give the rows that come through, one by one and all of one moment."""
        if not self.there():
            yield iter(())
            return
        where, bindings = narrowing or _EVERY_ROW
        sql = self._of("SELECT id, revision, body FROM %documents% WHERE %where% ORDER BY id", where)
        with self.engine.streaming(sql, bindings) as rows:
            yield (DocumentRow(*cast("tuple[int, int, str]", row)) for row in rows)

    def count(self) -> int:
        """Return how many rows there are."""
        return self._number("SELECT count(*) FROM %documents%") if self.there() else 0

    def highest_id(self) -> int:
        """Return the highest id ever given, 0 if none was."""
        if not self.there():
            return 0
        return self._number(
            "SELECT max(coalesce((SELECT max(id) FROM %documents%), 0), "
            "coalesce((SELECT id FROM highest_ids WHERE name = ?), 0))",
            (self.sql_name,),
        )

    def put(self, texts: dict[int, str]) -> None:
        """Write documents by id: those that are there get their next revision."""
        with self.engine.joining() as connection:
            if not self.there():
                self.create()
            connection.executemany(
                self._of(
                    "INSERT INTO %documents%(id, body) VALUES (?, ?) "
                    "ON CONFLICT(id) DO UPDATE SET body = excluded.body, revision = revision + 1"
                ),
                list(texts.items()),
            )

    def put_if(self, row: DocumentRow) -> bool:
        """Write a document if it still has the row's revision, and say whether it had."""
        return bool(
            self.engine.write(
                self._of("UPDATE %documents% SET body = ?, revision = revision + 1 WHERE id = ? AND revision = ?"),
                (row.text, row.id, row.revision),
            )
        )

    def remove(self, doc_ids: tuple[int, ...]) -> None:
        """Remove rows; the highest id is kept, so that a stale document never fits another that took its id."""
        with self.engine.joining() as connection:
            connection.execute(
                "INSERT INTO highest_ids(name, id) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET id = excluded.id",
                (self.sql_name, self.highest_id()),
            )
            connection.executemany(self._of("DELETE FROM %documents% WHERE id = ?"), [(doc_id,) for doc_id in doc_ids])

    def remove_all(self) -> None:
        """Remove every row; ids begin at 1 again."""
        if self.there():
            with self.engine.joining() as connection:
                connection.execute(self._of("DELETE FROM %documents%"))
                connection.execute("DELETE FROM highest_ids WHERE name = ?", (self.sql_name,))

    def drop(self) -> None:
        """Remove the table itself."""
        if self.there():
            self.remove_all()
            self.engine.write(self._of("DROP TABLE %documents%"))

    def _of(self, sql: str, where: str = "") -> str:
        return sql.replace("%documents%", f'"{self.sql_name}"').replace("%where%", where)

    def _index_name(self, paths: tuple[tuple[str, ...], ...]) -> str:
        return ".".join([self.sql_name, ",".join(".".join(path) for path in paths)])

    def _rows(self, rest: str, bindings: tuple[Bindable, ...]) -> list[DocumentRow]:
        if not self.there():
            return []
        found = self.engine.rows(self._of("SELECT id, revision, body FROM %documents% ") + rest, bindings)
        return [DocumentRow(*cast("tuple[int, int, str]", row)) for row in found]

    def _number(self, sql: str, bindings: tuple[Bindable, ...] = ()) -> int:
        return cast("int", self.engine.rows(self._of(sql), bindings)[0][0])


def sql_name(name: str) -> str:
    """Return the SQL table of a TinyDB table; names that the engine would not tell apart are spelled in hex."""
    return f"doc_{name}" if _PLAIN_NAME.fullmatch(name) else f"docx_{name.encode().hex()}"


def table_name(sql: str) -> str | None:
    """Return the TinyDB table of an SQL table, or None if it is none."""
    if sql.startswith("docx_"):
        return bytes.fromhex(sql.removeprefix("docx_")).decode()
    return sql.removeprefix("doc_") if sql.startswith("doc_") else None
