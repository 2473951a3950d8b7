"""What nobody recorded yet, under each of the six steps, in a few words each."""

from collections.abc import Mapping

from iag_core.assessments import first_look, full_assessment
from iag_core.closing.matrix import main_reason
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import actions, current_plan, first_full_plan
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.referrals import referrals
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import closure, registration
from supervisor_tui.wording import _, ngettext


def missing_by_step(case: CaseFile) -> Mapping[Step, tuple[str, ...]]:
    """Return what is missing under each step; nothing where all of it is recorded."""
    return {
        Step.REGISTRATION: _of_registration(case),
        Step.ASSESSMENT: _named(
            (first_look(case) is None, _("first assessment")),
            (risk(case) is None, _("risk level")),
            (full_assessment(case) is None, _("full assessment")),
        ),
        Step.PLAN: _of_the_plan(case),
        Step.IMPLEMENTATION: _of_the_work(case),
        Step.FOLLOW_UP: _named(
            (not case.of(FollowUp), _("first follow-up")),
            (not case.of(Review), _("first review")),
        ),
        Step.CLOSURE: _named(
            (main_reason(case) is None, _("main reason")),
            (closure(case) is None, _("closing")),
        ),
    }


def _named(*asked: tuple[bool, str]) -> tuple[str, ...]:
    return tuple(words for is_missing, words in asked if is_missing)


def _of_registration(case: CaseFile) -> tuple[str, ...]:
    opening = registration(case)
    if opening is None:
        return (_("registration"),)
    body = opening.body
    return _named(
        (body.sex is None, _("sex")),
        (body.born_on is None and body.age_years is None, _("age")),
        (body.living_with is None, _("whom the child lives with")),
        (not body.concerns, _("first concerns")),
        (body.urgent is None, _("danger to life")),
    )


def _of_the_plan(case: CaseFile) -> tuple[str, ...]:
    plan = current_plan(case)
    if plan is None or first_full_plan(case) is None:
        return (_("case plan"),)
    return _named(
        (not plan.body.goals, _("goals")),
        (not plan.body.actions, _("actions")),
    )


def _of_the_work(case: CaseFile) -> tuple[str, ...]:
    pending = sum(action.is_open for action in actions(case))
    waiting = sum(referral.is_open for referral in referrals(case))
    return _named(
        (pending > 0, ngettext("{count} action open", "{count} actions open", pending).format(count=pending)),
        (waiting > 0, ngettext("{count} referral open", "{count} referrals open", waiting).format(count=waiting)),
    )
