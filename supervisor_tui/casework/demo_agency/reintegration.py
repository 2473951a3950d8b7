"""Children on the way back to a family: preparing, moving, visits by the calendar, reviews, the end."""

from datetime import date

import msgspec

from supervisor_tui.casework.demo_agency.assessing import assessed_again
from supervisor_tui.casework.demo_agency.closing import approve, ask, close, visit_after
from supervisor_tui.casework.demo_agency.conferences import MANAGER, conference
from supervisor_tui.casework.demo_agency.contacts import (
    carry_out,
    follow,
    reach_goals,
    refer,
    review_every,
    review_in_the_emergency,
)
from supervisor_tui.casework.demo_agency.home_visits import benchmark_reviews, home_visits
from supervisor_tui.casework.demo_agency.opening import Opening, opened
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.planning import plan
from supervisor_tui.casework.demo_agency.registering import some_child
from supervisor_tui.casework.demo_agency.twists import TWISTS
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.meetings.kinds import ConferencePurpose
from supervisor_tui.domain.records.assessment import SituationChanged
from supervisor_tui.domain.records.closing import Approved, ApprovingBody, ClosureReason
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.placement import Placement, PlacementEnded, PlacementKind
from supervisor_tui.domain.records.plan import PlanConcluded
from supervisor_tui.domain.records.registration import LivingWith

PREPARING_DAYS = 150
VISITS_EVERY_DAYS = 21
CLOSED_AFTER_DAYS = 75
LATE_BY_DAYS = 5
CLOSURE_TAG = "closure"


class Steps(msgspec.Struct, frozen=True):
    """How many days before the end each step of closing is taken."""

    conference: int = 22
    approvals: int = 14
    farewell: int = 4


def reintegration(pen: CasePen, group: Group, on: date) -> None:
    """Tell a case of return to the family from registration on; the move comes about five months later."""
    child = msgspec.structs.replace(some_child(pen, on, youngest=6, oldest=13), living_with=LivingWith.INSTITUTION)
    start = opened(pen, on, "low", child=child)
    moved = _moving_day(pen, group, on)
    until = pen.ago(60) if group.slip == "silent" else pen.ago(1)
    end = _end(group, moved) or until
    _prepare(pen, start, moved, until)
    home_visits(pen, moved, min(until, end), group)
    benchmark_reviews(pen, moved, min(until, end), group)
    review_in_the_emergency(pen, start.planned, min(until, end))
    if group.stage:
        _close(pen, group, start, end)
    if group.twist == "broke_down":
        _broke_down(pen, start)
    elif group.twist in TWISTS:
        TWISTS[group.twist](pen, start)


def _moving_day(pen: CasePen, group: Group, on: date) -> date:
    """Return the day of the move; where a visit has slipped, such that the visit's day was a few days ago."""
    moved = working_day(days_after(on, PREPARING_DAYS))
    if group.slip != "visit" and group.twist != "not_seen":
        return moved
    due = pen.ago(LATE_BY_DAYS)
    months = (due.year - moved.year) * 12 + due.month - moved.month
    return add_months(due, -months) if months >= 3 else days_after(due, -56)


def _end(group: Group, moved: date) -> date | None:
    return days_after(add_months(moved, 12), CLOSED_AFTER_DAYS) if group.stage == "closed" else None


def _prepare(pen: CasePen, start: Opening, moved: date, until: date) -> None:
    follow(pen, start.first_assessed, min(moved, until), "low")
    review_every(pen, start.planned, min(days_after(moved, -3), until))
    refer(pen, days_after(start.planned, 4), start.issues, until)
    carry_out(pen, start.planned, start.issues, min(moved, until))
    conference(pen, working_day(days_after(moved, -25)), ConferencePurpose.PLACEMENT)
    approve(pen, days_after(moved, -19), ApprovingBody.CASE_MANAGER, MANAGER, Approved.PLACEMENT)
    approve(pen, days_after(moved, -17), ApprovingBody.SCCO, None, Approved.PLACEMENT)
    form = pen.pick((PlacementKind.REUNIFICATION, PlacementKind.REUNIFICATION, PlacementKind.KINSHIP))
    pen.write(Placement(form=form, household=f"H-{pen.between(2, 60):02}"), moved)
    plan(pen, moved, start.issues, every_days=VISITS_EVERY_DAYS, reason="Child has moved.", with_actions=False)
    plan(
        pen,
        working_day(days_after(add_months(moved, 9), -6)),
        start.issues,
        every_days=VISITS_EVERY_DAYS,
        reason="Goals toward closing.",
        tags=(CLOSURE_TAG,),
        with_actions=False,
    )


def _close(pen: CasePen, group: Group, start: Opening, end: date) -> None:
    steps = Steps(conference=10, approvals=7, farewell=3) if group.blocked_by else Steps()
    reach_goals(pen, start.issues, days_after(end, -steps.conference - 20))
    pen.write(PlanConcluded(by=pen.worker.code), days_after(end, -steps.conference - 1))
    held = working_day(days_after(end, -steps.conference))
    conference(pen, held, ConferencePurpose.CLOSURE, actions=0)
    ask(pen, held, ClosureReason.GOALS_MET)
    if group.stage == "asked":
        return
    approve(pen, days_after(end, -steps.approvals), ApprovingBody.CASE_MANAGER, MANAGER)
    approve(pen, days_after(end, -steps.approvals), ApprovingBody.SCCO, None)
    pen.write_of_set("closure_visit", days_after(end, -steps.farewell))
    if group.stage == "closed":
        close(pen, end, ClosureReason.GOALS_MET, start)
        visit_after(pen, end)


def _broke_down(pen: CasePen, start: Opening) -> None:
    pen.write(SituationChanged(what="Stepmother sent the child away at night.", fast=YesNo.YES), pen.ago(12))
    pen.write(PlacementEnded(reason="Family does not want to go on."), pen.ago(12))
    pen.write(Placement(form=PlacementKind.SAFE_HOUSE, household="H-01", temporary=YesNo.YES), pen.ago(12))
    assessed_again(pen, pen.ago(8), start.issues)
    conference(pen, working_day(days_after(pen.today, 3)), ConferencePurpose.COMPLEX)
