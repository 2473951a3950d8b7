"""The written pages as tests read them: their text, their links, and the files that a guide spells out."""

import re
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PLUGIN_GUIDE = DOCS / "plugin-guide.md"
COMMAND_LINE = DOCS / "command-line.md"

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"(?:# |<!-- )([\w./-]+\.(?:py|toml|md))(?: -->)?")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


class Block(msgspec.Struct, frozen=True):
    """A block of code: its language, and its text."""

    language: str
    text: str


def written_pages() -> tuple[Path, ...]:
    """Return every page that a person reads: the README, the changelog and the documents."""
    return (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))


def blocks(page: str) -> tuple[Block, ...]:
    """Return the blocks of code of a page, in order."""
    return tuple(Block(language, text) for language, text in _BLOCK.findall(page))


def named_files(page: str) -> dict[str, str]:
    """Return the files that a page spells out: by the name in the first line, the text after that line."""
    found = {}
    for block in blocks(page):
        first, _line_end, rest = block.text.partition("\n")
        if named := _NAMED.fullmatch(first):
            found[named[1]] = rest
    return found


def links(page: str) -> tuple[str, ...]:
    """Return the links of a page that lead to other files or headings of the project."""
    without_code = _BLOCK.sub("", page)
    return tuple(link for link in _LINK.findall(without_code) if "://" not in link and not link.startswith("mailto:"))


def anchors(page: str) -> set[str]:
    """Return the names by which the headings of a page are linked to, as forges make them."""
    kept = (re.sub(r"[^\w\- ]", "", heading.casefold()) for heading in _HEADING.findall(_BLOCK.sub("", page)))
    return {heading.strip().replace(" ", "-") for heading in kept}
