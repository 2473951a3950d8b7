"""The modules of this set in which rules stand: a rule registers itself when its module is imported.

They are named here by the room they lie in, so that none is forgotten.
"""

from types import ModuleType

from iag_core import agenda, contacts
from iag_core.best_interests import authority, refugees
from iag_core.case_checks import (
    agencies,
    child_heard,
    decisions,
    eligibility,
    first_look,
    follow_ups,
    full_assessment,
    imminent_harm,
    interviews,
    judging_words,
    keyworker,
    needs_in_words,
    one_child_one_code,
    plan_lines,
    plan_made_together,
    plan_making,
    referring,
    registering,
    steps,
)
from iag_core.case_checks import reviews as review_checks
from iag_core.closing import (
    concerns,
    criteria,
    death,
    discussed,
    early_exit,
    early_exit_guard,
    flow,
    goals,
    last_look,
    last_step,
    notice_of_18,
    providers_heard,
    reason,
    referrals_and_actions,
    safety,
    sign_off,
    turning_18,
    watching_period,
    wish_to_stop,
)
from iag_core.consent import (
    before_services,
    by_age,
    handing_over,
    kept_confidential,
    legal_mandate,
    running_out,
    sharing,
    taken_back,
    understood_and_free,
)
from iag_core.figures import coming_in, groups_alike, plans_and_work, readiness, time_limits, workers
from iag_core.figures import feedback as feedback_asked
from iag_core.following_up import changes, services, watchers
from iag_core.meetings import (
    before_and_after,
    by_distance,
    caseload_round,
    conference,
    flowing_back,
    management,
    planning,
    regularity,
)
from iag_core.reopening import after_the_visit, opening_again
from iag_core.reopening import flow as reopening_flow
from iag_core.schedule import (
    after_closing,
    assessment_revision,
    comprehensive_assessment,
    feedback,
    first_assessment,
    follow_up_frequency,
    open_cases,
    plan_deadline,
    referrals,
    reviews,
)
from iag_core.transfer import (
    acceptance,
    batches,
    consent_and_wishes,
    grounds,
    history,
    pack,
    planned_and_accompanied,
    programme_end,
)
from iag_core.transfer import flow as transfer_flow

SCHEDULE: tuple[ModuleType, ...] = (
    first_assessment,
    comprehensive_assessment,
    assessment_revision,
    plan_deadline,
    referrals,
    follow_up_frequency,
    reviews,
    open_cases,
    after_closing,
    feedback,
)
CASE_CHECKS: tuple[ModuleType, ...] = (
    registering,
    one_child_one_code,
    eligibility,
    first_look,
    imminent_harm,
    full_assessment,
    needs_in_words,
    judging_words,
    interviews,
    decisions,
    plan_lines,
    plan_made_together,
    plan_making,
    keyworker,
    referring,
    agencies,
    contacts,
    follow_ups,
    review_checks,
    steps,
    child_heard,
)
CONSENT: tuple[ModuleType, ...] = (
    before_services,
    understood_and_free,
    by_age,
    legal_mandate,
    sharing,
    running_out,
    taken_back,
    handing_over,
    kept_confidential,
)
FIGURES: tuple[ModuleType, ...] = (
    coming_in,
    plans_and_work,
    time_limits,
    groups_alike,
    feedback_asked,
    workers,
    readiness,
)
MEETINGS: tuple[ModuleType, ...] = (
    agenda,
    caseload_round,
    planning,
    management,
    conference,
    by_distance,
    flowing_back,
    regularity,
    before_and_after,
)
CLOSING: tuple[ModuleType, ...] = (
    reason,
    goals,
    safety,
    concerns,
    wish_to_stop,
    turning_18,
    watching_period,
    referrals_and_actions,
    sign_off,
    early_exit,
    early_exit_guard,
    discussed,
    death,
    criteria,
    last_step,
    notice_of_18,
    last_look,
    providers_heard,
    flow,
)
TRANSFER: tuple[ModuleType, ...] = (
    acceptance,
    grounds,
    planned_and_accompanied,
    consent_and_wishes,
    history,
    pack,
    batches,
    programme_end,
    transfer_flow,
)
REOPENING: tuple[ModuleType, ...] = (after_the_visit, opening_again, reopening_flow)
BEST_INTERESTS: tuple[ModuleType, ...] = (refugees, authority)
FOLLOWING_UP: tuple[ModuleType, ...] = (services, changes, watchers)

RULE_MODULES = (
    *SCHEDULE,
    *CASE_CHECKS,
    *CONSENT,
    *FIGURES,
    *MEETINGS,
    *CLOSING,
    *TRANSFER,
    *REOPENING,
    *BEST_INTERESTS,
    *FOLLOWING_UP,
)
