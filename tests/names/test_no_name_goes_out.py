"""Nothing that leaves, and nothing in the cases file, holds a name, an address or a number of the identities file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.names.agency import Agency, opened, ran, the_agency, told_in_json
from tests.names.going_out import ASKED, LEAVES, SAYS_WHO, WRITES, given_out
from tests.names.people import folded, found_in, known_texts
from tests.names.reading import as_it_lies, pages_of, text_of


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    with the_agency(tmp_path_factory.mktemp("agency")) as made:
        yield made


@pytest.fixture(scope="module")
def known(agency: Agency) -> Iterator[frozenset[str]]:
    store = opened(agency.store)
    yield known_texts(store)
    store.close()


def test_every_command_is_searched_or_is_known_to_write_only() -> None:
    assert set(LEAVES) == {*ASKED, *WRITES, *SAYS_WHO}
    assert not (set(ASKED) & WRITES)
    assert {words for words, leaf in LEAVES.items() if leaf.has("--out")} <= set(ASKED)
    assert {words for words in WRITES if LEAVES[words].has("--json")} == told_in_json()


@pytest.mark.parametrize("words", ASKED)
def test_what_a_command_gives_out_holds_no_name(
    words: str, agency: Agency, known: frozenset[str], tmp_path: Path
) -> None:
    given = [one for arguments in ASKED[words] for one in given_out(LEAVES[words], arguments, tmp_path)]
    assert {one.file.name: found_in(text_of(one.file), known) for one in given} == {one.file.name: [] for one in given}


def test_what_commands_print_that_write_holds_no_name(agency: Agency, known: frozenset[str]) -> None:
    assert found_in(agency.printed, known) == []


def test_no_page_of_the_cases_file_holds_a_name_and_those_of_identities_do(
    agency: Agency, known: frozenset[str]
) -> None:
    store = opened(agency.store)
    cases = found_in(pages_of(store.database.engine), known)
    identities = found_in(pages_of(store.open_identities().database.engine), known)
    store.close()
    assert cases == []
    assert set(identities) == set(known)


def test_no_page_of_the_cases_in_a_backup_holds_a_name(agency: Agency, known: frozenset[str], tmp_path: Path) -> None:
    made = Path(ran("backup", str(tmp_path / "backups")).strip())
    store = opened(made)
    cases = found_in(pages_of(store.database.engine), known)
    store.close()
    assert cases == []
    assert found_in(as_it_lies(made), known) == []


def test_no_file_that_the_program_keeps_can_be_read_without_a_key(agency: Agency, known: frozenset[str]) -> None:
    assert found_in(as_it_lies(agency.store), known) == []
    assert found_in(as_it_lies(agency.folder / "home"), known) == []
    assert found_in((agency.folder / "map.toml").read_text("utf-8"), known) == []


def test_the_search_finds_a_name_that_somebody_typed_into_a_meeting(agency: Agency, tmp_path: Path) -> None:
    folded_name = folded("Balthazar Umberto")
    ran("meeting", "record", "M-0002", "note", "Balthazar", "Umberto", "is", "at", "home", "--case", "C-0150")
    given = {
        one.file.name: found_in(text_of(one.file), [folded_name])
        for words in ("meeting minutes", "export")
        for arguments in ASKED[words][-1:]
        for one in given_out(LEAVES[words], arguments, tmp_path)
    }
    store = opened(agency.store)
    in_the_cases = found_in(pages_of(store.database.engine), [folded_name])
    store.close()
    assert given == {key: [folded_name] for key in given}
    assert len(given) == 7
    assert in_the_cases == [folded_name]
