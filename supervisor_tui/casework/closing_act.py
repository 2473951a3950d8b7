"""What is written down with a closing or its approval: the checks as they stood, and why it was done all the same.

Guidance advises and a person closes. Where a set that decides here is not ready, the person says why; it is kept with
the results as they were seen, so that years later one can read on what it was decided.
"""

import msgspec

from supervisor_tui.casework.closing import closing_view, verdict_words
from supervisor_tui.casework.closing_report.seen_at_signing import checks_seen, sets_seen
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import Approval, Approved, Closure
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _


def findings_on_closing(desk: Desk, case: CaseFile, body: RecordBody) -> tuple[Finding, ...]:
    """Refuse a closing against guidance that decides here, unless it says why."""
    if not isinstance(body, Closure) or body.because.strip():
        return ()
    not_ready = [
        found
        for found in closing_view(desk, case).reviews
        if found.standing.standing is Standing.DECIDES and found.verdict is not Result.PASS
    ]
    message = _("{guidance} decides here and says: {answer}. Say why the case is closed all the same.")
    return tuple(
        Finding(
            Severity.REFUSE,
            message.format(guidance=found.set.title, answer=verdict_words(found)),
            "because",
            set=found.set.id,
        )
        for found in not_ready
    )


def with_checks_seen(desk: Desk, case: CaseFile, body: RecordBody) -> RecordBody:
    """Return a closing, or an approval of one, with the checks as they stand; anything else as it is."""
    if isinstance(body, Closure):
        because = body.because.strip()
    elif isinstance(body, Approval) and body.what is Approved.CLOSURE and not body.seen:
        because = body.condition.strip()
    else:
        return body
    view = closing_view(desk, case)
    return msgspec.structs.replace(body, seen=checks_seen(view, because), sets_seen=sets_seen(desk, view))
