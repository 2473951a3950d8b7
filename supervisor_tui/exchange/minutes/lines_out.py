"""Lines of minutes under their headings, as Markdown."""

from collections.abc import Callable, Iterable

from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import CHILD_IS_TOLD, LineKind, MinutesLine
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.minutes.attributes import ATTRIBUTES, NO_DECISION, Around
from supervisor_tui.exchange.minutes.headings import SECTIONS, Section, blank, no_words
from supervisor_tui.exchange.paper.typed_text import text_as_markdown

__all__ = ["Naming", "lines_under_headings"]

Naming = Callable[[str], str]
"""Turns a code into Markdown, with the name behind it where the paper holds names."""


_ASKED_FOR = {
    LineKind.DECISION: ("reason",),
    LineKind.ACTION: ("owner", "due_on"),
    LineKind.OPTION: ("effects_for", "effects_against"),
    LineKind.DISSENT: ("owner", "reason"),
    LineKind.CORE_GROUP: ("owner",),
}
"""What minutes must say about a line, so that its lack is seen."""


def lines_under_headings(
    kind: MeetingKind, lines: Iterable[MinutesLine], around: Around, naming: Naming, *, bare: bool = False
) -> list[str]:
    """Return the lines of one case, or of the meeting as a whole, heading by heading.

    bare: without the headings under which nothing stands, for parts that need not ask.
    """
    mine = list(lines)
    parts: list[str] = []
    for section in SECTIONS:
        said = [line for line in mine if line.kind is section.kind]
        if said:
            parts += [f"### {section.heading}", _listed(section, said, around, naming)]
        elif section.stands_empty(kind) and not bare:
            parts += [f"### {section.heading}", blank()]
    return parts


def _listed(section: Section, lines: list[MinutesLine], around: Around, naming: Naming) -> str:
    first = around.decisions.get(lines[0].id, 1) if section.kind is LineKind.DECISION else 1
    return "\n".join(
        _item(f"{first + place}." if section.numbered else "-", line, around, naming)
        for place, line in enumerate(lines)
    )


def _item(mark: str, line: MinutesLine, around: Around, naming: Naming) -> str:
    indent = " " * (len(mark) + 1)
    lacking = no_words() if line.kind is LineKind.NO_CHANGE else blank()
    below = [f"{indent}- {label}: {words}" for label, words in _said_beside(line, around, naming)]
    return "\n".join((f"{mark} {text_as_markdown(line.text) or lacking}", *below))


def _said_beside(line: MinutesLine, around: Around, naming: Naming) -> Iterable[tuple[str, str]]:
    for attribute in ATTRIBUTES:
        words = attribute.words(getattr(line, attribute.field), around)
        if attribute.field == "carries_out" and not words and _is_missed(line, around):
            words = NO_DECISION
        if not shown(words).strip():
            if attribute.field in _ASKED_FOR.get(line.kind, ()):
                yield attribute.label, blank()
            continue
        yield attribute.label, naming(words) if attribute.field == "owner" else text_as_markdown(words)


def _is_missed(line: MinutesLine, around: Around) -> bool:
    """Say whether an action would be taken to carry out the last decision, if nothing were said."""
    return around.is_whole and bool(around.decisions) and line.kind is LineKind.ACTION and line.need != CHILD_IS_TOLD
