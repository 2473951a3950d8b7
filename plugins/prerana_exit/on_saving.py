"""What this set notices in a record that is about to be saved."""

from collections.abc import Iterable
from datetime import date

from prerana_exit.episode import work_goes_on
from prerana_exit.guidance import RULES
from prerana_exit.records.window_length import WindowLength
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closure
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _


@RULES.validator("PX-P2-w", title=_("A case's own length of the six months"), source="000, parameter 2 a and b")
def own_length_has_a_reason(_case: CaseFile, draft: RecordBody, _on: date, _settings: Settings) -> Iterable[Finding]:
    """The six months may be more or fewer for a case, with a reason and the name of whoever decided it."""
    if not isinstance(draft, WindowLength):
        return
    if not draft.reason.strip():
        yield Finding(Severity.REFUSE, _("Please say why this case has its own length."), "reason")


@RULES.validator("PX-P2-b-3", title=_("No follow-up after an exit"), source="000, parameter 2 b")
def no_follow_up_after_exit(case: CaseFile, draft: RecordBody, _on: date, _settings: Settings) -> Iterable[Finding]:
    """From the exit on the worker makes no more follow-ups; the client may still come. An agreed visit is excepted."""
    if not isinstance(draft, FollowUp) or work_goes_on(case):
        return
    closed = closure(case)
    if closed is None or closed.body.visit_agreed is YesNo.YES:
        return
    reason = _("The case ended on {day}. Follow-ups stop with an exit, unless the client came or a visit was agreed.")
    yield Finding(Severity.WARN, reason.format(day=closed.on))
