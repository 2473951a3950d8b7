"""The answer about opening a closed case again: how long it was closed, and what is asked for."""

from datetime import date

import msgspec

from supervisor_tui.casework.due_list import DueLine
from supervisor_tui.casework.reopening import ReopeningView
from supervisor_tui.cli.answers.of_due import DueAnswerItem, due_answer
from supervisor_tui.cli.answers.of_flows import AskedPart, NamedReason, asked_parts, named_reasons
from supervisor_tui.guidance.host import PluginHost

__all__ = ["ReopeningAnswer", "reopening_answer"]


class ReopeningAnswer(msgspec.Struct, frozen=True):
    """Of a closed case what opening it again would ask for, of one that was opened again what is asked for.

    closed: whether it is closed. closed_on, days, soon: of the last closing; null for a case never closed, and soon
    where no number says so. due: what is due in the case.
    """

    case: str
    as_of: date
    closed: bool
    closed_on: date | None
    days: int | None
    soon: bool | None
    asked: tuple[AskedPart, ...]
    reasons: tuple[NamedReason, ...]
    due: tuple[DueAnswerItem, ...]


def reopening_answer(view: ReopeningView, due: tuple[DueLine, ...], host: PluginHost, as_of: date) -> ReopeningAnswer:
    """Return a reopening as JSON gives it."""
    back = view.back
    return ReopeningAnswer(
        view.case.code,
        as_of,
        view.is_closed,
        back.closed_on if back else None,
        back.days if back else None,
        back.soon if back else None,
        asked_parts(view.asked),
        named_reasons(view.reasons),
        due_answer(due, host, as_of).items,
    )
