"""Signs fit the terminal; each answer has one of its own."""

import pytest

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.shown_text import cells, shown
from supervisor_tui.kit.marks import ASCII_MARKS, UNICODE_MARKS, Marks, marks_for, terminal_marks


@pytest.mark.parametrize(
    ("encoding", "terminal", "marks"),
    [
        ("utf-8", "xterm-256color", UNICODE_MARKS),
        ("UTF-8", "", UNICODE_MARKS),
        ("cp1252", "", ASCII_MARKS),
        ("ascii", "xterm", ASCII_MARKS),
        (None, "xterm", ASCII_MARKS),
        ("no-such-encoding", "xterm", ASCII_MARKS),
        ("utf-8", "linux", ASCII_MARKS),
        ("utf-8", "dumb", ASCII_MARKS),
    ],
)
def test_signs_are_chosen_by_what_the_terminal_can_draw(encoding: str | None, terminal: str, marks: Marks) -> None:
    assert marks_for(encoding, terminal) is marks


def test_plain_letters_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_ASCII", "1")

    assert terminal_marks() is ASCII_MARKS


@pytest.mark.parametrize("marks", [UNICODE_MARKS, ASCII_MARKS], ids=["unicode", "ascii"])
def test_answers_differ_without_colour_and_take_one_cell(marks: Marks) -> None:
    signs = [marks.of(result) for result in Result]

    assert len(set(signs)) == 4
    assert all(cells(sign) == 1 and shown(sign) == sign for sign in signs)


def test_the_plain_signs_are_those_of_the_manual() -> None:
    assert "".join(ASCII_MARKS.of(result) for result in (Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NA)) == "x?v-"
    assert all(getattr(ASCII_MARKS, name).isascii() for name in Marks.__struct_fields__)
