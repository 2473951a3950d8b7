"""The store's tables handed to a script of the agency's own."""

from pathlib import Path

import pytest
from tinydb import where

from supervisor_tui.office import open_store
from supervisor_tui.store.problems import StoreProblem, WrongPassphrase
from tests.tui.agency import PASSPHRASE, an_agency


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    an_agency(tmp_path).store.close()
    return tmp_path


def test_a_script_reads_records_as_tinydb_documents(folder: Path) -> None:
    with open_store(folder, "Ruth", PASSPHRASE) as tables:
        kinds = {document["kind"] for document in tables.table("records").search(where("case") == "C-0117")}
    assert {"registration", "follow_up", "plan"} <= kinds


def test_a_script_that_did_not_ask_to_write_cannot(folder: Path) -> None:
    with (
        open_store(folder, "Ruth", PASSPHRASE) as tables,
        pytest.raises(StoreProblem, match="open for reading only"),
    ):
        tables.table("records").insert({"kind": "note"})


def test_a_wrong_passphrase_opens_nothing(folder: Path) -> None:
    with pytest.raises(WrongPassphrase), open_store(folder, "Ruth", "guessed"):
        pass
