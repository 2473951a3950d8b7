"""What LibreOffice and pdftotext read in our papers."""

from pathlib import Path

import pytest

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.paper.paper import CodesOrNames
from supervisor_tui.exchange.paper.paper_file import write_paper
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from tests.debian.readers import opened_by_libreoffice, read_by_pdftotext, without_gaps
from tests.exchange.paper.papers import EVERYTHING, HOSTILE, LINES_OF_EVERYTHING, a_paper

pytestmark = pytest.mark.debian

HOSTILE_PAPER = a_paper(
    *(f"- x {text_as_markdown(text)} y" for text in HOSTILE),
    table_in_markdown(["Word"], [[f"x {text_as_markdown(text)} y"] for text in HOSTILE]),
    holds=CodesOrNames.NAMES,
)


def test_pdftotext_finds_every_line_of_the_pdf(tmp_path: Path) -> None:
    write_paper(EVERYTHING, tmp_path / "paper.pdf")
    text = read_by_pdftotext(tmp_path / "paper.pdf")
    assert [line for line in LINES_OF_EVERYTHING if without_gaps(line) not in text] == []
    assert text.count("codesonly") == 2
    assert "Page1of2" in text
    assert "Page2of2" in text


def test_libreoffice_opens_the_word_document_and_shows_every_line(tmp_path: Path) -> None:
    write_paper(EVERYTHING, tmp_path / "paper.docx")
    text = read_by_pdftotext(*opened_by_libreoffice(tmp_path / "paper.docx"))
    assert [line for line in LINES_OF_EVERYTHING if without_gaps(line) not in text] == []
    assert text.count("codesonly") == 2
    assert "Page2of2" in text


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_typed_text_is_read_as_it_was_typed(form: str, tmp_path: Path) -> None:
    write_paper(HOSTILE_PAPER, tmp_path / f"paper.{form}")
    pdf = [tmp_path / "paper.pdf"] if form == "pdf" else opened_by_libreoffice(tmp_path / "paper.docx")
    text = read_by_pdftotext(*pdf)
    wanted = [without_gaps(f"x {shown(one)} y") for one in HOSTILE if "\x1b" not in one]
    assert {one: text.count(one) for one in wanted} == dict.fromkeys(wanted, 2)
    assert "\x1b" not in text
    assert "holdsnames" in text
