"""Wrong use gets one sentence on standard error, exit code 2, and nothing is written."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["case", "C-9999"], "There is no case C-9999 here. Please check the code."),
        (["--as-of", "01/02/2026", "due"], "01/02/2026 is not a day. Write it as 2026-11-30."),
        (["-p", "iag_core", "due"], "-p iag_core is not understood. Write -p no:SET to leave a guidance set out."),
        (["rules", "XX-1"], "No installed set has a rule XX-1. List them with: supervisor-tui rules"),
        (["schema", "nothing"], "There is no kind nothing. List them with: supervisor-tui schema"),
        (["meeting", "agenda", "M-9"], "There is no meeting M-9. List them with: supervisor-tui meeting list"),
        (["record", "C-0117", "follow_up", "channel"], "channel is not field=value. For example: child_seen=yes"),
        (
            ["told", "C-0117", "all", "well", "--by", "W-04"],
            "Say how the contact was made: visit, unannounced, call, met, provider or teacher. Such as:",
        ),
    ],
)
def test_wrong_use_gets_one_sentence(command: Run, arguments: list[str], sentence: str) -> None:
    printed = command(*arguments)
    assert (printed.code, printed.out) == (2, "")
    assert sentence in printed.err
    assert "Traceback" not in printed.err


def test_a_book_typed_for_a_code_is_not_printed_again(command: Run) -> None:
    printed = command("case", "C-9999 " * 20_000)
    assert (printed.code, printed.out, len(printed.err) < 4100) == (2, "", True)
    assert printed.err.endswith(" here. Please check the code.\n")


def test_a_wrong_passphrase_gets_one_sentence(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", "guessed")
    printed = command("due")
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)


def test_a_folder_without_a_store_gets_one_sentence(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", "/nowhere/at/all")
    printed = command("due")
    assert (printed.code, printed.out, printed.err) == (
        2,
        "",
        "There is no store in /nowhere/at/all. Name another with --store, or make one: supervisor-tui init\n",
    )


def test_a_field_that_does_not_fit_names_the_fields_that_there_are(command: Run) -> None:
    printed = command("record", "C-0117", "follow_up", "channel=pigeon")
    assert printed.code == 2
    assert printed.err.startswith("follow_up, field channel:")
    assert "child_seen" in printed.err


def test_an_escape_sequence_in_a_note_does_not_reach_the_terminal(command: Run) -> None:
    command("record", "C-0117", "note", "text=[IMPORTANT] \x1b]0;owned\x07 [/ ]")
    printed = command("case", "C-0117")
    assert "\x1b" not in printed.out
    assert "[IMPORTANT]" in printed.out
    assert "[/ ]" in printed.out


def test_words_that_are_pointed_out_stay_for_a_reason(command: Run) -> None:
    for case in ("C-0117", "C-0093"):
        command("record", case, "guidance_for_case", "set=iag_core", "standing=informs", "reason=asked")
    first = command("record", "C-0117", "note", "text=The father is lazy.", "--keep-words", "his own word")
    again = command("record", "C-0117", "note", "text=Still lazy.")

    assert (first.code, first.err) == (0, "please check: “lazy” judges people. What was seen or said?\n")
    assert len(first.out.splitlines()) == 2
    assert (again.code, again.err) == (0, "")
    refused = command("record", "C-0093", "note", "text=lazy", "--keep-words", " ")
    assert (refused.code, refused.out) == (2, "")
