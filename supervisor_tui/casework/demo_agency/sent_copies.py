"""Copies of minutes that the demo agency sent: decisions the day after, the whole once the chair approved it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from supervisor_tui.casework.demo_agency.conferences import FACILITATOR
from supervisor_tui.domain.ids import CopyId
from supervisor_tui.domain.meetings.copies import KEEP_THE_MINUTES, CopyKind, SentCopy
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance

NEXT_DAY = timedelta(days=1)


def copies_sent(meetings: Iterable[Meeting]) -> Iterator[SentCopy]:
    """Return what was sent of each conference whose minutes the chair approved: to everybody who took part."""
    for meeting in meetings:
        if meeting.approved_at is None:
            continue
        for one in meeting.participants:
            if one.role not in KEEP_THE_MINUTES and one.attendance is Attendance.PRESENT:
                days = {CopyKind.DECISIONS: meeting.day + NEXT_DAY, CopyKind.FULL: meeting.approved_at.date()}
                for kind, day in days.items():
                    yield SentCopy(
                        id=CopyId(f"{meeting.id}/{one.id}/{kind.value}"),
                        meeting=meeting.id,
                        to=one.id,
                        kind=kind,
                        sent_on=day,
                        by=FACILITATOR,
                        agency=one.agency,
                    )
