"""Several programs on one file, and programs that are killed: nothing that was acknowledged is lost."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from tinydb import where

from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from tests.store.conftest import KEY

DOCUMENTS = 150
KILLS = 30

WRITER = """
import sys
from pathlib import Path
from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
path, who, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
database = Database(Engine(path, bytes(range(32)), FileKind.CASES))
records, minutes = database.table("records", indexed=("who",)), database.table("minutes")
for number in range(most):
    with database.transaction():
        records.insert({"who": who, "number": number, "text": "x" * 500})
        minutes.insert({"who": who, "number": number})
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Engine(tmp_path / "cases.db", KEY, FileKind.CASES, create=True).close()
    return tmp_path / "cases.db"


def a_writer(path: Path, who: str, most: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), who, str(most)], stdout=subprocess.PIPE, text=True
    )


def test_two_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    writers = [a_writer(path, who, DOCUMENTS) for who in ("a", "b")]
    assert [writer.communicate()[1] or writer.returncode for writer in writers] == [0, 0]

    engine = Engine(path, KEY, FileKind.CASES)
    for name in ("records", "minutes"):
        table = Database(engine).table(name)
        assert len(table) == 2 * DOCUMENTS
        for who in ("a", "b"):
            numbers = [document["number"] for document in table.search(where("who") == who)]
            assert numbers == list(range(DOCUMENTS))
    assert engine.row("PRAGMA integrity_check") == ("ok",)
    engine.close()


def test_a_program_killed_at_any_moment_loses_nothing_it_acknowledged(path: Path) -> None:
    lost, half_written = [], []
    for kill in range(KILLS):
        writer = a_writer(path, str(kill), 100_000)
        assert writer.stdout is not None
        acknowledged = int(writer.stdout.readline())
        time.sleep(0.0007 * kill)
        writer.kill()
        rest = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        acknowledged = int(rest[-1]) if rest else acknowledged

        engine = Engine(path, KEY, FileKind.CASES)
        database = Database(engine)
        counts = [database.table(name).count(where("who") == str(kill)) for name in ("records", "minutes")]
        engine.close()
        if counts[0] <= acknowledged:
            lost.append((kill, acknowledged, counts))
        if counts[0] != counts[1]:
            half_written.append((kill, counts))

    assert (lost, half_written) == ([], [])
