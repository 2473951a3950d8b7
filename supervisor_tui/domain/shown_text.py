"""Text made safe to show: the one way on which any string reaches a screen, a terminal or a printed line.

A terminal obeys what it is sent, and Textual passes escape sequences through: a case note could rename the window, fill
the clipboard or turn a line around. A character that does something instead of being seen becomes a mark that is seen.
Nothing that is printed on paper is lost.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["MARK", "MORE", "cells", "fit", "said", "shown"]

MARK = "·"
"""Stands for one character that cannot be shown safely."""

MORE = "…"
"""Stands for what was cut off."""

_LONGEST_WORD, _LONGEST_SAYING = 400, 4000
"""Characters: no path of a file is longer than the one, no list of cases that a sentence names than the other."""

_TOO_LONG_WORD = re.compile(rf"(\S{{300}})\S{{{_LONGEST_WORD - 299},}}")
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAPS = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TAB = " " * 4

_DOTTED_CIRCLE = "\u25cc"
_HIGHEST_STACK = 8
"""Marks on one letter: Tibetan and pointed Hebrew stay below it, a flood that paints over the lines above does not."""

_NON_JOINER = "\u200c"
_JOINER = "\u200d"
_VARIATION_SELECTORS = frozenset(
    map(chr, (0x180B, 0x180C, 0x180D, 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_SEEN_FORMAT_CHARACTERS = frozenset(
    map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))
)
"""Signs that Unicode files under "format" and that are printed: the Arabic number signs and the end of a verse."""

_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks without a picture: two codes that differ by one of them look alike."""


def shown(text: str, *, lines: bool = False) -> str:
    """Return `text` so that it can be shown: every character is seen, none acts on the terminal.

    Line breaks and tabs become one space, or with `lines` stay line breaks and four spaces. Control characters become
    their pictures (ESC is `␛`), other unseen ones `·`. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    if lines:
        return _cleaned(_BREAKS.sub("\n", text).replace("\t", _TAB))
    return _cleaned(_GAPS.sub(" ", text))


def said(sentence: str, *, lines: bool = False) -> str:
    """Return a sentence about the work as `shown` does, and short: what was typed stands in it, whoever typed a book.

    A word without end is cut, and what is longer still loses its middle: the end says what to do.
    """
    short = _TOO_LONG_WORD.sub(rf"\1{MORE}", sentence)
    if len(short) > _LONGEST_SAYING:
        short = f"{short[: _LONGEST_SAYING - 1000]} {MORE} {short[-900:]}"
    return shown(short, lines=lines)


def cells(text: str) -> int:
    """Return how many cells of the terminal a shown text takes: East Asian characters take two, accents none."""
    return len(text) if text.isascii() else sum(map(_width, text))


def fit(text: str, width: int, *, more: str = MORE) -> str:
    """Return `text`, cleaned, on one line of at most `width` cells; `more` ends it when something was cut off.

    A letter and its accents are never parted. Only the beginning of a very long text is read.
    """
    if text.isascii() and text.isprintable():
        if len(text) <= width:
            return text
        room = width - cells(more)
        return text[:room] + more if room >= 0 else ""
    enough = 4 * width + 64
    line = shown(text) if len(text) <= enough else shown(text[:enough]) + more
    if cells(line) <= width:
        return line
    room = width - cells(more)
    if room < 0:
        return ""
    kept: list[str] = []
    for cluster in _clusters(line):
        room -= cells(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept) + more


def _clusters(text: str) -> Iterator[str]:
    """Give each letter together with the marks that stand on it."""
    cluster = ""
    for character in text:
        if cluster and _width(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _cleaned(text: str) -> str:
    seen: list[str] = []
    stack = 0
    for place, character in enumerate(text):
        piece = _picture(_shaped(character, text, place, seen[-1] if seen else ""))
        if not piece:
            continue
        if _width(piece):
            stack = 0
            seen.append(piece)
            continue
        stack += 1
        if not seen or seen[-1] == "\n":
            seen.append(_DOTTED_CIRCLE)
        if stack <= _HIGHEST_STACK:
            seen.append(piece)
        elif stack == _HIGHEST_STACK + 1:
            seen.append(MARK)
    return "".join(seen)


def _shaped(character: str, text: str, place: int, before: str) -> str:
    """Decide about characters that only choose the shape of their neighbours, `before` being the last one kept.

    The non-joiner is spelling in Persian and in the scripts of India: it stays after their letters, once. The joiner
    after a virama and a single variation selector choose between two pictures of the same letter: they go. Elsewhere
    all three are hidden characters, and are marked.
    """
    if character == _NON_JOINER:
        return character if _is_virama(before) or _is_arabic(before) else MARK
    if character == _JOINER:
        return "" if _is_virama(before) else MARK
    if character in _VARIATION_SELECTORS:
        base = text[place - 1] if place else ""
        return "" if base and _picture(base) == base and _width(base) and not base.isspace() else MARK
    return character


def _is_virama(character: str) -> bool:
    return bool(character) and unicodedata.combining(character) == 9


def _is_arabic(character: str) -> bool:
    return "\u0620" <= character <= "\u06ff" and unicodedata.category(character) in {"Lo", "Mn"}


@lru_cache(maxsize=8192)
def _picture(character: str) -> str:
    """Return what stands on the screen for one character, whatever its neighbours are."""
    if character in _BLANK_LETTERS or character in _VARIATION_SELECTORS:
        return MARK
    match unicodedata.category(character) if character else "":
        case "Cc":
            return _control_picture(character)
        case "Cf":
            return character if character in _SEEN_FORMAT_CHARACTERS or character == _NON_JOINER else MARK
        case "Cs" | "Co":
            return MARK
        case "Cn":
            return MARK if _is_never_seen(ord(character)) else character
        case _:
            return character


def _control_picture(character: str) -> str:
    if character == "\n":
        return character
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else MARK


def _is_never_seen(code: int) -> bool:
    """Say whether Unicode keeps an unassigned code for unseen characters; others may be letters of a later edition."""
    return (
        code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
        or 0x2060 <= code <= 0x206F
        or 0xFFF0 <= code <= 0xFFF8
        or code >= 0xE0000
    )


@lru_cache(maxsize=8192)
def _width(character: str) -> int:
    """Return the cells of one character, as Textual counts them, so that columns stand straight."""
    if character in _SKIN_TONES or character == _NON_JOINER or unicodedata.category(character) in {"Mn", "Me", "Mc"}:
        return 0
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb":
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
