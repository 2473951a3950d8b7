"""How often a child was handed over, and who signed for it."""

from collections.abc import Iterable
from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import worker
from supervisor_tui.domain.transfers import hand_overs, transfer
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _


@rules.indicator("IAG-TRF-10", title=_("Children handed over again and again"), source="004 §3.6; thresholds ours")
def handed_over_again_and_again(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """With each hand-over the danger grows that the child drops out; from the third one a manager signs."""
    notice, sign_off = figure(settings, "transfers_notice"), figure(settings, "transfers_sign_off")
    counted = {case.code: len(hand_overs(case, as_of)) for case in cases}
    again = [code for code, times in counted.items() if notice <= times < sign_off]
    often = [code for code, times in counted.items() if times >= sign_off]
    question = _("What would let the child stay with one agency?")
    yield Figure(_("handed over more than once"), tuple(again), slot="again", question=question if again else "")
    yield Figure(
        _("handed over so often that a manager signs"), tuple(often), slot="often", question=question if often else ""
    )


@rules.closure_check(
    "IAG-TRF-10",
    title=_("A manager signed a repeated hand-over"),
    source="004 §3.6; threshold ours",
    strength=Strength.WARNS,
)
@by_reason("IAG-TRF-10")
def a_manager_signed_a_repeated_hand_over(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """From the third hand-over in a child's life a manager looks at it and signs; the number is ours."""
    times, limit = len(hand_overs(case, as_of)), figure(settings, "transfers_sign_off")
    said = _("This is hand-over number {times}.").format(times=times)
    if times < limit:
        return Answer.does_not_apply(said)
    facts = tuple(entry.fact(_("Hand-over")) for entry in hand_overs(case, as_of))
    if not signed_by_a_manager(case, as_of):
        words = _("{said} No manager has signed it.")
        missing = Missing(record=Approval.KIND, field="decision", who=_("manager"))
        return Answer.fails(words.format(said=said), *facts, missing=missing)
    return Answer.passes(_("{said} A manager signed it.").format(said=said), *facts)


def signed_by_a_manager(case: CaseFile, day: date) -> bool:
    """Say whether a manager who does not carry the case approved the hand-over of the present episode."""
    sent = transfer(case, day)
    newest = [entry for entry in case.of(Approval) if entry.body.what is Approved.TRANSFER]
    if sent is None or not newest:
        return False
    earlier = [entry.on for entry in case.of(Transfer) if entry.on < sent.on]
    after = max(earlier, default=date.min)
    last = newest[-1]
    return (
        last.on > after
        and last.body.body is ApprovingBody.MANAGER
        and last.body.decision is ApprovalDecision.APPROVED
        and last.body.approver is not None
        and last.body.approver != worker(case)
    )
