"""How often a contact is asked for over time: by the case plan, by the risk level, or every day in a safe house.

The order of authority is the plan's own interval, then the agency's setting, then the guidance's example (004 §3.5). A
rate holds from the day on which something changed until the next change; equal rates that follow each other are one.
"""

from datetime import date, timedelta

import msgspec

from iag_core.settings import figure
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.placement import Placement, PlacementEnded, PlacementKind
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.risk import RiskPeriod, risk_history
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _, ngettext

BY_RISK, BY_PLAN, DAILY = "IAG-S5-04", "IAG-S5-03", "IAG-S5-05"


class Rate(msgspec.Struct, frozen=True):
    """How often, and who says so.

    rule: the rule that asks for it. words: as read in the list. days: at most so many days between two contacts; None
    where it cannot be told, see `unknown`. per_week: contacts on different days of each week; 0 where days alone count.
    """

    rule: str
    words: str
    days: int | None = None
    per_week: int = 0
    unknown: str = ""
    missing: Missing | None = None

    def tighter_than(self, other: "Rate") -> bool:
        """Say whether this rate asks for contacts more often."""
        return self.days_apart() < other.days_apart()

    def days_apart(self) -> float:
        """Return the average days between two contacts; endless where it cannot be told."""
        if self.per_week:
            return 7 / self.per_week
        return float("inf") if self.days is None else self.days


class Span(msgspec.Struct, frozen=True):
    """From `since` to `until` (inclusive; None while it lasts) this rate held."""

    since: date
    until: date | None
    rate: Rate


def spans(case: CaseFile, start: date, settings: Settings) -> tuple[Span, ...]:
    """Return the rates that held from `start` on, in order."""
    plans, risks, stays = case.of(CasePlan), risk_history(case), _safe_house_stays(case)
    changes = {plan.on for plan in plans} | {period.since for period in risks} | {stay[0] for stay in stays}
    changes |= {stay[1] + timedelta(days=1) for stay in stays if stay[1] is not None}
    days = [start, *sorted(day for day in changes if day > start)]
    found: list[tuple[date, Rate]] = []
    for day in days:
        rate = _rate_on(case, day, risks, stays, settings)
        if not found or found[-1][1] != rate:
            found.append((day, rate))
    ends: list[date | None] = [since - timedelta(days=1) for since, _rate in found[1:]]
    return tuple(Span(since, until, rate) for (since, rate), until in zip(found, [*ends, None], strict=True))


def _rate_on(
    case: CaseFile,
    day: date,
    risks: tuple[RiskPeriod, ...],
    stays: tuple[tuple[date, date | None], ...],
    settings: Settings,
) -> Rate:
    plan = _plan_on(case, day)
    if plan is not None and plan.daily_contact is YesNo.YES and _in_a_safe_house(stays, day):
        return Rate(DAILY, _("Daily contact in the safe house"), days=1)
    if plan is not None and plan.follow_up_every_days is not None:
        return _every(BY_PLAN, plan.follow_up_every_days, _("as the plan says"))
    held = [period for period in risks if period.since <= day]
    return _by_risk(held[-1] if held else None, settings)


def _plan_on(case: CaseFile, day: date) -> CasePlan | None:
    agreed = [entry.body for entry in case.of(CasePlan) if entry.on <= day]
    full = [body for body in agreed if body.interim is YesNo.NO]
    return next(reversed(full or agreed), None)


def _by_risk(period: RiskPeriod | None, settings: Settings) -> Rate:
    level = period.guidance if period else None
    if level is None:
        return Rate(
            BY_RISK,
            _("Follow-up contact"),
            unknown=_("The risk level is not recorded, so nobody can say how often contact is asked for."),
            missing=Missing(record=RiskLevelSet.KIND, field="level"),
        )
    if level is GuidanceRisk.HIGH:
        per_week = figure(settings, "follow_up_high_per_week")
        words = ngettext(
            "Follow-up contact: {count} a week at high risk", "Follow-up contact: {count} a week at high risk", per_week
        ).format(count=per_week)
        own = settings.is_local("follow_up_high_per_week")
        return Rate(BY_RISK, _own(words, own=own), figure(settings, "follow_up_high_gap_days"), per_week)
    key = _DAYS_KEY[level]
    days = settings.number(key)
    if days is None:
        return Rate(
            BY_RISK,
            _("Follow-up contact"),
            unknown=_("The agency has not decided how often a child without risk is contacted."),
            missing=Missing(setting=settings.full_key(key)),
        )
    words = _("at {level} risk").format(level=level.label)
    return _every(BY_RISK, days, _own(words, own=settings.is_local(key)))


_DAYS_KEY = {
    GuidanceRisk.MEDIUM: "follow_up_medium_days",
    GuidanceRisk.LOW: "follow_up_low_days",
    GuidanceRisk.NONE: "follow_up_no_risk_days",
}


def _every(rule: str, days: int, why: str) -> Rate:
    words = ngettext(
        "Follow-up contact: every {count} day, {why}", "Follow-up contact: every {count} days, {why}", days
    ).format(count=days, why=why)
    return Rate(rule, words, days)


def _own(words: str, *, own: bool) -> str:
    return _("{words} (the agency's own rate)").format(words=words) if own else words


def _safe_house_stays(case: CaseFile) -> tuple[tuple[date, date | None], ...]:
    """Return first and last day of each stay: the day of leaving belongs to it, that of the next placement does not."""
    moves = case.of(Placement)
    left = [entry.on for entry in case.of(PlacementEnded)]
    stays = []
    for place, move in enumerate(moves):
        if move.body.form is PlacementKind.SAFE_HOUSE:
            ends = [day for day in left if day >= move.on][:1]
            ends += [later.on - timedelta(days=1) for later in moves[place + 1 : place + 2]]
            stays.append((move.on, min(ends, default=None)))
    return tuple(stays)


def _in_a_safe_house(stays: tuple[tuple[date, date | None], ...], day: date) -> bool:
    return any(since <= day and (until is None or day <= until) for since, until in stays)
