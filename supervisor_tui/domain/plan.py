"""The case plan as it stands: the latest version, what was added since, and what became of each line.

A word on a goal or an action counts for as long as the plan goes on naming the same one: a number that a later version
gives to something else, or that a reopened case starts with again, begins anew.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from supervisor_tui.domain.case_file import BodyT, CaseFile, Entry, told_once
from supervisor_tui.domain.ids import MeetingId, RecordId
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import (
    ActionAdded,
    ActionOutcome,
    ActionStatus,
    CasePlan,
    Goal,
    GoalOutcome,
    GoalStatus,
    PlannedAction,
)
from supervisor_tui.domain.status import episode


class GoalStanding(msgspec.Struct, frozen=True):
    """A goal and what became of it; `since` is the day of the last word on it."""

    goal: Goal
    status: GoalStatus
    since: date
    record: RecordId


class ActionStanding(msgspec.Struct, frozen=True):
    """An action, where it was decided and how it stands; correction: of the minutes by which it reads so."""

    action: PlannedAction
    status: ActionStatus
    decided_on: date
    record: RecordId
    meeting: MeetingId | None = None
    ended_on: date | None = None
    note: str = ""
    correction: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.status in {ActionStatus.PENDING, ActionStatus.ONGOING}


def current_plan(case: CaseFile) -> Entry[CasePlan] | None:
    """Return the latest full plan, else the latest interim one, else None."""
    return case.latest_where(CasePlan, lambda body: body.interim is YesNo.NO) or case.latest(CasePlan)


def first_full_plan(case: CaseFile) -> Entry[CasePlan] | None:
    """Return the first plan that is not an interim one, or None."""
    return next((entry for entry in case.of(CasePlan) if entry.body.interim is YesNo.NO), None)


@told_once
def goals(case: CaseFile) -> tuple[GoalStanding, ...]:
    """Return the goals of the current plan in its order, each with its status."""
    plan = current_plan(case)
    if plan is None:
        return ()
    words = {entry.body.goal: entry for entry in case.of(GoalOutcome)}
    return tuple(_with_word(case, plan, goal, words.get(goal.goal)) for goal in plan.body.goals)


@told_once
def actions(case: CaseFile) -> tuple[ActionStanding, ...]:
    """Return the actions of the current plan and those added by decisions, each with its status.

    An action added before a newer plan version stays until it is done or dropped; a plan line of the same number
    takes its place. One that a version takes over word for word stays an action of the meeting that asked for it,
    which goes on following it.
    """
    plan = current_plan(case)
    lines = [] if plan is None else [_planned(case, plan, action) for action in plan.body.actions]
    planned = {line.action.action for line in lines}
    lines += [_added(entry) for entry in case.of(ActionAdded) if entry.body.action not in planned]
    words = {entry.body.action: entry for entry in case.of(ActionOutcome)}
    return tuple(_with_outcome(line, words.get(line.action.action)) for line in lines)


def action_numbers(case: CaseFile) -> tuple[str, ...]:
    """Return every number that an action of this case ever had, so that none is given to another one.

    Plans that were replaced, and stretches of work that ended, count too.
    """
    planned = (line.action for entry in case.of(CasePlan) for line in entry.body.actions)
    added = (entry.body.action for entry in case.of(ActionAdded))
    return tuple(dict.fromkeys((*planned, *added, *(entry.body.action for entry in case.of(ActionOutcome)))))


def next_number(letter: str, taken: tuple[str, ...]) -> str:
    """Return the next free number of a series such as A1, A2, A3."""
    used = [
        int(number[len(letter) :])
        for number in taken
        if number.startswith(letter) and number[len(letter) :].isdecimal()
    ]
    return f"{letter}{max(used, default=0) + 1}"


def _with_word(case: CaseFile, plan: Entry[CasePlan], goal: Goal, word: Entry[GoalOutcome] | None) -> GoalStanding:
    def names_it(body: CasePlan) -> bool:
        return any((one.goal, one.text) == (goal.goal, goal.text) for one in body.goals)

    if word is None or word.on < _named_since(case, plan, names_it):
        return GoalStanding(goal, GoalStatus.OPEN, plan.on, plan.id)
    return GoalStanding(goal, word.body.status, word.on, word.id)


def _planned(case: CaseFile, plan: Entry[CasePlan], action: PlannedAction) -> ActionStanding:
    def names_it(body: CasePlan) -> bool:
        return any((one.action, one.text) == (action.action, action.text) for one in body.actions)

    since = _named_since(case, plan, names_it)
    added = [
        entry
        for entry in _in_episode(case, ActionAdded)
        if (entry.body.action, entry.body.text) == (action.action, action.text) and entry.on <= since
    ]
    decided_on = min((entry.on for entry in added), default=since)
    meeting = next((entry.body.meeting for entry in added if entry.body.meeting is not None), None)
    corrected = max((entry.body.correction or 0 for entry in added), default=0) or None
    return ActionStanding(action, ActionStatus.PENDING, decided_on, plan.id, meeting, correction=corrected)


def _named_since(case: CaseFile, plan: Entry[CasePlan], names_it: Callable[[CasePlan], bool]) -> date:
    """Return the day of the first of the versions that, up to this one and in this episode, all name the same line."""
    since = plan.on
    for earlier in reversed(_in_episode(case, CasePlan)):
        if earlier.on > plan.on or earlier.id == plan.id:
            continue
        if not names_it(earlier.body):
            break
        since = earlier.on
    return since


def _in_episode(case: CaseFile, kind: type[BodyT]) -> tuple[Entry[BodyT], ...]:
    present = episode(case)
    if present is None or present.number == 1:
        return case.of(kind)
    return tuple(entry for entry in case.of(kind) if entry.on >= present.opened_on)


def _added(entry: Entry[ActionAdded]) -> ActionStanding:
    body = entry.body
    action = PlannedAction(action=body.action, text=body.text, owner=body.owner, due_on=body.due_on, need=body.need)
    return ActionStanding(action, ActionStatus.PENDING, entry.on, entry.id, body.meeting, correction=body.correction)


def _with_outcome(line: ActionStanding, word: Entry[ActionOutcome] | None) -> ActionStanding:
    if word is None or word.on < line.decided_on:
        return line
    ended = word.on if word.body.status in {ActionStatus.DONE, ActionStatus.DROPPED} else None
    return msgspec.structs.replace(line, status=word.body.status, ended_on=ended, note=word.body.note)
