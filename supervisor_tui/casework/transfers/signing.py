"""Whether a hand-over waits for a manager: it goes against wishes, or a set in force asks for somebody to approve."""

from datetime import date

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.gate import signed_by_a_manager
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved
from supervisor_tui.domain.records.transfer import AgainstTheirWishes, TransferWish
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.guidance.flows import Flow, FlowPart

__all__ = ["waits_for_a_manager"]


def waits_for_a_manager(desk: Desk, case: CaseFile) -> bool:
    """Say whether the hand-over of a case waits for a signature; a manager who said no is not asked again."""
    under_way = transfer(case, desk.as_of)
    if under_way is None or under_way.body.wish is TransferWish.DECLINED:
        return False
    asked_since = _unsigned_since(case) if under_way.body.wish is TransferWish.OVERRULED else None
    if asked_since is None and _a_set_asks(desk, case):
        asked_since = under_way.on
    return asked_since is not None and not _refused_since(case, asked_since)


def _unsigned_since(case: CaseFile) -> date | None:
    """Return the day of the decision against their wishes, while no manager has signed it."""
    decided = case.latest(AgainstTheirWishes)
    return None if decided is None or signed_by_a_manager(case, decided.on) else decided.on


def _a_set_asks(desk: Desk, case: CaseFile) -> bool:
    """Say whether somebody has to approve by a set that decides; where none decides, by one that informs."""
    found = desk.host.flows.parts(case, Flow.TRANSFER, desk.as_of)
    counting = [one for one in found if one.standing.standing is Standing.DECIDES] or found
    roles = [check for one in counting for check in one.checks if check.rule.part is FlowPart.ROLE]
    return any(check.answer.result in {Result.FAIL, Result.UNKNOWN} for check in roles)


def _refused_since(case: CaseFile, day: date) -> bool:
    given = [entry for entry in case.of(Approval) if entry.body.what is Approved.TRANSFER and entry.on >= day]
    return bool(given) and given[-1].body.decision is ApprovalDecision.NOT_APPROVED
