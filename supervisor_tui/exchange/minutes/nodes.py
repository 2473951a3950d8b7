"""The pieces of a text of minutes as words: a paragraph, a cell, a label with what stands behind it, a blank."""

from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.minutes.headings import blank, no_words
from supervisor_tui.exchange.paper.careful_markdown import CarefulMarkdown

__all__ = [
    "is_blank",
    "label_and_words",
    "leaves",
    "on_one_line",
    "row_of",
    "same",
    "tree_of",
    "words_but_blank",
    "words_of",
]

_BLANK = blank().strip("*")
_NO_WORDS = no_words().strip("*")


def tree_of(markdown: str) -> SyntaxTreeNode:
    """Return a text as a tree, every character safe to show."""
    return SyntaxTreeNode(CarefulMarkdown().parse(shown(markdown, lines=True)))


def row_of(node: SyntaxTreeNode) -> int:
    """Return the row at which a piece of the text begins, from 1."""
    found = node.map or next((child.map for child in node.walk() if child.map), None)
    return found[0] + 1 if found else 1


def words_of(node: SyntaxTreeNode) -> str:
    """Return the text of a paragraph, a heading or a cell on one line."""
    words = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        words.get(one.type, one.content if one.type in {"text", "code_inline"} else "") for one in node.walk()
    )


def same(words: str, heading: str) -> bool:
    """Say whether somebody means this heading, however it is capitalised and spaced."""
    return " ".join(words.split()).casefold() == " ".join(heading.split()).casefold()


def on_one_line(words: str) -> str:
    """Return words as they can be compared with those of a text: every character shown, each gap one space."""
    return " ".join(shown(words).split())


def is_blank(node: SyntaxTreeNode) -> bool:
    """Say whether a paragraph or a cell is one of our own signs that nothing was written, or holds nothing at all."""
    inline = node.children[0].children if node.children else []
    is_sign = len(inline) == 1 and inline[0].type == "em"
    return not inline or (is_sign and any(same(words_of(inline[0]), one) for one in (_BLANK, _NO_WORDS)))


def words_but_blank(node: SyntaxTreeNode, words: str) -> str:
    """Return words of a piece, "" where they are our own sign for a blank at its end, and not typed so."""
    last = [one for one in node.walk() if one.type == "em"][-1:]
    is_sign = bool(last) and same(words, _BLANK) and same(words_of(last[0]), _BLANK)
    return "" if is_sign else words.strip()


def label_and_words(item: SyntaxTreeNode) -> tuple[int, str, str]:
    """Return row, label and words of `Label: words`; no words where our sign for a blank stands behind the label."""
    label, _colon, words = words_of(item).partition(":")
    return row_of(item), label.strip(), words_but_blank(item, words)


def leaves(node: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
    """Give each paragraph, heading and row of a table with its row; what stands in it, on one line."""
    if node.type in {"paragraph", "heading", "code_block", "fence"}:
        yield row_of(node), words_of(node) or node.content
    elif node.type == "tr":
        yield row_of(node), " | ".join(words_of(cell).strip() for cell in node.children)
    else:
        for child in node.children:
            yield from leaves(child)
