"""Who may approve: nobody their own case, and only somebody with the role that the body has.

Where nobody here is a manager, a supervisor decides what is the manager's to decide.
"""

from collections.abc import Iterable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.people import deciders
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, ApprovingBody
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["findings_on_approval"]

_NEEDS_A_ROLE = frozenset({ApprovingBody.SUPERVISOR, ApprovingBody.MANAGER})


def findings_on_approval(desk: Desk, case: CaseFile, body: RecordBody) -> tuple[Finding, ...]:
    """Refuse a decision that nobody signs, on one's own case, without the role for it, or without its words."""
    if not isinstance(body, Approval):
        return ()
    return (*_on_the_approver(desk, case, body), *_on_the_words(body))


def _on_the_approver(desk: Desk, case: CaseFile, body: Approval) -> Iterable[Finding]:
    who = desk.store.people.get(body.approver) if body.approver else None
    is_ours = body.body in _NEEDS_A_ROLE
    message = ""
    if body.approver is not None and body.approver == worker(case):
        message = _("{who} carries this case. Somebody else has to decide.").format(who=body.approver)
    elif is_ours and body.approver is None:
        message = _("Name who decides; they sign with their own passphrase.")
    elif is_ours and who is None:
        message = _("Nobody here has the code {who}. Name a supervisor or manager.").format(who=body.approver)
    elif body.approver is not None and who is None:
        message = _("Nobody here has the code {who}, so nobody can sign. Leave it blank where a body outside decides.")
        message = message.format(who=body.approver)
    elif is_ours and who is not None and not who.may_approve():
        message = _("{who} is neither supervisor nor manager here. Name somebody who is.").format(who=who.code)
    elif body.body is ApprovingBody.MANAGER and who not in deciders(desk.store.people.all()):
        message = _("{who} is not a manager here. Name a manager, or sign as the supervisor.").format(who=body.approver)
    if message:
        yield Finding(Severity.REFUSE, message, "approver")


def _on_the_words(body: Approval) -> Iterable[Finding]:
    if body.decision is ApprovalDecision.NOT_APPROVED and not body.reason.strip():
        yield Finding(Severity.REFUSE, _("Please say what has to change first."), "reason")
    if body.decision is ApprovalDecision.CONDITIONAL and not body.condition.strip():
        yield Finding(Severity.REFUSE, _("Please say what the condition is."), "condition")
