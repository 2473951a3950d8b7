"""How far a hand-over has come: which step is the next one, and whose turn it is."""

from datetime import date

from supervisor_tui.casework.transfers.gate import is_planned
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.transfer import TakenUp, Transfer, TransferWish
from supervisor_tui.domain.status import closure
from supervisor_tui.domain.transfers import MayGo, came_to_nothing, has_come, may_go, proposal
from supervisor_tui.wording import _

__all__ = ["TransferStep", "step_of"]


class TransferStep(Choice):
    """What a hand-over waits for, in order; the last ones are its ends."""

    NONE = "none", _("no hand-over proposed")
    ASK_FAMILY = "ask_family", _("child and family to be asked")
    CONSENT = "consent", _("consent to be written down")
    PLAN = "plan", _("plan for the hand-over to be made and told")
    SEND = "send", _("file to be handed over")
    ANSWER = "answer", _("the other agency to answer")
    CLOSE = "close", _("accepted; the case to be closed here")
    LOOK = "look", _("ask whether they work with the child")
    DONE = "done", _("taken up by the other agency")
    REFUSED = "refused", _("refused by the other agency")
    WITHDRAWN = "withdrawn", _("taken back by us")
    DECLINED = "declined", _("declined by child and family")


def step_of(case: CaseFile, day: date) -> TransferStep:
    """Return what the hand-over of a case waits for on a day."""
    proposed = proposal(case, day)
    if proposed is None:
        return TransferStep.NONE
    body = proposed.body
    if has_come(body.accepted_on, day) and not came_to_nothing(body, day):
        return _after_acceptance(case, body, day)
    return _ended(body, day) or _before_acceptance(case, body, day)


def _ended(body: Transfer, day: date) -> TransferStep | None:
    if has_come(body.withdrawn_on, day):
        return TransferStep.WITHDRAWN
    if has_come(body.refused_on, day):
        return TransferStep.REFUSED
    return TransferStep.DECLINED if body.wish is TransferWish.DECLINED else None


def _before_acceptance(case: CaseFile, body: Transfer, day: date) -> TransferStep:
    if has_come(body.file_handed_on, day):
        return TransferStep.ANSWER
    if body.wish is None:
        return TransferStep.ASK_FAMILY
    if may_go(case, body, day) not in {MayGo.VALID, MayGo.NOT_NEEDED}:
        return TransferStep.CONSENT
    return TransferStep.SEND if is_planned(case, day) else TransferStep.PLAN


def _after_acceptance(case: CaseFile, body: Transfer, day: date) -> TransferStep:
    ended = closure(case)
    if ended is None or ended.body.reason is not ClosureReason.TRANSFER:
        return TransferStep.CLOSE
    accepted = body.accepted_on or day
    told = [entry for entry in case.of(TakenUp) if entry.on >= accepted and entry.body.works is YesNo.YES]
    return TransferStep.DONE if told else TransferStep.LOOK
