"""Visits and reviews after the move: every fortnight at first, then each month, with a call in between."""

from collections.abc import Iterator
from datetime import date

from supervisor_tui.casework.demo_agency.contacts import follow_up, review, sentence
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.kind import YesNo

FORTNIGHTS = 4
CALL_AFTER_DAYS = 15
REVIEW_MONTHS = 6
PLAN_REVIEW_DAYS = 84


def visit_days(moved: date, until: date) -> Iterator[date]:
    """Give the days on which a visit is asked for: four fortnights, then every month from the third on."""
    yield from (days_after(moved, 14 * count) for count in range(1, FORTNIGHTS + 1))
    month = 3
    while add_months(moved, month) <= until:
        yield add_months(moved, month)
        month += 1


def home_visits(pen: CasePen, moved: date, until: date, group: Group, since: date = date.min) -> None:
    """Write the visits from a day on, each on its day or before; the last is missing or in vain where it slipped."""
    days = [day for day in visit_days(moved, until) if since < day <= until]
    for place, due in enumerate(days):
        last = place == len(days) - 1
        if last and group.slip == "visit":
            follow_up(pen, due, channel=Channel.CALL, situation=Situation.SAME)
            return
        on = working_day(days_after(due, -pen.between(0, 2)))
        _visit(pen, due if last and group.twist == "not_seen" else on, in_vain=last and group.twist == "not_seen")
        call = working_day(days_after(on, CALL_AFTER_DAYS))
        if call <= until and (last or days_after(call, 4) < days[place + 1]):
            follow_up(pen, call, channel=Channel.CALL, situation=Situation.SAME)


def _visit(pen: CasePen, on: date, *, in_vain: bool) -> None:
    situation = Situation.SAME if in_vain else pen.pick((Situation.BETTER, Situation.SAME))
    note = "Child was at the river, saw only the aunt." if in_vain else sentence(pen, Channel.HOME_VISIT, situation)
    follow_up(
        pen,
        on,
        channel=Channel.HOME_VISIT,
        situation=situation,
        child_seen=YesNo.NO if in_vain else YesNo.YES,
        note=note if pen.often(0.6) or in_vain else "",
    )
    if not in_vain and pen.often(0.9):
        pen.write_of_set("monitoring_form", on)


def benchmark_reviews(pen: CasePen, moved: date, until: date, group: Group) -> None:
    """Write a review with the benchmarks every six months, and reviews of the plan alone in between."""
    scored = [] if group.slip == "review" else list(_scored_days(pen, moved, until))
    for place, on in enumerate(scored):
        review(pen, on)
        pen.write_of_set("scores_some_open" if place == 0 else "scores_all_reached", on)
    last = moved
    for stop in (*scored, until):
        while days_after(last, PLAN_REVIEW_DAYS) < stop:
            last = working_day(days_after(last, PLAN_REVIEW_DAYS))
            review(pen, last)
        last = stop


def _scored_days(pen: CasePen, moved: date, until: date) -> Iterator[date]:
    month = REVIEW_MONTHS
    while (on := working_day(days_after(add_months(moved, month), -pen.between(2, 4)))) <= until:
        yield on
        month += REVIEW_MONTHS
