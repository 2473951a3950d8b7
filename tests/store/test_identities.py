"""Who a case is about rests apart, and what the cases file knows of it is hashes only."""

from pathlib import Path

import msgspec
import pytest

from supervisor_tui.domain.ids import PersonCode, RecordId
from supervisor_tui.store.audit import Act
from supervisor_tui.store.confidential_marks import ConfidentialMark
from supervisor_tui.store.identities import ConfidentialSection, Identities, Identity, LockedField
from supervisor_tui.store.name_words import words_of
from supervisor_tui.store.open_store import Store, unlock
from supervisor_tui.store.problems import Conflict, IdentitiesClosed, StoreProblem
from tests.store.builders import AMOS, CHEAP, NOW, PASSPHRASE, RUTH, a_code, a_store

AMINA = Identity(
    a_code(), ("Amina Zoë Karimi",), ("Yusuf Karimi",), address="behind the mill", contacts=("+254 700 000000",)
)


@pytest.fixture
def identities(store: Store) -> Identities:
    return store.open_identities()


def test_who_a_case_is_about_is_kept_and_who_read_it_is_logged(store: Store, identities: Identities) -> None:
    identities.save(AMINA)

    assert identities.of(a_code()) == msgspec.structs.replace(AMINA, revision=1)
    assert identities.of(a_code("C-0999")) is None
    assert [(entry.act, entry.case) for entry in store.audit.entries(most=3)] == [
        (Act.SAW_IDENTITY, "C-0999"),
        (Act.SAW_IDENTITY, "C-0117"),
        (Act.CHANGED_IDENTITY, "C-0117"),
    ]


def test_a_typed_name_finds_its_code_while_the_names_are_locked_away(store: Store, identities: Identities) -> None:
    identities.save(AMINA)
    identities.save(Identity(a_code("C-0093"), ("Amina Odhiambo",)))
    store.close_identities()

    assert store.cases_named("amina") == ("C-0093", "C-0117")
    assert store.cases_named("AMINA  zoe") == ("C-0117",)
    assert store.cases_named("karimi odhiambo") == ()
    assert store.cases_named(" ") == ()
    assert store.audit.entries(most=1)[0].act is Act.LOOKED_FOR_NAME


def test_a_name_in_a_note_is_noticed_while_the_names_are_locked_away(store: Store, identities: Identities) -> None:
    identities.save(AMINA)
    store.close_identities()

    assert store.names.found_in("Met Yusuf; Zoé's bag was missing.") == ("yusuf", "zoe")
    assert store.names.found_in("The uncle was met at the mill.") == ()


def test_a_name_that_was_corrected_is_no_longer_found(store: Store, identities: Identities) -> None:
    saved = identities.save(AMINA)
    identities.save(msgspec.structs.replace(saved, names=("Aminata",)))

    assert (store.cases_named("amina"), store.cases_named("aminata")) == ((), ("C-0117",))


def test_a_second_writer_of_an_identity_gets_a_conflict(identities: Identities) -> None:
    saved = identities.save(AMINA)
    identities.save(msgspec.structs.replace(saved, address="moved"))

    with pytest.raises(Conflict, match="identities of C-0117: W-01 changed it"):
        identities.save(msgspec.structs.replace(saved, address="elsewhere"))
    with pytest.raises(Conflict):
        identities.save(AMINA)


def test_the_same_first_write_can_be_repeated(identities: Identities) -> None:
    assert identities.save(AMINA) == identities.save(AMINA)


def test_a_crash_between_the_two_files_is_mended_by_saving_again(
    store: Store, identities: Identities, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_names: object) -> None:
        raise LookupError

    with monkeypatch.context() as broken:
        broken.setattr(store.names, "index", stumble)
        with pytest.raises(LookupError):
            identities.save(AMINA)
    assert store.cases_named("amina") == ()
    identities.save(AMINA)
    assert store.cases_named("amina") == ("C-0117",)


