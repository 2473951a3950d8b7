"""What may be written beside an indicator."""

from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _


class Score(Choice):
    """Reached or not; a blank means that nobody asked. What does not apply needs a reason on the same form."""

    REACHED = "1", _("1: yes")
    NOT_REACHED = "0", _("0: no, an action follows")
    DOES_NOT_APPLY = "na", _("does not apply")
