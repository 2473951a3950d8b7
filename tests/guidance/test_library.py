"""Pages of the Library come from Markdown files with a title, a source and the rules they tell."""

from pathlib import Path

import pytest

from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.guidance.library import Page, PageError, page_of, pages_in
from tests.guidance.sets import a_set, host_of

WRITTEN = """---
title: Telling the community
rules: X-1, X-2
steps: 1, 5
source: 004 §1.2: first words
---
Say what you offer.

Say it again.
"""


def test_a_page_has_title_source_rules_and_text() -> None:
    assert page_of("telling", WRITTEN, SetId("first")) == Page(
        "telling",
        SetId("first"),
        "Telling the community",
        "Say what you offer.\n\nSay it again.",
        "004 §1.2: first words",
        (RuleId("X-1"), RuleId("X-2")),
        steps=(Step.REGISTRATION, Step.FOLLOW_UP),
    )


def test_the_pages_of_a_folder_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "notes.txt"):
        (tmp_path / name).write_text(WRITTEN, encoding="utf-8")

    assert [page.id for page in pages_in(tmp_path, SetId("first"))] == ["a", "b"]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Only words.", "does not begin"),
        ("Words\n" + WRITTEN, "does not begin"),
        ("---\ntitle: x\nsource: y\n", "does not begin"),
        (WRITTEN.replace("source", "from"), "no source"),
        (WRITTEN.replace("1, 5", "1, 7"), "names the steps 1, 7; there are 1, 2, 3, 4, 5, 6"),
        (WRITTEN.replace("title: Telling the community", "title:"), "no title"),
    ],
)
def test_a_page_that_cannot_be_read_is_named(written: str, problem: str) -> None:
    with pytest.raises(PageError, match=f"telling .*{problem}"):
        page_of("telling", written, SetId("first"))


def test_the_host_hands_out_the_pages_of_its_sets_and_leaves_out_what_is_no_page() -> None:
    page = page_of("telling", WRITTEN, SetId("first"))
    host = host_of(a_set("first", pages=(page, "not a page")))

    assert host.pages == (page,)
    assert [fault.where for fault in host.reports()[0].faults] == ["register_pages"]
