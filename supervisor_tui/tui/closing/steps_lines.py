"""The lines of the steps of closing: under each step what each set asks for, then the tasks and what was refused."""

from collections.abc import Callable, Iterable

import msgspec

from supervisor_tui.casework.closing_parts import PartAsked
from supervisor_tui.casework.closing_steps import ClosingStep, ClosingSteps, StepStanding
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.domain.records.closing import ClosureRequest
from supervisor_tui.domain.records.closing_task import TaskState
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import Marks, result_tone
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.wording import _

__all__ = ["StepLine", "step_columns", "step_groups"]


class StepLine(msgspec.Struct, frozen=True):
    """One line: what is asked for, how it stands, whose turn it is, and who asks. task: its number, for tasks."""

    key: str
    what: str
    reason: str = ""
    who: str = ""
    set_title: str = ""
    result: Result | None = None
    missing: Missing | None = None
    rule: RuleId | None = None
    task: str = ""


def step_columns(marks: Marks) -> tuple[Column[StepLine], ...]:
    """Return the columns: mark, what, why, whose turn, which set."""

    def mark(line: StepLine) -> Cell:
        return Cell("") if line.result is None else Cell(marks.of(line.result), result_tone(line.result))

    return (
        Column("mark", "", mark, width=1),
        Column("what", "", lambda line: line.what, width=30, flex=2),
        Column("reason", "", lambda line: Cell(line.reason, Tone.QUIET), width=24, flex=3, leaves_first=3),
        Column("who", "", lambda line: line.who, width=18, leaves_first=1),
        Column("set", "", lambda line: Cell(line.set_title, Tone.QUIET), width=14, leaves_first=2),
    )


def step_groups(
    found: ClosingSteps, titles: dict[SetId, str], turn: Callable[[PartAsked], str]
) -> tuple[Group[StepLine], ...]:
    """Return the steps in their order, the next one marked by its words; what was refused stands below."""
    return (*(_group(found, one, titles, turn) for one in found.steps), *_refused(found))


def _group(
    found: ClosingSteps, one: StepStanding, titles: dict[SetId, str], turn: Callable[[PartAsked], str]
) -> Group[StepLine]:
    is_next = found.next is one
    note = " · ".join(part for part in (_("next") if is_next else "", one.words) if part)
    lines = tuple(_line(one.step, part, titles, turn) for part in one.parts)
    is_settled = one.result in {Result.PASS, Result.NA}
    tone = Tone.STRONG if is_next else Tone.PLAIN
    return Group(
        one.step.value, one.step.label.upper(), lines, note=note, mark=one.result, folded=is_settled, tone=tone
    )


def _line(step: ClosingStep, part: PartAsked, titles: dict[SetId, str], turn: Callable[[PartAsked], str]) -> StepLine:
    is_open = part.answer.result in {Result.FAIL, Result.UNKNOWN}
    set_title = titles.get(part.set, _("this agency"))
    if part.set and not part.decides:
        set_title = _("{set}, informs").format(set=set_title)
    return StepLine(
        key=f"{step.value}/{part.set}/{part.title}",
        what=part.title,
        reason=part.answer.reason,
        who=turn(part) if is_open else "",
        set_title=set_title,
        result=part.answer.result,
        missing=part.answer.missing,
        rule=part.check.rule.id if part.check else None,
        task=part.task,
    )


def _refused(found: ClosingSteps) -> Iterable[Group[StepLine]]:
    lines = [
        StepLine(
            f"refused/{one.id}", one.body.body.label, one.body.reason or _("no reason recorded"), one.on.isoformat()
        )
        for one in found.refused
    ]
    if lines:
        yield Group("refused", _("NOT APPROVED BEFORE"), tuple(lines), count=len(lines))
    back = [
        StepLine(
            f"withdrawn/{one.id}", ClosureRequest.TITLE, one.body.note or _("no reason recorded"), one.on.isoformat()
        )
        for one in found.withdrawn
    ]
    if back:
        yield Group("withdrawn", _("TAKEN BACK"), tuple(back), count=len(back))
    ended = [one for one in found.tasks if one.body.state is TaskState.DROPPED]
    if ended:
        dropped = tuple(StepLine(f"dropped/{one.id}", one.body.text, one.body.because) for one in ended)
        yield Group("dropped", _("DROPPED"), dropped, count=len(dropped), folded=True)
