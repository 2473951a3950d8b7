"""What an exit asks people to do, and its ways out as reasons."""

from prerana_exit.guidance import RULES
from prerana_exit.pathways.client_and_family_ask import client_keeps_asking
from prerana_exit.pathways.order_expired import follow_ups_were_reported
from prerana_exit.pathways.steps import letter_goes_with_the_report, reported_to_the_committee
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.guidance.flows import Flow, FlowPart, FlowReason
from supervisor_tui.wording import _

for _rule, _part, _title, _stands in (
    ("PX-P2-b-1", FlowPart.WAITING, _("Six months in which the client keeps asking (way 2b)"), client_keeps_asking),
    ("PX-P2-s4a", FlowPart.DOCUMENT, _("Report to the committee (way 2b)"), reported_to_the_committee),
    ("PX-P2-s4b", FlowPart.DOCUMENT, _("The client's letter with it (way 2b)"), letter_goes_with_the_report),
    ("PX-P3-a-5", FlowPart.DOCUMENT, _("Report on the follow-ups (way 3a)"), follow_ups_were_reported),
):
    RULES.flow_part(_rule, flow=Flow.CLOSING, part=_part, title=_title, source="000")(_stands)

REASONS = (
    FlowReason(Flow.CLOSING, "1", _("both agree that the work can end"), ClosureReason.GOALS_MET, "000", "PX-P1"),
    FlowReason(
        Flow.CLOSING, "2b", _("client and family ask for every service to end"), ClosureReason.ENDED_BY_FAMILY, "000"
    ),
    FlowReason(Flow.CLOSING, "3a", _("the committee's order has run out"), ClosureReason.OTHER, "000", "PX-P3-a"),
)
