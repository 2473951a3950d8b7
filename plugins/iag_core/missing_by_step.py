"""What each of the six steps asks for, what of it nobody recorded yet, and where that is written down."""

from collections.abc import Mapping
from datetime import date

from iag_core.asked_at_registration import asked_at_registration
from iag_core.asked_for import AskedFor, asked
from iag_core.assessments import finished, first_look, full_assessment
from iag_core.closing.matrix import main_reason
from iag_core.schedule.assessment_revision import NEW_LOOKS
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import actions, current_plan, first_full_plan
from supervisor_tui.domain.records.assessment import Assessment, RiskLevelSet
from supervisor_tui.domain.records.closing import Closure, ClosureReason, ClosureRequest
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import ActionOutcome, CasePlan
from supervisor_tui.domain.records.referral import ReferralProgress
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.referrals import referrals
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import closure, done_anew_since, episode
from supervisor_tui.wording import _, ngettext


def asked_by_step(case: CaseFile) -> Mapping[Step, tuple[AskedFor, ...]]:
    """Return what each step asks for; nothing after the first assessment of a case that ends there.

    A step that the work went back to, or that begins anew with a reopening, asks for what has been done since then.
    """
    steps = {
        Step.REGISTRATION: asked_at_registration(case),
        Step.ASSESSMENT: _of_the_assessment(case),
        Step.PLAN: _of_the_plan(case),
        Step.IMPLEMENTATION: _of_the_work(case),
        Step.FOLLOW_UP: _of_following_up(case),
        Step.CLOSURE: (
            asked(_("main reason"), main_reason(case) is None, ClosureRequest.KIND, "reason"),
            asked(_("closing"), closure(case) is None, Closure.KIND),
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


def _of_the_assessment(case: CaseFile) -> tuple[AskedFor, ...]:
    full = asked(_("full assessment"), full_assessment(case) is None, Assessment.KIND, "stage")
    anew = done_anew_since(case, Step.ASSESSMENT)
    return (
        asked(_("first assessment"), first_look(case) is None, Assessment.KIND, "stage"),
        asked(_("risk level"), not _risk_is_set(case), RiskLevelSet.KIND, "level"),
        *(() if ends_at_the_first_assessment(case) else (full,)),
        *(() if full.is_missing or anew is None else (_looked_at_anew(case, anew),)),
    )


def _risk_is_set(case: CaseFile) -> bool:
    """Say whether the present stretch of work has its risk level."""
    level, since = risk(case), opened_again_on(case) or date.min
    return level is not None and level.entry.on >= since


def _looked_at_anew(case: CaseFile, since: date) -> AskedFor:
    looks = [entry for entry in finished(case, NEW_LOOKS) if entry.on >= since]
    words = _("assessment brought up to date since {day}").format(day=since.isoformat())
    return asked(words, not looks, Assessment.KIND, "stage")


def _of_the_plan(case: CaseFile) -> tuple[AskedFor, ...]:
    plan, anew = current_plan(case), done_anew_since(case, Step.PLAN)
    if plan is None or first_full_plan(case) is None:
        return (AskedFor(_("case plan"), is_missing=True, where=Missing(record=CasePlan.KIND)),)
    return (
        asked(_("goals"), not plan.body.goals, CasePlan.KIND, "goals"),
        asked(_("actions"), not plan.body.actions, CasePlan.KIND, "actions"),
        *(() if anew is None else (_planned_anew(case, anew),)),
    )


def _planned_anew(case: CaseFile, since: date) -> AskedFor:
    made = [entry for entry in case.of(CasePlan) if entry.on >= since and entry.body.interim is YesNo.NO]
    words = _("case plan made anew since {day}").format(day=since.isoformat())
    return asked(words, not made, CasePlan.KIND)


def _of_the_work(case: CaseFile) -> tuple[AskedFor, ...]:
    pending = sum(action.is_open for action in actions(case))
    waiting = sum(referral.is_open for referral in referrals(case))
    open_actions = ngettext("{count} action open", "{count} actions open", pending).format(count=pending)
    open_referrals = ngettext("{count} referral open", "{count} referrals open", waiting).format(count=waiting)
    return (
        AskedFor(
            open_actions if pending else _("actions carried out"),
            pending > 0,
            Missing(record=ActionOutcome.KIND, field="action"),
            note="",
        ),
        AskedFor(
            open_referrals if waiting else _("referrals answered"),
            waiting > 0,
            Missing(record=ReferralProgress.KIND, field="referral"),
            note="",
        ),
    )


def _of_following_up(case: CaseFile) -> tuple[AskedFor, ...]:
    since = opened_again_on(case) or date.min
    contacts = [entry for entry in case.of(FollowUp) if entry.on >= since]
    reviews = [entry for entry in case.of(Review) if entry.on >= since]
    return (
        asked(_("first follow-up"), not contacts, FollowUp.KIND),
        asked(_("first review"), not reviews, Review.KIND),
    )


def opened_again_on(case: CaseFile) -> date | None:
    """Return the day on which the case was opened again, or None in its first stretch of work."""
    present = episode(case)
    return present.opened_on if present is not None and present.number > 1 else None
