"""A paper's text as blocks, one after the other, for the forms that are not HTML."""

from collections.abc import Iterable, Iterator

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.paper.careful_markdown import TO_WRITE_IN, CarefulMarkdown

__all__ = ["Block", "Heading", "Items", "NextPage", "Paragraph", "Span", "Spans", "Table", "WritingLine", "blocks_of"]


class Span(msgspec.Struct, frozen=True):
    """A stretch of text in one style; a line break within a paragraph is a newline in it."""

    text: str
    bold: bool = False
    italic: bool = False


Spans = tuple[Span, ...]


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 is the paper's own."""

    level: int
    spans: Spans


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph."""

    spans: Spans


class WritingLine(msgspec.Struct, frozen=True):
    """A line across the page to write on by hand."""


class Items(msgspec.Struct, frozen=True):
    """A list. `first` is the number of its first item, None where it has dots."""

    first: int | None
    items: tuple[tuple["Block", ...], ...]


class Table(msgspec.Struct, frozen=True):
    """A table. A cell that is None is a place to write in."""

    heads: tuple[Spans, ...]
    rows: tuple[tuple[Spans | None, ...], ...]


class NextPage(msgspec.Struct, frozen=True):
    """What follows begins a new page."""


Block = Heading | Paragraph | WritingLine | Items | Table | NextPage


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a text in our own Markdown, every character of it safe to show."""
    tokens = CarefulMarkdown().parse(shown(markdown, lines=True))
    return tuple(_blocks(SyntaxTreeNode(tokens).children))


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                yield Heading(int(node.tag[1:]), _spans(node))
            case "paragraph":
                yield _paragraph(node)
            case "bullet_list" | "ordered_list":
                yield _items(node)
            case "table":
                yield _table(node)
            case "hr":
                yield NextPage()
            case "fence" | "code_block":
                yield Paragraph((Span(node.content.rstrip("\n")),))
            case _:
                yield from _blocks(node.children)


def _paragraph(node: SyntaxTreeNode) -> Block:
    return WritingLine() if _is_blank(node) else Paragraph(_spans(node))


def _is_blank(node: SyntaxTreeNode) -> bool:
    return node.attrs.get("class") == TO_WRITE_IN


def _items(node: SyntaxTreeNode) -> Items:
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return Items(first, tuple(tuple(_blocks(item.children)) for item in node.children))


def _table(node: SyntaxTreeNode) -> Table:
    head, *body = node.children
    heads = tuple(_spans(cell) for cell in head.children[0].children)
    rows = (row.children for part in body for row in part.children)
    return Table(heads, tuple(tuple(None if _is_blank(cell) else _spans(cell) for cell in cells) for cells in rows))


def _spans(node: SyntaxTreeNode) -> Spans:
    joined: list[Span] = []
    for span in _inline(node.children, Span("")):
        last = joined[-1] if joined else None
        if last is not None and (last.bold, last.italic) == (span.bold, span.italic):
            joined[-1] = msgspec.structs.replace(last, text=last.text + span.text)
        elif span.text:
            joined.append(span)
    return tuple(joined)


def _inline(nodes: Iterable[SyntaxTreeNode], style: Span) -> Iterator[Span]:
    for node in nodes:
        match node.type:
            case "text" | "code_inline":
                yield msgspec.structs.replace(style, text=node.content)
            case "softbreak":
                yield msgspec.structs.replace(style, text=" ")
            case "hardbreak":
                yield msgspec.structs.replace(style, text="\n")
            case "strong":
                yield from _inline(node.children, msgspec.structs.replace(style, bold=True))
            case "em":
                yield from _inline(node.children, msgspec.structs.replace(style, italic=True))
            case _:
                yield from _inline(node.children, style)
