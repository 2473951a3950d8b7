"""The hand-over is planned, told to child and family, and somebody goes along."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.transfer.no_hand_over import at_field, no_hand_over
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.transfer import (
    HandOverPlan,
)
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.6"


@rules.closure_check("IAG-TRF-03", title=_("A plan for the hand-over, told to the family"), source=SOURCE)
@by_reason("IAG-TRF-03")
def the_hand_over_is_planned_and_told(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """What is handed over, by whom and when is planned, and child and family know it."""
    plan = case.latest(HandOverPlan)
    if plan is None:
        return Answer.fails(_("There is no plan for the hand-over."), missing=Missing(record=HandOverPlan.KIND))
    fact, body = plan.fact(_("Plan for the hand-over.")), plan.body
    blank = next((name for name in ("what", "who", "until") if not getattr(body, name)), None)
    if blank is not None:
        return Answer.fails(
            _("The plan for the hand-over does not say what, by whom or until when."),
            fact,
            missing=Missing(record=HandOverPlan.KIND, field=blank),
        )
    if body.explained_on is None or body.explained_on > as_of:
        return Answer.fails(
            _("Child and family have not been told the plan for the hand-over."),
            fact,
            missing=Missing(record=HandOverPlan.KIND, field="explained_on"),
        )
    return Answer.passes(_("The hand-over is planned, and child and family know it."), fact)


@rules.closure_check(
    "IAG-TRF-07", title=_("Somebody went along to the new caseworker"), source=SOURCE, strength=Strength.WARNS
)
@by_reason("IAG-TRF-07")
def somebody_went_along(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """Where it can be done, the caseworker goes with the child to meet the new one; if not, it is said why."""
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    fact, body = sent.fact(_("Hand-over")), sent.body
    if body.accompanied_on is not None and body.accompanied_on <= as_of:
        return Answer.passes(_("The caseworker went along to meet the new one."), fact)
    if body.not_accompanied_because.strip():
        return Answer.passes(_("Nobody went along: {reason}").format(reason=body.not_accompanied_because), fact)
    return Answer.fails(
        _("Nobody went along to the new caseworker, and no reason is recorded."),
        fact,
        missing=at_field("accompanied_on"),
    )
