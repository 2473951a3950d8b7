"""Every link in the written pages leads somewhere."""

from pathlib import Path

import pytest

from tests.docs.pages import ROOT, anchors, links, written_pages


def broken(page: Path) -> list[str]:
    """Return the links of a page that lead nowhere."""
    text = page.read_text("utf-8")
    found = []
    for link in links(text):
        name, _mark, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            found.append(link)
    return found


@pytest.mark.parametrize("page", written_pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert broken(page) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](page.md#one) [b](#two) [c](gone.md) [d](https://example.org)\n", "utf-8")

    assert broken(page) == ["#two", "gone.md"]


def test_every_document_is_listed_in_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / link.partition("#")[0]).resolve() for link in links(index.read_text("utf-8"))}

    unlisted = [page for page in (ROOT / "docs").glob("*.md") if page.resolve() not in listed and page != index]

    assert unlisted == []
