"""Referrals and promised actions are settled before closing."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.referrals import ReferralStanding, referrals
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.records.plan import ActionOutcome
from supervisor_tui.domain.records.referral import ReferralProgress
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-12", title=_("Referrals and promised actions are settled"), source="004 §3.4, §1.2")
@by_reason("IAG-CLS-12")
def nothing_is_unfinished(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """No referral waits for an outcome and no promised action for its end.

    In a transfer they go with the file; where the family or age ends the work they are shown.
    """
    waiting = [referral for referral in referrals(case) if referral.is_open]
    promised = [action for action in actions(case) if action.is_open]
    if not waiting and not promised:
        return Answer.passes(_("No referral and no action is open."))
    named = [referral.number for referral in waiting] + [action.action.action for action in promised]
    kind, field = (ReferralProgress.KIND, "referral") if waiting else (ActionOutcome.KIND, "action")
    return Answer.fails(
        _("Still open: {named}.").format(named=", ".join(named)),
        *(_referral_fact(referral) for referral in waiting),
        *(_action_fact(case, action) for action in promised),
        missing=Missing(record=kind, field=field),
    )


def _referral_fact(referral: ReferralStanding) -> Fact:
    last = referral.news[-1] if referral.news else None
    status = last.body.status.label if last else _("sent")
    text = _("Referral {number}: {status}").format(number=referral.number, status=status)
    return last.fact(text) if last else referral.sent.fact(text)


def _action_fact(case: CaseFile, action: ActionStanding) -> Fact:
    record = next(record for record in case.records if record.id == action.record)
    text = _("Action {number}: {status}").format(number=action.action.action, status=action.status.label)
    return Fact(text, action.decided_on, action.record, record.how_known)
