"""Bytes that are no text, numbers and days beyond all measure, words that act on a terminal."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ACTS = "\x1b]0;name\x07 \x9b31m \u202e \u2066"
NEW = ("meeting", "new", "C-0117", "--at", "2026-12-24T14:00", "--place", ACTS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "--most", "9" * 30],
        ["audit", "--most", "0"],
        ["--as-of", "0001-01-01", "due"],
        ["--as-of", "9999-12-31", "due"],
        ["meeting", "new", "C-0117", "--at", "9999-12-30T10:00"],
        ["meeting", "correct", "M-0001", "9" * 5000, "x", "--because", "x"],
        ["meeting", "series", "--weekday", "monday", "--every", "9999999"],
        ["settings", "decide", "iag_core.keeping_years", "100000", "--reason", "x"],
        ["settings", "decide", "iag_core.keeping_years", "9" * 5000, "--reason", "x"],
        ["transfer", "batch", "B-77"],
        ["transfer", "batch", ""],
    ],
)
def test_what_is_beyond_all_measure_is_refused_in_one_sentence(command: Run, arguments: list[str]) -> None:
    assert command(*NEW).code == 0
    before = command("export").out
    printed = command(*arguments)
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)
    assert command("export").out == before


def test_a_programme_with_a_very_long_name_has_a_short_id(command: Run) -> None:
    printed = command("programme", "add", "north " * 50)
    assert (printed.code, printed.out.strip()) == (0, "-".join(["north"] * 10))


@pytest.mark.parametrize(
    "words",
    [("case", "C-\udcff"), ("record", "C-0117", "note", "text=\udcff"), ("meeting", "series", "--place", "\udcff")],
)
def test_bytes_that_are_no_text_get_one_sentence(command: Run, words: tuple[str, ...]) -> None:
    printed = command(*words)
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["meeting", "minutes", "M-0001", "--json"],
        ["meeting", "list", "--json"],
        ["meeting", "calendar", "M-0001"],
        ["meeting", "agenda", "M-0001"],
        ["case", "C-0117", "--json"],
        ["export"],
    ],
)
def test_nothing_that_acts_on_a_terminal_is_printed(command: Run, arguments: list[str]) -> None:
    assert command(*NEW).code == 0
    assert command("record", "C-0117", "note", f"text={ACTS}").code == 0
    printed = command(*arguments).out
    assert [one for one in printed if one in ACTS.replace(" ", "") and not one.isprintable()] == []


def test_json_loses_no_character(command: Run) -> None:
    assert command(*NEW).code == 0
    assert json.loads(command("export").out)["meetings"][0]["meeting"]["place"] == ACTS


@pytest.mark.parametrize(
    "content", [b"[" * 200_000, b"\xff", b'{"text": ' + b"9" * 5000 + b"}", b'{"text": "\\ud800"}', b"[]"]
)
def test_a_file_of_fields_that_cannot_be_read_gets_one_sentence(command: Run, folder: Path, content: bytes) -> None:
    (folder / "fields.json").write_bytes(content)
    printed = command("record", "C-0117", "note", "--from", str(folder / "fields.json"))
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)
