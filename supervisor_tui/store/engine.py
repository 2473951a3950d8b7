"""One encrypted file, open: one connection a thread, one writer, and transactions with one fsync each."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakSet

import apsw

from supervisor_tui.store.encrypted_file import EncryptedFile, FileKind

__all__ = ["Bindable", "Engine", "Row"]

Bindable = str | bytes | int | float | None
Row = tuple[Bindable, ...]


class Engine:
    """One encrypted file, open.

    `create=True` makes the file and refuses one that is there; otherwise a missing or unreadable file is a
    `StoreProblem`, and never made anew. `find_backups` is asked only when there is something to recover from.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        kind: FileKind,
        *,
        create: bool = False,
        read_only: bool = False,
        find_backups: Callable[[], tuple[Path, ...]] = tuple,
    ) -> None:
        self._file = EncryptedFile(path, key, kind, read_only=read_only, find_backups=find_backups)
        self._local = threading.local()
        self._connections: WeakSet[apsw.Connection] = WeakSet()
        self._writer = threading.RLock()
        self._after_commit: list[Callable[[], None]] = []
        if create:
            self._file.make()
        else:
            self._keep(self._file.opened())

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def kind(self) -> FileKind:
        """What it holds."""
        return self._file.kind

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written through it."""
        return self._file.read_only

    def connection(self) -> apsw.Connection:
        """Return this thread's connection, opened when it is first asked for."""
        connection: apsw.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._keep(self._file.connect())
        return connection

    def _keep(self, connection: apsw.Connection) -> apsw.Connection:
        """Make a connection this thread's own."""
        self._connections.add(connection)
        self._local.connection = connection
        self._local.depth = 0
        self._local.seen = connection.pragma("data_version")
        return connection

    def rows(self, sql: str, bindings: tuple[Bindable, ...] = ()) -> list[Row]:
        """Return every row of a reading statement; the cursor is drained, so that no read stays open."""
        with self._file.sentences():
            return self.connection().execute(sql, bindings).fetchall()

    def row(self, sql: str, bindings: tuple[Bindable, ...] = ()) -> Row | None:
        """Return the first row of a reading statement, or None."""
        found = self.rows(sql, bindings)
        return found[0] if found else None

    @contextmanager
    def streaming(self, sql: str, bindings: tuple[Bindable, ...] = ()) -> Iterator[Iterator[Row]]:
        """Give the rows one by one, all of one moment; the cursor is closed on the way out, drained or not."""
        with self._file.sentences():
            cursor = self.connection().cursor()
            try:
                yield iter(cursor.execute(sql, bindings))
            finally:
                cursor.close(force=True)

    def write(self, sql: str, bindings: tuple[Bindable, ...] = ()) -> int:
        """Run one writing statement, in a transaction of its own unless one is open; return the rows it changed."""
        with self.joining() as connection:
            connection.execute(sql, bindings).fetchall()
            return connection.changes()

    @contextmanager
    def transaction(self) -> Iterator[apsw.Connection]:
        """Write all of the block or nothing of it: outermost BEGIN IMMEDIATE and one fsync, inside it a savepoint.

        Raises StoreProblem where another program holds the file too long, or the disk is full or fails.
        """
        connection = self.connection()
        if self._local.depth:
            with self._savepoint(connection):
                yield connection
            return
        with self._writer, self._file.sentences():
            connection.execute("BEGIN IMMEDIATE")
            self._local.depth = 1
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                self._local.depth = 0
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        for tell in self._after_commit:
            tell()

    @contextmanager
    def joining(self) -> Iterator[apsw.Connection]:
        """Write as part of the transaction that is open, without a savepoint, or in one of its own.

        For a block whose failure nobody catches before the transaction's end, as a part of it would stay behind.
        """
        connection = self.connection()
        if self._local.depth:
            yield connection
        else:
            with self.transaction():
                yield connection

    @contextmanager
    def snapshot(self) -> Iterator[apsw.Connection]:
        """Read everything in the block as of one moment, while others write on."""
        connection = self.connection()
        if connection.in_transaction:
            yield connection
            return
        with self._file.sentences():
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    def after_commit(self, tell: Callable[[], None]) -> None:
        """Have `tell` called after each outermost commit of this process, once the commit is on the disk."""
        self._after_commit.append(tell)

    def changed_elsewhere(self) -> bool:
        """Say whether another connection committed since this thread asked last.

        Another connection is a second application on the same file, or another thread of this one.
        """
        now = self.connection().pragma("data_version")
        changed = now != self._local.seen
        self._local.seen = now
        return bool(changed)

    def has_table(self, name: str) -> bool:
        """Say whether the file has a table of that name."""
        connection = self.connection()
        if connection.table_exists("main", name):
            return True
        return bool(self.rows("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)))

    def backups(self) -> tuple[Path, ...]:
        """Return the backups that may be offered, newest first."""
        return self._file.backups()

    def copy_into(self, path: Path) -> None:
        """Write a copy of this file under the same key to a path where nothing is; part of a snapshot if one is open.

        The copy is of one moment, whoever writes meanwhile.
        """
        with self._file.sentences():
            copy = self._file.connect(path, create=True)
            try:
                with copy.backup("main", self.connection(), "main") as backup:
                    while not backup.done:
                        backup.step(-1)
            finally:
                copy.close()

    def close(self) -> None:
        """Close every thread's connection; the last one to leave folds the write-ahead log into the file."""
        for connection in list(self._connections):
            connection.close(force=True)
        self._local = threading.local()

    @contextmanager
    def _savepoint(self, connection: apsw.Connection) -> Iterator[None]:
        name = f"step_{self._local.depth}"
        connection.execute(f"SAVEPOINT {name}")
        self._local.depth += 1
        done = False
        try:
            yield
            done = True
        finally:
            self._local.depth -= 1
            if not done and connection.in_transaction:
                connection.execute(f"ROLLBACK TO {name}")
            if connection.in_transaction:
                connection.execute(f"RELEASE {name}")
