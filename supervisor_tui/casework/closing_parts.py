"""What is asked for in a closing: a part of each set that asks for it, the agency's own tasks, and whose turn it is."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.turns import turn_of
from supervisor_tui.domain.answers import Answer, Missing, Result, combined
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import PersonCode, SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.guidance.flows import Flow, FlowPart
from supervisor_tui.guidance.reviews import CheckAnswer
from supervisor_tui.wording import _

__all__ = ["PartAsked", "of_kinds", "of_the_agency", "parts_asked", "task_as_part", "together", "whose_turn"]


class PartAsked(msgspec.Struct, frozen=True):
    """What one set asks for in a step, and how it stands; a task of the agency has a number and no `set`."""

    set: SetId
    decides: bool
    check: CheckAnswer | None
    title: str
    answer: Answer
    part: FlowPart
    task: str = ""


def parts_asked(desk: Desk, case: CaseFile) -> tuple[PartAsked, ...]:
    """Return what every set in force asks for in the closing of a case."""
    return tuple(
        PartAsked(
            found.set.id,
            found.standing.standing is Standing.DECIDES,
            check,
            check.rule.title,
            check.answer,
            check.rule.part or FlowPart.CASEWORK_TASK,
        )
        for found in desk.host.flows.parts(case, Flow.CLOSING, desk.as_of)
        for check in found.checks
    )


def of_kinds(parts: Iterable[PartAsked], *kinds: FlowPart) -> tuple[PartAsked, ...]:
    """Return the parts of these kinds."""
    return tuple(one for one in parts if one.part in kinds)


def task_as_part(entry: Entry[ClosingTask]) -> PartAsked:
    """Return a task of the agency's own as a part of its step."""
    body = entry.body
    missing = Missing(record=ClosingTask.KIND, field="state", who=body.owner or None)
    match body.state:
        case TaskState.DONE:
            answer = Answer.passes(_("done"), entry.fact(body.text))
        case TaskState.DROPPED:
            answer = Answer.does_not_apply(body.because or _("dropped"), entry.fact(body.text))
        case TaskState.OPEN:
            until = _("until {day}").format(day=body.due_on.isoformat()) if body.due_on else _("no day set")
            answer = Answer.fails(until, entry.fact(body.text), missing=missing)
    return of_the_agency(f"{body.task} {body.text}", answer, FlowPart.OFFICE_TASK, body.task)


def of_the_agency(title: str, answer: Answer, part: FlowPart, task: str = "") -> PartAsked:
    """Return a part that no set asks for and that the agency sees to itself."""
    return PartAsked(SetId(""), decides=True, check=None, title=title, answer=answer, part=part, task=task)


def together(parts: tuple[PartAsked, ...]) -> Result:
    """Return how parts stand together: those of sets that decide, or where none does, those of sets that inform."""
    counting = tuple(one for one in parts if one.decides) or parts
    asked = [one.answer.result for one in counting if one.answer.result is not Result.NA]
    return combined(asked) if asked else Result.NA


def whose_turn(one: PartAsked, desk: Desk) -> str:
    """Say whose turn a part is: a role, somebody by their short name, or what it waits for."""
    missing = one.answer.missing
    if missing is not None and missing.who:
        return desk.short_name(PersonCode(missing.who))
    return turn_of(one.answer, desk.as_of).label
