"""What falls due about meetings: the team's next one, minutes to approve, decisions to send round."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.meeting_file import diaries
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import Programme
from supervisor_tui.store.rows import CaseSummary

__all__ = ["MeetingDue", "meetings_due"]

AHEAD = timedelta(days=7)
_OPEN = (DueState.OVERDUE, DueState.DUE, DueState.UNKNOWN, DueState.UPCOMING)


class MeetingDue(msgspec.Struct, frozen=True):
    """One duty about the meetings of one programme, with the set that asks for it and its state on the day."""

    programme: Programme
    set: SetId
    item: DueItem
    state: DueState
    late_days: int

    @property
    def is_late(self) -> bool:
        """Whether what is demanded is late; advice is never counted as late."""
        return self.state is DueState.OVERDUE and not self.item.advisory


def meetings_due(
    desk: Desk, until: date | None = None, *, summaries: Iterable[CaseSummary] | None = None
) -> tuple[MeetingDue, ...]:
    """Return what is late, due or due by `until` (default a week ahead) about the team's meetings, the worst first.

    A duty that two rules ask for alike stands once. summaries: those of the cases looked
    after, where they were read already.
    """
    as_of = desk.as_of
    last = until or as_of + AHEAD
    found: dict[tuple[str, str, object], MeetingDue] = {}
    for diary in diaries(desk, summaries):
        for asked in desk.host.meetings.due(diary, as_of):
            for item in asked.items:
                state = due_state(item, as_of)
                if state not in _OPEN or _lies_after(item, last):
                    continue
                line = MeetingDue(diary.programme, asked.set, item, state, days_late(item, as_of))
                found.setdefault((diary.programme.id, item.title, item.due), line)
    return tuple(sorted(found.values(), key=_urgency))


def _lies_after(item: DueItem, last: date) -> bool:
    return item.due is not None and day_of(item.due) > last


def _urgency(line: MeetingDue) -> tuple[bool, int, date, str]:
    due = day_of(line.item.due) if line.item.due else date.max
    return (line.item.advisory, _OPEN.index(line.state), due, line.item.slot)
