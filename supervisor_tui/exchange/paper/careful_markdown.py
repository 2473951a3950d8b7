"""The Markdown that our papers are written in: CommonMark with tables, without raw HTML and pictures."""

from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from supervisor_tui.exchange.paper.typed_text import BLANK

__all__ = ["TO_WRITE_IN", "CarefulMarkdown"]

TO_WRITE_IN = "blank"
"""The class of a paragraph or a cell that is a place to write in."""


def _link_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """Draw a link; one whose address is empty leads nowhere, not to the page itself."""
    if not tokens[index].attrGet("href"):
        tokens[index].attrs.pop("href", None)
    return renderer.renderToken(tokens, index, options, env)


def _places_to_write_in(state: StateCore) -> None:
    """Mark each paragraph and cell that is a blank; a blank that somebody typed is escaped, and stays text."""
    for before, token in pairwise(state.tokens):
        if token.type == "inline" and token.content == BLANK:
            before.attrSet("class", TO_WRITE_IN)
            token.children = []


class CarefulMarkdown(MarkdownIt):
    """The reader: markup of a document and nothing that loads, runs or leads to an open address."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.enable("table")
        self.disable("image")
        self.core.ruler.after("inline", "places_to_write_in", _places_to_write_in)
        self.add_render_rule("link_open", _link_open)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that markdown-it-py calls
        """Allow web addresses that are encrypted, and mail."""
        return url.lower().startswith(("https://", "mailto:"))
