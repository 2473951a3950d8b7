"""What every check of a hand-over says where there is none."""

from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.records.transfer import (
    Transfer,
)
from supervisor_tui.wording import _


def at_field(field: str) -> Missing:
    """Return where in the record of the hand-over something is missing."""
    return Missing(record=Transfer.KIND, field=field)


def no_hand_over() -> Answer:
    """Answer that no hand-over is recorded."""
    return Answer.fails(_("No hand-over to another agency is recorded."), missing=Missing(record=Transfer.KIND))
