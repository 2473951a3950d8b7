"""The review calendar: at set months after the move, then an interval after each review. Pure arithmetic.

A complete review in the stretch that ends on a due day settles it in time. One held later settles the earlier due day
late, and that one only: a review for month 6 held in month 9 is not the review of month 12. From the last set month on
the next review is due an interval after the last, or earlier where an earlier day was agreed. (003 Fig 10.)
"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from supervisor_tui.domain.calendar import add_months


class ReviewHeld(msgspec.Struct, frozen=True):
    """A complete review, and the day agreed for the next one, if any."""

    on: date
    next_on: date | None = None


class ReviewSlot(msgspec.Struct, frozen=True):
    """One review asked for.

    name: "R6", "R12" for the set months, then "R12+1", "R12+2" and so on. month: the month after the move, None for the
    later ones. closes: the last day on which this one can still be settled, None while it can always be.
    """

    name: str
    month: int | None
    due: date
    closes: date | None
    held_on: date | None = None


def review_calendar(
    placed_on: date, held: Sequence[ReviewHeld], interval: int, first_months: int
) -> tuple[ReviewSlot, ...]:
    """Return the reviews of a placement; the last one is open, the others are settled or missed.

    held: the complete reviews, oldest first. interval, first_months: months between reviews, and up to which month they
    are counted from the move, which is always one of them. Raises ValueError for an interval of 0.
    """
    set_ones = _set_months(placed_on, held, interval, first_months)
    return (*set_ones, *_following(set_ones[-1], held, interval))


def _set_months(placed_on: date, held: Sequence[ReviewHeld], interval: int, first_months: int) -> list[ReviewSlot]:
    months = [*range(interval, first_months, interval), first_months]
    days = [placed_on, *(add_months(placed_on, month) for month in months)]
    used: set[date] = set()
    slots = []
    for place, month in enumerate(months, start=1):
        following = days[place + 1] if place + 1 < len(days) else None
        settled = _settles(days[place - 1], days[place], following, [one.on for one in held if one.on not in used])
        used |= {settled} if settled else set()
        closes = following - timedelta(1) if following else None
        slots.append(ReviewSlot(f"R{month}", month, days[place], closes, settled))
    return slots


def _settles(before: date, due: date, following: date | None, days: Sequence[date]) -> date | None:
    in_time = [day for day in days if before < day <= due]
    late = [day for day in days if day > due and (following is None or day < following)]
    return next(iter([*in_time, *late]), None)


def _following(last: ReviewSlot, held: Sequence[ReviewHeld], interval: int) -> list[ReviewSlot]:
    """Return the reviews after the set months, each counted from the one before; none before the last set one."""
    if last.held_on is None:
        return []
    counted_to = max(last.due, last.held_on)
    earlier = [one for one in held if one.on <= counted_to]
    anchor = earlier[-1]
    slots = []
    for number, one in enumerate([*(one for one in held if one.on > anchor.on), None], start=1):
        due = add_months(anchor.on, interval)
        if anchor.next_on is not None and anchor.on < anchor.next_on < due:
            due = anchor.next_on
        slots.append(ReviewSlot(f"{last.name}+{number}", None, due, None, one.on if one else None))
        anchor = one or anchor
    return slots
