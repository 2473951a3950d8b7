"""What a family sees of the meeting about their child: agenda, strengths, options, what was agreed; nothing else."""

from collections.abc import Iterable, Set

from supervisor_tui.domain.meetings.family import may_be_shown_to_family
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.tui.meetings.front import Front
from supervisor_tui.tui.meetings.page_lines import PageGroup, PageLine
from supervisor_tui.wording import _

__all__ = ["family_groups", "lines_for_family"]

AGREED = frozenset({LineKind.DECISION, LineKind.ACTION, LineKind.NEXT_DATE})


def family_groups(front: Front) -> tuple[PageGroup, ...]:
    """Return the page: no risk, no finding, no code, no other child, no view that is not theirs to hear."""
    shown = lines_for_family(front)
    return (
        _agenda(front),
        _group("strengths", _("STRENGTHS"), shown, {LineKind.STRENGTH}),
        _group("options", _("OPTIONS"), shown, {LineKind.OPTION}),
        _group("agreed", _("WHAT WE AGREE"), shown, AGREED),
    )


def lines_for_family(front: Front) -> list[MinutesLine]:
    """Return the lines of minutes that stand on the page before the family, whether or not they heard them."""
    kinds = {LineKind.STRENGTH, LineKind.OPTION, *AGREED}
    return [
        line for line in front.lines if line.case == front.case and line.kind in kinds and may_be_shown_to_family(line)
    ]


def _agenda(front: Front) -> PageGroup:
    """Return the points typed by hand or usual for a conference; those of a set say what it found."""
    points = [
        PageLine(f"agenda/{place}", "", line.text)
        for place, line in enumerate(front.meeting.agenda)
        if not line.rule and line.case in {front.case, None}
    ]
    return PageGroup("agenda", _("AGENDA"), points, count=len(points))


def _group(key: str, title: str, lines: Iterable[MinutesLine], kinds: Set[LineKind]) -> PageGroup:
    rows = [
        PageLine(line.id, line.kind.label, line.text, _weighed(line), line=line) for line in lines if line.kind in kinds
    ]
    return PageGroup(key, title, rows, count=len(rows))


def _weighed(line: MinutesLine) -> str:
    """Return what speaks for an option and against it, and until when an action is done."""
    day = line.due_on or line.on
    parts = (
        _("for: {words}").format(words=line.effects_for) if line.effects_for else "",
        _("against: {words}").format(words=line.effects_against) if line.effects_against else "",
        day.isoformat() if day else "",
    )
    return " · ".join(part for part in parts if part)
