"""The answer about opening a closed case again: how long it was closed, and what is asked for."""

from datetime import date

import msgspec

from supervisor_tui.casework.due_list import DueLine
from supervisor_tui.casework.reopening import ReopeningView
from supervisor_tui.cli.answers.of_due import DueAnswerItem, due_answer
from supervisor_tui.cli.answers.of_reasons import NamedReason, named_reasons
from supervisor_tui.guidance.host import PluginHost

__all__ = ["ReopeningAnswer", "reopening_answer"]


class ReopeningAsked(msgspec.Struct, frozen=True):
    """What one set asks people to do."""

    set: str
    in_force: str
    rule: str
    part: str
    title: str
    result: str
    reason: str


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
    asked: tuple[ReopeningAsked, ...]
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
        tuple(
            ReopeningAsked(
                found.set.id,
                found.standing.standing.value,
                one.rule.id,
                one.rule.part.value if one.rule.part else "",
                one.rule.title,
                one.answer.result.value,
                one.answer.reason,
            )
            for found in view.asked
            for one in found.checks
        ),
        named_reasons(view.reasons),
        due_answer(due, host, as_of).items,
    )
