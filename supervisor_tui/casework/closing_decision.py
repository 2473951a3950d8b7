"""The meeting that a closing names has to have decided it: its minutes say so, or the closing does not rest on it."""

from collections.abc import Iterable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, lines_that_stand
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["findings_on_closing_decision"]


def findings_on_closing_decision(desk: Desk, code: CaseCode, body: RecordBody) -> Iterable[Finding]:
    """Refuse a closing that names a meeting whose minutes did not decide it; of a meeting that is not here, warn."""
    if not isinstance(body, Closure) or body.meeting is None:
        return
    if desk.store.meetings.get(body.meeting) is None:
        words = _("There is no meeting {meeting} here, so nobody can read that it decided to close {case}.")
        yield Finding(Severity.WARN, words.format(meeting=body.meeting, case=code), "meeting")
    elif not any(_closes(line, code) for line in lines_that_stand(desk.store.minutes.of(body.meeting))):
        words = _(
            "The minutes of {meeting} hold no decision that {case} is to be closed. "
            "Write that decision there, name the meeting that took it, or leave the meeting blank."
        )
        yield Finding(Severity.REFUSE, words.format(meeting=body.meeting, case=code), "meeting")


def _closes(line: MinutesLine, code: CaseCode) -> bool:
    return line.kind is LineKind.DECISION and line.case == code and line.outcome is CaseOutcome.CLOSE
