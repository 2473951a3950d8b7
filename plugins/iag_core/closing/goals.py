"""The goals of the plan are reached."""

from collections.abc import Sequence
from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import GoalStanding, current_plan, goals
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan, GoalOutcome, GoalStatus
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-03", title=_("Every goal of the plan is reached"), source="004 §3.6; 002")
@by_reason("IAG-CLS-03")
def every_goal_is_reached(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The goals of child and family in the case plan are reached, all of them.

    A goal that was dropped is not a goal that was reached; a supervisor may accept it with the reason.
    """
    return _all_reached(case)


@rules.closure_check(
    "FU-16", title=_("Every goal laid out in the plan is reached"), source="002", strength=Strength.WARNS
)
@by_reason("FU-16")
def every_goal_laid_out_is_reached(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """All goals of the case plan should be reached, whoever asks for the closing; one dropped on the way is not."""
    return _all_reached(case)


def _all_reached(case: CaseFile) -> Answer:
    plan = current_plan(case)
    if plan is None or plan.body.interim is not YesNo.NO:
        return Answer.unknown(
            _("There is no full case plan, so nobody can say whether its goals are reached."),
            missing=Missing(record=CasePlan.KIND, field="goals"),
        )
    standing = goals(case)
    if not standing:
        return Answer.unknown(
            _("The case plan names no goals."),
            plan.fact(_("The plan was agreed.")),
            missing=Missing(record=CasePlan.KIND, field="goals"),
        )
    facts = tuple(_fact(case, goal) for goal in standing)
    short = [goal for goal in standing if goal.status is not GoalStatus.MET]
    if short:
        return Answer.fails(_not_reached(short), *facts, missing=Missing(record=GoalOutcome.KIND, field="status"))
    return Answer.passes(_("Every goal of the plan is reached."), *facts)


def _not_reached(short: Sequence[GoalStanding]) -> str:
    named = ", ".join(_("{goal} ({status})").format(goal=goal.goal.goal, status=goal.status.label) for goal in short)
    return _("Goals not reached: {named}.").format(named=named)


def _fact(case: CaseFile, goal: GoalStanding) -> Fact:
    record = next(record for record in case.records if record.id == goal.record)
    text = _("Goal {goal}: {status}").format(goal=goal.goal.goal, status=goal.status.label)
    return Fact(text, goal.since, goal.record, record.how_known)
