"""The lines of a plan: what, who and when; goals one can see reached; and needs that the plan answers."""

from collections.abc import Iterable
from datetime import date

from iag_core.needs import answered_by_the_plan, answered_elsewhere, last_list_of_needs, without_answer
from iag_core.problems import Problem, record_check
from iag_core.settings.quality import HANDLES
from iag_core.stages import before_the_plan
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.plan import current_plan
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan, Mode
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

NO_PLAN = _("There is no case plan.")


def the_current_plan(case: CaseFile) -> tuple[Entry[CasePlan], ...]:
    """Return the plan that holds."""
    plan = current_plan(case)
    return (plan,) if plan else ()


def with_work_of_the_community(case: CaseFile) -> tuple[Entry[CasePlan], ...]:
    """Return the plan that holds if members of the community carry out part of it."""
    return tuple(
        plan for plan in the_current_plan(case) if any(one.mode is Mode.COMMUNITY for one in plan.body.actions)
    )


@record_check(
    "IAG-S3-03",
    CasePlan,
    title=_("Each line says what, who and when"),
    source="004 §3.3",
    nothing=NO_PLAN,
    fine=_("Each line of the plan says what, who and when."),
    chosen=the_current_plan,
    unless=before_the_plan,
)
def each_line_says_what_who_and_when(
    _case: CaseFile, body: CasePlan, on: date, _settings: Settings
) -> Iterable[Problem]:
    """Each line of the plan says what is done, who does it, and until when."""
    for line in body.actions:
        if not line.text.strip():
            yield Problem(_("{number} does not say what is done.").format(number=line.action), "actions")
        if not line.owner.strip():
            yield Problem(_("{number} does not say who does it.").format(number=line.action), "actions")
        if line.due_on is None:
            yield Problem(_("{number} does not say until when.").format(number=line.action), "actions")
        elif line.due_on < on:
            yield Problem(_("{number} is due before the plan was made.").format(number=line.action), "actions")


@record_check(
    "IAG-S3-04",
    CasePlan,
    title=_("The plan answers every need"),
    source="004 §1.2, §3.3",
    nothing=NO_PLAN,
    fine=_("Every need of the assessment is answered."),
    chosen=the_current_plan,
    unless=before_the_plan,
)
def the_plan_answers_every_need(case: CaseFile, body: CasePlan, _on: date, _settings: Settings) -> Iterable[Problem]:
    """For every need that was found there is an action, a referral, or the word that there is no service."""
    if body.interim is YesNo.YES:
        return
    listed = last_list_of_needs(case)
    if listed is None:
        yield Problem(_("No assessment names a need, so nobody can say whether the plan answers it."), "", is_open=True)
        return
    open_needs = without_answer(listed.body.needs, answered_by_the_plan(case, body) | answered_elsewhere(case))
    if open_needs:
        yield Problem(_("No answer in the plan to: {needs}.").format(needs=", ".join(open_needs)), "actions")


@record_check(
    "IAG-S3-05",
    CasePlan,
    title=_("Goals that one can see reached"),
    source="004 §1.2",
    nothing=NO_PLAN,
    fine=_("Every goal is specific and realistic, and says how and until when one will see it."),
    chosen=the_current_plan,
    unless=before_the_plan,
)
def goals_that_one_can_see_reached(
    _case: CaseFile, body: CasePlan, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """A goal is specific, can be measured, is realistic, and has its time."""
    for goal in body.goals:
        if not goal.measure.strip():
            yield Problem(_("{number} does not say how one will see it.").format(number=goal.goal), "goals")
        if goal.target_on is None:
            yield Problem(_("{number} does not say until when.").format(number=goal.goal), "goals")
        if YesNo.NO in {goal.specific, goal.realistic}:
            yield Problem(_("{number} is judged not specific or not realistic.").format(number=goal.goal), "goals")
        elif not goal.specific or not goal.realistic:
            words = _("{number}: nobody said whether it is specific and realistic.")
            yield Problem(words.format(number=goal.goal), "goals", is_open=True)


@record_check(
    "IAG-S4-02",
    CasePlan,
    declares=RuleKind.FORM,
    title=_("Each action says how the need is met"),
    source="004 §1.2, §3.4",
    nothing=NO_PLAN,
    fine=_("Each action says whether it is done by us, by referral or by the community."),
    on_saving=False,
    chosen=the_current_plan,
    unless=before_the_plan,
)
def each_action_says_how(_case: CaseFile, body: CasePlan, _on: date, _settings: Settings) -> Iterable[Problem]:
    """A need is met by our own service, by referral, or by a community programme; each action says which."""
    silent = [line.action for line in body.actions if line.mode is None]
    if silent:
        words = _("Not said whether by us, by referral or by the community: {numbers}.")
        yield Problem(words.format(numbers=", ".join(silent)), "actions")


@record_check(
    "IAG-S4-11",
    CasePlan,
    title=_("The community handles what it may"),
    source="004 §2.2",
    nothing=_("The community carries out no part of the plan."),
    fine=_("The risk is within what the community may handle."),
    chosen=with_work_of_the_community,
    unless=before_the_plan,
)
def the_community_handles_what_it_may(
    case: CaseFile, body: CasePlan, _on: date, settings: Settings
) -> Iterable[Problem]:
    """People of the community may help to carry out a plan; what is past their limit goes to the formal system."""
    if not any(line.mode is Mode.COMMUNITY for line in body.actions):
        return
    limit, period = settings.word("community_handles_up_to"), risk(case)
    if not limit:
        words = _("The agency has not decided up to which risk the community may handle a case.")
        yield Problem(words, "actions", is_open=True, setting="community_handles_up_to")
    elif period is None or period.guidance is None:
        yield Problem(_("The risk level is not known."), "actions", is_open=True)
    elif _rank(period.guidance) > HANDLES.index(limit):
        words = _("The community carries out part of the plan, and the risk is {risk}.")
        yield Problem(words.format(risk=period.guidance.label), "actions")


def _rank(level: GuidanceRisk) -> int:
    return HANDLES.index(level.value)
