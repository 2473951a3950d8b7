"""The Inter-Agency Guidelines as the product finds them: what this set declares, nothing else."""

from collections.abc import Iterable

from iag_core.guidance import INTER_AGENCY_GUIDELINES, in_order, rules
from iag_core.on_file import ON_FILE, on_file
from iag_core.pages import PAGES
from iag_core.records import KINDS
from iag_core.rule_modules import RULE_MODULES
from iag_core.settings import SETTINGS
from iag_core.six_steps import TITLE, six_steps
from iag_core.steps_screen import STEPS_SCREEN
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Setting
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.panels import CaseScreenSource, PanelSource
from supervisor_tui.guidance.rules import Rule

DECLARING = RULE_MODULES
"""The modules that put rules into the rule book when they are imported."""


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
