"""What would settle an open answer about a meeting: a field of the meeting or of its people, or a line of minutes."""

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind

__all__ = ["LINE", "MEETING", "PARTICIPANT", "missing_in_meeting", "missing_line", "missing_of_people"]

MEETING, PARTICIPANT, LINE = "meeting", "participant", "line"
"""What stands in place of a kind of record in `Missing.record`, for a meeting is no record of a case."""


def missing_in_meeting(field: str) -> Missing:
    """Return that a field of the meeting settles it."""
    return Missing(record=MEETING, field=field)


def missing_of_people(field: str) -> Missing:
    """Return that a field of one of the participants settles it."""
    return Missing(record=PARTICIPANT, field=field)


def missing_line(kind: LineKind, case: CaseCode | None = None) -> Missing:
    """Return that a line of minutes of this kind settles it, about a case or about the meeting as a whole."""
    return Missing(record=LINE, field=kind.value, case=case)
