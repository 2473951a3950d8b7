"""Whether a file may leave: consent before the file, or a protection decision that a manager signed.

Below the screens and whatever guidance is installed: no hand-over list is made, and no file is written down as handed
over, while one of these sentences stands. Nor does a file go before the hand-over is planned and told (004 §3.6).
"""

from datetime import date

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.records.transfer import AgainstTheirWishes, TransferWish
from supervisor_tui.domain.status import worker
from supervisor_tui.domain.transfers import MayGo, hand_over_plan, has_come, may_go, transfer
from supervisor_tui.wording import _

__all__ = ["against_sending", "hindrances", "is_planned", "signed_by_a_manager"]


def hindrances(case: CaseFile, day: date) -> tuple[str, ...]:
    """Return a sentence for each thing that keeps the file here; none where it may go."""
    proposed = transfer(case, day)
    if proposed is None:
        return (_("No hand-over of this case is under way."),)
    body = proposed.body
    if body.wish is TransferWish.DECLINED:
        return (_("Child and family want no hand-over; the file stays here."),)
    if body.wish is TransferWish.OVERRULED:
        return _against_their_wishes(case, day)
    sentence = _ABOUT_CONSENT.get(may_go(case, body, day))
    return (sentence.format(agency=body.agency),) if sentence else ()


def against_sending(case: CaseFile, day: date) -> tuple[str, ...]:
    """Return a sentence for each thing for which the file cannot go on a day: what keeps it here, else no plan."""
    return hindrances(case, day) or _about_the_plan(case, day)


def is_planned(case: CaseFile, day: date) -> bool:
    """Say whether the hand-over is planned, and child and family have been told by a day."""
    return not _about_the_plan(case, day)


def _about_the_plan(case: CaseFile, day: date) -> tuple[str, ...]:
    plan = hand_over_plan(case, day)
    if plan is None:
        return (_("There is no plan for the hand-over: what goes, by whom and until when. Plan it first."),)
    words = {"what": _("what goes"), "who": _("by whom"), "until": _("until when")}
    blank = [word for name, word in words.items() if not getattr(plan.body, name)]
    if blank:
        sentence = _("The plan for the hand-over does not say {what}. Plan it first.")
        return (sentence.format(what=", ".join(blank)),)
    if not has_come(plan.body.explained_on, day):
        return (_("Child and family have not been told the plan for the hand-over. Tell them first."),)
    return ()


_ABOUT_CONSENT = {
    MayGo.MISSING: _("There is no consent to give the file to {agency} that holds on this day; it stays here."),
    MayGo.UNKNOWN: _("It is not known whether child or family agree that {agency} gets the file; it stays here."),
}


def _against_their_wishes(case: CaseFile, day: date) -> tuple[str, ...]:
    decided = case.latest(AgainstTheirWishes)
    if decided is None:
        return (_("It is not written down why the hand-over goes against their wishes."),)
    found = []
    if not decided.body.reason.strip() or not decided.body.best_interests.strip():
        found.append(_("The decision against their wishes does not say why, or why it is best for the child."))
    if decided.body.discussed_on is None or decided.body.discussed_on > day:
        found.append(_("It is not written down when it was talked over openly with child and family."))
    if not signed_by_a_manager(case, decided.on):
        found.append(_("No manager has signed the hand-over against their wishes."))
    return tuple(found)


def signed_by_a_manager(case: CaseFile, since: date) -> bool:
    """Say whether the last word since a day is a manager's approval, given by somebody who does not carry the case."""
    given = [entry for entry in case.of(Approval) if entry.body.what is Approved.TRANSFER and entry.on >= since]
    if not given:
        return False
    last = given[-1].body
    return (
        last.body is ApprovingBody.MANAGER
        and last.decision is ApprovalDecision.APPROVED
        and last.approver is not None
        and last.approver != worker(case)
    )
