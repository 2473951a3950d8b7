"""Putting a duty off: with a reason, and at high risk no longer than until the team meets next. It stays counted."""

from datetime import date, timedelta

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.responsibility import Postponement
from supervisor_tui.domain.risk import risk
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.store.rows import DueRow
from supervisor_tui.wording import _

WITHOUT_A_MEETING = timedelta(days=7)
"""How long a duty at high risk can be put off where no meeting is planned: the usual distance of two. Ours."""


def latest_day(desk: Desk, row: DueRow) -> date | None:
    """Return the last day to which a duty can be put off, or None where nothing limits it but its reason."""
    level = risk(desk.case(row.case))
    if level is None or level.guidance is not GuidanceRisk.HIGH:
        return None
    today = desk.clock().date()
    ahead = [
        meeting.starts.date()
        for meeting in desk.store.meetings.all()
        if meeting.kind is MeetingKind.MANAGEMENT
        and meeting.state is not MeetingState.CLOSED
        and meeting.starts.date() > today
    ]
    return min(ahead, default=today + WITHOUT_A_MEETING)


def postpone(desk: Desk, row: DueRow, until: date, reason: str) -> None:
    """Write down that a duty is put off.

    Raises RefusedError for a day that has come, a blank reason, or at high risk a day after the next meeting.
    """
    today = desk.clock().date()
    latest = latest_day(desk, row)
    if until <= today:
        raise _refused(_("A day ahead is needed."), "until")
    if latest is not None and until > latest:
        words = _("The risk is high: it can be put off until {day} at most, when the team looks at it again.")
        raise _refused(words.format(day=latest.isoformat()), "until")
    if not reason.strip():
        raise _refused(_("A reason is needed: whoever reads it next asks why."), "reason")
    body = Postponement(rule=row.rule, slot=row.slot, until=until, reason=reason.strip())
    save(desk, row.case, (Draft(body, today),))


def _refused(message: str, field: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message, field),))
