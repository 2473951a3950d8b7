"""A paper as PDF, the same bytes each time, without a word about who made it or when.

A sign that no typeface at hand has is drawn as a square, and the last page says so: nothing is left out unseen.
"""

from supervisor_tui.exchange.paper.blocks import (
    Block,
    Heading,
    Items,
    NextPage,
    Paragraph,
    Span,
    Spans,
    Table,
    WritingLine,
    blocks_of,
)
from supervisor_tui.exchange.paper.directions import holds_letters_from_the_right, reads_from_the_right
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.exchange.paper.pdf_pages import FAMILY, SQUARE, Pages
from supervisor_tui.exchange.paper.pdf_room import (
    ABOVE_HEADING,
    BELOW_HEADING,
    BELOW_LINE,
    HEADING_SIZES,
    LINE_HEIGHT,
    SIZE,
    STEP_IN,
    room_of_heading,
    room_of_item,
)
from supervisor_tui.exchange.paper.pdf_table import draw_table
from supervisor_tui.wording import _

__all__ = ["NOT_PRINTED", "as_pdf"]

NOT_PRINTED = (
    SQUARE + " " + _("stands for a sign that these pages cannot print. The HTML page and the Word document show it.")
)


def as_pdf(paper: Paper) -> bytes:
    """Return the pages."""
    with Pages(paper) as pages:
        pages.add_page()
        blocks = blocks_of(paper.markdown)
        for place, block in enumerate(blocks):
            if isinstance(block, Heading):
                pages.begin_another_unless(room_of_heading(pages, blocks[place:]))
            _draw(pages, block)
        if pages.missed_a_sign:
            _draw_text(pages, (Span(NOT_PRINTED, italic=True),))
        pages.number()
        return bytes(pages.output())


def _draw(pages: Pages, block: Block) -> None:
    match block:
        case Heading(level, spans):
            _draw_heading(pages, level, spans)
        case Paragraph(spans):
            _draw_text(pages, spans)
            pages.ln(2)
        case WritingLine():
            pages.ln(8)
            pages.line(pages.l_margin, pages.y, pages.w - pages.r_margin, pages.y)
            pages.ln(1)
        case Items():
            _draw_items(pages, block)
            pages.ln(1.5)
        case Table():
            draw_table(pages, block)
            pages.ln(3)
        case NextPage():
            pages.add_page()


def _draw_heading(pages: Pages, level: int, spans: Spans) -> None:
    pages.ln(0 if level == 1 else ABOVE_HEADING)
    _draw_text(pages, tuple(spans), size=HEADING_SIZES.get(level, SIZE), heavy=True)
    pages.ln(BELOW_HEADING)


def _draw_items(pages: Pages, items: Items) -> None:
    for place, item in enumerate(items.items):
        mark = "•" if items.first is None else f"{items.first + place}."
        pages.begin_another_unless(room_of_item(pages, item))
        pages.set_font(FAMILY, "", SIZE)
        pages.cell(STEP_IN, pages.font_size * LINE_HEIGHT, mark)
        with pages.stepped_in(STEP_IN):
            for block in item:
                match block:
                    case Paragraph(spans):
                        _draw_text(pages, spans)
                        pages.ln(BELOW_LINE)
                    case _:
                        _draw(pages, block)


def _draw_text(pages: Pages, spans: Spans, *, size: float = SIZE, heavy: bool = False) -> None:
    """Draw one paragraph between the margins, its lines broken where they are full."""
    text = pages.in_signs_at_hand("".join(span.text for span in spans))
    if holds_letters_from_the_right(text):
        _draw_in_both_directions(pages, text, size=size, heavy=heavy)
        return
    pages.forget_direction()
    with pages.text_columns(text_align="L", line_height=LINE_HEIGHT) as column:
        for span in spans:
            pages.set_font(FAMILY, "B" if heavy or span.bold else "I" if span.italic else "", size)
            column.write(pages.in_signs_at_hand(span.text))
    pages.set_font(FAMILY, "", SIZE)


def _draw_in_both_directions(pages: Pages, text: str, *, size: float, heavy: bool) -> None:
    """Draw a paragraph that holds letters read from the right, in one style: only so is the order of its words kept."""
    pages.set_font(FAMILY, "B" if heavy else "", size)
    side = "R" if reads_from_the_right(text) else "L"
    pages.multi_cell(0, pages.font_size * LINE_HEIGHT, text, align=side, new_x="LMARGIN", new_y="NEXT", padding=0)
    pages.set_font(FAMILY, "", SIZE)
