"""The reasons that a set names for a hand-over stand where somebody hands a case over, and only there."""

import dataclasses

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.view import transfer_view
from supervisor_tui.cli.answers.of_transfers import transfer_answer
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.guidance.flows import Flow, FlowReason
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.tui.transfers.transfer_lines import transfer_groups
from tests.casework.transfers.handing_over import CODE, TODAY
from tests.guidance.sets import a_set
from tests.tui.field_practice import SET

NEAR = FlowReason(Flow.TRANSFER, "near", "nearer to the family", ClosureReason.TRANSFER, "Protocol §3")
GROWN = FlowReason(Flow.CLOSING, "grown", "grown up", ClosureReason.TURNED_18, "Protocol §8")


def test_the_reasons_for_a_hand_over_stand_on_the_screen_and_in_the_answer(desk: Desk) -> None:
    naming = dataclasses.replace(desk, host=PluginHost.discover(candidates=[a_set(SET, reasons=(NEAR, GROWN))]))
    view = transfer_view(naming, naming.case(CODE))
    groups = {group.title: [line.what for line in group.lines] for group in transfer_groups(view, TODAY)}
    assert groups["REASONS THAT GUIDANCE NAMES"] == ["nearer to the family"]
    assert [(one.set, one.key) for one in transfer_answer(view, TODAY).reasons] == [(SET, "near")]
