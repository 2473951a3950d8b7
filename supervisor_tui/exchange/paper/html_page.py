"""A paper as one HTML page that can be sent and printed by itself.

The page loads nothing from anywhere and runs nothing. Raw HTML in the text is shown as text; links lead to `https:` and
`mailto:` addresses and nowhere else; pictures are not fetched. Browsers that know page margins number the pages.
"""

from html import escape

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.paper.careful_markdown import CarefulMarkdown
from supervisor_tui.exchange.paper.marking import PAGE_OF_PAGES, head_of
from supervisor_tui.exchange.paper.paper import Paper

__all__ = ["as_html"]

_STYLE = """
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: %(page)s; font: 9pt sans-serif; }
  @top-right { content: %(marking)s; font: bold 9pt sans-serif; } }
body { font: 11pt/1.45 Georgia, "Liberation Serif", serif; max-width: 46em; margin: 2em auto; padding: 0 1em;
  color: #111; background: #fff; overflow-wrap: anywhere; }
header { display: flex; justify-content: space-between; font: 9pt Arial, "Liberation Sans", sans-serif; }
header b { text-transform: uppercase; letter-spacing: .06em; border: 1px solid #111; padding: 0 .5em; }
h1, h2, h3 { font-family: Arial, "Liberation Sans", sans-serif; line-height: 1.2; break-after: avoid; }
h1 { font-size: 1.5em; border-bottom: 2px solid #111; padding-bottom: .2em; }
h2 { font-size: 1.15em; margin-top: 1.6em; border-bottom: 1px solid #999; }
h3 { font-size: 1em; margin-bottom: .3em; }
table { border-collapse: collapse; width: 100%%; }
th, td { border: 1px solid #777; padding: .3em .5em; text-align: start; vertical-align: top; }
td.blank { height: 11mm; min-width: 30mm; }
p.blank { border-bottom: 1px solid #777; height: 8mm; margin: 0; }
tr, li { break-inside: avoid; }
thead { display: table-header-group; }
hr { border: 0; border-top: 1px dashed #999; break-after: page; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { color: inherit; } hr { visibility: hidden; } }
"""

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body dir="auto">
<header><span>{head}</span><b>{marking}</b></header>
{body}</body>
</html>
"""


def as_html(paper: Paper) -> str:
    """Return the page."""
    title, marking = head_of(paper)
    return _PAGE.format(
        language=escape(shown(paper.language)),
        title=escape(shown(paper.title)),
        style=_STYLE % {"page": _numbered(), "marking": _quoted(marking)},
        head=escape(title),
        marking=escape(marking),
        body=CarefulMarkdown().render(shown(paper.markdown, lines=True)),
    )


def _numbered() -> str:
    """Return "Page 1 of 3" as the style sheet writes it: the words in quotes, the numbers as counters."""
    words = PAGE_OF_PAGES.replace("{page}", "\0page\0").replace("{pages}", "\0pages\0").split("\0")
    return " ".join(f"counter({one})" if one in {"page", "pages"} else _quoted(one) for one in words if one)


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ") + '"'
