"""The pictures that guidance sets draw of one case as screens of their own, such as the six steps."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.panels import CaseScreenSource, Panel

__all__ = ["STEPS", "Picture", "pictures_of"]

STEPS = "steps"
"""What screens about the steps of a case are called, whichever set brings them."""


class Picture(msgspec.Struct, frozen=True):
    """What one set draws of a case, or the fault that it ended in."""

    set: SetId
    source: CaseScreenSource
    panel: Panel | Fault


def pictures_of(desk: Desk, case: CaseFile, called: str = "") -> tuple[Picture, ...]:
    """Return the pictures of the sets in force for a case, those that decide first; called: only screens of this id."""
    order = list(Standing)
    found = [
        (order.index(standing.standing), Picture(set_id, source, desk.host.panel(set_id, source, case, desk.as_of)))
        for set_id, source in desk.host.case_screens
        if (standing := standing_of(case, set_id, desk.as_of)).standing is not Standing.OFF
        and (not called or source.id == called)
    ]
    return tuple(picture for _place, picture in sorted(found, key=lambda one: (one[0], one[1].set)))
