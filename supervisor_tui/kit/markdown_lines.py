"""Markdown as lines of a width, for lists that draw only what is in view; Textual's own widget draws all of it at once.

Headings, paragraphs, lists and emphasis are drawn; a link is its words. What else there is stands as plain text.
"""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from supervisor_tui.domain.shown_text import cells, fit, shown
from supervisor_tui.kit.line_canvas import Piece
from supervisor_tui.kit.tones import Tone

__all__ = ["markdown_lines"]

_PARSER = MarkdownIt("commonmark")


class _Block(Struct, frozen=True):
    """A paragraph, heading or item: words with their tone; the first line begins with `sign`, the others below it."""

    words: tuple[tuple[str, Tone], ...]
    sign: str = ""
    depth: int = 0
    close: bool = False


def markdown_lines(text: str, width: int) -> tuple[tuple[Piece, ...], ...]:
    """Return a text in lines of at most `width` cells, an empty line between paragraphs, none between short items."""
    lines: list[tuple[Piece, ...]] = []
    for block in _blocks(_PARSER.parse(shown(text, lines=True))):
        if lines and not block.close:
            lines.append(())
        lines.extend(_lines(block, max(1, width)))
    return tuple(lines)


def _blocks(tokens: Iterable[Token]) -> Iterator[_Block]:
    lists: list[int | None] = []
    sign = ""
    is_heading, close = False, False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None)
                close = len(lists) > 1
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
                close = False
            case "list_item_open":
                sign = f"{token.info}. " if lists[-1] is not None else "- "
            case "heading_open" | "heading_close":
                is_heading = token.type == "heading_open"
            case "inline":
                yield _Block(tuple(_words(token, is_heading=is_heading)), sign, len(lists), close)
                sign, close = "", bool(lists)
            case "fence" | "code_block":
                yield from (_Block(((line, Tone.PLAIN),), "", len(lists) + 1) for line in token.content.splitlines())


def _words(token: Token, *, is_heading: bool) -> Iterator[tuple[str, Tone]]:
    strong = 0
    for part in token.children or ():
        strong += {"strong_open": 1, "strong_close": -1}.get(part.type, 0)
        tone = Tone.STRONG if strong or is_heading else Tone.PLAIN
        if part.type in {"softbreak", "hardbreak"}:
            yield " ", tone
        elif part.content:
            yield part.content, tone


def _lines(block: _Block, width: int) -> Iterator[tuple[Piece, ...]]:
    margin = " " * (2 * max(0, block.depth - 1))
    begin, below = margin + block.sign, margin + " " * (cells(block.sign) if block.sign else 2 * min(1, block.depth))
    row: list[Piece] = [Piece(begin)] if begin else []
    used = cells(begin)
    for word, tone in _single_words(block.words):
        if used + cells(word.rstrip()) > width and used > cells(below):
            yield tuple(row)
            row, used = ([Piece(below)] if below else []), cells(below)
        room = max(1, width - used)
        whole = word if cells(word) <= room else word.rstrip()
        piece = whole if cells(whole) <= room else fit(whole, room, more="")
        row.append(Piece(piece, tone))
        used += cells(piece)
    yield tuple(row)


def _single_words(words: Iterable[tuple[str, Tone]]) -> Iterator[tuple[str, Tone]]:
    """Give each word with the space after it."""
    for text, tone in words:
        *full, last = text.split(" ")
        for word in full:
            yield f"{word} ", tone
        if last:
            yield last, tone
