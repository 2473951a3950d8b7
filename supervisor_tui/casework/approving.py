"""Who may approve: nobody their own case, and only somebody with the role that the body has."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, ApprovingBody
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["findings_on_approval"]

_NEEDS_A_ROLE = frozenset({ApprovingBody.SUPERVISOR, ApprovingBody.MANAGER})


def findings_on_approval(desk: Desk, case: CaseFile, body: RecordBody) -> tuple[Finding, ...]:
    """Refuse a decision on one's own case or without the role for it; ask a refusal for its reason."""
    if not isinstance(body, Approval):
        return ()
    found = []
    who = desk.store.people.get(body.approver) if body.approver else None
    if body.approver is not None and body.approver == worker(case):
        message = _("{who} carries this case. Somebody else has to decide.").format(who=body.approver)
        found.append(Finding(Severity.REFUSE, message, "approver"))
    elif who is not None and body.body in _NEEDS_A_ROLE and not who.may_approve():
        message = _("{who} is neither supervisor nor manager here. Name somebody who is.").format(who=who.code)
        found.append(Finding(Severity.REFUSE, message, "approver"))
    if body.decision is ApprovalDecision.NOT_APPROVED and not body.reason.strip():
        found.append(Finding(Severity.WARN, _("Please say what has to change first."), "reason"))
    return tuple(found)
