"""Every paper of the agency, as pdftotext and LibreOffice show it: whole, and without anybody's name."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from supervisor_tui.exchange.paper.paper import PaperForm
from tests.debian.readers import opened_by_libreoffice, read_by_pdftotext
from tests.names.agency import Agency, opened, the_agency
from tests.names.going_out import ASKED, LEAVES, papers
from tests.names.people import found_in, known_texts

pytestmark = pytest.mark.debian

MAKES_PAPERS = tuple(words for words in ASKED if LEAVES[words].has("--format"))


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    with the_agency(tmp_path_factory.mktemp("agency")) as made:
        yield made


@pytest.fixture(scope="module")
def printed(agency: Agency, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, ...]]:
    """Give the pages of each command's papers, as our PDF and as LibreOffice shows the Word documents."""
    folder = tmp_path_factory.mktemp("papers")
    given = [
        one
        for words in MAKES_PAPERS
        for arguments in ASKED[words]
        for one in papers(LEAVES[words], arguments, folder, PaperForm.PDF, PaperForm.DOCX)
    ]
    word = [one for one in given if one.file.suffix == ".docx"]
    shown = dict(zip(word, opened_by_libreoffice(*(one.file for one in word)), strict=True))
    return {words: tuple(shown.get(one, one.file) for one in given if one.by == words) for words in MAKES_PAPERS}


@pytest.mark.parametrize("words", MAKES_PAPERS)
def test_no_page_holds_a_name(words: str, agency: Agency, printed: Mapping[str, tuple[Path, ...]]) -> None:
    store = opened(agency.store)
    known = known_texts(store)
    store.close()
    texts = [read_by_pdftotext(file) for file in printed[words]]
    assert [found_in(text, known) for text in texts] == [[] for _text in texts]
    assert all("codesonly" in text for text in texts)
