"""What a hand-over asks people to do, by these guidelines: from the proposal on, long before closing is asked for."""

from iag_core.closing.matrix import whatever_the_reason
from iag_core.guidance import rules
from iag_core.transfer.acceptance import the_other_agency_accepted
from iag_core.transfer.consent_and_wishes import consent_came_before_the_file
from iag_core.transfer.history import a_manager_signed_a_repeated_hand_over
from iag_core.transfer.planned_and_accompanied import somebody_went_along, the_hand_over_is_planned_and_told
from supervisor_tui.guidance.flows import Flow, FlowPart
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.6"

for _rule, _part, _title, _stands in (
    ("IAG-TRF-04", FlowPart.DOCUMENT, _("Consent to give the file to that agency"), consent_came_before_the_file),
    ("IAG-TRF-03", FlowPart.TALK, _("Plan the hand-over and tell the family"), the_hand_over_is_planned_and_told),
    ("IAG-TRF-10", FlowPart.ROLE, _("A manager, where it is not the first one"), a_manager_signed_a_repeated_hand_over),
    ("IAG-TRF-01", FlowPart.WAITING, _("The other agency accepts"), the_other_agency_accepted),
):
    rules.flow_part(_rule, flow=Flow.TRANSFER, part=_part, title=_title, source=SOURCE)(whatever_the_reason(_stands))

rules.flow_part(
    "IAG-TRF-07",
    flow=Flow.TRANSFER,
    part=FlowPart.CASEWORK_TASK,
    title=_("Go along to the new caseworker"),
    source=SOURCE,
    strength=Strength.WARNS,
)(whatever_the_reason(somebody_went_along))
