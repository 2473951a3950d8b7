"""Markdown becomes lines of a width; no word of it is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.shown_text import cells
from supervisor_tui.kit.line_canvas import Piece
from supervisor_tui.kit.markdown_lines import markdown_lines
from supervisor_tui.kit.tones import Tone

WORDS = st.lists(st.text("abcdefg,.", min_size=1, max_size=9).map(lambda word: f"x{word}"), min_size=1, max_size=40)


def drawn(text: str, width: int) -> list[str]:
    """Return the lines as plain text."""
    return ["".join(piece.text for piece in line).rstrip() for line in markdown_lines(text, width)]


def test_paragraphs_lists_and_headings_have_their_place() -> None:
    text = "# Head\n\nOne two three four.\n\n- first item here\n- second\n\n1. one\n2. two"

    assert drawn(text, 12) == [
        "Head",
        "",
        "One two",
        "three four.",
        "",
        "- first item",
        "  here",
        "- second",
        "",
        "1. one",
        "2. two",
    ]


def test_what_is_bold_is_strong() -> None:
    assert markdown_lines("so **much** so", 40) == (
        (Piece("so "), Piece("much", Tone.STRONG), Piece(" "), Piece("so")),
    )


@given(WORDS, st.integers(12, 60))
def test_every_word_is_drawn_and_no_line_is_wider_than_it_may(words: list[str], width: int) -> None:
    lines = drawn(" ".join(words), width)

    assert re.split(r"\s+", " ".join(lines)) == words
    assert max(map(cells, lines)) <= width
