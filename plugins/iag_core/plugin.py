"""The Inter-Agency Guidelines as the product finds them: what this set declares, nothing else.

A rule registers itself when its module is imported; the modules are named here, so that none is forgotten.
"""

from collections.abc import Iterable
from types import ModuleType

from iag_core.closing import (
    concerns,
    goals,
    reason,
    referrals_and_actions,
    safety,
    sign_off,
    turning_18,
    watching_period,
    wish_to_stop,
)
from iag_core.guidance import INTER_AGENCY_GUIDELINES, in_order, rules
from iag_core.schedule import (
    after_closing,
    assessment_revision,
    comprehensive_assessment,
    first_assessment,
    follow_up_frequency,
    open_cases,
    plan_deadline,
    referrals,
    reviews,
)
from iag_core.settings import SETTINGS
from iag_core.six_steps import TITLE, six_steps
from supervisor_tui.domain.settings import Setting
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.panels import PanelSource
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
)


@hookimpl
def register_guidance_set() -> GuidanceSet:
    """Say who this set is."""
    return INTER_AGENCY_GUIDELINES


@hookimpl
def register_rules() -> Iterable[Rule]:
    """Declare the rules in the order of the six steps."""
    return in_order(rules.all())


@hookimpl
def register_settings() -> Iterable[Setting]:
    """Declare every number that the rules read."""
    return SETTINGS


@hookimpl
def register_panels() -> Iterable[PanelSource]:
    """Declare the tab with the six steps."""
    return (PanelSource(TITLE, six_steps),)
