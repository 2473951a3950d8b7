"""Parameter 1, item d: the worker sees no major area that still needs work or support."""

from datetime import date

from prerana_exit.episode import in_this_episode, newest_day
from prerana_exit.guidance import MUTUALLY_AGREED, RULES
from prerana_exit.pathways.mutually_agreed import SOURCE, of_a_client_in_contact
from prerana_exit.records.no_major_need import NoMajorNeed
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import GoalStanding, goals
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan, GoalOutcome, GoalStatus, GoalWeight
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@RULES.closure_check("PX-P1-d", title=_("Nothing major is left to work on"), source=SOURCE, alternative=MUTUALLY_AGREED)
@of_a_client_in_contact
def nothing_major_left(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """No major goal of the plan is open, and the worker stated that no major area needs work or support."""
    still_open = [standing for standing in goals(case) if standing.status is GoalStatus.OPEN]
    major = [standing for standing in still_open if standing.goal.weight is GoalWeight.MAJOR]
    if major:
        reason = _("Open and major: {goals}.").format(goals=_named(major))
        return Answer.fails(reason, *map(_fact, major), missing=Missing(GoalOutcome.KIND, "status"))
    stated = newest_day(in_this_episode(case, NoMajorNeed))
    against = next((entry for entry in stated if entry.body.none_left is not YesNo.YES), None)
    missing = Missing(NoMajorNeed.KIND, "none_left")
    if against is not None and against.body.none_left is YesNo.NO:
        reason = _("The worker sees a major area that still needs work.")
        return Answer.fails(reason, against.fact(reason), missing=missing)
    unweighed = [standing for standing in still_open if standing.goal.weight is None]
    if unweighed:
        reason = _("Open, and nobody recorded how much hangs on it: {goals}.").format(goals=_named(unweighed))
        return Answer.unknown(reason, *map(_fact, unweighed), missing=Missing(CasePlan.KIND, "goals"))
    if against is not None or not stated:
        return Answer.unknown(_("The worker has not stated that nothing major is left."), missing=missing)
    return Answer.passes(_("The worker stated it on {day}.").format(day=stated[-1].on), stated[-1].fact(_("Stated.")))


def _named(standings: list[GoalStanding]) -> str:
    return ", ".join(standing.goal.text for standing in standings)


def _fact(standing: GoalStanding) -> Fact:
    return Fact(_("Goal {goal} is open.").format(goal=standing.goal.goal), standing.since, standing.record)
