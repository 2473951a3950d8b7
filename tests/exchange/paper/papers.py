"""A paper with everything that a paper can hold, and texts that would like to be more than text."""

from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper
from supervisor_tui.exchange.paper.typed_text import (
    BLANK,
    NEXT_PAGE,
    table_in_markdown,
    text_as_markdown,
)

HOSTILE = (
    "[x](y)",
    "[x](https://example.org)",
    "<b>bold</b>",
    "a | b",
    "\x1b[31mred",
    "**strong** _em_ `code`",
    "# heading",
    "---",
    "1. one",
    "{nb} {page} {pages}",
    "&lt;i&gt;",
    "....",
    "____",
    "\\",
)


def a_paper(*parts: str, holds: CodesOrNames = CodesOrNames.CODES, title: str = "Minutes M-0001") -> Paper:
    return Paper(title=title, markdown="\n\n".join(parts) + "\n", holds=holds)


SIGNATURES = table_in_markdown(
    ["Who", "Role", "Signature"],
    [[text_as_markdown("W-41"), "chair", BLANK], [text_as_markdown("a | b"), "*not recorded*", BLANK]],
)

EVERYTHING = a_paper(
    "# Minutes: case conference",
    "A paragraph with **bold**, *italic* and plain words.",
    "- **Where:** office\n- second\n  - deeper\n",
    "1. first decision\n2. second decision",
    "What was asked for:",
    "1. counted anew",
    "طفل يذهب إلى المدرسة",
    "☐ to do",
    "☑ done",
    SIGNATURES,
    BLANK,
    NEXT_PAGE,
    "## On the next page",
    "Łódź, tiếng Việt, Ελληνικά, Кириллица",
)

LINES_OF_EVERYTHING = (
    "Minutes: case conference",
    "A paragraph with bold, italic and plain words.",
    "Where: office",
    "second",
    "deeper",
    "first decision",
    "second decision",
    "What was asked for:",
    "counted anew",
    "☐ to do",
    "☑ done",
    "Signature",
    "W-41",
    "a | b",
    "not recorded",
    "On the next page",
    "Łódź, tiếng Việt, Ελληνικά, Кириллица",
)
