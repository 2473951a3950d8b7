"""Cases that came in with the file of another system: what was due before is not held against anybody."""

from datetime import date

from supervisor_tui.casework.demo_agency.contacts import carry_out, follow, follow_up, review, review_in_the_emergency
from supervisor_tui.casework.demo_agency.home_visits import home_visits
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.planning import plan
from supervisor_tui.casework.demo_agency.registering import given_to, issues_for, some_child
from supervisor_tui.casework.demo_agency.risk_stories import LOW, set_level
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.placement import Placement, PlacementKind
from supervisor_tui.domain.records.registration import Registration

SOURCE = "cpims_export.csv 3fa9c1d2"
BROUGHT_IN_DAYS_AGO = 58
PLAN_RATE_DAYS = 21


def imported(pen: CasePen, group: Group, on: date) -> None:
    """Tell a case from an old file with many gaps, and the work on it since it was brought in."""
    began = pen.ago(BROUGHT_IN_DAYS_AGO)
    _old_file(pen, on, began)
    given_to(pen, began, reason="Brought in from the old system.")
    set_level(pen, days_after(began, 1), LOW, "Read from the old file, seen at first visit.")
    issues, planned = issues_for(pen, 2), working_day(days_after(began, 6))
    plan(pen, planned, issues, every_days=PLAN_RATE_DAYS)
    carry_out(pen, planned, issues, pen.ago(1))
    if pen.works_with("reintegration_benchmarks"):
        _moved_before(pen, group, on, began)
    else:
        follow(pen, began, pen.ago(1), LOW)
    review(pen, working_day(days_after(began, 30)))
    review_in_the_emergency(pen, days_after(began, 6), pen.ago(1))


def _moved_before(pen: CasePen, group: Group, on: date, began: date) -> None:
    """Write a move from the old file, and the visits of its calendar since the case was brought in."""
    moved = days_after(on, 90)
    pen.write(
        Placement(form=PlacementKind.REUNIFICATION, household="H-61"),
        moved,
        entered=pen.moment(began, 14, 2),
        how_known=HowKnown.IMPORTED,
        source=SOURCE,
    )
    home_visits(pen, moved, pen.ago(1), group, since=began)


def _old_file(pen: CasePen, on: date, began: date) -> None:
    child = some_child(pen, on)
    entered = pen.moment(began, 14, 2)
    pen.write(
        Registration(
            programme=pen.programme.id,
            born_on=child.born_on if pen.often(0.6) else None,
            age_estimated=YesNo.YES,
            living_with=child.living_with,
            duties_from=began,
        ),
        on,
        entered=entered,
        how_known=HowKnown.IMPORTED,
        source=SOURCE,
    )
    if pen.often(0.5):
        pen.write(
            Assessment(stage=AssessmentStage.COMPREHENSIVE, needs=("school", "food")),
            days_after(on, 40),
            entered=entered,
            how_known=HowKnown.IMPORTED,
            source=SOURCE,
        )
    for day in range(40, 200, 53):
        seen = days_after(on, day)
        if seen < began:
            follow_up(pen, seen, note="", entered=entered, how_known=HowKnown.IMPORTED, source=SOURCE)
