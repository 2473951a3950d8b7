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


def where_drawn(markdown: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Return on which page each paragraph begins."""
    drawn: dict[str, int] = {}
    draw = pdf_document._draw_text

    def noted(pages: Pages, spans: Spans, **style: object) -> None:
        drawn["".join(span.text for span in spans)] = pages.page
        draw(pages, spans, **style)  # type: ignore[arg-type]

    monkeypatch.setattr(pdf_document, "_draw_text", noted)
    as_pdf(a_paper(markdown))
    return drawn


@pytest.mark.parametrize("lines_before", range(20, 36))
def test_each_decision_stands_on_one_page_with_its_reason_and_the_first_with_its_heading(
    lines_before: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = "\n\n".join(f"line {number}" for number in range(lines_before))
    decisions = "\n".join(f"{n}. decision {n}\n   - Reason: reason {n}\n   - Until: {n} May" for n in range(1, 6))
    drawn = where_drawn(f"{before}\n\n## Case C-0117\n\n### Decisions\n\n{decisions}\n", monkeypatch)
    parts = [(f"decision {n}", f"Reason: reason {n}", f"Until: {n} May") for n in range(1, 6)]
    assert [len({drawn[text] for text in part}) for part in parts] == [1] * 5
    assert len({drawn[text] for text in ("Case C-0117", "Decisions", "decision 1")}) == 1


def test_what_takes_more_than_half_a_page_goes_on_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = "\n".join(f"   - said {number}" for number in range(60))
    drawn = where_drawn(f"a line\n\n1. go home\n{beside}\n", monkeypatch)
    assert (drawn["go home"], drawn["said 59"]) == (1, 2)
