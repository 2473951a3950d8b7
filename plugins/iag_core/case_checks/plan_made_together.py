"""The plan is made with child and family, and the child has a copy it understands."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, by_our_own, record_check, the_latest
from iag_core.records.plan_making import PlanMaking
from iag_core.stages import before_the_plan
from supervisor_tui.domain.answers import Fact
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import actions, first_full_plan
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

NOT_FILLED_IN = _("Nobody filled in how the plan was made.")


def our_plan(case: CaseFile) -> Fact | None:
    """Return that a full plan was made here, after which it is written down how it was made."""
    return by_our_own(case, first_full_plan(case))


def work_for_the_child(case: CaseFile) -> Fact | None:
    """Return that our plan gives the child something to do, so that it needs a copy."""
    return our_plan(case) if _own_work(case) else None


@record_check(
    "IAG-S3-06",
    PlanMaking,
    declares=RuleKind.CHECKLIST,
    title=_("Goals set with child and family"),
    source="004 §1.2",
    nothing=NOT_FILLED_IN,
    fine=_("The goals were set with child and family, or it is said why not."),
    nothing_is_open=True,
    owed=our_plan,
    chosen=the_latest(PlanMaking),
    unless=before_the_plan,
)
def goals_set_with_child_and_family(
    _case: CaseFile, body: PlanMaking, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Goals are set with the child and, where it is right, with the family."""
    for answer, reason, field, who in (
        (body.child_agreed, body.child_reason, "child_agreed", _("child")),
        (body.family_agreed, body.family_reason, "family_agreed", _("family")),
    ):
        if answer is not YesNo.YES and not reason.strip():
            words = _("The goals were not set with the {who} on record, and no reason is given.")
            yield Problem(words.format(who=who), field)


@record_check(
    "IAG-S3-11",
    PlanMaking,
    declares=RuleKind.CHECKLIST,
    title=_("The child has a copy it understands"),
    source="004 §3.3",
    nothing=NOT_FILLED_IN,
    fine=_("The child has a copy it understands, or it is said why not."),
    nothing_is_open=True,
    owed=work_for_the_child,
    on_saving=False,
    chosen=the_latest(PlanMaking),
    unless=before_the_plan,
)
def the_child_has_a_copy(case: CaseFile, body: PlanMaking, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Where possible the child gets the plan in simple writing, above all if the child has something to do in it."""
    if body.child_copy_on is not None or body.no_copy_because.strip():
        return
    own = _own_work(case)
    if own:
        words = _("The child has no copy on record, and has to do {numbers}.")
        yield Problem(words.format(numbers=", ".join(own)), "child_copy_on")
    else:
        yield Problem(_("It is not recorded whether the child has a copy of the plan."), "child_copy_on", is_open=True)


def _own_work(case: CaseFile) -> list[str]:
    return [line.action.action for line in actions(case) if line.action.owner.casefold() == "child"]