def test_no_name_stands_in_the_cases_file_not_even_for_who_has_its_key(store: Store, identities: Identities) -> None:
    identities.save(AMINA)
    identities.lock(a_code(), [LockedField("remarks", msgspec.Raw(b'"Amina limps"'), "export.csv 1a2b")])

    cases = store.database.engine
    tables = [str(row[0]) for row in cases.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    everything = str([cases.rows(f'SELECT * FROM "{table}"') for table in tables]).casefold()
    assert [word in everything for word in ("amina", "karimi", "mill", "limps", "remarks")] == [False] * 5


def test_what_an_import_brought_is_locked_under_its_own_name_and_nothing_is_lost(identities: Identities) -> None:
    fields = [
        LockedField("remarks", msgspec.Raw(b'{ "weight": 1.50 }'), "export.csv 1a2b"),
        LockedField("notes", msgspec.Raw(b'"a"'), "export.csv 1a2b", row="follow_ups/1"),
        LockedField("notes", msgspec.Raw(b'"a"'), "export.csv 1a2b", row="follow_ups/2"),
    ]

    assert identities.lock(a_code(), fields) == 3
    assert [(field.name, field.row, bytes(field.value)) for field in identities.locked(a_code())] == [
        ("remarks", "", b'{ "weight": 1.50 }'),
        ("notes", "follow_ups/1", b'"a"'),
        ("notes", "follow_ups/2", b'"a"'),
    ]


def test_the_same_import_again_locks_nothing_twice_and_a_changed_value_is_kept_beside(identities: Identities) -> None:
    def locked(value: bytes, source: str) -> int:
        return identities.lock(a_code(), [LockedField("remarks", msgspec.Raw(value), source)])

    assert [locked(b'"a"', "1.csv"), locked(b'"a"', "2.csv"), locked(b'"b"', "3.csv")] == [1, 0, 1]
    assert [(bytes(field.value), field.source) for field in identities.locked(a_code())] == [
        (b'"a"', "1.csv"),
        (b'"b"', "3.csv"),
    ]


def a_section(by: PersonCode = AMOS.code, may_open: tuple[PersonCode, ...] = ()) -> ConfidentialSection:
    return ConfidentialSection(RecordId("s-1"), a_code(), "disclosure", "what was said", by, NOW, may_open)


def test_a_confidential_section_opens_for_who_is_named_and_others_see_that_it_is_there(
    store: Store, identities: Identities
) -> None:
    identities.add_section(a_section())
    identities.add_section(a_section())

    assert identities.sections(a_code()) == ()
    assert store.confidential_marks.of(a_code()) == (ConfidentialMark(RecordId("s-1"), a_code(), AMOS.code, NOW),)


def test_who_opens_a_confidential_section_is_logged(store: Store, identities: Identities) -> None:
    section = a_section(may_open=(RUTH.code,))
    identities.add_section(section)

    assert identities.sections(a_code()) == (section,)
    newest = store.audit.entries(most=1)[0]
    assert (newest.by, newest.act, newest.record) == (RUTH.code, Act.SAW_CONFIDENTIAL, "s-1")


def test_a_section_is_never_written_over(identities: Identities) -> None:
    identities.add_section(a_section())

    with pytest.raises(ValueError, match="s-1 is there already"):
        identities.add_section(a_section(by=RUTH.code))


def test_without_the_key_to_identities_they_stay_closed_and_the_rest_works(tmp_path: Path) -> None:
    store, _recovery = a_store(tmp_path / "office")
    store.give_key(AMOS, "other words", identities=False)
    store.close()
    mine = unlock(tmp_path / "office", "Amos", "other words", clock=lambda: NOW, cost=CHEAP)

    assert (mine.person, mine.identities, mine.identities_problem) == (AMOS.code, None, None)
    with pytest.raises(IdentitiesClosed, match="not open"):
        mine.open_identities()
    with pytest.raises(IdentitiesClosed):
        mine.give_key(RUTH, "more words", identities=True)
    with pytest.raises(IdentitiesClosed):
        mine.new_recovery_key()
    assert mine.verify() == ()
    mine.close()


def test_identities_on_a_disk_that_is_not_there_are_told_and_the_rest_works(tmp_path: Path) -> None:
    store, _recovery = a_store(tmp_path / "office", tmp_path / "stick")
    store.open_identities().save(AMINA)
    store.close()
    (tmp_path / "stick").rename(tmp_path / "drawer")

    without = unlock(tmp_path / "office", "Ruth", PASSPHRASE, cost=CHEAP)
    assert (without.identities, without.cases_named("amina")) == (None, ("C-0117",))
    assert "identities.db is not there" in str(without.identities_problem)
    assert len(without.verify()) == 1
    with pytest.raises(StoreProblem):
        without.open_identities()
    (tmp_path / "drawer").rename(tmp_path / "stick")
    assert without.open_identities().of(a_code()) == msgspec.structs.replace(AMINA, revision=1)
    assert without.verify() == ()
    without.close()


def test_words_are_letters_in_one_spelling() -> None:
    assert words_of("Amina-Zoë O'Neil 12 a_b, آمنة") == {"amina", "zoe", "neil", "امنة"}
