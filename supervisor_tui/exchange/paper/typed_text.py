"""Text that was typed, written into Markdown so that it stays text, and the few signs of our papers."""

import re
from collections.abc import Iterable, Sequence

from supervisor_tui.domain.shown_text import shown

__all__ = ["BLANK", "NEXT_PAGE", "table_in_markdown", "text_as_markdown"]

BLANK = "...."
"""A place to write on: a line across the page as a paragraph; in a cell of a table it gives the row a hand's height."""

NEXT_PAGE = "---"
"""As a paragraph: what follows begins a new page."""

_SPECIALS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_MARK_AT_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")


def text_as_markdown(text: str) -> str:
    """Return a text as one line of Markdown that shows exactly this text and does nothing else."""
    line = _SPECIALS.sub(r"\\\1", shown(text).strip())
    if line == BLANK:
        return f"\\{line}"
    return _MARK_AT_START.sub(lambda found: _escaped_start(found[1]), line)


def _escaped_start(mark: str) -> str:
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def table_in_markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
