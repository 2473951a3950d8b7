"""How often the disk is asked to make a commit durable, counted below the store by a shim of SQLite's file layer."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest.mock import patch

import apsw

from benchmarks.appending import FOLLOW_UP
from benchmarks.figures import Figure
from benchmarks.stores import open_desk, spread_out
from supervisor_tui.casework.recording import save

__all__ = ["syncs_a_commit"]

_LOG, _FILE = "write-ahead log", "file"


class _CountingFile(apsw.VFSFile):
    def __init__(self, below: str, name: str | apsw.URIFilename | None, flags: list[int], syncs: Counter[str]) -> None:
        super().__init__(below, name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        self._kind = _LOG if path.endswith("-wal") else _FILE
        self._syncs = syncs

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        self._syncs[self._kind] += 1
        super().xSync(flags)


class _Counting(apsw.VFS):
    def __init__(self, below: str, syncs: Counter[str]) -> None:
        self._below = below
        self._syncs = syncs
        super().__init__("counting", below)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _CountingFile:  # noqa: N802
        return _CountingFile(self._below, name, flags, self._syncs)


@contextmanager
def _counted() -> Iterator[Counter[str]]:
    """Open what is opened in the block through the shim, with the encryption above it."""
    syncs: Counter[str] = Counter()
    encrypting, _, below = apsw.vfs_names()[0].partition("-")
    shim = _Counting(below, syncs)
    try:
        with patch.object(apsw, "Connection", partial(apsw.Connection, vfs=f"{encrypting}-counting")):
            yield syncs
    finally:
        shim.unregister()


def syncs_a_commit(folder: Path, size: int, commits: int) -> Figure:
    """Count the fsyncs of follow-ups saved one by one, in a store of so many cases.

    Now and then the log is folded into the file, which takes an fsync of the file and two of the log.
    """
    with _counted() as syncs:
        desk = open_desk(folder)
        try:
            codes = spread_out(desk, commits)
            syncs.clear()
            for code in codes:
                save(desk, code, [FOLLOW_UP])
            in_log, folded = syncs[_LOG], syncs[_FILE]
        finally:
            desk.store.close()
    return Figure(
        f"fsyncs of {commits} saved follow-ups, {size:,} cases",
        f"{in_log} of the log, {folded} of the file as the log was folded in",
        f"{commits} commits",
        f"{(in_log - 2 * folded) / commits:.2f} without folding",
        "1 a commit",
        commits <= in_log <= commits + 2 * folded,
    )
