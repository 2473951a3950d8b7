"""The answer about the work of closing one case: its steps, what each set asks for in them, and the tasks."""

from datetime import date

import msgspec

from supervisor_tui.casework.closing_parts import PartAsked
from supervisor_tui.casework.closing_steps import ClosingSteps, StepStanding

__all__ = ["ClosingStepsAnswer", "steps_answer"]


class PartAnswer(msgspec.Struct, frozen=True):
    """What one set asks for in a step; set and rule are null for a task that the agency made."""

    set: str | None
    rule: str | None
    decides: bool
    part: str
    title: str
    result: str
    reason: str
    who: str | None
    earliest: date | None


class StepAnswer(msgspec.Struct, frozen=True):
    """One step: pass is done, fail is open, na is not asked."""

    step: str
    result: str
    words: str
    parts: tuple[PartAnswer, ...]


class RefusalAnswer(msgspec.Struct, frozen=True):
    """A decision not to close, which stays visible."""

    on: date
    body: str
    approver: str | None
    reason: str


class TaskAnswer(msgspec.Struct, frozen=True):
    """A task of closing."""

    task: str
    text: str
    owner: str | None
    due_on: date | None
    state: str
    rule: str | None


class ClosingStepsAnswer(msgspec.Struct, frozen=True):
    """How far the closing of a case has come. next: the first step that is not done, null where none is left."""

    case: str
    as_of: date
    next: str | None
    steps: tuple[StepAnswer, ...]
    refused: tuple[RefusalAnswer, ...]
    withdrawn: tuple[date, ...]
    tasks: tuple[TaskAnswer, ...]


def steps_answer(case: str, as_of: date, found: ClosingSteps) -> ClosingStepsAnswer:
    """Return the steps as JSON gives them."""
    following = found.next
    return ClosingStepsAnswer(
        case,
        as_of,
        following.step.value if following else None,
        tuple(map(_step, found.steps)),
        tuple(RefusalAnswer(one.on, one.body.body.value, one.body.approver, one.body.reason) for one in found.refused),
        tuple(one.on for one in found.withdrawn),
        tuple(
            TaskAnswer(
                one.body.task,
                one.body.text,
                one.body.owner or None,
                one.body.due_on,
                one.body.state.value,
                one.body.rule or None,
            )
            for one in found.tasks
        ),
    )


def _step(one: StepStanding) -> StepAnswer:
    return StepAnswer(one.step.value, one.result.value, one.words, tuple(map(_part, one.parts)))


def _part(one: PartAsked) -> PartAnswer:
    missing = one.answer.missing
    return PartAnswer(
        one.set or None,
        one.check.rule.id if one.check else None,
        one.decides,
        one.part.value,
        one.title,
        one.answer.result.value,
        one.answer.reason,
        missing.who if missing else None,
        one.answer.earliest,
    )
