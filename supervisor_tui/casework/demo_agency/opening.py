"""The first steps of a case as they should go."""

from datetime import date

import msgspec

from supervisor_tui.casework.demo_agency.assessing import first_assessment, full_assessment
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.planning import plan
from supervisor_tui.casework.demo_agency.registering import Child, given_to, issues_for, register, some_child
from supervisor_tui.casework.demo_agency.words import Issue


class Opening(msgspec.Struct, frozen=True):
    """The days on which a case took its first steps; some may lie ahead."""

    registered: date
    first_assessed: date
    assessed: date
    planned: date
    issues: tuple[Issue, ...]
    level: str


def opened(pen: CasePen, on: date, level: str, *, child: Child | None = None, number_of_issues: int = 2) -> Opening:
    """Write the first steps as they should go and return their days."""
    issues = issues_for(pen, number_of_issues)
    at = pen.moment(on, pen.between(8, 14), pen.between(0, 59))
    register(pen, at, child or some_child(pen, on), issues)
    given_to(pen, on, entered=at)
    first = first_assessment(pen, at, issues, level)
    assessed = full_assessment(pen, on, issues)
    planned = working_day(days_after(assessed, pen.between(4, 12)))
    plan(pen, planned, issues)
    return Opening(on, first, assessed, planned, issues, level)
