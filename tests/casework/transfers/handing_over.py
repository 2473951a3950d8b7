"""What tests of hand-overs are written with: each act in one line."""

from collections.abc import Mapping
from datetime import date

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.doing import do
from supervisor_tui.casework.transfers.steps import TransferStep, step_of
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.guidance.forms import FieldProblem

TODAY = date(2026, 11, 21)
CODE = CaseCode("C-0117")
PROPOSED = {
    "agency": "AG-11",
    "reason": "the family moved to the coast",
    "grounds": ["child_moved"],
    "why_better": "works where the child lives",
}
AGREED: Mapping[str, object] = {"giver": "caregiver", "form": "consent", "sections": ["plan"]}
TOLD = {"what": "file and plan", "who": "W-04", "until": "2026-11-30", "explained_on": "2026-11-21"}
AGAINST = {
    "reason": "the father asks for the file to stay",
    "best_interests": "only they can visit",
    "discussed_on": "2026-11-20",
}


def done(desk: Desk, act: TransferAct, fields: Mapping[str, object], code: CaseCode = CODE) -> TransferStep:
    """Do an act today and return what the hand-over waits for then."""
    found = do(desk, code, act, fields)
    assert not isinstance(found, FieldProblem), found
    return step_of(desk.case(code), TODAY)


def refused(desk: Desk, act: TransferAct, fields: Mapping[str, object], code: CaseCode = CODE) -> str:
    """Try an act and return the sentence that refuses it; nothing was written then."""
    before = desk.store.records.of(code)
    try:
        do(desk, code, act, fields)
    except RefusedError as error:
        assert desk.store.records.of(code) == before
        return str(error)
    return ""


def planned(desk: Desk, code: CaseCode = CODE) -> None:
    """Bring a hand-over so far that only the file has to go."""
    done(desk, TransferAct.PROPOSE, PROPOSED, code)
    done(desk, TransferAct.CONSENT, AGREED, code)
    done(desk, TransferAct.PLAN, TOLD, code)


def signed(desk: Desk, approver: str = "M-01", code: CaseCode = CODE) -> None:
    """Have a manager sign the hand-over."""
    body = Approval(
        what=Approved.TRANSFER,
        body=ApprovingBody.MANAGER,
        decision=ApprovalDecision.APPROVED,
        approver=PersonCode(approver),
    )
    save(desk, code, (Draft(body, TODAY, signed=True),))
