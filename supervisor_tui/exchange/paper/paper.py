"""What leaves on paper: a text, its title, and whether it holds names."""

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _


class CodesOrNames(Choice):
    """What a paper says of people, stated on each of its pages, so that whoever finds it knows how to keep it."""

    CODES = "codes", _("codes only")
    NAMES = "names", _("holds names")


class PaperForm(Choice):
    """In which form a paper leaves; the value is the ending of the file's name."""

    MARKDOWN = "md", _("plain text (Markdown)")
    HTML = "html", _("one page to print or send (HTML)")
    DOCX = "docx", _("a Word document (DOCX)")
    PDF = "pdf", _("pages to print (PDF)")


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A text in our own Markdown that is to be printed. `language` is the tag of the language it is written in."""

    title: str
    markdown: str
    holds: CodesOrNames
    language: str = "en"
