"""What stands around the commands: passphrases, pipes, terminals, folders that are none."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from supervisor_tui.cli.main import run, supervisor_tui
from tests.cli.conftest import Run
from tests.tui.agency import PASSPHRASE

PROGRAM = [sys.executable, "-m", "supervisor_tui"]


def test_a_passphrase_file_comes_before_the_environment(
    command: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", "not this one at all")
    right, wrong = folder / "right.txt", folder / "wrong.txt"
    right.write_bytes(b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\n")
    wrong.write_text("nor this one either", "utf-8")
    assert command("--passphrase-file", str(right), "caseload").code == 0
    assert command("--passphrase-file", str(wrong), "caseload").code == 2
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", PASSPHRASE)
    assert command("--passphrase-file", str(wrong), "caseload").code == 2


def test_the_application_opens_with_a_passphrase_that_was_given(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_with: list[object] = []

    def opens(_folder: Path, **given: object) -> int:
        opened_with.append((given["person"], given["passphrase"]))
        return 0

    monkeypatch.setattr("supervisor_tui.tui.application.run_application", opens)
    assert command().code == 0
    monkeypatch.delenv("SUPERVISOR_TUI_PASSPHRASE")
    assert command().code == 0
    assert opened_with == [("Ruth", PASSPHRASE), ("Ruth", None)]


def test_a_passphrase_file_that_is_no_text_gets_one_sentence(command: Run, folder: Path) -> None:
    (folder / "picture").write_bytes(b"\x89PNG\xff\xfe\x00")
    printed = command("--passphrase-file", str(folder / "picture"), "caseload")
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)


def test_name_and_passphrase_are_asked_for_on_standard_error(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUPERVISOR_TUI_PERSON")
    monkeypatch.delenv("SUPERVISOR_TUI_PASSPHRASE")
    answers = iter(("Ruth", PASSPHRASE))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: next(answers))
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: next(answers))
    printed = command("caseload", "--json")
    assert printed.code == 0
    assert printed.json["cases"]
    assert "Passphrase" not in printed.out


def test_nobody_there_to_answer_is_said(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_prompt: str) -> str:
        raise EOFError

    monkeypatch.delenv("SUPERVISOR_TUI_PASSPHRASE")
    monkeypatch.setattr("click.termui.hidden_prompt_func", nobody)
    printed = command("caseload")
    assert (printed.code, printed.out) == (2, "")
    assert "nobody was there to answer" in printed.err


def test_a_store_that_is_a_file_gets_one_sentence(command: Run, folder: Path) -> None:
    file = folder / "file"
    file.write_text("not a folder", "utf-8")
    for arguments in (["caseload"], ["init", "--code", "S-01", "--name", "Ruth"]):
        printed = command("--store", str(file), *arguments)
        assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)
        assert str(file) in printed.err


def test_a_file_that_cannot_be_written_gets_one_sentence(command: Run, folder: Path) -> None:
    printed = command("export", "--out", str(folder / "nowhere" / "export.json"))
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)
    assert "export.json" in printed.err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root writes everywhere; Windows has no modes")
def test_a_folder_that_may_only_be_read_gets_one_sentence(command: Run, folder: Path) -> None:
    store = folder / "store"
    modes = {path: path.stat().st_mode for path in (store, *store.glob("*.db"))}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        printed = command("caseload")
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)


def test_who_stops_reading_gets_no_complaint(folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*PROGRAM, "caseload"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_knows_ascii_alone_is_written_to_in_utf_8(folder: Path) -> None:
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*PROGRAM, "import", "--help"], capture_output=True, check=True, env=surroundings)
    assert "“before we" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("arguments", [["due"], ["caseload"], ["indicators"], ["case", "C-0117"], ["people", "list"]])
def test_json_is_one_document_and_nothing_else(command: Run, arguments: list[str]) -> None:
    printed = command(*arguments, "--json")
    assert printed.code == 0
    assert isinstance(printed.json, dict)


@pytest.mark.parametrize(
    "arguments",
    [
        ["told", "C-0117", "all", "well", "--by", "W-04"],
        ["told", "C-0117", "call", "03/04/2026", "--by", "W-04"],
        ["record", "C-0117", "follow_up", "channel=pigeon"],
        ["record", "C-0117", "follow_up", "channel=call", "--on", "2099-01-01"],
        ["record", "C-0117", "note", "text=x", "--amends", "r-nothing"],
        ["record", "C-0117", "retraction", "reason=x"],
        ["meeting", "record", "M-0001", "decision", "x"],
    ],
)
def test_a_refusal_writes_nothing(command: Run, arguments: list[str]) -> None:
    before = command("export").out
    printed = command(*arguments)
    assert (printed.code, printed.out) == (2, "")
    assert printed.err.count("\n") == 1
    assert command("export").out == before


def test_a_dry_run_of_what_would_be_refused_answers_no(command: Run) -> None:
    before = command("export").out
    printed = command("record", "C-0117", "note", "text=x", "--amends", "r-nothing", "--dry-run")
    assert (printed.code, printed.out, printed.err.count("\n")) == (1, "", 1)
    assert command("export").out == before


def all_commands(group: click.Group, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        found.append((*words, name))
        if isinstance(command, click.Group):
            found += all_commands(command, (*words, name))
    return found


@pytest.mark.parametrize("words", all_commands(supervisor_tui), ids=" ".join)
def test_every_command_says_what_it_does_and_what_each_option_is_for(
    words: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--help"]) == 0
    text = capfd.readouterr().out
    assert len(text.split("\n\n")[1].split()) >= 3
    command: click.Command | None = supervisor_tui
    for word in words:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), word)
    assert command is not None
    unexplained = [one.name for one in command.params if isinstance(one, click.Option) and not one.help]
    assert unexplained == []
