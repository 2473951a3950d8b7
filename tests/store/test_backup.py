"""A backup counts once it was opened and compared; what it replaces is set aside."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supervisor_tui.store import atomic_file
from supervisor_tui.store import backup as backup_module
from supervisor_tui.store.audit import Act
from supervisor_tui.store.backup import DAILY_KEPT
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.identities import Identity
from supervisor_tui.store.open_store import Store, restore, unlock
from supervisor_tui.store.problems import StoreProblem, WrongPassphrase
from tests.store.builders import AMOS, CHEAP, NOW, PASSPHRASE, a_code, a_record, a_store, add


@pytest.fixture
def filled(store: Store) -> Store:
    add(store, [a_record()])
    store.open_identities().save(Identity(a_code(), ("Amina",)))
    return store


def test_a_backup_opens_like_the_store_it_was_made_of(filled: Store, tmp_path: Path) -> None:
    made = filled.backup(tmp_path / "stick")

    assert (made.folder, made.documents, made.identities) == (tmp_path / "stick" / "2026-11-21T093107", 3, True)
    copy = unlock(made.folder, "Ruth", PASSPHRASE, cost=CHEAP)
    assert copy.records.of(a_code()) == (a_record(),)
    assert copy.open_identities().of(a_code()) is not None
    copy.close()


def test_a_backup_names_nobody_to_who_has_no_key(filled: Store, tmp_path: Path) -> None:
    made = filled.backup(tmp_path)

    content = b"".join(path.read_bytes() for path in made.folder.iterdir())
    assert [word in content for word in (b"Amina", b"night shelter", b"SQLite format")] == [False] * 3


def test_a_backup_made_while_others_write_is_of_one_moment(filled: Store, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            add(filled, [a_record(f"r-w{number}")])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [filled.backup(tmp_path / str(number)) for number in range(5)]
    finally:
        stop.set()
        writer.join()

    for one in made:
        copy = unlock(one.folder, "Ruth", PASSPHRASE, cost=CHEAP)
        assert copy.verify() == ()
        copy.close()


def test_a_backup_that_is_not_equal_is_thrown_away(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_into = Engine.copy_into

    def lose_a_record(engine: Engine, path: Path) -> None:
        copy_into(engine, path)
        copy = Engine(path, engine._file._key, FileKind(engine.kind))
        copy.write("DELETE FROM sqlite_sequence" if engine.kind is FileKind.IDENTITIES else "DELETE FROM doc_records")
        copy.close()

    monkeypatch.setattr(Engine, "copy_into", lose_a_record)
    with pytest.raises(StoreProblem, match="not equal"):
        filled.backup(tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_backup_to_where_nothing_can_be_written_is_told(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreProblem, match="could not be written"):
        filled.backup(tmp_path / "file")


def test_a_backup_is_made_once_a_day_and_the_last_fourteen_are_kept(tmp_path: Path) -> None:
    today = [NOW]
    first, _recovery = a_store(tmp_path / "office")
    first.close()
    store = unlock(tmp_path / "office", "Ruth", PASSPHRASE, clock=lambda: today[0], cost=CHEAP)
    asked_for = store.backup(tmp_path / "office" / "backups").folder
    made = []
    for _day in range(DAILY_KEPT + 3):
        made.append(store.daily_backup())
        assert store.daily_backup() is None
        today[0] += timedelta(days=1)

    kept = sorted(one.folder for one in made[3:] if one is not None)
    assert sorted(store.backups()) == sorted([asked_for, *kept])
    assert len(kept) == DAILY_KEPT
    store.close()


def test_who_must_not_read_identities_backs_up_the_cases_and_is_told(filled: Store, tmp_path: Path) -> None:
    filled.give_key(AMOS, "other words", identities=False)
    mine = unlock(filled.folder, "Amos", "other words", cost=CHEAP)

    made = mine.backup(tmp_path)
    assert (made.identities, (made.folder / "identities.db").exists()) == (False, False)
    mine.close()


def test_a_backup_put_back_is_as_it_was_and_the_later_files_are_set_aside(filled: Store, tmp_path: Path) -> None:
    made = filled.backup(tmp_path)
    add(filled, [a_record("r-2")])
    filled.close()

    back, aside = restore(made.folder, filled.folder, "Ruth", PASSPHRASE, clock=lambda: NOW)
    assert (back.records.of(a_code()), back.verify()) == ((a_record(),), ())
    assert back.audit.entries(most=1)[0].act is Act.RESTORED
    assert aside == filled.folder / "set-aside-2026-11-21T093107"
    assert sorted(path.name for path in aside.iterdir()) == ["cases.db", "identities.db", "keys.json"]
    back.close()


def test_a_backup_goes_back_to_where_identities_were(tmp_path: Path) -> None:
    store, _recovery = a_store(tmp_path / "office", tmp_path / "stick")
    made = store.backup(tmp_path / "backup")
    store.close()

    back, _aside = restore(made.folder, tmp_path / "office", "Ruth", PASSPHRASE, clock=lambda: NOW)
    assert (tmp_path / "stick" / "identities.db").is_file()
    assert not (tmp_path / "office" / "identities.db").exists()
    assert back.open_identities().of(a_code()) is None
    back.close()


def test_a_backup_can_be_put_back_on_another_computer(filled: Store, tmp_path: Path) -> None:
    made = filled.backup(tmp_path)

    back, aside = restore(
        made.folder, tmp_path / "new", "Ruth", PASSPHRASE, identities_folder=tmp_path / "other", clock=lambda: NOW
    )
    assert (aside, back.verify(), (tmp_path / "other" / "identities.db").is_file()) == (None, (), True)
    back.close()


def test_a_backup_that_is_damaged_changes_nothing(filled: Store, tmp_path: Path) -> None:
    made = filled.backup(tmp_path)
    filled.close()
    cases = bytearray((made.folder / "cases.db").read_bytes())
    cases[len(cases) // 2] ^= 1
    (made.folder / "cases.db").write_bytes(cases)
    before = {path.name: path.read_bytes() for path in filled.folder.iterdir() if path.is_file()}

    with pytest.raises(StoreProblem):
        restore(made.folder, filled.folder, "Ruth", PASSPHRASE)
    assert {path.name: path.read_bytes() for path in filled.folder.iterdir() if path.is_file()} == before


def test_a_backup_is_not_put_back_without_its_passphrase(filled: Store, tmp_path: Path) -> None:
    made = filled.backup(tmp_path)

    with pytest.raises(WrongPassphrase):
        restore(made.folder, filled.folder, "Ruth", "a guess")
    with pytest.raises(StoreProblem, match="There is no store"):
        restore(tmp_path / "nothing", filled.folder, "Ruth", PASSPHRASE)


def test_an_old_cases_file_put_back_by_hand_is_noticed(filled: Store, tmp_path: Path) -> None:
    filled.close()
    old = (filled.folder / "cases.db").read_bytes()
    later = unlock(filled.folder, "Ruth", PASSPHRASE, cost=CHEAP)
    add(later, [a_record("r-2")])
    later.close()
    (filled.folder / "cases.db").write_bytes(old)
    (filled.folder / "audit-head.txt").unlink()

    opened = unlock(filled.folder, "Ruth", PASSPHRASE, cost=CHEAP)
    assert [finding for finding in opened.verify() if "an older file was put back" in finding] != []
    opened.close()


def test_a_document_that_does_not_read_is_found(filled: Store) -> None:
    filled.database.engine.write("UPDATE doc_records SET body = '{\"id\":1}'")

    assert filled.verify() == ("cases.db: document 1 of records cannot be read.",)


def test_a_damaged_key_file_is_found(filled: Store) -> None:
    (filled.folder / "keys.json").write_text("{}")

    assert filled.verify() == (
        f"The key file {filled.folder / 'keys.json'} is damaged. Put back the one from a backup.",
    )


def test_a_backup_waits_for_who_looks_at_its_files_just_then(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace
    refused: list[Path] = []

    def replace(path: Path, target: Path) -> Path:
        if path.is_dir() and len(refused) < 3:
            refused.append(path)
            raise PermissionError(13, "The process cannot access the file")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(atomic_file, "_PAUSE_SECONDS", 0)

    assert filled.backup(tmp_path / "backups").folder.is_dir()
    assert len(refused) == 3


def test_backups_are_named_by_their_moment() -> None:
    assert backup_module.backup_name(datetime(2026, 11, 21, 9, 31, 7, tzinfo=UTC)) == "2026-11-21T093107"
