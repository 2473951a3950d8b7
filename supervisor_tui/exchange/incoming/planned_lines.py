"""A section of interventions as one version of the case plan."""

import hashlib
from collections.abc import Sequence

import msgspec

from supervisor_tui.domain.records.plan import CasePlan, Goal, PlannedAction
from supervisor_tui.exchange.incoming.case_records import day_in
from supervisor_tui.exchange.incoming.drafts import Draft, Drafted, draft_of, kept_locked_text
from supervisor_tui.exchange.incoming.row_values import RowValues
from supervisor_tui.exchange.mapping.targets import group_of
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.wording import _

__all__ = ["plan_of"]


def plan_of(rows: Sequence[RowValues], case: RowValues) -> Drafted:
    """Return the plan with a line for each row; a plan that nobody dated makes no record.

    A line's number comes from the row's own id, so that what is recorded here about a line still belongs to it when
    the next export brings the rows in another order.
    """
    on = day_in(case, "plan.on")
    group = group_of("plan")
    assert group is not None
    if on is None:
        problem = ImportProblem(
            _("the plan was not taken in: its day is missing"),
            case.where,
            _("It is kept locked; add the day in the file, or record the plan here."),
        )
        return Drafted(refused=(problem,) if rows else ())
    goals: list[Goal] = []
    actions: list[PlannedAction] = []
    for place, row in enumerate(rows, start=1):
        number = _number(row, place)
        goal = f"O{number}" if "row.goal" in row.values or "row.goal" in row.locked else ""
        if goal:
            text = row.values.get("row.goal")
            goals.append(Goal(goal=goal, text=str(text) if text else kept_locked_text(place)))
        what = row.values.get("row.text")
        actions.append(
            PlannedAction(
                action=f"A{number}",
                text=str(what) if what else kept_locked_text(place),
                due_on=day_in(row, "row.due_on"),
                goal=goal,
            )
        )
    plan = draft_of(group, case.of_group("plan"), case.where, f"{on}", on)
    return Drafted(tuple(_with_lines(draft, goals, actions) for draft in plan.drafts), plan.refused)


def _with_lines(draft: Draft, goals: Sequence[Goal], actions: Sequence[PlannedAction]) -> Draft:
    assert isinstance(draft.body, CasePlan)
    body = msgspec.structs.replace(draft.body, goals=tuple(goals), actions=tuple(actions))
    said = (draft.said or frozenset()) | ({"goals", "actions"} if actions else set())
    return msgspec.structs.replace(draft, body=body, said=said)


def _number(row: RowValues, place: int) -> str:
    own = row.values.get("row.id")
    return f"-{hashlib.sha256(str(own).encode()).hexdigest()[:4].upper()}" if own else str(place)
