"""The page of a meeting, group by group: the first line is the one to act on."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, Part
from supervisor_tui.tui.meetings.agenda_lines import agenda_group, proposed_groups
from supervisor_tui.tui.meetings.case_lines_in_front import last_time_group, now_group
from supervisor_tui.tui.meetings.family_lines import family_groups
from supervisor_tui.tui.meetings.front import Front
from supervisor_tui.tui.meetings.page_lines import PageGroup, PageLine, who_until, with_reason
from supervisor_tui.tui.meetings.room_lines import people_group
from supervisor_tui.wording import _

__all__ = ["groups", "minutes_group"]


def groups(desk: Desk, front: Front) -> tuple[PageGroup, ...]:
    """Return the page: last time and what became of it, now, the minutes of this time, agenda and participants.

    While the family is in the room, only what is theirs to see.
    """
    if front.has_family:
        return family_groups(front)
    return (
        *_of_the_case(desk, front),
        minutes_group(desk, front),
        *proposed_groups(front),
        agenda_group(desk, front),
        people_group(desk, front.meeting),
    )


def _of_the_case(desk: Desk, front: Front) -> tuple[PageGroup, ...]:
    if front.before is None or front.case is None:
        return ()
    return (last_time_group(desk, front.case, front.before), now_group(front))


def minutes_group(desk: Desk, front: Front) -> PageGroup:
    """Return the lines written so far about what is in front."""
    written = [_written(desk, line, front.case) for line in front.lines]
    return PageGroup("minutes", _("MINUTES"), written, count=len(written))


def _written(desk: Desk, line: MinutesLine, in_front: CaseCode | None) -> PageLine:
    words = with_reason(line.text, line.reason)
    if line.kind is LineKind.NO_CHANGE and not words:
        words = _("no change")
    who = who_until(desk, line.owner, line.due_on) if line.kind is LineKind.ACTION else ""
    typist = "" if line.by == desk.person.code else desk.short_name(line.by)
    about = line.case if line.case is not None and line.case != in_front else ""
    closed = _("closed part") if line.part is Part.CLOSED else ""
    note = "  ".join(part for part in (who, about, closed, typist, f"{line.at:%H:%M}") if part)
    return PageLine(line.id, line.kind.label, words, note, line=line)
