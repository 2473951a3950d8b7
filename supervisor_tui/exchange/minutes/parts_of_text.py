"""The parts of a text of minutes: which case, which part of the meeting, which kind of line a heading stands for."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind, Part
from supervisor_tui.exchange.minutes.headings import (
    AGENDA,
    CASE,
    CLOSED_CASE,
    CLOSED_WHOLE,
    FACTS,
    NO_CHANGE,
    NOTHING_RECORDED,
    SECTIONS,
    SO_FAR,
    TOOK_PART,
    WHOLE,
)
from supervisor_tui.exchange.minutes.nodes import is_blank, row_of, same, words_of
from supervisor_tui.exchange.minutes.tail import CONFIDENTIALITY, COPIES, CORRECTIONS, NEXT_MEETING
from supervisor_tui.exchange.minutes.text_problems import TextProblem
from supervisor_tui.wording import _

__all__ = ["STATE", "TITLE", "Place", "Placed", "Under", "parts_of"]

TITLE, STATE = _("Title"), _("How far the minutes have come")
"""What stands without a heading at the beginning: words by which it is spoken of."""

_KEPT = (COPIES, CORRECTIONS, NEXT_MEETING, CONFIDENTIALITY)
_KEPT_OF_A_CASE = (FACTS, SO_FAR)


class Under(Enum):
    """What a piece of the text is about."""

    HEAD = auto()
    TOOK_PART = auto()
    AGENDA = auto()
    NO_CHANGE = auto()
    LINES = auto()
    KEPT = auto()


_READ = {TOOK_PART: Under.TOOK_PART, AGENDA: Under.AGENDA, NO_CHANGE: Under.NO_CHANGE}


class Place(msgspec.Struct, frozen=True):
    """Where in the minutes something stands; case None is the meeting as a whole."""

    case: CaseCode | None
    part: Part
    kind: LineKind


class Placed(msgspec.Struct, frozen=True):
    """A piece of the text and what it belongs to.

    place: for lines of minutes. heading, case: for what the program keeps itself, the words above it.
    """

    node: SyntaxTreeNode
    under: Under
    place: Place | None = None
    heading: str = ""
    case: CaseCode | None = None


def parts_of(tree: SyntaxTreeNode, problems: list[TextProblem]) -> Iterator[Placed]:
    """Give each piece of the text with what it belongs to; what belongs nowhere becomes a problem."""
    reading = _Reading(problems)
    for node in tree.children:
        placed = reading.heading(node) if node.type == "heading" else reading.piece(node)
        if placed is not None and node.type != "hr":
            yield placed


class _Reading:
    """Which headings were passed last. under: None where a piece belongs nowhere."""

    def __init__(self, problems: list[TextProblem]) -> None:
        self._problems = problems
        self._under: Under | None = Under.HEAD
        self._case: CaseCode | None = None
        self._part: Part | None = None
        self._kind: LineKind | None = None
        self._kept = ""
        self._is_lost = False

    def heading(self, node: SyntaxTreeNode) -> Placed | None:
        """Pass a heading; the title is a piece of its own."""
        words = words_of(node).strip()
        if node.tag == "h1":
            return Placed(node, Under.KEPT, heading=TITLE)
        self._under, self._kind, self._kept, self._is_lost = None, None, "", False
        if node.tag == "h2":
            self._major(words, row_of(node))
        else:
            self._minor(words, row_of(node))
        return None

    def _major(self, words: str, row: int) -> None:
        self._part, self._case = None, None
        self._kept = next((one for one in _KEPT if same(words, one)), "")
        self._under = Under.KEPT if self._kept else next((_READ[one] for one in _READ if same(words, one)), None)
        if self._under is not None:
            return
        found = _case_or_whole(words)
        if found is None:
            self._unknown(words, row, (CASE.format(code="C-0000"), WHOLE, CLOSED_CASE.format(code="C-0000")))
        else:
            self._case, self._part = found

    def _minor(self, words: str, row: int) -> None:
        self._kept = next((one for one in _KEPT_OF_A_CASE if same(words, one)), "")
        self._kind = next((one.kind for one in SECTIONS if same(words, one.heading)), None)
        if self._kept:
            self._under = Under.KEPT
        elif self._kind is None:
            self._unknown(words, row, (one.heading for one in SECTIONS))
        elif self._part is None:
            message = _("“{heading}” stands under no case. Write “## {case}” above it.")
            self._lost(row, message.format(heading=words, case=CASE.format(code="C-0000")))
        else:
            self._under = Under.LINES

    def _unknown(self, words: str, row: int, known: Iterable[str]) -> None:
        message = _("nobody knows the heading “{heading}”. Known here: {known}.")
        self._lost(row, message.format(heading=words, known=", ".join(known)))

    def _lost(self, row: int, what: str) -> None:
        self._is_lost = True
        self._problems.append(TextProblem(row, what))

    def piece(self, node: SyntaxTreeNode) -> Placed | None:
        """Return a piece with what it belongs to; None where it belongs nowhere, which is told once for a heading."""
        match self._under:
            case Under.HEAD if node.type == "paragraph":
                return Placed(node, Under.KEPT, heading=STATE)
            case Under.KEPT:
                return Placed(node, Under.KEPT, heading=self._kept, case=self._case)
            case Under.LINES if self._kind is not None and self._part is not None:
                return Placed(node, Under.LINES, Place(self._case, self._part, self._kind))
            case None:
                self._nowhere(node)
                return None
            case under:
                return Placed(node, under)

    def _nowhere(self, node: SyntaxTreeNode) -> None:
        says_nothing = node.type == "paragraph" and (is_blank(node) or same(words_of(node), NOTHING_RECORDED))
        if self._is_lost or says_nothing or node.type == "hr":
            return
        message = _("nothing says what this is. Write “### {heading}”, or another heading, above it.")
        self._lost(row_of(node), message.format(heading=SECTIONS[2].heading))


def _case_or_whole(words: str) -> tuple[CaseCode | None, Part] | None:
    for heading, part in ((WHOLE, Part.OPEN), (CLOSED_WHOLE, Part.CLOSED)):
        if same(words, heading):
            return None, part
    for template, part in ((CASE, Part.OPEN), (CLOSED_CASE, Part.CLOSED)):
        before, after = template.split("{code}")
        if found := re.fullmatch(re.escape(before) + r"(\S.*)" + re.escape(after), words, re.IGNORECASE):
            return CaseCode(found[1].upper()), part
    return None
