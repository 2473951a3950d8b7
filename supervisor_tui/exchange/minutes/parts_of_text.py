"""The parts of a text of minutes: which case, which part of the meeting, which kind of line a heading stands for."""

import re
from collections.abc import Iterable, Iterator

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind, Part
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.minutes.head import AGENDA, TOOK_PART
from supervisor_tui.exchange.minutes.headings import (
    CASE,
    CLOSED_CASE,
    CLOSED_WHOLE,
    FACTS,
    NO_CHANGE,
    SECTIONS,
    SO_FAR,
    WHOLE,
)
from supervisor_tui.exchange.minutes.tail import CONFIDENTIALITY, COPIES, CORRECTIONS, NEXT_MEETING
from supervisor_tui.exchange.minutes.text_problems import TextProblem
from supervisor_tui.exchange.paper.careful_markdown import CarefulMarkdown
from supervisor_tui.wording import _

__all__ = ["Place", "Placed", "parts_of", "row_of", "tree_of", "words_of"]

_PRINTED_ONLY = (AGENDA, COPIES, CORRECTIONS, NEXT_MEETING, CONFIDENTIALITY)
_KNOWN_BEFORE = (FACTS, SO_FAR)


class Place(msgspec.Struct, frozen=True):
    """Where in the minutes something stands; case None is the meeting as a whole."""

    case: CaseCode | None
    part: Part
    kind: LineKind


class Placed(msgspec.Struct, frozen=True):
    """A piece of the text and what it belongs to: lines of minutes, who took part, or the cases without change."""

    node: SyntaxTreeNode
    place: Place | None = None
    took_part: bool = False
    unchanged: bool = False


def tree_of(markdown: str) -> SyntaxTreeNode:
    """Return a text as a tree, every character safe to show."""
    return SyntaxTreeNode(CarefulMarkdown().parse(shown(markdown, lines=True)))


def row_of(node: SyntaxTreeNode) -> int:
    """Return the row at which a piece of the text begins, from 1."""
    found = node.map or next((child.map for child in node.walk() if child.map), None)
    return found[0] + 1 if found else 1


def words_of(node: SyntaxTreeNode) -> str:
    """Return the text of a paragraph, a heading or a cell on one line."""
    words = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        words.get(one.type, one.content if one.type in {"text", "code_inline"} else "") for one in node.walk()
    )


def parts_of(tree: SyntaxTreeNode, problems: list[TextProblem]) -> Iterator[Placed]:
    """Give each piece that holds something to read with its place; a heading that nobody knows becomes a problem."""
    reading = _Reading(problems)
    for node in tree.children:
        if node.type == "heading":
            reading.heading(node)
        elif placed := reading.placed(node):
            yield placed


class _Reading:
    """Which headings were passed last."""

    def __init__(self, problems: list[TextProblem]) -> None:
        self._problems = problems
        self._case: CaseCode | None = None
        self._part: Part | None = None
        self._kind: LineKind | None = None
        self._special = ""

    def heading(self, node: SyntaxTreeNode) -> None:
        """Pass a heading."""
        words = words_of(node).strip()
        if node.tag == "h1":
            return
        if node.tag == "h2":
            self._major(words, row_of(node))
        else:
            self._minor(words, row_of(node))

    def _major(self, words: str, row: int) -> None:
        self._kind, self._part, self._special = None, None, ""
        if same(words, TOOK_PART) or same(words, NO_CHANGE):
            self._special = TOOK_PART if same(words, TOOK_PART) else NO_CHANGE
            return
        if any(same(words, one) for one in _PRINTED_ONLY):
            return
        found = _case_or_whole(words)
        if found is None:
            self._unknown(words, row, (CASE.format(code="C-0000"), WHOLE, CLOSED_CASE.format(code="C-0000")))
        else:
            self._case, self._part = found

    def _minor(self, words: str, row: int) -> None:
        self._kind = next((one.kind for one in SECTIONS if same(words, one.heading)), None)
        if self._kind is not None and self._part is None:
            message = _("“{heading}” stands under no case. Write “## {case}” above it.")
            self._problems.append(TextProblem(row, message.format(heading=words, case=CASE.format(code="C-0000"))))
        if self._kind is None and not any(same(words, one) for one in _KNOWN_BEFORE):
            self._unknown(words, row, (one.heading for one in SECTIONS))

    def _unknown(self, words: str, row: int, known: Iterable[str]) -> None:
        message = _("nobody knows the heading “{heading}”. Known here: {known}.")
        self._problems.append(TextProblem(row, message.format(heading=words, known=", ".join(known))))

    def placed(self, node: SyntaxTreeNode) -> Placed | None:
        """Return a piece with its place, None where it is not to be read."""
        if self._special:
            return Placed(node, took_part=self._special == TOOK_PART, unchanged=self._special == NO_CHANGE)
        if self._kind is None or self._part is None:
            return None
        return Placed(node, Place(self._case, self._part, self._kind))


def same(words: str, heading: str) -> bool:
    """Say whether somebody means this heading, however it is capitalised and spaced."""
    return " ".join(words.split()).casefold() == " ".join(heading.split()).casefold()


def _case_or_whole(words: str) -> tuple[CaseCode | None, Part] | None:
    for heading, part in ((WHOLE, Part.OPEN), (CLOSED_WHOLE, Part.CLOSED)):
        if same(words, heading):
            return None, part
    for template, part in ((CASE, Part.OPEN), (CLOSED_CASE, Part.CLOSED)):
        before, after = template.split("{code}")
        if found := re.fullmatch(re.escape(before) + r"(\S.*)" + re.escape(after), words, re.IGNORECASE):
            return CaseCode(found[1].upper()), part
    return None
