"""Whatever a text holds, what is shown is seen and does nothing."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from supervisor_tui.domain.shown_text import cells, fit, said, shown

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
HARD_CHARACTERS = "a\u200c\u200d\u0301\u094d\u0628\ufe0f\u2764\n\t\r\x1b\x9b\u202e\u1160\u1161\u3000\ud800\ue000 "
HARD_TEXT = st.text(st.sampled_from(HARD_CHARACTERS), max_size=30)


@pytest.mark.parametrize(
    ("hostile", "seen"),
    [
        ("\x1b]0;OWNED\x07", "␛]0;OWNED␇"),
        ("\x1b]52;c;c3RvbGVu\x1b\\", "␛]52;c;c3RvbGVu␛\\"),
        ("\x1b[2J\x9b2J", "␛[2J·2J"),
        ("a\x00b\x7f", "a␀b␡"),
        ("C-01\u202e71", "C-01·71"),
        ("C-01\u200b17", "C-01·17"),
        ("C-\ufeff0117", "C-·0117"),
        ("\ud83d half", "· half"),
        ("\ue000\uffff", "··"),
        ("\u2066x\u2069", "·x·"),
        ("tag\U000e0041", "tag·"),
        ("\u3164", "·"),
    ],
)
def test_a_character_that_acts_becomes_one_that_is_seen(hostile: str, seen: str) -> None:
    assert shown(hostile) == seen


@pytest.mark.parametrize(
    "text",
    [
        "[IMPORTANT] call the school [/",
        "Adaeze Nkwọ́ Ọ̀kụ̀",
        "مي\u200cشود",
        "क\u094d\u200cष",
        "日本語 한국어",
        "👧 🇰🇪 ½ € № ۝",
        "חוֹמָה",
    ],
)
def test_what_people_write_stays_as_they_wrote_it(text: str) -> None:
    assert shown(text) == text


def test_choosing_another_picture_of_the_same_letter_is_left_out() -> None:
    assert shown("\u2764\ufe0f क\u094d\u200dष 葛\U000e0100") == "\u2764 क\u094dष 葛"


def test_a_non_joiner_stays_once_and_only_after_letters_that_are_spelled_with_it() -> None:
    assert shown("می\u200c") == "می\u200c"
    assert shown("می\u200c\u200cشود") == "می\u200c·شود"
    assert shown("C-01\u200c17") == "C-01·17"


def test_hidden_selectors_after_one_another_are_marked() -> None:
    assert shown("a\ufe00\ufe01\ufe02") == "a··"


def test_lines_become_one_line_unless_they_are_asked_for() -> None:
    assert shown("one\r\n\ttwo\u2028three\rfour") == "one two three four"
    assert shown("one\r\n\ttwo\u2028three\rfour", lines=True) == "one\n    two\nthree\nfour"


def test_a_flood_of_accents_is_capped_where_it_can_be_seen() -> None:
    assert shown("a" + "\u0301" * 500 + "b") == "a" + "\u0301" * 8 + "·b"


def test_an_accent_without_a_letter_does_not_land_on_the_neighbour() -> None:
    assert shown("\u0301x") == "\u25cc\u0301x"
    assert shown("x\n\u0301", lines=True) == "x\n\u25cc\u0301"


@given(st.one_of(ANY_TEXT, HARD_TEXT), st.booleans())
@example("\u094d\u200d\u200c", False)
@example("a" + "\u094d" * 9 + "\u200c", False)
def test_cleaning_twice_changes_nothing(text: str, lines: bool) -> None:
    once = shown(text, lines=lines)

    assert shown(once, lines=lines) == once


@given(st.one_of(ANY_TEXT, HARD_TEXT), st.booleans())
def test_nothing_that_acts_is_left(text: str, lines: bool) -> None:
    acting = {
        character
        for character in shown(text, lines=lines)
        if unicodedata.category(character) in {"Cc", "Cs", "Co", "Zl", "Zp"}
        or (unicodedata.category(character) == "Cf" and character not in "\u200c\u0600\u0601\u0602\u0603\u0604\u0605"
            "\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
    }  # fmt: skip

    assert acting - ({"\n"} if lines else set()) == set()


SHOWN_BY_ITSELF = st.characters(
    categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u115f\u1160\u3164\uffa0"
).filter(lambda character: cells(character) > 0)
"""Without the fillers, which are blank, and without what needs something to stand on, as skin tones and accents do."""


@given(st.text(SHOWN_BY_ITSELF))
def test_no_printable_character_is_lost(text: str) -> None:
    assert [c for c in shown(text) if cells(c)] == [c for c in text if cells(c)]


@given(st.one_of(ANY_TEXT, HARD_TEXT), st.integers(0, 20))
def test_a_fitted_text_never_takes_more_room_than_it_is_given(text: str, width: int) -> None:
    fitted = fit(text, width)

    assert cells(fitted) <= width
    assert fitted == shown(fitted)
    assert fitted == shown(text) or fitted.endswith("…") or width == 0


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("no contact recorded", 19, "no contact recorded"),
        ("no contact recorded", 10, "no contac…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
        ("a\u200b" * 5000, 4, "a·a…"),
    ],
)
def test_text_is_cut_between_letters_and_says_so(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


def test_a_terminal_without_the_ellipsis_gets_another_sign() -> None:
    assert fit("no contact", 6, more="~") == "no co~"


def test_a_sentence_repeats_what_was_typed_no_longer_than_can_be_read() -> None:
    word, book = "x" * 200_000, "blah " * 40_000
    assert said(f"There is no case {word}. List them.") == f"There is no case {'x' * 300}… List them."
    told = said(f"There is no case {book}. List them.")
    assert (told[:22], told[-10:], len(told) < 4000) == ("There is no case blah ", "List them.", True)


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_a_short_sentence_is_said_whole(sentence: str) -> None:
    assert said(sentence, lines=True) == shown(sentence, lines=True)
