"""Cases that were closed in good order and came back: a second episode in the same file."""

from datetime import date

from supervisor_tui.casework.demo_agency.assessing import assessed_in_full, first_assessment
from supervisor_tui.casework.demo_agency.closing import (
    WATCHED_BEFORE_CLOSING,
    approve,
    ask,
    close,
    visit_after,
    watch,
    worked_until,
)
from supervisor_tui.casework.demo_agency.contacts import carry_out, follow, review
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.planning import plan
from supervisor_tui.casework.demo_agency.registering import agree, given_to, issues_for
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.plan import PlanConcluded


def reopened(pen: CasePen, _group: Group, on: date) -> None:
    """Tell a first episode to its closure, and the second from two months ago."""
    closed = pen.ago(pen.between(150, 200))
    concluded = days_after(closed, -WATCHED_BEFORE_CLOSING)
    start = worked_until(pen, on, concluded)
    pen.write(PlanConcluded(by=pen.worker.code), concluded)
    watch(pen, concluded, closed)
    ask(pen, days_after(closed, -10), ClosureReason.GOALS_MET)
    approve(pen, days_after(closed, -4))
    close(pen, closed, ClosureReason.GOALS_MET, start)
    visit_after(pen, closed)
    _again(pen, pen.ago(pen.between(48, 60)))


def _again(pen: CasePen, on: date) -> None:
    """Write the first steps of the second episode: everything starts anew."""
    issues = issues_for(pen, 2)
    pen.write(Reopening(reason="Teacher called: child does not come since two weeks, was seen at the mill."), on)
    agree(pen, on)
    given_to(pen, on, reason="Knows the family.")
    first = first_assessment(pen, pen.moment(on, 10), issues, "medium")
    assessed = working_day(days_after(on, 18))
    assessed_in_full(pen, on, assessed, issues)
    planned = working_day(days_after(assessed, 8))
    plan(pen, planned, issues, reason="New plan after the case was opened again.")
    carry_out(pen, planned, issues, pen.ago(1))
    follow(pen, first, pen.ago(1), "medium")
    review(pen, working_day(days_after(planned, 9)))
