"""A Markdown text as one HTML page that can be sent and printed by itself.

The page loads nothing from anywhere and runs nothing. Raw HTML in the text is shown as text; links lead to `https:` and
`mailto:` addresses and nowhere else; pictures are not fetched.
"""

from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from supervisor_tui.domain.shown_text import shown

__all__ = ["as_html_page"]

_STYLE = """
@page { size: A4; margin: 20mm 18mm; }
body { font: 11pt/1.45 Georgia, "Liberation Serif", serif; max-width: 46em; margin: 2em auto; padding: 0 1em;
  color: #111; background: #fff; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: Arial, "Liberation Sans", sans-serif; line-height: 1.2; break-after: avoid; }
h1 { font-size: 1.5em; border-bottom: 2px solid #111; padding-bottom: .2em; }
h2 { font-size: 1.15em; margin-top: 1.6em; border-bottom: 1px solid #999; }
h3 { font-size: 1em; margin-bottom: .3em; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #777; padding: .3em .5em; text-align: left; vertical-align: top; }
tr, li { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { color: inherit; } }
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
<body>
{body}</body>
</html>
"""


def _link_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """Draw a link; one whose address is empty leads nowhere, not to the page itself."""
    if not tokens[index].attrGet("href"):
        tokens[index].attrs.pop("href", None)
    return renderer.renderToken(tokens, index, options, env)


class _CarefulMarkdown(MarkdownIt):
    """CommonMark with tables, without raw HTML and pictures."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.enable("table")
        self.disable("image")
        self.add_render_rule("link_open", _link_open)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that markdown-it-py calls
        """Allow web addresses that are encrypted, and mail."""
        return url.lower().startswith(("https://", "mailto:"))


def as_html_page(markdown: str, title: str, *, language: str = "en") -> str:
    """Return the page. `language` is the tag of the text's language, so that it is read aloud rightly."""
    return _PAGE.format(
        language=escape(shown(language)),
        title=escape(shown(title)),
        style=_STYLE,
        body=_CarefulMarkdown().render(shown(markdown, lines=True)),
    )
