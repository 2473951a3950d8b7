"""Stands as `conftest.py` beside TinyDB's own tests: wherever they say TinyDB, our tables answer.

It is copied into the folder where TinyDB's source package was unpacked; see `test_tinydb_own_suite.py`.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import tinydb
from tinydb.middlewares import Middleware
from tinydb.storages import Storage
from tinydb.table import Table

from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine

PlainTinyDB = tinydb.TinyDB
KEY = bytes(range(32))


class TinyDBOverRows(PlainTinyDB):
    """TinyDB's front door, with our file behind it."""

    def __init__(self, path: str | os.PathLike[str] | None = None, **_storage: object) -> None:
        file = Path(path) if path is not None else Path(mkdtemp()) / "memory.db"
        self.rows = Database(Engine(file, KEY, FileKind.CASES, create=not file.exists()))
        self._opened = True

    @property
    def storage(self) -> Storage:
        return self.rows  # type: ignore[return-value]

    @property
    def _tables(self) -> dict[str, Any]:
        return self.rows._tables

    @_tables.setter
    def _tables(self, tables: dict[str, Any]) -> None:
        self.rows._tables = tables

    def table(self, name: str, cache_size: int = 0, **options: Any) -> Table:
        return self.rows.table(name, **options)

    def tables(self) -> set[str]:
        return self.rows.tables()

    def drop_table(self, name: str) -> None:
        self.rows.drop_table(name)

    def drop_tables(self) -> None:
        self.rows.drop_tables()


def opened(*args: Any, storage: Any = None, **options: Any) -> tinydb.TinyDB:
    """Open our tables, unless the test brings a storage of its own to test that very storage."""
    if isinstance(storage, Middleware) or (storage is not None and storage.__module__ != "tinydb.storages"):
        return PlainTinyDB(*args, storage=storage, **options)
    return TinyDBOverRows(*args, **options)


tinydb.TinyDB = opened  # type: ignore[misc, assignment]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[tinydb.TinyDB]:
    tables = TinyDBOverRows(tmp_path / "test.db")
    tables.insert_multiple({"int": 1, "char": letter} for letter in "abc")
    yield tables
    tables.close()
