"""The minutes of a meeting as a Markdown text that can be printed, sent, kept, and read back.

The headings are those that conference minutes of several countries share. People and cases stand under their codes; a
name appears only if the caller hands over a table of names, knowing where the paper goes. What was typed is text and
never markup. What was said while the family was out stands on pages of its own.
"""

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import MinutesLine, Part
from supervisor_tui.exchange.minutes.agenda_points import agenda
from supervisor_tui.exchange.minutes.attributes import Around
from supervisor_tui.exchange.minutes.head import facts, participants
from supervisor_tui.exchange.minutes.headings import (
    CASE,
    CLOSED_CASE,
    CLOSED_WHOLE,
    FACTS,
    NO_CHANGE,
    NOTHING_RECORDED,
    SO_FAR,
    WHOLE,
)
from supervisor_tui.exchange.minutes.lines_out import Naming, lines_under_headings
from supervisor_tui.exchange.minutes.minutes_text import CaseBefore, MinutesText
from supervisor_tui.exchange.minutes.on_paper import (
    cases_spoken_of,
    decision_numbers,
    in_order,
    unchanged_cases,
    usual_hearers,
)
from supervisor_tui.exchange.minutes.tail import end
from supervisor_tui.exchange.paper.typed_text import NEXT_PAGE, text_as_markdown

__all__ = ["minutes_as_markdown"]


def minutes_as_markdown(text: MinutesText) -> str:
    """Return the minutes in Markdown."""

    def naming(code: str) -> str:
        return text_as_markdown(text.called(code))

    parts = [
        *facts(text, naming),
        *participants(text.meeting, naming, for_family=text.for_family),
        *agenda(text.meeting, naming),
        *_open_part(text, naming),
        *_closed_part(text, naming),
        *end(text, naming),
    ]
    return "\n\n".join(parts) + "\n"


def _open_part(text: MinutesText, naming: Naming) -> list[str]:
    """Return what was said case by case; in a copy only that, for what it lacks may be recorded and not for them."""
    unchanged = unchanged_cases(text.meeting, text.lines)
    parts: list[str] = []
    for code in cases_spoken_of(text.meeting, text.lines):
        said = _said(text, code, Part.OPEN, naming)
        if code in unchanged or (text.copy_for and not said):
            continue
        known = _known_before(text.before.get(code))
        parts += ["## " + CASE.format(code=naming(code)), *known, *(said or [NOTHING_RECORDED])]
    if unchanged:
        parts += ["## " + NO_CHANGE, ", ".join(map(naming, unchanged))]
    whole = _said(text, None, Part.OPEN, naming)
    return parts + (["## " + WHOLE, *whole] if whole else [])


def _closed_part(text: MinutesText, naming: Naming) -> list[str]:
    parts: list[str] = []
    for code in (*cases_spoken_of(text.meeting, text.lines), None):
        said = _said(text, code, Part.CLOSED, naming)
        if said:
            heading = CLOSED_CASE.format(code=naming(code)) if code is not None else CLOSED_WHOLE
            parts += ["## " + heading, *said]
    return [NEXT_PAGE, *parts, NEXT_PAGE] if parts else []


def _said(text: MinutesText, code: CaseCode | None, part: Part, naming: Naming) -> list[str]:
    lines = in_order(text.meeting, text.lines)
    around = Around(usual_hearers(text.meeting, text.lines), decision_numbers(lines, code), is_whole=not text.copy_for)
    mine: list[MinutesLine] = [line for line in lines if (line.case, line.part) == (code, part)]
    bare = part is Part.CLOSED or code is None or bool(text.copy_for)
    return lines_under_headings(text.meeting.kind, mine, around, naming, bare=bare)


def _known_before(before: CaseBefore | None) -> list[str]:
    if before is None:
        return []
    parts: list[str] = []
    if before.facts:
        known = (f"- **{word}:** {text_as_markdown(value)}" for word, value in before.facts)
        parts += ["### " + FACTS, "\n".join(known)]
    if before.so_far:
        parts += ["### " + SO_FAR, "\n".join(f"- {text_as_markdown(one)}" for one in before.so_far)]
    return parts
