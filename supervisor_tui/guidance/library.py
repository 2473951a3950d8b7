"""Pages of the Library: short texts of a guidance set in its own words, each with its source and the rules it tells.

A page is a Markdown file with a few lines of heading between two lines of dashes:

    ---
    title: Telling the community
    rules: IAG-S1-13
    source: 004 §1.2, §3.1
    ---
    What the page says.
"""

from importlib.resources.abc import Traversable

import msgspec

from supervisor_tui.domain.ids import RuleId, SetId

FENCE = "---"


class Page(msgspec.Struct, frozen=True):
    """One page: `id` is unique in its set, `text` is Markdown, `rules` are the rules it tells."""

    id: str
    set: SetId
    title: str
    text: str
    source: str
    rules: tuple[RuleId, ...] = ()


class PageError(ValueError):
    """A page cannot be read; the message names the file and what is missing."""


def pages_in(folder: Traversable, set_id: SetId) -> tuple[Page, ...]:
    """Return the pages of a folder in the order of their file names.

    Raises PageError for a file without title or source.
    """
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name)
    return tuple(page_of(file.name.removesuffix(".md"), file.read_text("utf-8"), set_id) for file in files)


def page_of(page_id: str, written: str, set_id: SetId) -> Page:
    """Return the page that a file holds."""
    before, opening, rest = written.partition(f"{FENCE}\n")
    head, closing, text = rest.partition(f"\n{FENCE}\n")
    if before.strip() or not opening or not closing:
        raise PageError(f"page {page_id} does not begin with its title and source between two lines of {FENCE}")
    said = dict(_pair(line) for line in head.splitlines() if line.strip())
    missing = [name for name in ("title", "source") if not said.get(name)]
    if missing:
        raise PageError(f"page {page_id} has no {' and no '.join(missing)}")
    rules = tuple(RuleId(rule.strip()) for rule in said.get("rules", "").split(",") if rule.strip())
    return Page(page_id, set_id, said["title"], text.strip(), said["source"], rules)


def _pair(line: str) -> tuple[str, str]:
    name, _colon, value = line.partition(":")
    return name.strip(), value.strip()
