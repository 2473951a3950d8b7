"""A paper in the form that is asked for."""

from supervisor_tui.exchange.paper.html_page import as_html
from supervisor_tui.exchange.paper.paper import Paper, PaperForm

__all__ = ["printed"]


def printed(paper: Paper, form: PaperForm) -> bytes:
    """Return the bytes of the file. The same paper gives the same bytes; nothing in them says who made it or when."""
    match form:
        case PaperForm.MARKDOWN:
            return paper.markdown.encode()
        case PaperForm.HTML:
            return as_html(paper).encode()
        case PaperForm.DOCX:
            from supervisor_tui.exchange.paper.word_document import as_docx

            return as_docx(paper)
        case PaperForm.PDF:
            from supervisor_tui.exchange.paper.pdf_document import as_pdf

            return as_pdf(paper)
