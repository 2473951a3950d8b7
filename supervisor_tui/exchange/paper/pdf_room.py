"""How much of a page something needs, in millimetres, so that what belongs together is not torn apart.

A decision stands on one page with its reason, an action with who and until when, a heading with what comes below it.
"""

from collections.abc import Iterable
from itertools import takewhile
from math import ceil

from supervisor_tui.exchange.paper.blocks import Block, Heading, Items, Paragraph, Spans
from supervisor_tui.exchange.paper.pdf_pages import FAMILY, Pages

__all__ = [
    "ABOVE_HEADING",
    "BELOW_HEADING",
    "BELOW_LINE",
    "HEADING_SIZES",
    "LINE_HEIGHT",
    "SIZE",
    "STEP_IN",
    "room_of_heading",
    "room_of_item",
]

SIZE = 10.5
HEADING_SIZES = {1: 17.0, 2: 13.0, 3: 11.0}
STEP_IN = 7.0
LINE_HEIGHT = 1.35
ABOVE_HEADING, BELOW_HEADING, BELOW_LINE = 3.0, 1.5, 0.6

_BEGINNING = 24.0
"""What is kept with its heading of a table or a page to write on: its own head and a row."""


def room_of_heading(pages: Pages, blocks: Iterable[Block]) -> float:
    """Return what a heading needs with the headings right below it and the beginning of what they stand above."""
    found = list(blocks)
    headings = [one for one in takewhile(lambda one: isinstance(one, Heading), found) if isinstance(one, Heading)]
    below = found[len(headings) : len(headings) + 1]
    return sum(_room_of_one(pages, one) for one in headings) + sum(_beginning(pages, one) for one in below)


def room_of_item(pages: Pages, item: Iterable[Block], width: float | None = None) -> float:
    """Return what an item of a list needs with all that is said beside it."""
    across = (pages.epw if width is None else width) - STEP_IN
    return sum(_room_in_item(pages, block, across) for block in item)


def _room_in_item(pages: Pages, block: Block, across: float) -> float:
    match block:
        case Paragraph(spans):
            return _room_of_text(pages, spans, SIZE, across) + BELOW_LINE
        case Items(_first, items):
            return sum(room_of_item(pages, item, across) for item in items) + BELOW_HEADING
        case _:
            return _BEGINNING


def _room_of_one(pages: Pages, heading: Heading) -> float:
    size = HEADING_SIZES.get(heading.level, SIZE)
    return ABOVE_HEADING + _room_of_text(pages, heading.spans, size, pages.epw) + BELOW_HEADING


def _beginning(pages: Pages, block: Block) -> float:
    match block:
        case Paragraph(spans):
            return _room_of_text(pages, spans, SIZE, pages.epw)
        case Items(_first, items):
            return room_of_item(pages, items[0])
        case _:
            return _BEGINNING


def _room_of_text(pages: Pages, spans: Spans, size: float, across: float) -> float:
    """Return how high a paragraph is; as if all of it were bold, so that it is never less than it takes."""
    pages.set_font(FAMILY, "B", size)
    rows = pages.in_signs_at_hand("".join(span.text for span in spans)).split("\n")
    lines = sum(max(1, ceil(pages.get_string_width(row) / across)) for row in rows)
    return lines * pages.font_size * LINE_HEIGHT
