"""The store from the command line: made, backed up, restored, verified, exported."""

from pathlib import Path

import pytest

from supervisor_tui.store.open_store import is_store
from tests.cli.conftest import Run


def test_a_new_store_prints_the_recovery_key_once_and_says_not_yet(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", str(tmp_path / "new"))
    printed = command("init", "--code", "W-21", "--name", "Noor", "--identities", str(tmp_path / "stick"))
    assert (printed.code, printed.out.count("\n")) == (0, 1)
    assert "Not yet for real children" in printed.err
    assert is_store(tmp_path / "new")
    again = command("init", "--code", "W-21", "--name", "Noor")
    assert again.code == 2
    assert "is there already" in again.err


def test_a_backup_is_put_back_with_what_it_held(command: Run, folder: Path) -> None:
    kept = Path(command("backup", str(folder / "disk")).out.strip())
    before = command("case", "C-0117", "--json").json["records"]
    command("record", "C-0117", "note", "text=later")
    assert len(command("case", "C-0117", "--json").json["records"]) == len(before) + 1
    assert command("restore", str(kept)).code == 0
    assert command("case", "C-0117", "--json").json["records"] == before


def test_a_whole_store_verifies_and_a_damaged_one_does_not(command: Run, folder: Path) -> None:
    assert (command("verify").code, command("verify").err) == (0, "The store is whole.\n")
    file = folder / "store" / "cases.db"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert command("verify").code in {1, 2}


def test_an_export_holds_every_case_and_no_identity(command: Run, folder: Path) -> None:
    out = folder / "export.json"
    assert command("export", "--out", str(out)).code == 0
    text = out.read_text(encoding="utf-8")
    assert all(code in text for code in ("C-0048", "C-0062", "C-0093", "C-0117"))


def test_an_export_is_written_over_nothing_least_of_all_over_the_store(command: Run, folder: Path) -> None:
    cases = folder / "store" / "cases.db"
    refused = command("export", "--out", str(cases))
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert "is there already" in refused.err
    assert command("verify").code == 0


def test_a_store_that_cannot_be_made_gets_one_line(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", str(tmp_path / "file" / "store"))
    printed = command("init", "--code", "W-21", "--name", "Noor")
    assert (printed.code, printed.out, len(printed.err.splitlines())) == (2, "", 1)
