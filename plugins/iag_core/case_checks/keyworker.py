"""One caseworker at a time, without a gap; and what others do is looked after."""

from datetime import date, timedelta
from itertools import pairwise

from iag_core.problems import case_check
from iag_core.settings import figure
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.plan import actions, goals
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.plan import ActionOutcome, GoalOutcome, GoalStatus
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode, episodes
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _


@case_check("IAG-S3-14", title=_("One caseworker at any time"), source="004 §1.1, §3.3")
def one_caseworker_at_any_time(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """One caseworker is the child's contact through the whole case: never nobody, never two.

    Until the case is first given to somebody it is an intake.
    """
    given = case.of(Assignment)
    if not given:
        return Answer.unknown(
            _("The case was not given to a caseworker."), missing=Missing(record=Assignment.KIND, field="worker")
        )
    faults = [words for earlier, later in pairwise(given) if (words := _between(case, earlier, later))]
    present, ended = episode(case), given[-1].body.until
    still_open = present is not None and present.closed_on is None
    if still_open and ended is not None and ended < as_of:
        faults.append(_("Nobody carries the case since {day}.").format(day=_iso(ended + timedelta(days=1))))
    facts = tuple(entry.fact(_("Given to {worker}").format(worker=entry.body.worker)) for entry in given)
    if faults:
        return Answer.fails(" ".join(faults), *facts, missing=Missing(record=Assignment.KIND, field="until"))
    return Answer.passes(_("One caseworker carried the case at any time."), *facts)


@case_check("IAG-S3-16", title=_("What is late was looked after"), source="004 §1.2, §3.3", strength=Strength.WARNS)
def what_is_late_was_looked_after(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The caseworker checks what everybody does; an action past its day has a word on how it stands.

    Our own limit is seven days after its day.
    """
    days = timedelta(days=figure(settings, "late_action_check_days"))
    late = [
        line
        for line in actions(case)
        if line.is_open and line.action.due_on is not None and line.action.due_on + days < as_of
    ]
    if not late:
        return Answer.does_not_apply(_("No action is past its day for longer than that."))
    silent = [
        line.action.action
        for line in late
        if not any(
            entry.body.action == line.action.action
            and line.action.due_on is not None
            and entry.on >= line.action.due_on
            for entry in case.of(ActionOutcome)
        )
    ]
    if silent:
        return Answer.fails(
            _("Past their day, and nobody wrote how they stand: {numbers}.").format(numbers=", ".join(silent)),
            missing=Missing(record=ActionOutcome.KIND, field="status"),
        )
    return Answer.passes(_("For every late action it is recorded how it stands."))


@case_check("IAG-S4-09", title=_("Progress on every goal is recorded"), source="004 §1.2", strength=Strength.WARNS)
def progress_is_recorded(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Every open goal has a word on its progress within the time between two reviews.

    A review that says whether goals are being met is such a word for all of them.
    """
    still_open = [goal for goal in goals(case) if goal.status is GoalStatus.OPEN]
    if not still_open:
        return Answer.does_not_apply(_("No goal is open."))
    looked = [entry.on for entry in case.of(Review) if entry.body.goals_being_met is not None]
    months = figure(settings, "review_months")
    silent = []
    for goal in still_open:
        own = [entry.on for entry in case.of(GoalOutcome) if entry.body.goal == goal.goal.goal]
        if add_months(max([goal.since, *looked, *own]), months) < as_of:
            silent.append(goal.goal.goal)
    if silent:
        return Answer.fails(
            _("No word on progress since the last time between two reviews: {numbers}.").format(
                numbers=", ".join(silent)
            ),
            missing=Missing(record=GoalOutcome.KIND, field="status"),
        )
    return Answer.passes(_("Progress on every open goal is recorded."))


def _between(case: CaseFile, earlier: Entry[Assignment], later: Entry[Assignment]) -> str:
    if earlier.body.worker == later.body.worker:
        return ""
    if earlier.on == later.on or (earlier.body.until is not None and earlier.body.until >= later.on):
        words = _("{one} and {other} both carry the case on {day}.")
        return words.format(one=earlier.body.worker, other=later.body.worker, day=_iso(later.on))
    if earlier.body.until is not None and earlier.body.until + timedelta(days=1) < later.on:
        words = _("Nobody carries the case from {first} to {last}.")
        first, last = earlier.body.until + timedelta(days=1), later.on - timedelta(days=1)
        if _was_closed(case, first, last):
            return ""
        return words.format(first=_iso(first), last=_iso(last))
    return ""


def _was_closed(case: CaseFile, first: date, last: date) -> bool:
    """Say whether a case that was opened again was closed on all these days, so that nobody had to carry it."""
    return any(
        ended.closed_on is not None and ended.closed_on <= first and last < following.opened_on
        for ended, following in pairwise(episodes(case))
    )


def _iso(day: date) -> str:
    return day.isoformat()
