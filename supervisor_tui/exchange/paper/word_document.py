"""A paper as a Word document (DOCX), the same bytes each time, without a word about who made it or when."""

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.paper.blocks import (
    Block,
    Heading,
    Items,
    NextPage,
    Paragraph,
    Table,
    WritingLine,
    blocks_of,
)
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.exchange.paper.word_numbering import Numbering
from supervisor_tui.exchange.paper.word_parts import head_and_foot, line_below, plain_type, spans_into, table_into

__all__ = ["as_docx"]

_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
_NO_MOMENT_OF_ZIP = (2000, 1, 1, 0, 0, 0)


def as_docx(paper: Paper) -> bytes:
    """Return the document."""
    document = Document()
    _lay_out(document, paper)
    numbering = Numbering(document)
    for block in blocks_of(paper.markdown):
        _add(document, block, numbering)
    _say_nothing_of_the_maker(document, paper)
    written = io.BytesIO()
    document.save(written)
    return _without_times(written)


def _lay_out(document: WordDocument, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(20)
    for name, size in (("Normal", 10.5), ("Heading 1", 17), ("Heading 2", 13), ("Heading 3", 11)):
        plain_type(document, name, size)
    head_and_foot(document, section, paper)


def _add(document: WordDocument, block: Block, numbering: Numbering) -> None:
    match block:
        case Heading(level, spans):
            spans_into(document.add_heading(level=min(level, 4)), spans)
        case Paragraph(spans):
            spans_into(document.add_paragraph(), spans)
        case WritingLine():
            line_below(document.add_paragraph())
        case Items():
            _add_items(document, block, numbering, 0)
        case Table():
            table_into(document, block)
        case NextPage():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add_items(document: WordDocument, items: Items, numbering: Numbering, depth: int) -> tuple[WordParagraph, ...]:
    """Add a list and return its paragraphs; what is said beside an item stays on one page with it."""
    list_is = numbering.begun(items.first, depth)
    added: list[WordParagraph] = []
    for item in items.items:
        begins = len(added)
        style = list_is.style
        for block in item:
            match block:
                case Items():
                    added += _add_items(document, block, numbering, depth + 1)
                case Paragraph(spans):
                    written = document.add_paragraph(style=style)
                    if style == list_is.style:
                        list_is.number(written)
                    spans_into(written, spans)
                    added.append(written)
                    style = list_is.goes_on
                case _:
                    _add(document, block, numbering)
        for one in added[begins:-1]:
            one.paragraph_format.keep_with_next = True
            one.paragraph_format.space_after = Pt(0)
    return tuple(added)


def _say_nothing_of_the_maker(document: WordDocument, paper: Paper) -> None:
    about = document.core_properties
    about.title, about.language = shown(paper.title), shown(paper.language)
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.created = about.modified = _NO_MOMENT
    about.revision = 1


def _without_times(written: io.BytesIO) -> bytes:
    """Return the same archive, its entries without the moment at which they were written."""
    again = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, _NO_MOMENT_OF_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = entry.external_attr
            new.writestr(info, old.read(entry))
    return again.getvalue()
