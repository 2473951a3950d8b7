"""Where a case stands towards its end: what each set answers, the steps, a hand-over, and what opening again asks."""

import msgspec

from supervisor_tui.casework.closing import ClosingView, closing_view
from supervisor_tui.casework.closing_steps import ClosingSteps, closing_steps
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.reopening import ReopeningView, reopening_view
from supervisor_tui.casework.transfers.view import TransferView, transfer_view
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError

__all__ = ["Endings", "endings_of"]


class Endings(msgspec.Struct, frozen=True):
    """The ways a case may end. hand_over: None where none was proposed in this episode; again: where never closed."""

    closing: ClosingView
    steps: ClosingSteps
    hand_over: TransferView | None
    again: ReopeningView | None


def endings_of(desk: Desk, case: CaseFile) -> Endings | None:
    """Return where a case stands towards its end; None where a record that this rests on cannot be read."""
    try:
        view = closing_view(desk, case)
        hand_over, again = transfer_view(desk, case), reopening_view(desk, case)
        return Endings(
            view,
            closing_steps(desk, view),
            hand_over if hand_over.proposed else None,
            again if again.back is not None else None,
        )
    except UnreadableRecordError:
        return None
