"""Making a store and opening one.

A store is a folder with the cases file and the key file; the identities file lies there or elsewhere.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person
from supervisor_tui.store.audit import Act
from supervisor_tui.store.backup import CASES, IDENTITIES, KEYS, backup_name, find_backups
from supervisor_tui.store.conference_store import ConferenceStore
from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.key_slots import USUAL_COST, Cost, DataKeys, KeySlots, OpenedSlot
from supervisor_tui.store.problems import IdentitiesClosed, StoreProblem
from supervisor_tui.store.restore import put_back
from supervisor_tui.store.revised import person_in
from supervisor_tui.store.row_layout import lay_out_rows
from supervisor_tui.store.store import BACKUPS, HEAD_OUTSIDE, Files, Store
from supervisor_tui.wording import _

__all__ = ["Store", "create_store", "is_store", "restore", "unlock", "unlock_with_recovery_key"]


def _now() -> datetime:
    return datetime.now().astimezone()


def is_store(folder: Path) -> bool:
    """Say whether a folder has a store in it."""
    return (folder / KEYS).is_file()


def create_store(
    folder: Path,
    identities_folder: Path | None,
    person: Person,
    passphrase: str,
    *,
    clock: Callable[[], datetime] = _now,
    cost: Cost = USUAL_COST,
) -> tuple[Store, str]:
    """Make a store with one person in it, and return it open, with the recovery key to be printed. It is shown once.

    identities_folder: another disk is safer; None puts identities beside the cases. Raises StoreProblem, and leaves
    nothing, where something is in the way.
    """
    if person.is_from_outside:
        raise StoreProblem(_("Whoever makes a store works here. Choose another role than facilitator, or one more."))
    elsewhere = identities_folder or folder
    keys = DataKeys.new()
    made = [folder / CASES, elsewhere / IDENTITIES, folder / KEYS, folder / HEAD_OUTSIDE]
    for path in made:
        if path.exists():
            raise StoreProblem(_("{file} is there already. It was left as it is.").format(file=path))
    try:
        for place in (folder, elsewhere):
            place.mkdir(parents=True, exist_ok=True)
        return _made(folder, identities_folder, keys, OpenedSlot(person.code, keys), person, passphrase, clock, cost)
    except OSError as error:
        _remove(made)
        raise StoreProblem(_("No store could be made in {folder}.").format(folder=folder)) from error
    except StoreProblem:
        _remove(made)
        raise


def unlock(
    folder: Path, name: str, passphrase: str, *, clock: Callable[[], datetime] = _now, cost: Cost = USUAL_COST
) -> Store:
    """Open a store in somebody's name.

    Raises NoKey, WrongPassphrase, or StoreProblem with the backups that may be put back. cost: of keys given from here.
    """
    key_file = _key_file(folder, cost)
    slot = key_file.open(name, passphrase)
    return _opened(folder, key_file, slot, Act.OPENED, clock)


def unlock_with_recovery_key(
    folder: Path,
    recovery_key: str,
    person: PersonCode,
    *,
    clock: Callable[[], datetime] = _now,
    cost: Cost = USUAL_COST,
) -> Store:
    """Open a store with the printed key, in the name of who holds it; the audit log says that it was used."""
    key_file = _key_file(folder, cost)
    slot = OpenedSlot(person, key_file.open_with_recovery_key(recovery_key))
    return _opened(folder, key_file, slot, Act.OPENED_BY_RECOVERY, clock)


def restore(
    backup: Path,
    folder: Path,
    name: str,
    passphrase: str,
    *,
    identities_folder: Path | None = None,
    clock: Callable[[], datetime] = _now,
) -> tuple[Store, Path | None]:
    """Put a backup back, opened with the passphrase it was made under; return the store, and where the old files are.

    identities_folder: where the identities go; None puts them where they were when the backup was made. Nobody may
    have the store open. Raises StoreProblem, and changes nothing, for a backup that is not sound, and for a facilitator
    from outside.
    """
    slot = _key_file(backup, USUAL_COST).open(name, passphrase)
    aside = put_back(backup, folder, identities_folder, slot, f"set-aside-{backup_name(clock())}")
    (folder / HEAD_OUTSIDE).unlink(missing_ok=True)
    store = _opened(folder, _key_file(folder, USUAL_COST), slot, Act.RESTORED, clock, identities_folder)
    return store, aside


def _made(
    folder: Path,
    identities_folder: Path | None,
    keys: DataKeys,
    slot: OpenedSlot,
    person: Person,
    passphrase: str,
    clock: Callable[[], datetime],
    cost: Cost,
) -> tuple[Store, str]:
    cases = Engine(folder / CASES, keys.cases, FileKind.CASES, create=True)
    key_file = KeySlots(folder / KEYS, cost)
    store = Store(Files(folder, cases, key_file, keys), person.code, clock)
    try:
        _fill(store, identities_folder, keys, person)
        store.audit.look_from_here()
        recovery_key = key_file.create(keys)
        key_file.add(person.short_name, passphrase, slot)
    except BaseException:
        store.abandon()
        raise
    return store, recovery_key


def _fill(store: Store, identities_folder: Path | None, keys: DataKeys, person: Person) -> None:
    with store.transaction():
        for part in (store.audit, store.drafts, store.looks, store.readers, store.raised, store.names, store.places):
            part.create()
        lay_out_rows(store.database.engine, store.summaries, store.due_rows, store.closing_rows, store.waiting_rows)
        if identities_folder is not None:
            store.places.move_identities(identities_folder)
        store.people.add(person, person.code)
        store.audit.note(person.code, Act.OPENED)
    place = store.places.identities_folder(store.folder)
    if keys.identities is not None:
        Engine(place / IDENTITIES, keys.identities, FileKind.IDENTITIES, create=True).close()
    store.open_identities().create()


def _opened(
    folder: Path,
    key_file: KeySlots,
    slot: OpenedSlot,
    act: Act,
    clock: Callable[[], datetime],
    identities_folder: Path | None = None,
) -> Store:
    cases = Engine(folder / CASES, slot.keys.cases, FileKind.CASES, find_backups=lambda: find_backups(folder / BACKUPS))
    store = _as_reached(Files(folder, cases, key_file, slot.keys), slot.person, clock)
    with store.transaction():
        lay_out_rows(cases, store.summaries, store.due_rows, store.closing_rows, store.waiting_rows)
        if identities_folder is not None:
            store.places.move_identities(identities_folder)
        store.audit.note(slot.person, act)
    store.audit.look_from_here()
    try:
        store.open_identities()
    except IdentitiesClosed:
        pass
    except StoreProblem as problem:
        store.identities_problem = problem
    return store


def _as_reached(files: Files, person: PersonCode, clock: Callable[[], datetime]) -> Store:
    """Return the store as far as somebody reaches: all of it, or for a facilitator from outside their conferences."""
    known = person_in(Database(files.cases), person)
    return (ConferenceStore if known is not None and known.is_from_outside else Store)(files, person, clock)


def _key_file(folder: Path, cost: Cost) -> KeySlots:
    if not is_store(folder):
        raise StoreProblem(_("There is no store in {folder}.").format(folder=folder))
    return KeySlots(folder / KEYS, cost)


def _remove(made: list[Path]) -> None:
    for path in made:
        for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            with suppress(OSError):
                file.unlink(missing_ok=True)
