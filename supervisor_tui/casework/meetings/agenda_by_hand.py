"""The agenda put right by hand: points moved, timed, added and struck; and that it is ready.

The cases are taken in the order in which the agenda names them.
"""

from collections.abc import Sequence

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.agenda_undo import AgendaChange, changes_of, forget_last, remember
from supervisor_tui.casework.meetings.holding import ApprovedAlreadyError, changed
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.agenda import cases_in_order, moved, with_joining
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.status import worker
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

__all__ = [
    "AgendaProblemError",
    "agenda_kept",
    "agenda_ready",
    "change_taken_back",
    "point_added",
    "point_moved",
    "point_struck",
    "point_timed",
]

MOST_MINUTES = 24 * 60


class AgendaProblemError(ValueError):
    """The agenda cannot be put right in this way; the sentence says why."""


def point_moved(desk: Desk, before: Revised[Meeting], at: int, to: int) -> Revised[Meeting]:
    """Move a point to another place, from 1; beyond its caseworker's points these go with it.

    Raises AgendaProblemError for a place that the agenda does not have, as all of these do.
    """
    _line(before.value, at)
    _line(before.value, to)
    return agenda_kept(desk, before, moved(before.value.agenda, at - 1, to - 1))


def point_timed(desk: Desk, before: Revised[Meeting], at: int, minutes: int | None) -> Revised[Meeting]:
    """Say how many minutes a point may take; None takes that back."""
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        raise AgendaProblemError(_("Say how many minutes: from 1 to {most}.").format(most=MOST_MINUTES))
    timed = msgspec.structs.replace(_line(before.value, at), minutes=minutes)
    lines = before.value.agenda
    return agenda_kept(desk, before, (*lines[: at - 1], timed, *lines[at:]))


def point_added(desk: Desk, before: Revised[Meeting], text: str, case: CaseCode | None = None) -> Revised[Meeting]:
    """Add a point: of a case behind the points of its caseworker, of the whole meeting at the end."""
    meeting = before.value
    if not text.strip():
        raise AgendaProblemError(_("Say what the point is about."))
    if case is not None and case not in meeting.cases:
        words = _("{code} does not stand on the agenda of {number}.")
        raise AgendaProblemError(words.format(code=case, number=meeting.id))
    is_of_the_team = case is not None and meeting.kind is MeetingKind.MANAGEMENT
    by = worker(desk.case(case)) if case is not None and is_of_the_team else None
    line = AgendaLine(text=text.strip(), case=case, by=by)
    lines = with_joining(meeting.agenda, (line,)) if case is not None else (*meeting.agenda, line)
    return agenda_kept(desk, before, lines)


def point_struck(desk: Desk, before: Revised[Meeting], at: int) -> Revised[Meeting]:
    """Take a point off the agenda; its case stays with the meeting."""
    _line(before.value, at)
    lines = before.value.agenda
    return agenda_kept(desk, before, (*lines[: at - 1], *lines[at:]))


def agenda_ready(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that the agenda is ready since today; said once more, it is taken back."""
    day = None if before.value.agenda_on else desk.clock().date()
    _still_open(before.value)
    return changed(desk, before, msgspec.structs.replace(before.value, agenda_on=day))


def agenda_kept(desk: Desk, before: Revised[Meeting], lines: Sequence[AgendaLine]) -> Revised[Meeting]:
    """Save the agenda, and the cases in its order; `change_taken_back` brings back what was there before.

    Raises Conflict where somebody else changed the meeting.
    """
    with desk.store.transaction():
        saved = _saved(desk, before, lines)
        remember(desk, before.value.id, AgendaChange(before.value.agenda, saved.value.agenda))
    return saved


def change_taken_back(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Take back the last change that this person made to the agenda by hand, as long as it stands as they left it.

    Raises AgendaProblemError where there is none, or where the agenda was changed since.
    """
    changes = changes_of(desk, before.value.id)
    if not changes:
        raise AgendaProblemError(_("There is no change of yours to take back here."))
    if changes[-1].after != before.value.agenda:
        raise AgendaProblemError(
            _("The agenda was changed since your last change, so that one stays. Mend it by hand.")
        )
    with desk.store.transaction():
        saved = _saved(desk, before, changes[-1].before)
        forget_last(desk, before.value.id)
    return saved


def _saved(desk: Desk, before: Revised[Meeting], lines: Sequence[AgendaLine]) -> Revised[Meeting]:
    _still_open(before.value)
    cases = cases_in_order(before.value.cases, lines)
    return changed(desk, before, msgspec.structs.replace(before.value, agenda=tuple(lines), cases=cases))


def _still_open(meeting: Meeting) -> None:
    if meeting.approved_at is not None:
        raise ApprovedAlreadyError(
            _("The minutes of {number} are approved, so its agenda stays.").format(number=meeting.id)
        )


def _line(meeting: Meeting, place: int) -> AgendaLine:
    if not 0 < place <= len(meeting.agenda):
        words = _("The agenda of {number} has no point {place}; it has {n}.")
        raise AgendaProblemError(words.format(number=meeting.id, place=place, n=len(meeting.agenda)))
    return meeting.agenda[place - 1]
