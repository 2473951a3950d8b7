"""What opening a case again asks people to do, by these guidelines."""

from iag_core.guidance import rules
from iag_core.reopening.opening_again import consent_holds_since_it_was_opened_again, the_assessment_comes_first
from supervisor_tui.guidance.flows import Flow, FlowPart
from supervisor_tui.wording import _

SOURCE = "004 §3.6"

rules.flow_part(
    "IAG-CLS-22",
    flow=Flow.REOPENING,
    part=FlowPart.CASEWORK_TASK,
    title=_("Assess anew before anything else"),
    source=SOURCE,
)(the_assessment_comes_first)
rules.flow_part(
    "IAG-CLS-23", flow=Flow.REOPENING, part=FlowPart.DOCUMENT, title=_("A consent that holds now"), source=SOURCE
)(consent_holds_since_it_was_opened_again)
