"""Lists of a Word document: dots, and numbers that begin anew with each list."""

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as WordParagraph

__all__ = ["Numbering", "WordList"]

_DEEPEST = 3


class WordList:
    """One list: the styles of its paragraphs, and the numbering that belongs to it alone."""

    def __init__(self, kind: str, depth: int, numbering: BaseOxmlElement | None) -> None:
        level = f" {depth + 1}" if depth else ""
        self.style = f"List {kind}{level}"
        self.goes_on = f"List Continue{level}"
        self._numbering = numbering

    def number(self, paragraph: WordParagraph) -> None:
        """Let a paragraph count in this list; a list with dots does not count."""
        if self._numbering is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no public way in python-docx
            properties.get_or_add_numId().val = int(self._numbering.get(qn("w:numId")) or 0)
            properties.get_or_add_ilvl().val = 0


class Numbering:
    """Every numbering of a document. Word goes on counting from list to list unless each has one of its own."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._all = document.part.numbering_part.element

    def begun(self, first: int | None, depth: int) -> WordList:
        """Return a list at this depth; `first` is its first number, None for dots."""
        depth = min(depth, _DEEPEST - 1)
        if first is None:
            return WordList("Bullet", depth, None)
        begun = WordList("Number", depth, None)
        return WordList("Number", depth, self._numbering_of(begun.style, first))

    def _numbering_of(self, style: str, first: int) -> BaseOxmlElement:
        of_style = self._document.styles[style].element.pPr.numPr.numId.val
        model = next(one for one in self._all.num_lst if one.numId == of_style)
        numbering: BaseOxmlElement = self._all.add_num(model.abstractNumId.val)
        start = OxmlElement("w:startOverride")
        start.set(qn("w:val"), str(first))
        level = OxmlElement("w:lvlOverride")
        level.set(qn("w:ilvl"), "0")
        level.append(start)
        numbering.append(level)
        return numbering
