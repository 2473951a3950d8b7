"""What each of the six steps asks for, what of it nobody recorded yet, and where that is written down."""

from collections.abc import Mapping

import msgspec

from iag_core.assessments import first_look, full_assessment
from iag_core.closing.matrix import main_reason
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import actions, current_plan, first_full_plan
from supervisor_tui.domain.records.assessment import Assessment, RiskLevelSet
from supervisor_tui.domain.records.closing import Closure, ClosureReason, ClosureRequest
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.plan import ActionOutcome, CasePlan
from supervisor_tui.domain.records.referral import ReferralProgress
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.referrals import referrals
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import closure, registration
from supervisor_tui.wording import _, ngettext


class AskedFor(msgspec.Struct, frozen=True):
    """One thing that a step asks for: in a few words, whether it is still missing, and the form that records it."""

    words: str
    is_missing: bool
    where: Missing


def asked_by_step(case: CaseFile) -> Mapping[Step, tuple[AskedFor, ...]]:
    """Return what each step asks for; nothing after the first assessment of a case that ends there."""
    steps = {
        Step.REGISTRATION: _of_registration(case),
        Step.ASSESSMENT: _of_the_assessment(case),
        Step.PLAN: _of_the_plan(case),
        Step.IMPLEMENTATION: _of_the_work(case),
        Step.FOLLOW_UP: (
            _asked(_("first follow-up"), not case.of(FollowUp), FollowUp.KIND),
            _asked(_("first review"), not case.of(Review), Review.KIND),
        ),
        Step.CLOSURE: (
            _asked(_("main reason"), main_reason(case) is None, ClosureRequest.KIND, "reason"),
            _asked(_("closing"), closure(case) is None, Closure.KIND),
        ),
    }
    if ends_at_the_first_assessment(case):
        steps |= dict.fromkeys((Step.PLAN, Step.IMPLEMENTATION, Step.FOLLOW_UP), ())
    return steps


def missing_by_step(case: CaseFile) -> Mapping[Step, tuple[str, ...]]:
    """Return what is missing under each step, in words; nothing where all of it is recorded."""
    return {
        one: tuple(asked.words for asked in found if asked.is_missing) for one, found in asked_by_step(case).items()
    }


def ends_at_the_first_assessment(case: CaseFile) -> bool:
    """Say whether the case closes, or closed, straight after the first assessment."""
    return main_reason(case) is ClosureReason.AFTER_INITIAL


def _asked(words: str, is_missing: bool, record: str, field: str | None = None) -> AskedFor:
    return AskedFor(words, is_missing, Missing(record=record, field=field))


def _of_registration(case: CaseFile) -> tuple[AskedFor, ...]:
    opening = registration(case)
    if opening is None:
        return (AskedFor(_("registration"), is_missing=True, where=Missing(record=Registration.KIND)),)
    body, kind = opening.body, Registration.KIND
    return (
        _asked(_("sex"), body.sex is None, kind, "sex"),
        _asked(_("age"), body.born_on is None and body.age_years is None, kind, "age_years"),
        _asked(_("whom the child lives with"), body.living_with is None, kind, "living_with"),
        _asked(_("first concerns"), not body.concerns, kind, "concerns"),
        _asked(_("danger to life"), body.urgent is None, kind, "urgent"),
    )


def _of_the_assessment(case: CaseFile) -> tuple[AskedFor, ...]:
    full = _asked(_("full assessment"), full_assessment(case) is None, Assessment.KIND, "stage")
    return (
        _asked(_("first assessment"), first_look(case) is None, Assessment.KIND, "stage"),
        _asked(_("risk level"), risk(case) is None, RiskLevelSet.KIND, "level"),
        *(() if ends_at_the_first_assessment(case) else (full,)),
    )


def _of_the_plan(case: CaseFile) -> tuple[AskedFor, ...]:
    plan = current_plan(case)
    if plan is None or first_full_plan(case) is None:
        return (AskedFor(_("case plan"), is_missing=True, where=Missing(record=CasePlan.KIND)),)
    return (
        _asked(_("goals"), not plan.body.goals, CasePlan.KIND, "goals"),
        _asked(_("actions"), not plan.body.actions, CasePlan.KIND, "actions"),
    )


def _of_the_work(case: CaseFile) -> tuple[AskedFor, ...]:
    pending = sum(action.is_open for action in actions(case))
    waiting = sum(referral.is_open for referral in referrals(case))
    open_actions = ngettext("{count} action open", "{count} actions open", pending).format(count=pending)
    open_referrals = ngettext("{count} referral open", "{count} referrals open", waiting).format(count=waiting)
    return (
        _asked(open_actions if pending else _("actions carried out"), pending > 0, ActionOutcome.KIND, "action"),
        _asked(open_referrals if waiting else _("referrals answered"), waiting > 0, ReferralProgress.KIND, "referral"),
    )
