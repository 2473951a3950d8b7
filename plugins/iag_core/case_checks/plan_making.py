"""What a plan holds: a routine of follow-up, something for good, a fallback, and two ways where much hangs on it."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from iag_core.case_checks.plan_lines import NO_PLAN, the_current_plan
from iag_core.needs import name_of
from iag_core.problems import Problem, of_this_episode, record_check
from iag_core.settings import figure
from iag_core.stages import before_the_plan
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan, Horizon, PlannedAction
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

CHILD_OR_FAMILY = frozenset({"child", "family", "caregiver"})


def later_versions(case: CaseFile) -> tuple[Entry[CasePlan], ...]:
    """Return the versions of the plan after the first full one of this episode."""
    return tuple(entry for entry in of_this_episode(CasePlan)(case) if entry.body.interim is YesNo.NO)[1:]


def with_critical_needs(case: CaseFile) -> tuple[Entry[CasePlan], ...]:
    """Return the plan that holds if it names needs that cannot wait for one option to fail."""
    return tuple(plan for plan in the_current_plan(case) if plan.body.critical_needs)


@record_check(
    "IAG-S3-07",
    CasePlan,
    title=_("The plan says how often follow-up is"),
    source="004 §3.3, §3.5",
    nothing=NO_PLAN,
    fine=_("The plan says how often follow-up is."),
    chosen=the_current_plan,
    unless=before_the_plan,
)
def the_plan_says_how_often(case: CaseFile, body: CasePlan, _on: date, settings: Settings) -> Iterable[Problem]:
    """The plan holds the routine of follow-up; one that is looser than the risk asks for is pointed out."""
    if body.interim is YesNo.YES or body.daily_contact is YesNo.YES:
        return
    if body.follow_up_every_days is None:
        yield Problem(_("The plan does not say how often follow-up is."), "follow_up_every_days")
        return
    usual = _usual_days(case, settings)
    if usual is not None and body.follow_up_every_days > usual:
        words = _("Every {days} days is less often than the risk asks for ({usual} days).")
        yield Problem(words.format(days=body.follow_up_every_days, usual=usual), "follow_up_every_days", is_open=True)


@record_check(
    "IAG-S3-08",
    CasePlan,
    title=_("Something in the plan is for good"),
    source="004 §3.3",
    nothing=NO_PLAN,
    fine=_("The plan looks to a lasting solution and to what is needed until then."),
    chosen=the_current_plan,
    unless=before_the_plan,
)
def something_is_for_good(case: CaseFile, body: CasePlan, _on: date, _settings: Settings) -> Iterable[Problem]:
    """A plan aims at a lasting solution, and meets short and medium needs on the way."""
    if body.interim is YesNo.YES:
        return
    horizons = {line.horizon for line in _lines_of_every_version(case, body)}
    if Horizon.LONG not in horizons and not body.nothing_lasting_because.strip():
        only_blank = horizons <= {None}
        words = (
            _("Nobody said how far ahead the actions look.") if only_blank else _("Nothing in the plan is for good.")
        )
        yield Problem(words, "actions", is_open=only_blank)
    opening = registration(case)
    if Horizon.SHORT not in horizons and opening is not None and opening.body.urgent is YesNo.YES:
        yield Problem(_("There was danger, and nothing in the plan is for the first days."), "actions", is_open=True)


@record_check(
    "IAG-S3-09",
    CasePlan,
    title=_("A fallback is agreed"),
    source="004 §3.3",
    nothing=NO_PLAN,
    fine=_("It is agreed what happens if the plan does not work."),
    strength=Strength.WARNS,
    chosen=the_current_plan,
    unless=before_the_plan,
)
def a_fallback_is_agreed(_case: CaseFile, body: CasePlan, _on: date, _settings: Settings) -> Iterable[Problem]:
    """A plan says what happens if an action proves impossible; to meet again is enough."""
    if body.interim is YesNo.NO and not body.contingency.strip():
        yield Problem(_("The plan does not say what happens if it does not work."), "contingency")


@record_check(
    "IAG-S3-10",
    CasePlan,
    title=_("Two ways at once where much hangs on it"),
    source="004 §3.3",
    nothing=_("No need is marked as one that cannot wait for an option to fail."),
    fine=_("For every such need two options run at the same time."),
    strength=Strength.WARNS,
    chosen=with_critical_needs,
    unless=before_the_plan,
)
def two_ways_at_once(case: CaseFile, body: CasePlan, on: date, _settings: Settings) -> Iterable[Problem]:
    """Two or more options run at the same time, so that nothing is lost when one of them fails."""
    ended = {line.action.action for line in actions(case) if not line.is_open}
    for need in body.critical_needs:
        lines = [
            line
            for line in body.actions
            if name_of(line.need) == name_of(need) and line.action not in ended and line.track.strip()
        ]
        if not any(_run_together(one, other, on) for one, other in combinations(lines, 2)):
            yield Problem(_("Only one option runs at a time for: {need}.").format(need=need), "actions")


@record_check(
    "IAG-S3-12",
    CasePlan,
    title=_("A changed plan says why"),
    source="004 §1.2",
    nothing=_("The plan was not changed."),
    fine=_("Every changed plan says why."),
    chosen=later_versions,
    unless=before_the_plan,
)
def a_changed_plan_says_why(case: CaseFile, body: CasePlan, on: date, _settings: Settings) -> Iterable[Problem]:
    """A plan may change at any time; the earlier version stays, and the later one says why."""
    earlier = [entry for entry in of_this_episode(CasePlan)(case) if entry.on < on and entry.body.interim is YesNo.NO]
    if earlier and body.interim is YesNo.NO and not body.reason.strip():
        yield Problem(_("The plan of {day} was changed without a reason.").format(day=on.isoformat()), "reason")


@record_check(
    "IAG-PRIN-10",
    CasePlan,
    title=_("The plan builds on strengths"),
    source="004 §1.4, §1.2",
    nothing=NO_PLAN,
    fine=_("Something in the plan builds on a strength, or is done by child or family."),
    strength=Strength.WARNS,
    chosen=the_current_plan,
    unless=before_the_plan,
)
def the_plan_builds_on_strengths(case: CaseFile, body: CasePlan, _on: date, _settings: Settings) -> Iterable[Problem]:
    """At least one action uses what child and family are good at, or is theirs to do."""
    if body.interim is YesNo.YES:
        return
    lines = _lines_of_every_version(case, body)
    if not any(line.builds_on.strip() or line.owner.casefold() in CHILD_OR_FAMILY for line in lines):
        yield Problem(_("Nothing in the plan builds on a strength or is done by child or family."), "actions")


def _lines_of_every_version(case: CaseFile, body: CasePlan) -> tuple[PlannedAction, ...]:
    """Return the lines of this plan and of the versions before it, which held what is done by now."""
    versions = (body, *(entry.body for entry in of_this_episode(CasePlan)(case) if entry.body.interim is YesNo.NO))
    return tuple(line for version in versions for line in version.actions)


_USUAL = {
    GuidanceRisk.HIGH: "follow_up_high_gap_days",
    GuidanceRisk.MEDIUM: "follow_up_medium_days",
    GuidanceRisk.LOW: "follow_up_low_days",
}


def _usual_days(case: CaseFile, settings: Settings) -> int | None:
    period = risk(case)
    key = _USUAL.get(period.guidance) if period is not None and period.guidance is not None else None
    return figure(settings, key) if key else None


def _run_together(one: PlannedAction, other: PlannedAction, plan_of: date) -> bool:
    if one.track.casefold() == other.track.casefold():
        return False
    starts = max(one.starts_on or plan_of, other.starts_on or plan_of)
    return starts <= min(one.due_on or date.max, other.due_on or date.max)
