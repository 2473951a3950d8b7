"""Putting a backup back: it is opened and checked first, and what stood there is set aside, never deleted."""

import shutil
from pathlib import Path

from supervisor_tui.store.atomic_file import sync_folder
from supervisor_tui.store.backup import CASES, IDENTITIES, KEYS
from supervisor_tui.store.checking import check_file
from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.key_slots import DataKeys, OpenedSlot
from supervisor_tui.store.places import Places
from supervisor_tui.store.problems import OutOfReach, StoreProblem
from supervisor_tui.store.revised import person_in
from supervisor_tui.wording import _

__all__ = ["put_back"]

_COMING = ".coming-back"
_BESIDE = ("-wal", "-shm")


def put_back(
    backup: Path, folder: Path, identities_folder: Path | None, slot: OpenedSlot, set_aside: str
) -> Path | None:
    """Put a backup's files in place of a store's, and return where the store's own files went, None if there were none.

    identities_folder: None means where they were when the backup was made. Nobody may have the store open. Where the
    backup has no identities, the store's own stay. Raises StoreProblem, and changes nothing, for a backup that is not
    sound, or in the name of a facilitator from outside.
    """
    coming, keys = folder / _COMING, slot.keys
    shutil.rmtree(coming, ignore_errors=True)
    try:
        shutil.copytree(backup, coming)
        elsewhere = identities_folder or _folder_then(coming, keys, folder)
        places = {name: elsewhere if name == IDENTITIES else folder for name in _names_in(coming)}
        _check(coming, keys)
        _ask_for_everything(coming, slot)
        for place in places.values():
            place.mkdir(parents=True, exist_ok=True)
        aside = _moved_aside(places, folder / set_aside)
        for name, place in places.items():
            shutil.move(coming / name, place / name)
            sync_folder(place)
    except OSError as error:
        raise StoreProblem(_("The backup could not be put back to {folder}.").format(folder=folder)) from error
    finally:
        shutil.rmtree(coming, ignore_errors=True)
    return aside


def _names_in(coming: Path) -> list[str]:
    return [name for name in (CASES, IDENTITIES, KEYS) if (coming / name).is_file()]


def _folder_then(coming: Path, keys: DataKeys, folder: Path) -> Path:
    engine = Engine(coming / CASES, keys.cases, FileKind.CASES)
    try:
        return Places(engine).identities_folder(folder)
    finally:
        engine.close()


def _check(coming: Path, keys: DataKeys) -> None:
    by_name = {CASES: (keys.cases, FileKind.CASES), IDENTITIES: (keys.identities, FileKind.IDENTITIES)}
    for name in _names_in(coming):
        key, kind = by_name.get(name, (None, FileKind.CASES))
        if key is not None:
            _check_one(Engine(coming / name, key, kind))


def _ask_for_everything(coming: Path, slot: OpenedSlot) -> None:
    engine = Engine(coming / CASES, slot.keys.cases, FileKind.CASES)
    try:
        person = person_in(Database(engine), slot.person)
    finally:
        engine.close()
    if person is not None and person.is_from_outside:
        raise OutOfReach


def _check_one(engine: Engine) -> None:
    try:
        findings = check_file(Database(engine))
    finally:
        engine.close()
    if findings:
        raise StoreProblem(_("This backup is not sound: {finding}").format(finding=findings[0]))


def _moved_aside(places: dict[str, Path], aside: Path) -> Path | None:
    for name, place in places.items():
        for file in [place / name, *(place / f"{name}{ending}" for ending in _BESIDE)]:
            if file.exists():
                aside.mkdir(exist_ok=True)
                shutil.move(file, aside / file.name)
    return aside if aside.exists() else None
