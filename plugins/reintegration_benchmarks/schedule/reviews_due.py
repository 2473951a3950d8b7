"""Case reviews with the benchmarks: every six months, the review of month 12 being the one that may end in closing."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from reintegration_benchmarks.case_reviews import CaseReview, case_reviews
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import PlacementPeriod, placement_period
from reintegration_benchmarks.schedule.duty_limits import duty_limits, standing
from reintegration_benchmarks.schedule.monitoring_visits import placement_prefix
from reintegration_benchmarks.schedule.review_calendar import ReviewHeld, ReviewSlot, review_calendar
from reintegration_benchmarks.schedule.unplaced import not_placed
from reintegration_benchmarks.settings import MIN_MONITORING_MONTHS, REVIEW_INTERVAL_MONTHS, decided
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

HANDBOOK_INTERVAL_MONTHS = 6


@rules.schedule_rule("RB-SOP12-02", title=_("A case review every six months"), source="003 SOP 12, Fig 10")
def six_monthly_reviews(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Every six months plan and benchmarks are reviewed with the family; after month 12, six months after the last."""
    if placement_period(case) is None:
        return not_placed(case, _("case reviews"))
    last = decided(settings, MIN_MONITORING_MONTHS)

    def is_mine(slot: ReviewSlot) -> bool:
        return slot.month is None or (slot.month != last and slot.month % HANDBOOK_INTERVAL_MONTHS == 0)

    return tuple(_items(case, settings, is_mine))


@rules.schedule_rule("RB-SOP12-03", title=_("Reviews between, where the agency reviews more often"), source="003 Fig 5")
def reviews_between(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """One figure of the handbook can be read as a review each quarter: asked for where the agency chose 3 months."""
    if decided(settings, REVIEW_INTERVAL_MONTHS) % HANDBOOK_INTERVAL_MONTHS == 0:
        return ()
    last = decided(settings, MIN_MONITORING_MONTHS)

    def is_mine(slot: ReviewSlot) -> bool:
        return slot.month is not None and slot.month != last and slot.month % HANDBOOK_INTERVAL_MONTHS != 0

    return tuple(_items(case, settings, is_mine))


@rules.schedule_rule("RB-SOP11-22", title=_("The final review at month 12"), source="003 Fig 10")
def final_review(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """At month 12 the benchmarks say whether the case may move toward closing or needs more monitoring."""
    if placement_period(case) is None:
        return not_placed(case, _("final review"))
    last = decided(settings, MIN_MONITORING_MONTHS)
    return tuple(_items(case, settings, lambda slot: slot.month == last))


def review_slots(case: CaseFile, period: PlacementPeriod, settings: Settings) -> tuple[ReviewSlot, ...]:
    """Return the review calendar of a placement as it stands."""
    return _slots(_reviews_in(case, period), period, settings)


def _items(case: CaseFile, settings: Settings, is_mine: Callable[[ReviewSlot], bool]) -> Iterator[DueItem]:
    period = placement_period(case)
    if period is None:
        return iter(())
    reviews = _reviews_in(case, period)
    mine = [slot for slot in _slots(reviews, period, settings) if is_mine(slot)]
    final = decided(settings, MIN_MONITORING_MONTHS)
    return standing((_item(slot, reviews, placement_prefix(period), final) for slot in mine), duty_limits(case, period))


def _reviews_in(case: CaseFile, period: PlacementPeriod) -> tuple[CaseReview, ...]:
    return tuple(
        one
        for one in case_reviews(case)
        if period.began_on < one.on and (period.last_day is None or one.on <= period.last_day)
    )


def _slots(reviews: tuple[CaseReview, ...], period: PlacementPeriod, settings: Settings) -> tuple[ReviewSlot, ...]:
    return review_calendar(
        period.began_on,
        [ReviewHeld(one.on, _next_on(one)) for one in reviews if one.is_complete],
        decided(settings, REVIEW_INTERVAL_MONTHS),
        decided(settings, MIN_MONITORING_MONTHS),
    )


def _item(slot: ReviewSlot, reviews: tuple[CaseReview, ...], place: str, final: int) -> DueItem:
    held = next((one for one in reviews if one.on == slot.held_on), None)
    open_one = None if held else _begun(slot, reviews)
    return DueItem(
        _title(slot, final) if open_one is None else _unfinished_title(slot, final, open_one),
        due=slot.due,
        closes=slot.closes,
        done=slot.held_on,
        settled_by=held.review.id if held and held.review else None,
        settles=Review.KIND,
        slot=place + slot.name,
        missing=open_one.gaps[0].missing if open_one else None,
    )


def _begun(slot: ReviewSlot, reviews: tuple[CaseReview, ...]) -> CaseReview | None:
    """Return the latest review that could settle the slot once it is complete, or None."""
    settled = max((one.on for one in reviews if one.is_complete), default=date.min)
    open_ones = [
        one
        for one in reviews
        if not one.is_complete and one.on > settled and (slot.closes is None or one.on <= slot.closes)
    ]
    return open_ones[-1] if open_ones else None


def _title(slot: ReviewSlot, final: int) -> str:
    if slot.month is None:
        return _("next case review with the benchmarks")
    if slot.month == final:
        return _("final review of month {month}: do the benchmarks allow closing?").format(month=slot.month)
    return _("case review of month {month} with the benchmarks").format(month=slot.month)


def _unfinished_title(slot: ReviewSlot, final: int, review: CaseReview) -> str:
    return _("{review} (held on {day}, {gap})").format(
        review=_title(slot, final), day=review.on, gap=review.gaps[0].text
    )


def _next_on(review: CaseReview) -> date | None:
    return review.review.body.next_on if review.review else None
