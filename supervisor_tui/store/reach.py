"""What a facilitator from outside reaches of a store: their own conferences, and the cases those are about.

Whoever opens a file has its key; this keeps every list, command and screen to what somebody is asked to facilitate, and
is no wall against a program of their own that reads the file itself.
"""

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta

from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.store.audit import AuditLog
from supervisor_tui.store.problems import OutOfReach
from supervisor_tui.store.revised import RevisedDocuments

__all__ = ["AFTERWARDS", "Reach"]

AFTERWARDS = timedelta(days=28)
"""How long after the chair approved the minutes a conference is still theirs: to send copies, and to correct; ours."""


class Reach:
    """The conferences in which somebody takes part, read again once anything was written or a day has passed.

    A conference that they were asked to leave is theirs no longer, nor one whose minutes were approved long ago.
    """

    def __init__(
        self,
        person: PersonCode,
        meetings: RevisedDocuments[Meeting],
        audit: AuditLog,
        clock: Callable[[], datetime],
    ) -> None:
        self.person = person
        self._clock = clock
        self._meetings = meetings
        self._audit = audit
        self._read_at = (-1, date.min)
        self._conferences: dict[MeetingId, Meeting] = {}

    @property
    def conferences(self) -> dict[MeetingId, Meeting]:
        """Their conferences by number."""
        now = (self._audit.head().number, self._clock().date())
        if now != self._read_at:
            self._conferences = {one.id: one for one in self._meetings.all() if self._is_theirs(one, now[1])}
            self._read_at = now
        return self._conferences

    @property
    def cases(self) -> frozenset[CaseCode]:
        """The cases that their conferences are about."""
        return frozenset(code for one in self.conferences.values() for code in one.cases)

    def ask_case(self, code: CaseCode) -> None:
        """Raise OutOfReach where a case is in none of their conferences."""
        if code not in self.cases:
            raise OutOfReach(code)

    def ask_meeting(self, number: MeetingId, cases: Collection[CaseCode] = ()) -> None:
        """Raise OutOfReach where a meeting is none of their conferences, or is not about all of these cases."""
        found = self.conferences.get(number)
        if found is None:
            raise OutOfReach(number)
        for code in cases:
            if code not in found.cases:
                raise OutOfReach(code)

    def is_of_another(self, number: MeetingId) -> bool:
        """Say whether a meeting of that number was called and is none of their conferences."""
        return number not in self.conferences and self._meetings.get(number) is not None

    def _is_theirs(self, one: Meeting, today: date) -> bool:
        goes_on = one.approved_at is None or today <= one.approved_at.date() + AFTERWARDS
        return (
            goes_on
            and one.kind is MeetingKind.CONFERENCE
            and any(
                each.label == self.person and each.attendance is not Attendance.EXCLUDED for each in one.participants
            )
        )
