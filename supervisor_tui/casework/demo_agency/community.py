"""Cases in the community: the ordinary course, and what can slip in it."""

from datetime import date

from supervisor_tui.casework.demo_agency.assessing import assessed_in_full, begun_assessment, first_assessment
from supervisor_tui.casework.demo_agency.contacts import (
    carry_out,
    follow,
    refer,
    refer_once,
    review_every,
)
from supervisor_tui.casework.demo_agency.opening import Opening, opened
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.casework.demo_agency.planning import plan
from supervisor_tui.casework.demo_agency.registering import act_at_once, given_to, issues_for, register, some_child
from supervisor_tui.casework.demo_agency.risk_stories import HIGH, UNSET, RiskPath, risk_story
from supervisor_tui.casework.demo_agency.twists import TWISTS
from supervisor_tui.casework.demo_agency.words import Group

CALMER_AFTER_DAYS = 150
CALM_RATE_DAYS = 28
CALM = "Situation is calm, less visits needed."


def community(pen: CasePen, group: Group, on: date) -> None:
    """Tell a case from registration to the opening day; `slip` is what was left undone, `twist` what happened."""
    if group.slip == "first_assessment":
        _nobody_assessed(pen, on)
        return
    if group.slip in {"assessment", "plan"}:
        _stuck(pen, on, group.slip)
        return
    start = opened(pen, on, _first_level(group, pen), number_of_issues=pen.between(2, 3))
    path = risk_story(pen, start, group.level)
    until = _last_contact(pen, group.slip, path)
    _work(pen, start, path, until, group)
    if group.imminent:
        act_at_once(pen, pen.moment(pen.ago(3), 11), acted=group.imminent == "acted")
    if group.twist:
        TWISTS[group.twist](pen, start)


def _first_level(group: Group, pen: CasePen) -> str:
    if group.level == UNSET:
        return ""
    return HIGH if group.level else pen.pick((HIGH, "medium", "medium", "medium", "low"))


def _last_contact(pen: CasePen, slip: str, path: RiskPath) -> date:
    if slip == "silent":
        return pen.ago(pen.between(47, 75))
    if slip == "contact":
        return pen.ago(pen.between(7, 9) if path[-1][1] == HIGH else pen.between(32, 38))
    return pen.ago(1)


def _work(pen: CasePen, start: Opening, path: RiskPath, until: date, group: Group) -> None:
    """Write contacts phase by phase, reviews, referrals and what was carried out."""
    calmer_from = days_after(start.planned, CALMER_AFTER_DAYS)
    calm = path[-1][1] == "low" and max(calmer_from, path[-1][0]) < pen.today
    calmer_from = max(calmer_from, path[-1][0]) if calm else pen.today
    last = start.first_assessed
    for place, (begins, level) in enumerate(path):
        ends = path[place + 1][0] if place + 1 < len(path) else calmer_from
        last = follow(pen, max(last, begins), min(ends, until), level)
    if calm:
        plan(pen, calmer_from, start.issues, every_days=CALM_RATE_DAYS, reason=CALM, with_actions=False)
        follow(pen, last, until, "low", every_days=CALM_RATE_DAYS)
    review_every(pen, start.planned, pen.ago(pen.between(96, 104)) if group.slip == "review" else until)
    refer(pen, days_after(start.planned, 4), start.issues, until)
    carry_out(pen, start.planned, start.issues, min(until, calmer_from))
    if group.slip == "referral":
        refer_once(pen, pen.ago(pen.between(18, 30)), start.issues[0])


def _nobody_assessed(pen: CasePen, on: date) -> None:
    at = pen.moment(on, 10, 20)
    register(pen, at, some_child(pen, on), issues_for(pen, 2))
    given_to(pen, on, entered=at)


def _stuck(pen: CasePen, on: date, slip: str) -> None:
    """Stop the file at the full assessment, or at the plan that should have followed it."""
    issues = issues_for(pen, 2)
    at = pen.moment(on, 9, 45)
    register(pen, at, some_child(pen, on), issues)
    given_to(pen, on, entered=at)
    first = first_assessment(pen, at, issues, "low")
    follow(pen, first, pen.ago(1), "low")
    begun_assessment(pen, on)
    if slip == "plan":
        assessed_in_full(pen, on, days_after(on, 25), issues)
