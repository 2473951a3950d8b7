"""A small encrypted file and a whole store to test on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.open_store import Store
from tests.store.builders import a_store

KEY = bytes(range(32))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = Engine(tmp_path / "cases.db", KEY, FileKind.CASES, create=True)
    yield opened
    opened.close()


@pytest.fixture
def database(engine: Engine) -> Database:
    return Database(engine)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Ruth's store, open."""
    opened, _recovery_key = a_store(tmp_path / "office")
    yield opened
    opened.close()
