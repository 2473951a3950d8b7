"""Questions are read from the text of a page: a heading asks, a list offers, the bold one is right."""

import pytest

from supervisor_tui.domain.ids import SetId
from supervisor_tui.guidance.library import PageError, page_of
from supervisor_tui.guidance.quiz import Question

ASKED = """---
title: Check
source: s
---
Read this first.

## Which is right?
- One
- **Another**

Because it is
said so. → that-page

## And here?
- **Yes**
- No

It is. → this-page
"""


def test_a_page_asks_what_its_headings_ask_and_shows_no_answer_before() -> None:
    page = page_of("check", ASKED, SetId("x"))

    assert page.questions == (
        Question("Which is right?", ("One", "Another"), 1, "Because it is said so.", "that-page"),
        Question("And here?", ("Yes", "No"), 0, "It is.", "this-page"),
    )
    assert page.read_first == "Read this first."


@pytest.mark.parametrize("fault", [("**Another**", "Another"), ("One", "**One**"), (" → that-page", "")])
def test_a_question_without_one_right_answer_or_its_page_is_named(fault: tuple[str, str]) -> None:
    with pytest.raises(PageError, match=r"check: the question “Which is right\?” needs one right answer"):
        page_of("check", ASKED.replace(*fault, 1), SetId("x"))


def test_a_heading_without_a_list_is_a_heading() -> None:
    assert page_of("p", "---\ntitle: T\nsource: s\n---\n## Part\n\nWords.", SetId("x")).questions == ()
