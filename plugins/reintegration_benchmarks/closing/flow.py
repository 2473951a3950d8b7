"""What closing asks people to do, by the Kenya handbook, and the reasons for it on its closing form."""

from reintegration_benchmarks.closing.monitored_months import twelve_months_monitored
from reintegration_benchmarks.closing.month_after_review import month_since_final_review
from reintegration_benchmarks.guidance import rules
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.guidance.flows import Flow, FlowPart, FlowReason
from supervisor_tui.wording import _

rules.flow_part(
    "RB-SOP11-05",
    flow=Flow.CLOSING,
    part=FlowPart.CASEWORK_TASK,
    title=_("Visit through all twelve months"),
    source="003 SOP 11",
)(twelve_months_monitored)
rules.flow_part(
    "RB-SOP12-11",
    flow=Flow.CLOSING,
    part=FlowPart.WAITING,
    title=_("One month after the final review"),
    source="003 SOP 12",
)(month_since_final_review)

_FORM = "003 SOP 13; form 9A"
REASONS = (
    FlowReason(Flow.CLOSING, "goals", _("goals reached, the return lasts"), ClosureReason.GOALS_MET, _FORM),
    FlowReason(Flow.CLOSING, "death", _("death"), ClosureReason.DEATH, _FORM),
    FlowReason(Flow.CLOSING, "unwilling", _("the family is no longer willing"), ClosureReason.ENDED_BY_FAMILY, _FORM),
    FlowReason(Flow.CLOSING, "transfer", _("transfer"), ClosureReason.TRANSFER, _FORM),
    FlowReason(Flow.CLOSING, "other", _("other"), ClosureReason.OTHER, _FORM),
)
