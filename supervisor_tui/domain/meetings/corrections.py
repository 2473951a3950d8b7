"""Minutes as the chair approved them, and the numbered log of what was corrected afterwards."""

from collections.abc import Iterable

from supervisor_tui.domain.meetings.minutes import MinutesLine, lines_that_stand

__all__ = ["as_approved", "corrections", "version"]


def as_approved(lines: Iterable[MinutesLine]) -> tuple[MinutesLine, ...]:
    """Return the lines that stood when the chair approved the minutes; until then, those that stand."""
    return lines_that_stand(tuple(line for line in lines if not line.correction))


def corrections(lines: Iterable[MinutesLine]) -> tuple[MinutesLine, ...]:
    """Return the corrections after the approval, the first first."""
    return tuple(sorted((line for line in lines if line.correction), key=lambda line: (line.correction, line.id)))


def version(lines: Iterable[MinutesLine]) -> int:
    """Return how often approved minutes were corrected; a copy that was sent says which version it held."""
    return max((line.correction for line in lines), default=0)
