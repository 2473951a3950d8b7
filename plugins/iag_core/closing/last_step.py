"""Closing is the last step: what has to stand before it, and what may still be written after it."""

from collections.abc import Iterable
from datetime import date

from iag_core.assessments import first_look
from iag_core.guidance import rules
from iag_core.records.child_heard import Feedback
from iag_core.records.death import Death, DeathInquiry, DeathReport
from iag_core.records.visit_after_closing import NotReopened, VisitAfterClosing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.records.closing import Closure, ClosureReason, Reopening
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import Document, Note, Retraction
from supervisor_tui.domain.records.transfer import TakenUp
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, closure, status
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

WITHOUT_A_PLAN = frozenset({ClosureReason.AFTER_INITIAL, ClosureReason.DEATH})
AFTER_CLOSING = (
    Reopening,
    FollowUp,
    VisitAfterClosing,
    NotReopened,
    TakenUp,
    Death,
    DeathInquiry,
    DeathReport,
    Feedback,
    Document,
    Note,
    Retraction,
)
"""What may still be written once a case is closed."""


@rules.validator("FU-14", title=_("Closing is the last step"), source="002")
def closing_is_the_last_step(case: CaseFile, draft: RecordBody, on: date, _settings: Settings) -> Iterable[Finding]:
    """Before a closing there are an assessment and a plan, or a reason why not.

    After it there is only opening again, the visit after closing, and the keeping of the file.
    """
    if isinstance(draft, Closure):
        yield from _before(case, draft)
        return
    ended = closure(case)
    if ended is not None and status(case) is Status.CLOSED and on > ended.on and not isinstance(draft, AFTER_CLOSING):
        words = _("The case was closed on {day}. If work begins again, record the reopening first.")
        yield Finding(Severity.WARN, words.format(day=ended.on.isoformat()))


def _before(case: CaseFile, draft: Closure) -> Iterable[Finding]:
    if draft.note.strip():
        return
    if first_look(case) is None and draft.reason is not ClosureReason.DEATH:
        yield Finding(
            Severity.WARN, _("There is no finished assessment; please say why it is closed all the same."), "note"
        )
    elif first_full_plan(case) is None and draft.reason not in WITHOUT_A_PLAN:
        yield Finding(
            Severity.WARN, _("There never was a case plan; please say why it is closed all the same."), "note"
        )
