"""Young people in aftercare: orders of the committee, work on living alone, and the ways out."""

from collections.abc import Callable
from datetime import date

import msgspec

from supervisor_tui.casework.demo_agency.closing import approve, ask, close, visit_after
from supervisor_tui.casework.demo_agency.committee_orders import last_order, orders
from supervisor_tui.casework.demo_agency.contacts import carry_out, follow, reach_goals, refer, review_every
from supervisor_tui.casework.demo_agency.opening import Opening, opened
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.casework.demo_agency.planning import plan
from supervisor_tui.casework.demo_agency.registering import Child, some_child
from supervisor_tui.casework.demo_agency.twists import TWISTS
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.note import Document
from supervisor_tui.domain.records.placement import Placement, PlacementKind
from supervisor_tui.domain.records.plan import PlanConcluded
from supervisor_tui.domain.records.registration import LivingWith, Referrer, SubjectKind

CALM_RATE_DAYS = 28
WINDOW_MONTHS = 6
EXIT_TALKS_DAYS = 40


def aftercare(pen: CasePen, group: Group, on: date) -> None:
    """Tell a case in aftercare; `exit` is the way out that is being taken, `blocked_by` what still keeps it shut."""
    start = opened(pen, on, "low", child=_young_person(pen, on))
    end = pen.ago(pen.between(*group.closed)) if group.closed else pen.ago(1)
    until = pen.ago(pen.between(40, 46)) if group.slip == "contact" else end
    pen.write(Placement(form=PlacementKind.AFTERCARE, household="H-00"), days_after(on, 12))
    calm = days_after(start.planned, 60)
    last = follow(pen, start.first_assessed, min(calm, until), "low")
    plan(pen, calm, start.issues, every_days=CALM_RATE_DAYS, reason="Does most things alone now.", with_actions=False)
    follow(pen, last, until, "low", every_days=CALM_RATE_DAYS)
    review_every(pen, start.planned, pen.ago(pen.between(97, 105)) if group.slip == "review" else until)
    refer(pen, days_after(start.planned, 4), start.issues, until)
    carry_out(pen, start.planned, start.issues, min(calm, until))
    if group.exit == "order":
        last_order(pen, on, answered=group.blocked_by != "committee")
    else:
        orders(pen, on, end)
    if group.exit:
        EXITS[group.exit](pen, group, start, end)
    if group.twist:
        TWISTS[group.twist](pen, start)


def _young_person(pen: CasePen, on: date) -> Child:
    child = some_child(pen, on, youngest=15, oldest=18)
    grown = add_months(child.born_on, 18 * 12) <= on
    return msgspec.structs.replace(
        child,
        living_with=LivingWith.INSTITUTION,
        referrer=Referrer.CWC,
        subject=SubjectKind.YOUNG_ADULT if grown else SubjectKind.CHILD,
    )


def _agreed(pen: CasePen, group: Group, start: Opening, end: date) -> None:
    """Write that both sides find that the work can end."""
    on = days_after(end, -EXIT_TALKS_DAYS)
    reach_goals(pen, start.issues, on)
    pen.write(PlanConcluded(by=pen.worker.code), on)
    judged = ("no_danger", "stable", "clear_progress", "nothing_major_left", "client_agrees", "worker_agrees")
    for place, name in enumerate(judged):
        pen.write_of_set(name, days_after(on, 4 * place))
    if group.blocked_by != "wish":
        pen.write_of_set("client_asks_to_end", days_after(on, 26))
    if not group.blocked_by:
        pen.write_of_set("team_decides_to_exit", days_after(end, -8))
    if group.closed:
        ask(pen, days_after(end, -9), ClosureReason.GOALS_MET, asked_by="child")
        approve(pen, days_after(end, -3))
        close(pen, end, ClosureReason.GOALS_MET, start)
        visit_after(pen, end)


def _asked(pen: CasePen, group: Group, _start: Opening, _end: date) -> None:
    """Write that client and family ask for months that everything end, and the talks in between."""
    since = add_months(pen.today, -4 if group.blocked_by == "window" else -WINDOW_MONTHS)
    since = days_after(since, -20)
    over = add_months(since, WINDOW_MONTHS)
    steps = (
        ("family_is_known", 0),
        ("client_asks_to_end", 0),
        ("family_asks_to_end", 3),
        ("no_talk_with_committee_needed", 5),
        ("talk_on_hesitation", 24),
        ("talk_on_the_order", 40),
        ("talk_with_the_family", 60),
        ("family_does_not_go_on", 66),
        ("talk_on_hesitation", 115),
        ("client_asks_to_end", 170),
        ("family_asks_to_end", 172),
    )
    for name, days in steps:
        pen.write_of_set(name, days_after(since, days))
    sent = days_after(over, 4)
    pen.write(Document(document="cwc_progress_report", sent_to="Child Welfare Committee", sent_on=sent), sent)
    pen.write(Document(document="client_letter", regards="cwc_progress_report"), sent)


def _by_order(pen: CasePen, _group: Group, start: Opening, _end: date) -> None:
    """Write that the order has run out and exit is talked about."""
    reach_goals(pen, start.issues, pen.ago(30))


EXITS: dict[str, Callable[[CasePen, Group, Opening, date], None]] = {
    "agreed": _agreed,
    "asked": _asked,
    "order": _by_order,
}
