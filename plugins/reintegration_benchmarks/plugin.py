"""What this guidance set contributes, hook by hook."""

from collections.abc import Iterable

from reintegration_benchmarks.closing import (
    closing_conference,
    earliest_day,
    flow,
    monitored_months,
    month_after_review,
)
from reintegration_benchmarks.closing.order import in_order
from reintegration_benchmarks.conference import afterwards, follow_through, holding, preparing, told_in_time
from reintegration_benchmarks.guidance import GUIDANCE_SET, rules
from reintegration_benchmarks.pages import PAGES
from reintegration_benchmarks.panel.case_tab import CASE_TAB
from reintegration_benchmarks.records.closure_visit import ClosureVisit
from reintegration_benchmarks.records.monitoring_form import MonitoringForm
from reintegration_benchmarks.records.scores_form import SCORES_7A, SCORES_8A
from reintegration_benchmarks.schedule import closing_goals, monitoring_visits, plan_updates, reviews_due
from reintegration_benchmarks.settings import SETTINGS
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Setting
from supervisor_tui.guidance.flows import FlowReason
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.panels import PanelSource, ScreenSource
from supervisor_tui.guidance.rules import Rule
from supervisor_tui.wording import _

RULE_MODULES = (
    monitoring_visits,
    plan_updates,
    closing_goals,
    reviews_due,
    monitored_months,
    month_after_review,
    closing_conference,
    earliest_day,
    preparing,
    holding,
    afterwards,
    flow,
    told_in_time,
    follow_through,
)
"""Importing a module enters its rules in the book."""


@hookimpl
def register_guidance_set() -> GuidanceSet:
    """Introduce the set."""
    return GUIDANCE_SET


@hookimpl
def register_record_kinds() -> Iterable[type[RecordBody]]:
    """Declare the forms of the handbook that the product does not have by itself."""
    return (SCORES_7A, SCORES_8A, MonitoringForm, ClosureVisit)


@hookimpl
def register_rules() -> Iterable[Rule]:
    """Declare the rules of the calendar and of closing."""
    return in_order(rules.all())


@hookimpl
def register_settings() -> Iterable[Setting]:
    """Declare the numbers that the rules read."""
    return SETTINGS


@hookimpl
def register_pages() -> Iterable[Page]:
    """Declare the pages of the Library."""
    return PAGES


@hookimpl
def register_panels() -> Iterable[PanelSource]:
    """Declare the tab of the case file."""
    return (CASE_TAB,)


@hookimpl
def register_screens() -> Iterable[ScreenSource]:
    """Declare the monitoring calendar of the whole caseload."""
    return (
        ScreenSource(
            "monitoring_calendar",
            _("Monitoring calendar of the caseload"),
            _("Visits and case reviews of every placed child: late first, then what comes next."),
            "reintegration_benchmarks.screens:CaseloadCalendarScreen",
        ),
    )


@hookimpl
def register_reasons() -> Iterable[FlowReason]:
    """Declare the reasons on the closing form."""
    return flow.REASONS
