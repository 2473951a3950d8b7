"""Tables on the pages of a PDF."""

from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from supervisor_tui.exchange.paper.blocks import Spans, Table
from supervisor_tui.exchange.paper.directions import reads_from_the_right
from supervisor_tui.exchange.paper.pdf_pages import FAMILY, Pages
from supervisor_tui.exchange.paper.table_widths import shares_of

__all__ = ["draw_table"]

_SIZE = 9.5
_TO_WRITE_IN = 11.0


def draw_table(pages: Pages, table: Table) -> None:
    """Draw a table: its head again on each page, no row parted, rows to write in as high as a hand needs."""
    pages.set_font(FAMILY, "", _SIZE)
    with pages.table(
        col_widths=shares_of(table),
        headings_style=FontFace(emphasis="B"),
        borders_layout=TableBordersLayout.ALL,
        line_height=pages.font_size * 1.35,
        padding=1,
        text_align="L",
    ) as drawn:
        for cells in (table.heads, *table.rows):
            row = drawn.row(min_height=_TO_WRITE_IN if None in cells else None)
            for spans in cells:
                text = pages.in_signs_at_hand("".join(span.text for span in spans or ()))
                row.cell(text, align="R" if reads_from_the_right(text) else "L", style=_style(spans or ()))


def _style(spans: Spans) -> FontFace | None:
    """Return the one style of a cell; a cell of several styles is drawn in none."""
    if spans and all(span.bold for span in spans):
        return FontFace(emphasis="B")
    if spans and all(span.italic for span in spans):
        return FontFace(emphasis="I")
    return None
