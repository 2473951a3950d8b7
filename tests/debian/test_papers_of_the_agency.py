"""Every paper of the agency, as pdftotext and LibreOffice show it: whole, and without anybody's name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
import pytest

from supervisor_tui.exchange.paper.blocks import Heading, Items, Paragraph, Span, Table, blocks_of
from supervisor_tui.exchange.paper.paper import PaperForm
from tests.debian.readers import opened_by_libreoffice, read_by_pdftotext, words_by_pdftotext
from tests.names.agency import Agency, opened, the_agency
from tests.names.going_out import ASKED, LEAVES, papers
from tests.names.people import found_in, known_texts

pytestmark = pytest.mark.debian

Structs = Heading | Items | Paragraph | Table
MAKES_PAPERS = tuple(words for words in ASKED if LEAVES[words].has("--format"))


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    with the_agency(tmp_path_factory.mktemp("agency")) as made:
        yield made


WRITES_ANEW = {"hand-on"}
"""What does something each time, so that no two of its papers say the same."""


class Shown(msgspec.Struct, frozen=True):
    """The pages of a paper, and the paper's text in Markdown."""

    file: Path
    text: str


def words_of_paper(markdown: str) -> frozenset[str]:
    """Return the words of a paper, without the dots and lines that stand where somebody is to write."""
    return frozenset(word for text in _texts(blocks_of(markdown)) for word in text.split())


def parts_of_words(words: Iterable[str]) -> frozenset[str]:
    """Return the words parted after each hyphen, where a line may end."""
    return frozenset(part for word in words for part in re.split(r"(?<=-)", word) if part)


def _texts(block: object) -> Iterator[str]:
    """Yield the stretches of text of blocks; words of a text may go on in another style."""
    if isinstance(block, Span):
        yield block.text
    elif isinstance(block, Structs):
        yield from _texts(tuple(getattr(block, name) for name in block.__struct_fields__))
    elif isinstance(block, tuple) and block and all(isinstance(one, Span) for one in block):
        yield "".join(one.text for one in block)
    elif isinstance(block, tuple):
        for one in block:
            yield from _texts(one)


@pytest.fixture(scope="module")
def printed(agency: Agency, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Shown, ...]]:
    """Give the pages of each command's papers, as our PDF and as LibreOffice shows the Word documents."""
    folder = tmp_path_factory.mktemp("papers")
    given = [
        one
        for words in MAKES_PAPERS
        for arguments in ASKED[words]
        for one in papers(LEAVES[words], arguments, folder, PaperForm.MARKDOWN, PaperForm.PDF, PaperForm.DOCX)
    ]
    word = [one for one in given if one.file.suffix == ".docx"]
    pages = dict(zip(word, opened_by_libreoffice(*(one.file for one in word)), strict=True))
    return {
        words: tuple(
            Shown(pages.get(one, one.file), one.file.with_suffix(".md").read_text("utf-8"))
            for one in given
            if one.by == words and one.file.suffix != ".md"
        )
        for words in MAKES_PAPERS
    }


@pytest.mark.parametrize("words", [words for words in MAKES_PAPERS if words not in WRITES_ANEW])
def test_every_word_of_a_paper_stands_unbroken_on_its_pages(
    words: str, agency: Agency, printed: Mapping[str, tuple[Shown, ...]]
) -> None:
    broken = {
        str(one.file): sorted(parts_of_words(words_of_paper(one.text)) - parts_of_words(words_by_pdftotext(one.file)))
        for one in printed[words]
    }
    assert broken == {name: [] for name in broken}


@pytest.mark.parametrize("words", MAKES_PAPERS)
def test_no_page_holds_a_name(words: str, agency: Agency, printed: Mapping[str, tuple[Shown, ...]]) -> None:
    store = opened(agency.store)
    known = known_texts(store)
    store.close()
    texts = [read_by_pdftotext(one.file) for one in printed[words]]
    assert [found_in(text, known) for text in texts] == [[] for _text in texts]
    assert all("codesonly" in text for text in texts)
