"""The meeting that a closing names has to have decided it: its minutes say so, or the closing does not rest on it."""

from collections.abc import Iterable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, lines_that_stand
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _, ngettext

__all__ = ["deciding_meetings", "findings_on_closing_decision"]


def findings_on_closing_decision(desk: Desk, code: CaseCode, body: RecordBody) -> Iterable[Finding]:
    """Refuse a closing that names a meeting whose minutes did not decide it.

    Of a meeting that is not here, and where none is named though one decided it, warn.
    """
    if not isinstance(body, Closure):
        return
    if body.meeting is None:
        yield from _not_named(deciding_meetings(desk, desk.case(code)), code)
    elif desk.store.meetings.get(body.meeting) is None:
        words = _("There is no meeting {meeting} here, so nobody can read that it decided to close {case}.")
        yield Finding(Severity.WARN, words.format(meeting=body.meeting, case=code), "meeting")
    elif not any(_closes(line, code) for line in lines_that_stand(desk.store.minutes.of(body.meeting))):
        words = _(
            "The minutes of {meeting} hold no decision that {case} is to be closed. "
            "Write that decision there, name the meeting that took it, or leave the meeting blank."
        )
        yield Finding(Severity.REFUSE, words.format(meeting=body.meeting, case=code), "meeting")


def deciding_meetings(desk: Desk, case: CaseFile) -> tuple[MeetingId, ...]:
    """Return the meetings of this stretch of work whose minutes decided that the case is to be closed, in order."""
    present = episode(case)
    lines = lines_that_stand(desk.store.minutes.of_case(case.code))
    since = present.opened_on if present is not None else None
    decided = (one for one in lines if _closes(one, case.code) and (since is None or one.at.date() >= since))
    return tuple(dict.fromkeys(one.meeting for one in decided))


def _not_named(decided: tuple[MeetingId, ...], code: CaseCode) -> Iterable[Finding]:
    if not decided:
        return
    words = ngettext(
        "The minutes of {meetings} decided that {case} is to be closed. Name it in “Decided in”.",
        "The minutes of {meetings} each decided that {case} is to be closed. Name one of them in “Decided in”.",
        len(decided),
    )
    yield Finding(Severity.WARN, words.format(meetings=", ".join(decided), case=code), "meeting")


def _closes(line: MinutesLine, code: CaseCode) -> bool:
    return line.kind is LineKind.DECISION and line.case == code and line.outcome is CaseOutcome.CLOSE
