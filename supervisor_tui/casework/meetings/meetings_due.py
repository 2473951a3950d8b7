"""What falls due about meetings: invitations, agenda, minutes to approve, decisions to send round, the next one."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.approving import waits_for_approval_of
from supervisor_tui.casework.meetings.diaries import diaries, diaries_elsewhere
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state
from supervisor_tui.domain.ids import CaseCode, MeetingId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingPart
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary
from supervisor_tui.domain.meetings.reminders import APPROVED, subject
from supervisor_tui.domain.programme import Programme
from supervisor_tui.guidance.own_reminders import OWN
from supervisor_tui.store.rows import CaseSummary

__all__ = ["MeetingDue", "meetings_due", "time_allowed"]

AHEAD = timedelta(days=7)
_OPEN = (DueState.OVERDUE, DueState.DUE, DueState.UNKNOWN, DueState.UPCOMING)


class MeetingDue(msgspec.Struct, frozen=True):
    """One duty about the meetings of one programme, with the set that asks for it and its state on the day.

    cases: those of the meeting that it is about. for_me: whether it waits for the person at the desk alone.
    """

    programme: Programme
    set: SetId
    item: DueItem
    state: DueState
    late_days: int
    cases: tuple[CaseCode, ...] = ()
    for_me: bool = False

    @property
    def is_late(self) -> bool:
        """Whether what is demanded is late; advice is never counted as late."""
        return self.state is DueState.OVERDUE and not self.item.advisory


def meetings_due(
    desk: Desk, until: date | None = None, *, summaries: Iterable[CaseSummary] | None = None
) -> tuple[MeetingDue, ...]:
    """Return what is late, due or due by `until` (default a week ahead) about the team's meetings.

    What waits for the person at the desk comes first, then the worst. A duty that two rules ask for alike stands once.
    summaries: those of the cases looked after, where they were read already.
    """
    mine = desk.looked_after() if summaries is None else tuple(summaries)
    last = until or desk.as_of + AHEAD
    found: dict[tuple[str, str, object], MeetingDue] = {}
    for line in (*_of_my_team(desk, mine), *_of_others(desk, mine)):
        if line.state in _OPEN and not _lies_after(line.item, last) and not _is_somebody_elses(line):
            item = line.item
            key = (item.meeting, item.slot) if item.meeting else (line.programme.id, item.title)
            found.setdefault((*key, item.due), line)
    return tuple(sorted(found.values(), key=_urgency))


def time_allowed(desk: Desk, number: MeetingId) -> tuple[MeetingDue, ...]:
    """Return by when the minutes of a meeting are approved, sent and corrected, done or not, in the sets' own order."""
    mine = desk.looked_after()
    found = (line for line in (*_of_my_team(desk, mine), *_of_others(desk, mine)) if line.item.meeting == number)
    asked = (line for line in found if line.item.part is MeetingPart.MINUTES and line.set != OWN)
    return tuple({(line.set, line.item.slot): line for line in asked}.values())


def _of_my_team(desk: Desk, mine: Iterable[CaseSummary]) -> Iterator[MeetingDue]:
    for diary in diaries(desk, mine):
        yield from _asked(desk, diary)


def _of_others(desk: Desk, mine: Iterable[CaseSummary]) -> Iterator[MeetingDue]:
    """Give what is asked about conferences on other teams' cases in which the person at the desk has a part."""
    for diary in diaries_elsewhere(desk, mine):
        yield from (line for line in _asked(desk, diary) if line.item.meeting is not None)


def _asked(desk: Desk, diary: MeetingDiary) -> Iterator[MeetingDue]:
    meetings: dict[str, Meeting] = {one.meeting.id: one.meeting for one in diary.meetings}
    for asked in desk.host.meetings.due(diary, desk.as_of):
        for item in asked.items:
            meeting = meetings.get(item.meeting or "")
            yield MeetingDue(
                diary.programme,
                asked.set,
                item,
                due_state(item, desk.as_of),
                days_late(item, desk.as_of),
                meeting.cases if meeting else (),
                meeting is not None and subject(item) == APPROVED and waits_for_approval_of(desk, meeting),
            )


def _lies_after(item: DueItem, last: date) -> bool:
    return item.due is not None and day_of(item.due) > last


def _is_somebody_elses(line: MeetingDue) -> bool:
    """Say whether it is an approval that somebody else gives and for which no day is set."""
    return subject(line.item) == APPROVED and line.item.due is None and line.item.missing is None and not line.for_me


def _urgency(line: MeetingDue) -> tuple[bool, bool, int, date, str]:
    due = day_of(line.item.due) if line.item.due else date.max
    return (not line.for_me, line.item.advisory, _OPEN.index(line.state), due, line.item.slot)
