"""Opening a store that somebody has the key to, without making the key from the passphrase."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.figures import Figure, compared, most_milliseconds
from benchmarks.monday import morning
from benchmarks.stores import PASSPHRASE, opener
from benchmarks.timing import Spread, side_by_side
from supervisor_tui.store.backup import CASES, KEYS
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.key_slots import KeySlots
from supervisor_tui.store.open_store import Store, unlock

__all__ = ["key_derivation", "opening"]


def key_derivation(folder: Path, times: int) -> Spread:
    """Return what it takes to make the key of a store from the passphrase, at the cost chosen for that store."""
    name = opener().short_name
    (taken,) = side_by_side(times, lambda _number: KeySlots(folder / KEYS).open(name, PASSPHRASE))
    return taken


def opening(folders: Mapping[int, Path], place: Path, times: int) -> list[Figure]:
    """Compare opening the cases file with its raw key, and the whole store, with opening a plain SQLite file."""
    return [figure for size, folder in folders.items() for figure in _at_one_size(size, folder, place, times)]


def _at_one_size(size: int, folder: Path, place: Path, times: int) -> list[Figure]:
    person = opener()
    key = KeySlots(folder / KEYS).open(person.short_name, PASSPHRASE).keys.cases
    plain = place / "plain.sqlite"
    with closing(sqlite3.connect(plain)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("CREATE TABLE IF NOT EXISTS nothing_much(text)")
    opened: list[Engine | Store] = []

    def open_plain(_number: int) -> None:
        with closing(sqlite3.connect(plain)) as connection:
            connection.execute("SELECT count(*) FROM nothing_much").fetchall()

    def open_engine(_number: int) -> None:
        opened.append(Engine(folder / CASES, key, FileKind.CASES))

    def open_store(_number: int) -> None:
        opened.append(unlock(folder, person.short_name, PASSPHRASE, clock=morning))

    def close(_number: int) -> None:
        opened.pop().close()

    anchor, file, _closed, store, _closed = side_by_side(times, open_plain, open_engine, close, open_store, close)
    against = "plain SQLite file"
    return [
        compared(f"open the cases file by raw key, {size:,} cases", file, against, anchor, most_milliseconds(15)),
        compared(
            f"open the whole store less the key derivation, {size:,} cases",
            store.less(key_derivation(folder, times).median),
            against,
            anchor,
        ),
    ]
