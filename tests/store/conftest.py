"""A small encrypted file to test on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.store.database import Database
from supervisor_tui.store.engine import Engine, FileKind

KEY = bytes(range(32))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = Engine(tmp_path / "cases.db", KEY, FileKind.CASES, create=True)
    yield opened
    opened.close()


@pytest.fixture
def database(engine: Engine) -> Database:
    return Database(engine)
