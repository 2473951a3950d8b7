"""Whose turn a check is that is not in order, and which checks stand between a set and its "ready"."""

from datetime import date

from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _

__all__ = ["Turn", "turn_of"]


class Turn(Choice):
    """Whose turn an open check is, in the order in which a reader can act."""

    NOW = "now", _("Can be done now")
    SOMEONE = "someone", _("Waits for someone")
    DATE = "date", _("Waits for a date")
    AGENCY = "agency", _("The agency has not decided")


def turn_of(answer: Answer, as_of: date) -> Turn:
    """Say whose turn it is."""
    if answer.missing is not None and answer.missing.setting:
        return Turn.AGENCY
    if answer.earliest is not None and answer.earliest > as_of:
        return Turn.DATE
    if answer.missing is not None and answer.missing.who:
        return Turn.SOMEONE
    return Turn.NOW
