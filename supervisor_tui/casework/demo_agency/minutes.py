"""Minutes of the demo's meetings: each line with its typist, and the record that it made in the case file."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.casework.demo_agency.words import Reasoned
from supervisor_tui.domain.ids import MeetingId, RecordId
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import heard_now
from supervisor_tui.domain.records.note import MeetingDecision, Readiness
from supervisor_tui.domain.records.plan import ActionAdded, ActionOutcome, ActionStatus

MINUTES_BETWEEN_LINES = 4
DONE_SHARE = 0.9
"""Of the actions whose day has come, so many were done on it."""

DONE_LATE_DAYS = 19


def heard(lines: Iterable[MinutesLine], meetings: Iterable[Meeting]) -> Iterator[MinutesLine]:
    """Give each line with who was in the room: everybody who came, for nobody in the demo steps out."""
    there = {meeting.id: heard_now(meeting.participants) for meeting in meetings}
    return (msgspec.structs.replace(line, heard_by=there.get(line.meeting, ())) for line in lines)


class MinutesPen:
    """Writes what a meeting says of one case, a few minutes apart, in the hand of the supervisor."""

    def __init__(
        self,
        pen: CasePen,
        meeting: MeetingId,
        on: date,
        hour: int,
        *,
        kind: MeetingKind = MeetingKind.MANAGEMENT,
        purpose: ConferencePurpose | None = None,
    ) -> None:
        """Take the case's pen and the meeting that speaks of it."""
        self._pen = pen
        self._meeting = meeting
        self._kind = kind
        self._purpose = purpose
        self._on = on
        self._at = pen.moment(on, hour, 5)

    def say(self, kind: LineKind, text: str) -> None:
        """Write a line that leaves no record."""
        self._line(kind, text)

    def decide(self, decision: Reasoned) -> None:
        """Write a decision with its reason, here and in the case file."""
        body = MeetingDecision(
            meeting=self._meeting,
            text=decision.text,
            reason=decision.reason,
            kind=self._kind,
            purpose=self._purpose,
        )
        record = self._pen.write(body, self._on, by=self._pen.worker.supervisor)
        self._line(LineKind.DECISION, decision.text, reason=decision.reason, record=record)

    def ask(self, text: str, due_on: date) -> None:
        """Write an action for the caseworker, here and in the case plan; some are done weeks after their day."""
        owner = self._pen.worker.code
        body = ActionAdded(action=self._pen.number("B"), text=text, owner=owner, due_on=due_on, meeting=self._meeting)
        record = self._pen.write(body, self._on, by=self._pen.worker.supervisor)
        self._line(LineKind.ACTION, text, owner=owner, due_on=due_on, record=record)
        if due_on <= self._pen.today:
            done_on = due_on if self._pen.often(DONE_SHARE) else days_after(due_on, DONE_LATE_DAYS)
            self._pen.write(ActionOutcome(action=body.action, status=ActionStatus.DONE), done_on)

    def carried_out(self, text: str, done_on: date) -> None:
        """Write an action for the caseworker that was done soon after, here and in the case plan."""
        owner = self._pen.worker.code
        body = ActionAdded(action=self._pen.number("B"), text=text, owner=owner, due_on=done_on, meeting=self._meeting)
        record = self._pen.write(body, self._on, by=self._pen.worker.supervisor)
        self._line(LineKind.ACTION, text, owner=owner, due_on=done_on, record=record)
        if done_on <= self._pen.today:
            self._pen.write(ActionOutcome(action=body.action, status=ActionStatus.DONE), done_on)

    def is_ready(self, text: str) -> None:
        """Write a word on how ready the child is, here and in the case file."""
        body = Readiness(text=text, meeting=self._meeting)
        record = self._pen.write(body, self._on, by=self._pen.worker.supervisor)
        self._line(LineKind.READINESS, text, record=record)

    def _line(
        self,
        kind: LineKind,
        text: str,
        *,
        reason: str = "",
        owner: str = "",
        due_on: date | None = None,
        record: RecordId | None = None,
    ) -> None:
        self._pen.lines.append(
            MinutesLine(
                id=RecordId(self._pen.number("l")),
                meeting=self._meeting,
                kind=kind,
                text=text,
                by=self._pen.worker.supervisor,
                at=self._at,
                case=self._pen.code,
                reason=reason,
                owner=owner,
                due_on=due_on,
                record=record,
            )
        )
        self._at += timedelta(minutes=MINUTES_BETWEEN_LINES)
