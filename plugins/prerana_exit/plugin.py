"""The hooks of this guidance set; what they hand over is declared in the modules of the package."""

from collections.abc import Iterable

from prerana_exit import flow, on_saving, panel, team_decides
from prerana_exit.guidance import GUIDANCE, SETTINGS, rules_in_order
from prerana_exit.pages import PAGES
from prerana_exit.pathways import (
    client_and_family_ask,
    mutually_agreed,
    nothing_major_left,
    order_expired,
    stable_life,
    steps,
)
from prerana_exit.records import KINDS
from prerana_exit.schedule import order_work, six_months
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Setting
from supervisor_tui.guidance.flows import FlowReason
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.panels import PanelSource
from supervisor_tui.guidance.rules import Rule

DECLARING = (
    mutually_agreed,
    stable_life,
    nothing_major_left,
    client_and_family_ask,
    steps,
    order_expired,
    six_months,
    order_work,
    on_saving,
    flow,
    team_decides,
)
"""The modules that put rules into the rule book when they are imported."""


@hookimpl
def register_guidance_set() -> GuidanceSet:
    """Say who this set is."""
    return GUIDANCE


@hookimpl
def register_record_kinds() -> Iterable[type[RecordBody]]:
    """Declare the kinds of record that the ways out are read from."""
    return KINDS


@hookimpl
def register_rules() -> Iterable[Rule]:
    """Declare the rules, in the order of the ways out."""
    return rules_in_order()


@hookimpl
def register_settings() -> Iterable[Setting]:
    """Declare the numbers, each with its source."""
    return SETTINGS


@hookimpl
def register_pages() -> Iterable[Page]:
    """Declare the pages of the Library."""
    return PAGES


@hookimpl
def register_panels() -> Iterable[PanelSource]:
    """Declare the tab of the case file."""
    return (panel.SOURCE,)


@hookimpl
def register_reasons() -> Iterable[FlowReason]:
    """Declare the ways out as reasons for closing."""
    return flow.REASONS
