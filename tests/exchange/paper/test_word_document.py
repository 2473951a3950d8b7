import io
import re
import zipfile

import pytest
from docx import Document
from docx.document import Document as WordDocument

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.exchange.paper.word_document import as_docx
from tests.exchange.paper.papers import EVERYTHING, HOSTILE, LINES_OF_EVERYTHING, SIGNATURES, a_paper


def read_back(paper: Paper) -> WordDocument:
    return Document(io.BytesIO(as_docx(paper)))


def words_of(document: WordDocument) -> str:
    paragraphs = [one.text for one in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join((*paragraphs, *cells))


def test_every_line_is_read_back() -> None:
    words = words_of(read_back(EVERYTHING))
    assert [line for line in LINES_OF_EVERYTHING if line not in words] == []


def test_headings_and_lists_are_headings_and_lists() -> None:
    styles = {one.text: one.style.name for one in read_back(EVERYTHING).paragraphs if one.style is not None}
    assert styles["Minutes: case conference"] == "Heading 1"
    assert styles["On the next page"] == "Heading 2"
    assert (styles["second"], styles["deeper"]) == ("List Bullet", "List Bullet 2")
    assert styles["first decision"] == "List Number"


def test_each_list_counts_from_its_own_first_number() -> None:
    numbered = [one for one in read_back(EVERYTHING).paragraphs if one.style and one.style.name == "List Number"]
    numberings = [one._p.xpath("w:pPr/w:numPr/w:numId/@w:val") for one in numbered]
    assert [one.text for one in numbered] == ["first decision", "second decision", "counted anew"]
    assert numberings[0] == numberings[1] != numberings[2]


def test_emphasis_is_emphasis() -> None:
    paragraph = next(one for one in read_back(EVERYTHING).paragraphs if one.text.startswith("A paragraph"))
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs] == [
        ("A paragraph with ", False, False),
        ("bold", True, False),
        (", ", False, False),
        ("italic", False, True),
        (" and plain words.", False, False),
    ]


def test_a_signature_sheet_has_rows_that_a_hand_can_sign_and_its_head_on_each_page() -> None:
    head, *rows = read_back(a_paper(SIGNATURES)).tables[0].rows
    assert head._tr.trPr.xpath("w:tblHeader")
    assert [row.height.mm for row in rows if row.height is not None] == [pytest.approx(11, abs=0.1)] * 2
    assert [row.cells[2].text for row in rows] == ["", ""]


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_stays_text(text: str) -> None:
    table = table_in_markdown(["x"], [[text_as_markdown(text)]])
    document = read_back(a_paper(text_as_markdown(text), f"- {text_as_markdown(text)}", table))
    assert [one.text for one in document.paragraphs if one.text] == [shown(text)] * 2
    assert document.tables[0].rows[1].cells[0].text == shown(text)
    assert document.element.xpath("//w:hyperlink | //w:p[not(ancestor::w:tbl)]//w:b | //w:i | //w:br | //w:pBdr") == []


@pytest.mark.parametrize("holds", CodesOrNames)
def test_every_page_says_its_title_whether_it_holds_names_and_which_of_how_many_it_is(holds: CodesOrNames) -> None:
    section = read_back(a_paper("text", holds=holds)).sections[0]
    assert section.header.paragraphs[0].text == f"Minutes M-0001\t{holds.label}"
    assert section.footer.paragraphs[0].text.split() == ["Page", "of"]
    assert re.findall(r'w:instr="(\w+)"', section.footer._element.xml) == ["PAGE", "NUMPAGES"]


def test_it_is_a4() -> None:
    section = read_back(a_paper("text")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]


def test_arabic_is_set_from_the_right() -> None:
    from_the_right, from_the_left = read_back(a_paper("طفل يذهب إلى المدرسة", "बच्चा स्कूल जाता है")).paragraphs
    assert from_the_right._p.xpath("w:pPr/w:bidi")
    assert not from_the_left._p.xpath("w:pPr/w:bidi")


def test_it_says_nothing_of_who_made_it_or_when() -> None:
    about = read_back(EVERYTHING).core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments) == ("Minutes M-0001", "", "", "")
    assert (str(about.created), str(about.modified)) == ("2000-01-01 00:00:00+00:00",) * 2
    with zipfile.ZipFile(io.BytesIO(as_docx(EVERYTHING))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert as_docx(EVERYTHING) == as_docx(EVERYTHING)


def test_a_decision_stays_on_one_page_with_what_is_said_beside_it() -> None:
    paper = a_paper("1. go home\n   - Reason: it is safe\n   - Until: May\n2. ring each week\n")
    kept = [(one.text, bool(one.paragraph_format.keep_with_next)) for one in read_back(paper).paragraphs]
    assert kept == [("go home", True), ("Reason: it is safe", True), ("Until: May", False), ("ring each week", False)]


def test_lines_to_write_on_are_drawn_each_and_not_as_one() -> None:
    first, second = read_back(a_paper("....\n\n....")).paragraphs
    assert [len(one._p.xpath("w:pPr/w:pBdr/w:between")) for one in (first, second)] == [1, 1]
