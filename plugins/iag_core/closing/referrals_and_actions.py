"""Referrals and promised actions are settled before closing."""

from datetime import date

from iag_core.closing.matrix import by_reason, main_reason
from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.plan import ActionOutcome
from supervisor_tui.domain.records.referral import ReferralProgress
from supervisor_tui.domain.records.transfer import HandOverPlan
from supervisor_tui.domain.referrals import ReferralStanding, referrals
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-12", title=_("Referrals and promised actions are settled"), source="004 §3.4, §1.2")
@by_reason("IAG-CLS-12")
def nothing_is_unfinished(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """No referral waits for an outcome and no promised action for its end.

    In a hand-over each of them stands in its plan; where the family or age ends the work they are shown.
    """
    taken_along = _taken_along(case)
    waiting = [referral for referral in referrals(case) if referral.is_open and referral.number not in taken_along]
    promised = [action for action in actions(case) if action.is_open and action.action.action not in taken_along]
    if not waiting and not promised:
        if main_reason(case) is ClosureReason.TRANSFER:
            return Answer.passes(_("Whatever is open stands in the plan for the hand-over."))
        return Answer.passes(_("No referral and no action is open."))
    named = [referral.number for referral in waiting] + [action.action.action for action in promised]
    kind, field = (ReferralProgress.KIND, "referral") if waiting else (ActionOutcome.KIND, "action")
    words = _("Still open: {named}.")
    if main_reason(case) is ClosureReason.TRANSFER:
        words = _("Open, and not in the plan for the hand-over: {named}.")
        kind, field = HandOverPlan.KIND, "open_work"
    return Answer.fails(
        words.format(named=", ".join(named)),
        *(_referral_fact(referral) for referral in waiting),
        *(_action_fact(case, action) for action in promised),
        missing=Missing(record=kind, field=field),
    )


def _taken_along(case: CaseFile) -> frozenset[str]:
    """Return the numbers that the plan for the hand-over names, where the case is handed over."""
    plan = case.latest(HandOverPlan) if main_reason(case) is ClosureReason.TRANSFER else None
    return frozenset(number.strip() for number in plan.body.open_work) if plan else frozenset()


def _referral_fact(referral: ReferralStanding) -> Fact:
    last = referral.news[-1] if referral.news else None
    status = last.body.status.label if last else _("sent")
    text = _("Referral {number}: {status}").format(number=referral.number, status=status)
    return last.fact(text) if last else referral.sent.fact(text)


def _action_fact(case: CaseFile, action: ActionStanding) -> Fact:
    record = next(record for record in case.records if record.id == action.record)
    text = _("Action {number}: {status}").format(number=action.action.action, status=action.status.label)
    return Fact(text, action.decided_on, action.record, record.how_known)
