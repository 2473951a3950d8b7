"""Reviews of the case plan: every three months, sooner where things are dangerous, and after a change for the worse."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.schedule.review_intervals import SoonerReview, sooner_reviews
from iag_core.schedule.settling import triggers
from iag_core.seen import duties_from
from iag_core.settings import figure
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.records.contact import FollowUp, Review, Situation
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

ORDINARY, SOONER = RuleId("IAG-S5-12"), RuleId("IAG-S5-13")


@rules.schedule_rule("IAG-S5-11", title=_("Review after a change for the worse"), source="004 §3.5")
@while_open
def the_review_after_a_change(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """A follow-up that finds the situation worse calls for a review of the plan; our own limit is seven days.

    It stands in the list only while it comes sooner than the regular review, because one review settles both.
    """
    start = reviews_start(case)
    if start is None:
        return ()
    held = {entry.on: entry.id for entry in case.of(Review)}
    worse = {entry.on for entry in case.of(FollowUp) if entry.body.situation is Situation.WORSE and entry.on >= start}
    regular = review_items(case, as_of, settings)[-1].due
    days = timedelta(days=figure(settings, "review_after_change_days"))
    return tuple(
        DueItem(
            _("Review of the plan after a change for the worse"),
            due=change.on + days,
            done=change.settled_on,
            settled_by=held[change.settled_on] if change.settled_on else None,
            settles=Review.KIND,
            slot=change.on.isoformat(),
        )
        for change in triggers(worse, held)
        if change.settled_on is not None or regular is None or change.on + days < regular
    )


@rules.schedule_rule("IAG-S5-12", title=_("Review of the plan every three months"), source="004 §3.5")
@while_open
def the_regular_review(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The plan is reviewed at least every three months, counted from the first full plan and then from the last review.

    A new version of the plan does not start the count again; a reopening does. Without a plan nothing is due.
    """
    return tuple(item for item in review_items(case, as_of, settings) if item.rule == ORDINARY)


@rules.schedule_rule("IAG-S5-13", title=_("Review sooner in danger or emergency"), source="004 §3.5")
@while_open
def the_sooner_review(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """At high risk, in an emergency, or when things change fast, reviews come more often; the agency says how often.

    Of several intervals the shortest holds, each counted at the earliest from the day its cause began. While none is
    decided, the regular review says so.
    """
    return tuple(item for item in review_items(case, as_of, settings) if item.rule == SOONER)


@rules.schedule_rule("FU-05", title=_("Review of the plan every three months"), source="002", strength=Strength.WARNS)
def the_review_asked_for_by_the_follow_up_page(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """The page on follow-up asks for a review at least every three months, as the course does.

    It is the same review, so it stands in the list once, under IAG-S5-12.
    """
    return ()


@rules.schedule_rule("FU-06", title=_("Review sooner in an emergency"), source="002", strength=Strength.WARNS)
def the_sooner_review_asked_for_by_the_follow_up_page(
    _case: CaseFile, _as_of: date, _settings: Settings
) -> Iterable[DueItem]:
    """The page on follow-up asks for reviews more often in an emergency, above all at high risk or in fast change.

    It is the same review, so it stands in the list once, under IAG-S5-13.
    """
    return ()


def reviews_start(case: CaseFile) -> date | None:
    """Return the day from which the first review is counted, or None while there is no full plan.

    That is the first full plan, or the reopening of a case whose plan is older.
    """
    plan, present = first_full_plan(case), episode(case)
    if plan is None or present is None:
        return None
    return max(plan.on, present.opened_on) if present.number > 1 else plan.on


def review_items(case: CaseFile, as_of: date, settings: Settings) -> tuple[DueItem, ...]:
    """Return the reviews held since the count began and, last, the next one, each with the rule that sets its day."""
    start = reviews_start(case)
    if start is None:
        return ()
    held = {entry.on: entry for entry in case.of(Review) if entry.on > start}
    days = [start, *held]
    sooner = sooner_reviews(case, as_of, settings)
    items = [_held(since, held[on], sooner, settings) for since, on in pairwise(days)]
    return (*items, _next(case, days[-1], sooner, as_of, settings))


def _held(since: date, review: Entry[Review], sooner: tuple[SoonerReview, ...], settings: Settings) -> DueItem:
    item = _counted_from(since, tuple(one for one in sooner if one.since <= review.on), settings)
    return msgspec.structs.replace(item, done=review.on, settled_by=review.id)


def _next(case: CaseFile, since: date, sooner: tuple[SoonerReview, ...], as_of: date, settings: Settings) -> DueItem:
    item = _counted_from(since, sooner, settings)
    began = duties_from(case)
    if began is not None and item.due is not None and began > item.due:
        since, item = began, _counted_from(began, sooner, settings)
    agreed = next((entry.body.next_on for entry in case.of(Review) if entry.on == since), None)
    if agreed is not None and item.due is not None and agreed < item.due:
        item = msgspec.structs.replace(item, target=agreed)
    ordinary = _ordinary(since, settings)
    undecided = next((one for one in sooner if one.is_open((ordinary - since).days)), None)
    if undecided is None or item.rule == SOONER or as_of > ordinary:
        return item
    return msgspec.structs.replace(item, unknown=undecided.unknown, missing=undecided.missing)


def _counted_from(since: date, sooner: tuple[SoonerReview, ...], settings: Settings) -> DueItem:
    ordinary = _ordinary(since, settings)
    earlier = [due for one in sooner if (due := one.due(since, ordinary)) is not None]
    return DueItem(
        _("Review of the plan"),
        due=min(earlier, default=ordinary),
        rule=SOONER if earlier else ORDINARY,
        settles=Review.KIND,
        slot=since.isoformat(),
    )


def _ordinary(since: date, settings: Settings) -> date:
    return add_months(since, figure(settings, "review_months"))
