"""Which duties stand at all: none after a placement or the case has ended, none from before the agency took over."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from reintegration_benchmarks.placement_period import PlacementPeriod, closed_gaps
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.status import registration


class DutyLimits(msgspec.Struct, frozen=True):
    """The days that bound the duties of one placement.

    last_day: the placement's last, None while it lasts. gaps: while the case was closed. counted_from: for a case
    brought in from elsewhere, the day from which duties count.
    """

    last_day: date | None
    gaps: tuple[tuple[date, date | None], ...]
    counted_from: date | None

    def asks_on(self, day: date) -> bool:
        """Say whether a duty of that day stands; those after the placement ended or while the case is closed vanish."""
        if self.last_day is not None and day > self.last_day:
            return False
        return not any(closed < day and (opened is None or day < opened) for closed, opened in self.gaps)

    def before_we_began(self, day: date) -> bool:
        """Say whether a duty fell due before the agency began to count for this case."""
        return self.counted_from is not None and day < self.counted_from

    def last_chance(self, due: date) -> date | None:
        """Return the last day on which a duty of that day can still be done, None if nothing ended."""
        ends = [closed for closed, _opened in self.gaps if due <= closed]
        return min([*ends, *([self.last_day] if self.last_day else [])], default=None)


def duty_limits(case: CaseFile, period: PlacementPeriod) -> DutyLimits:
    """Return what bounds the duties of a placement."""
    return msgspec.structs.replace(limits_of_the_case(case), last_day=period.last_day)


def limits_of_the_case(case: CaseFile) -> DutyLimits:
    """Return what bounds duties that belong to no placement."""
    opening = registration(case)
    counted_from = None if opening is None else max(opening.on, opening.body.duties_from or opening.on)
    return DutyLimits(None, closed_gaps(case), counted_from)


def standing(items: Iterable[DueItem], limits: DutyLimits) -> Iterator[DueItem]:
    """Give the items that stand. What was not done before the agency began is left out: it is nobody's lateness."""
    for item in items:
        if item.due is None:
            yield item
            continue
        due = day_of(item.due)
        if not limits.asks_on(due) or (item.done is None and limits.before_we_began(due)):
            continue
        ends = [day for day in (item.closes, limits.last_chance(due)) if day is not None]
        yield msgspec.structs.replace(item, closes=min(ends, default=None))
