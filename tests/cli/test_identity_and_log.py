"""Who a code stands for, who asked, and the way back in when a passphrase is lost."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_who_a_case_is_about_is_written_down_shown_and_logged(command: Run) -> None:
    written = command("identity", "C-0117", "--name", "Demo Child", "--address", "1 Example Road")
    assert written.code == 0
    assert command("identity", "C-0117").out == "name  Demo Child\naddress  1 Example Road\n"
    acts = [entry["act"] for entry in command("audit", "--case", "C-0117", "--json").json["entries"]]
    assert acts[:2] == ["saw_identity", "changed_identity"]


def test_a_name_stands_neither_in_the_log_nor_in_an_export(command: Run, folder: Path) -> None:
    command("identity", "C-0117", "--name", "Demo Child")
    assert "Demo" not in command("audit").out
    command("export", "--out", str(folder / "all.json"))
    assert "Demo Child" not in (folder / "all.json").read_text(encoding="utf-8")
    assert "exported" in command("audit").out


def test_a_case_that_nobody_wrote_down_says_so(command: Run) -> None:
    assert command("identity", "C-0117").out == "Nobody has written down who this is.\n"


def test_looking_at_a_case_is_logged(command: Run) -> None:
    command("case", "C-0062")
    command("closure", "C-0062", "--json")
    acts = [entry["act"] for entry in command("audit", "--case", "C-0062", "--json").json["entries"]]
    assert acts[:2] == ["saw", "saw"]


def test_the_recovery_key_gives_a_new_passphrase(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", str(tmp_path / "new"))
    monkeypatch.setenv("SUPERVISOR_TUI_PERSON", "Noor")
    recovery_key = command("init", "--code", "W-21", "--name", "Noor").out.strip()
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", "three new words")
    assert command("caseload").code == 2
    monkeypatch.setenv("SUPERVISOR_TUI_RECOVERY_KEY", recovery_key)
    assert command("recover", "--code", "W-21").code == 0
    assert command("caseload").code == 0
    assert "opened_by_recovery" in command("audit").out


def test_a_wrong_recovery_key_gets_one_sentence(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_RECOVERY_KEY", "AAAA-BBBB")
    printed = command("recover", "--code", "S-01")
    assert (printed.code, printed.err.count("\n")) == (2, 1)
