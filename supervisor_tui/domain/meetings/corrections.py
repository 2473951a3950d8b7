"""Minutes as the chair approved them, and the numbered log of what was corrected afterwards."""

from collections.abc import Iterable, Mapping

from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, WhatWasSaid, lines_that_stand

__all__ = ["as_approved", "correctable", "corrections", "differing", "version", "what_was_approved"]

_OF_KIND: Mapping[LineKind, tuple[str, ...]] = {
    LineKind.CHILD_VIEW: ("view", "reason", "on"),
    LineKind.CAREGIVER_VIEW: ("view", "reason", "on"),
    LineKind.OPTION: ("effects_for", "effects_against", "best_interests"),
    LineKind.DECISION: ("reason", "outcome", "best_interests"),
    LineKind.ACTION: ("owner", "due_on", "need"),
    LineKind.DISSENT: ("owner", "reason"),
    LineKind.RISK: ("reason",),
    LineKind.FOLLOW_UP: ("owner",),
    LineKind.REASSESS: ("due_on", "reason"),
    LineKind.PLAN_CHANGE: ("reason",),
    LineKind.CORE_GROUP: ("owner",),
    LineKind.NEXT_DATE: ("on",),
    LineKind.PUT_OFF: ("reason",),
}
_BESIDE = tuple(name for name in WhatWasSaid.__struct_fields__ if name not in {"kind", "case", "audience", "text"})


def as_approved(lines: Iterable[MinutesLine]) -> tuple[MinutesLine, ...]:
    """Return the lines that stood when the chair approved the minutes."""
    return lines_that_stand(tuple(line for line in lines if not line.correction))


def corrections(lines: Iterable[MinutesLine]) -> tuple[MinutesLine, ...]:
    """Return the corrections after the approval, the first first."""
    return tuple(sorted((line for line in lines if line.correction), key=lambda line: (line.correction, line.id)))


def version(lines: Iterable[MinutesLine]) -> int:
    """Return how often approved minutes were corrected; a copy that was sent says which version it held."""
    return max((line.correction for line in lines), default=0)


def correctable(line: WhatWasSaid) -> tuple[str, ...]:
    """Return the fields of a line that can be corrected: its words, what its kind has, and what else stands in it.

    What belongs to no such kind of line stands there by mistake, and must be possible to take out.
    """
    own = _OF_KIND.get(line.kind, ())
    stray = (name for name in _BESIDE if name not in own and getattr(line, name))
    return ("text", *own, *stray)


def differing(was: WhatWasSaid, reads: WhatWasSaid) -> tuple[str, ...]:
    """Return the fields in which a correction differs from the line that it corrects."""
    return tuple(name for name in ("text", *_BESIDE) if getattr(was, name) != getattr(reads, name))


def what_was_approved(line: MinutesLine, lines: Iterable[MinutesLine]) -> tuple[MinutesLine, ...]:
    """Return a line and all that it corrects, one after the other, the approved line first."""
    by_id: dict[RecordId, MinutesLine] = {one.id: one for one in lines}
    found = [line]
    while found[0].correction and found[0].amends in by_id:
        found.insert(0, by_id[found[0].amends])
    return tuple(found)
