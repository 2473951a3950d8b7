"""The case plan: a goal for each worry and the actions that answer it."""

from datetime import date

from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.words import Issue
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import (
    ActionOutcome,
    ActionStatus,
    CasePlan,
    Goal,
    GoalWeight,
    Horizon,
    Mode,
    PlannedAction,
)


def goals_of(issues: tuple[Issue, ...], on: date, *, tags: tuple[str, ...] = (), full: bool = True) -> tuple[Goal, ...]:
    """Return a goal for each worry; the first is the one on which most hangs. `full`: whether it was judged too."""
    return tuple(
        Goal(
            goal=f"O{number}",
            text=issue.goal,
            measure=issue.measure,
            target_on=add_months(on, 3 + number),
            weight=GoalWeight.MAJOR if number == 1 else GoalWeight.MINOR,
            area=issue.area,
            tags=tags,
            specific=YesNo.YES if full else None,
            realistic=YesNo.YES if full else None,
        )
        for number, issue in enumerate(issues, 1)
    )


def plan(
    pen: CasePen,
    on: date,
    issues: tuple[Issue, ...],
    *,
    every_days: int | None = None,
    reason: str = "",
    tags: tuple[str, ...] = (),
    with_actions: bool = True,
) -> None:
    """Write a version of the plan: a goal for each worry and its actions, which a later version no longer needs."""
    acting = issues if with_actions else ()
    steps = [(issue, text, f"O{number}") for number, issue in enumerate(acting, 1) for text in issue.actions]
    actions = tuple(
        PlannedAction(
            action=f"A{number}",
            text=text,
            owner=pen.worker.code if number % 3 else "caregiver",
            due_on=days_after(on, 14 * number),
            need=issue.need,
            goal=goal,
            mode=Mode.REFERRAL if issue.agency else Mode.DIRECT,
            horizon=(Horizon.SHORT, Horizon.LONG, Horizon.MEDIUM)[number % 3] if pen.says_it_all else None,
        )
        for number, (issue, text, goal) in enumerate(steps, 1)
    )
    pen.write(
        CasePlan(
            goals=goals_of(issues, on, tags=tags, full=pen.says_it_all),
            actions=actions,
            follow_up_every_days=every_days,
            contingency="Meet again within a week." if pen.says_it_all else "",
            reason=reason,
        ),
        on,
    )
    if with_actions and pen.says_it_all and pen.works_with("iag_core"):
        for name in ("strengths_asked", "heard_at_the_assessment", "plan_made_together", "heard_at_the_plan"):
            pen.write_of_set(name, on, entered=pen.moment(on, 17))


def interim_plan(pen: CasePen, on: date, issues: tuple[Issue, ...]) -> None:
    """Write what is done about unmet needs while the full assessment goes on, and that most of it was done in time."""
    due_on = days_after(on, 5)
    actions = tuple(
        PlannedAction(action=f"I{number}", text=issue.actions[0], owner=pen.worker.code, due_on=due_on, need=issue.need)
        for number, issue in enumerate(issues, 1)
    )
    pen.write(CasePlan(interim=YesNo.YES, actions=actions), on, entered=pen.moment(on, 17))
    for action in actions:
        if pen.often(0.85):
            pen.write(ActionOutcome(action=action.action, status=ActionStatus.DONE), working_day(due_on))
