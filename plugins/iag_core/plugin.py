"""The Inter-Agency Guidelines as the product finds them: what this set declares, nothing else.

A rule registers itself when its module is imported; the modules are named here, so that none is forgotten.
"""

from collections.abc import Iterable
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
from iag_core.guidance import INTER_AGENCY_GUIDELINES, in_order, rules
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
from iag_core.on_file import ON_FILE, on_file
from iag_core.pages import PAGES
from iag_core.records import KINDS
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
from iag_core.settings import SETTINGS
from iag_core.six_steps import TITLE, six_steps
from iag_core.steps_screen import STEPS_SCREEN
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
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Setting
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.panels import CaseScreenSource, PanelSource
from supervisor_tui.guidance.rules import Rule

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


@hookimpl
def register_guidance_set() -> GuidanceSet:
    """Say who this set is."""
    return INTER_AGENCY_GUIDELINES


@hookimpl
def register_rules() -> Iterable[Rule]:
    """Declare the rules in the order of the six steps."""
    return in_order(rules.all())


@hookimpl
def register_record_kinds() -> Iterable[type[RecordBody]]:
    """Declare what this set writes down beside the product's own kinds."""
    return KINDS


@hookimpl
def register_pages() -> Iterable[Page]:
    """Declare the pages of the Library."""
    return PAGES


@hookimpl
def register_settings() -> Iterable[Setting]:
    """Declare every number that the rules read."""
    return SETTINGS


@hookimpl
def register_panels() -> Iterable[PanelSource]:
    """Declare the tab with the six steps and the one with what stands on file."""
    return PanelSource(TITLE, six_steps), PanelSource(ON_FILE, on_file)


@hookimpl
def register_screens() -> Iterable[CaseScreenSource]:
    """Declare the six steps of a case as a screen of their own."""
    return (STEPS_SCREEN,)
