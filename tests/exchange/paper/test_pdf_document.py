import getpass
import re

import pytest

from supervisor_tui.exchange.paper import pdf_document
from supervisor_tui.exchange.paper.blocks import Spans
from supervisor_tui.exchange.paper.pdf_document import as_pdf
from supervisor_tui.exchange.paper.pdf_pages import SQUARE, Pages
from supervisor_tui.exchange.paper.typed_text import text_as_markdown
from tests.exchange.paper.papers import EVERYTHING, HOSTILE, a_paper


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def test_it_is_a_pdf_of_a4_pages() -> None:
    pdf = as_pdf(EVERYTHING)
    assert pdf.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 595.28 841.89]" in pdf
    assert pages_in(pdf) == 2


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert as_pdf(EVERYTHING) == as_pdf(EVERYTHING)


def test_it_says_nothing_of_who_made_it_or_when() -> None:
    pdf = as_pdf(a_paper("text"))
    assert re.findall(rb"/(Author|Creator|Producer|Keywords|Subject|ModDate) ", pdf) == []
    assert re.findall(rb"/CreationDate \((.*?)\)", pdf) == [b"D:20000101000000Z"]
    assert getpass.getuser().encode() + b"/" not in pdf


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_takes_one_line_and_leads_nowhere(text: str) -> None:
    pdf = as_pdf(a_paper(text_as_markdown(text)))
    assert pages_in(pdf) == 1
    assert b"/Annot" not in pdf


@pytest.mark.parametrize(
    "script", ["Łódź Ćwikła ŋ ẽ", "tiếng Việt", "Ελληνικά", "Кириллица", "طفل بچے کے لیے", "बच्चा स्कूल", "☐ ☑ → ✓ ✗"]
)
def test_letters_of_these_scripts_are_printed(script: str) -> None:
    with Pages(a_paper("text")) as pages:
        assert (pages.in_signs_at_hand(script), pages.missed_a_sign) == (script, False)


def test_a_sign_that_no_typeface_has_is_a_square_and_the_paper_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with Pages(a_paper("text")) as pages:
        assert (pages.in_signs_at_hand("孩子 x"), pages.missed_a_sign) == (f"{SQUARE}{SQUARE} x", True)
    drawn: list[str] = []
    draw = pdf_document._draw_text

    def noted(pages: Pages, spans: Spans, **how: object) -> None:
        drawn.append("".join(span.text for span in spans))
        draw(pages, spans, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(pdf_document, "_draw_text", noted)
    as_pdf(a_paper("孩子"))
    assert drawn == ["孩子", pdf_document.NOT_PRINTED]


def test_a_long_paper_goes_on_over_pages() -> None:
    rows = "\n".join(f"| row {number} | .... |" for number in range(60))
    assert pages_in(as_pdf(a_paper("| Who | Signature |\n| --- | --- |\n" + rows))) == 3
