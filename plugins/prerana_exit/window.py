"""A wish kept up over months: the reading of "across six months" that every window of this set shares.

The window opens with the first event of an unbroken run and ends some calendar months later. A contrary event ends the
run. At the end it holds if the wish is on record on enough days and was said again shortly before the end or later.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from prerana_exit.episode import in_this_episode
from prerana_exit.guidance import WINDOW_MONTHS, WISH_CONFIRMED_MONTHS, WISH_SHOWN_TIMES, months
from prerana_exit.records.window_length import WindowLength
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


class Measure(msgspec.Struct, frozen=True):
    """How long a wish must be kept up (months), on how many days it must be said, and how late at the earliest.

    confirmed_months: the wish must be said again in the last so many months of the window, or after it.
    """

    months: int
    times: int = 2
    confirmed_months: int = 1


class Window(msgspec.Struct, frozen=True):
    """The running window: its first day, the day from which it is over, and the days on which the wish was said."""

    since: date
    ends: date
    days: tuple[date, ...]
    measure: Measure

    @property
    def confirm_from(self) -> date:
        """The first day on which saying it again confirms it."""
        return add_months(self.ends, -self.measure.confirmed_months)

    @property
    def is_confirmed(self) -> bool:
        """Whether the wish was said often enough, and late enough."""
        return len(self.days) >= self.measure.times and self.days[-1] >= self.confirm_from

    def covers(self, day: date) -> bool:
        """Say whether a step taken on `day` lies inside the window, its last day included."""
        return self.since <= day <= self.ends


def window_of(events: Iterable[date], contrary: Iterable[date], measure: Measure) -> Window | None:
    """Return the window of the present unbroken run, or None if there is none.

    A contrary event ends the run even if the wish was said on the same day: doubt never shortens the way.
    """
    broken = max(contrary, default=date.min)
    run = sorted({day for day in events if day > broken})
    return Window(run[0], add_months(run[0], measure.months), tuple(run), measure) if run else None


def held(window: Window, as_of: date, *facts: Fact, missing: Missing) -> Answer:
    """Say whether the wish was kept up to the end of its window; every answer names the length that was used."""
    length = window.measure.months
    if as_of < window.ends:
        reason = _("The window of {months} months runs until {day}.").format(months=length, day=window.ends)
        return Answer.fails(reason, *facts, earliest=window.ends)
    if not window.is_confirmed:
        reason = _("The {months} months are over, but it was not confirmed near the end (from {day}).")
        return Answer.fails(reason.format(months=length, day=window.confirm_from), *facts, missing=missing)
    reason = _("Kept up over {months} months, from {since} to {ends}.")
    return Answer.passes(reason.format(months=length, since=window.since, ends=window.ends), *facts)


def own_length(case: CaseFile) -> WindowLength | None:
    """Return the case's own length of the window where one was set with a reason, else None (PX-P2-w)."""
    said = [entry.body for entry in in_this_episode(case, WindowLength)]
    valid = [body for body in said if body.reason.strip()]
    return valid[-1] if valid else None


def measure_of(case: CaseFile, settings: Settings) -> Measure:
    """Return how long and how often a wish to end must be said in this case."""
    own = own_length(case)
    return Measure(
        own.months if own else months(settings, WINDOW_MONTHS),
        months(settings, WISH_SHOWN_TIMES),
        months(settings, WISH_CONFIRMED_MONTHS),
    )
