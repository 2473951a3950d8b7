"""Backups: encrypted copies of one moment, opened and compared before anybody is told that they are there.

A backup is a folder with the files as they stand in a store, so that putting it back is copying. The cases are copied
before the identities: whatever a case refers to is then in the identities' copy too.
"""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import msgspec

from supervisor_tui.store.atomic_file import put_in_place, sync_folder, write_atomically
from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.key_slots import DataKeys
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.wording import _

__all__ = [
    "CASES",
    "DAILY_KEPT",
    "IDENTITIES",
    "KEYS",
    "BackupMade",
    "backup_name",
    "daily_backup",
    "find_backups",
    "make_backup",
]

CASES, IDENTITIES, KEYS = "cases.db", "identities.db", "keys.json"
DAILY_KEPT = 14
_DAILY = "daily-"
_UNFINISHED = ".unfinished-"


class BackupMade(msgspec.Struct, frozen=True):
    """A backup that was written, opened and compared.

    documents: how many it holds. identities: whether it has the identities file, which it has not where the one who
    made it may not read that file.
    """

    folder: Path
    documents: int
    identities: bool


def make_backup(
    to: Path, name: str, cases: Engine, identities: Engine | None, key_file: Path, keys: DataKeys
) -> BackupMade:
    """Write a backup into a folder of this name below `to`.

    Raises StoreProblem, and leaves nothing, if it could not be written or is not equal to what was copied. Others may
    go on writing meanwhile; what they write after the start is not in it.
    """
    folder = to / name
    if folder.exists():
        raise StoreProblem(_("{folder} is there already. It was left as it is.").format(folder=folder))
    unfinished = to / f"{_UNFINISHED}{name}"
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        documents = _copy(cases, unfinished / CASES, keys.cases)
        if identities is not None and keys.identities is not None:
            documents += _copy(identities, unfinished / IDENTITIES, keys.identities)
        write_atomically(unfinished / KEYS, key_file.read_bytes())
        put_in_place(unfinished, folder)
        sync_folder(to)
    except OSError as error:
        raise StoreProblem(_("The backup could not be written to {folder}.").format(folder=to)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return BackupMade(folder, documents, identities is not None)


def find_backups(*places: Path) -> tuple[Path, ...]:
    """Return the backups in these folders, newest first."""
    found = [folder for place in places if place.is_dir() for folder in place.iterdir() if (folder / CASES).is_file()]
    finished = [folder for folder in found if not folder.name.startswith(_UNFINISHED)]
    return tuple(sorted(finished, key=lambda folder: folder.stat().st_mtime, reverse=True))


def daily_backup(place: Path, today: date, make: Callable[[str], BackupMade]) -> BackupMade | None:
    """Make this day's backup if nobody made it yet, and let go of the oldest beyond the number kept.

    Only backups made here are let go of, never one that a person asked for.
    """
    name = f"{_DAILY}{today.isoformat()}"
    if (place / name).exists():
        return None
    made = make(name)
    daily = sorted(folder for folder in place.iterdir() if folder.name.startswith(_DAILY))
    for folder in daily[:-DAILY_KEPT]:
        shutil.rmtree(folder, ignore_errors=True)
    return made


def backup_name(moment: datetime) -> str:
    """Return the name of a backup that a person asked for, by its moment."""
    return moment.strftime("%Y-%m-%dT%H%M%S")


def _copy(engine: Engine, path: Path, key: bytes) -> int:
    """Copy one file, open the copy, and return how many documents it has; raises StoreProblem if they are not equal."""
    with engine.snapshot():
        expected = _contents(engine)
        engine.copy_into(path)
    copy = Engine(path, key, FileKind(engine.kind))
    try:
        sound = copy.rows("PRAGMA integrity_check") == [("ok",)] and _contents(copy) == expected
        documents = sum(len(Database(copy).table(name)) for name in Database(copy).tables())
    finally:
        copy.close()
    if not sound:
        raise StoreProblem(_("The backup of {file} is not equal to it. It was thrown away.").format(file=engine.path))
    return documents


def _contents(engine: Engine) -> tuple[object, ...]:
    """Return how many rows each table has, and the end of the audit log."""
    tables = [str(row[0]) for row in engine.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    counts = [(table, engine.row(f'SELECT count(*) FROM "{table}"')) for table in tables]  # noqa: S608 - from the schema
    head = engine.row("SELECT max(number), hash FROM audit") if "audit" in tables else None
    return (*counts, head)
