"""The parts of a Word page: text in its styles, tables, lines to write on, the head and the foot."""

import re

from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

from supervisor_tui.exchange.paper.blocks import Span, Spans, Table
from supervisor_tui.exchange.paper.directions import reads_from_the_right
from supervisor_tui.exchange.paper.marking import PAGE_OF_PAGES, head_of
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.exchange.paper.table_widths import shares_of

__all__ = ["head_and_foot", "line_below", "plain_type", "spans_into", "table_into"]

_TEXT_WIDTH = Mm(174)
_TABLE_SIZE = 9.5
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def plain_type(document: WordDocument, style: str, size: float) -> None:
    """Set a style in black Arial of this size in points, which every office program has or has a twin of."""
    font = document.styles[style].font
    font.name, font.size, font.color.rgb = "Arial", Pt(size), RGBColor(0, 0, 0)
    fonts = font.element.rPr.rFonts
    fonts.set(qn("w:cs"), "Arial")
    for name in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def spans_into(paragraph: WordParagraph, spans: Spans) -> None:
    """Write text in its styles; a paragraph that begins in a script read from the right is set from the right."""
    from_the_right = reads_from_the_right("".join(span.text for span in spans))
    if from_the_right:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - no public way in python-docx
    for span in spans:
        run = paragraph.add_run(span.text)
        run.bold, run.italic = span.bold or None, span.italic or None
        run.font.rtl = reads_from_the_right(span.text) or None


def line_below(paragraph: WordParagraph) -> None:
    """Draw a line under an empty paragraph, with room above it for a hand.

    Between two of them too: paragraphs with the same border are else drawn as one, with a single line at the end.
    """
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Mm(9)
    border = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "777777")):
            line.set(qn(f"w:{name}"), value)
        border.append(line)
    paragraph._p.get_or_add_pPr().append(border)  # noqa: SLF001 - no public way in python-docx


def table_into(document: WordDocument, table: Table) -> None:
    """Write a table: its head again on each page, no row parted, rows to write in as high as a hand needs."""
    written = document.add_table(rows=0, cols=len(table.heads), style="Table Grid")
    written.autofit = False
    widths = [Emu(round(_TEXT_WIDTH * share)) for share in shares_of(table)]
    for column, width in zip(written.columns, widths, strict=True):
        column.width = width
    for place, cells in enumerate((table.heads, *table.rows)):
        row = written.add_row()
        _keep_together(row, head=place == 0)
        if None in cells:
            row.height, row.height_rule = Mm(11), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, spans, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            spans_into(cell.paragraphs[0], _heavy(spans or ()) if place == 0 else spans or ())
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(_TABLE_SIZE)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _heavy(spans: Spans) -> Spans:
    return tuple(Span(span.text, bold=True) for span in spans)


def _keep_together(row: _Row, *, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way in python-docx
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def head_and_foot(document: WordDocument, section: Section, paper: Paper) -> None:
    """Write title and marking at the head of every page, and at its foot which page of how many it is."""
    for style in ("Header", "Footer"):
        stops = document.styles[style].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    title, marking = head_of(paper)
    head = section.header.paragraphs[0]
    head.text = f"{title}\t"
    head.add_run(marking).bold = True
    foot = section.footer.paragraphs[0]
    foot.add_run("\t")
    for words in re.split(r"(\{pages?\})", PAGE_OF_PAGES):
        if words in _FIELDS:
            _field(foot, _FIELDS[words])
        else:
            foot.add_run(words)


def _field(paragraph: WordParagraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001 - no public way in python-docx
