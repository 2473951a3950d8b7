"""Orders of the Child Welfare Committee: from when to when each is in force, and what it asks for."""

from datetime import date, timedelta

import msgspec

from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.order import Order
from supervisor_tui.domain.records.registration import Referrer
from supervisor_tui.domain.status import registration

_COMMITTEE = {"cwc", "child welfare committee"}
_ONE_DAY = timedelta(days=1)


class Term(msgspec.Struct, frozen=True):
    """An order with its time: `last` is the last day in force, None where the record does not tell."""

    entry: Entry[Order]
    starts: date
    last: date | None

    @property
    def number(self) -> str:
        """The order's number, as the agency gave it."""
        return self.entry.body.order

    @property
    def expired_from(self) -> date | None:
        """The first day on which it is no longer in force."""
        return self.last + _ONE_DAY if self.last else None

    def runs_within(self, since: date, until: date) -> bool | None:
        """Say whether it is in force on any day from `since` to `until`; None where that cannot be told."""
        if self.starts > until:
            return False
        return None if self.last is None else self.last >= since


class Interval(msgspec.Struct, frozen=True):
    """One stretch of a duty that comes back: it is to be done once between these days, both included."""

    number: int
    since: date
    until: date


def terms(case: CaseFile) -> tuple[Term, ...]:
    """Return the committee's orders in the order in which they were passed."""
    orders = [entry for entry in case.of(Order) if entry.body.body.strip().casefold() in _COMMITTEE]
    return tuple(Term(entry, entry.body.starts_on or entry.on, _last_day(entry)) for entry in orders)


def last_term(found: tuple[Term, ...]) -> Term | None:
    """Return the order that ends last, or None if there is none or if one of them does not tell its end."""
    if not found or any(term.last is None for term in found):
        return None
    return max(found, key=lambda term: term.last or term.starts)


def referrer(case: CaseFile) -> Referrer | None:
    """Return who sent the case, or None where nobody recorded it."""
    opening = registration(case)
    return opening.body.referrer if opening else None


def intervals(term: Term, every_months: int) -> tuple[Interval, ...]:
    """Cut an order's time into intervals of some months; the last one may be cut short by the order's end."""
    if term.last is None or every_months < 1:
        return ()
    found: list[Interval] = []
    since = term.starts
    while since <= term.last:
        following = add_months(term.starts, (len(found) + 1) * every_months)
        found.append(Interval(len(found) + 1, since, min(following - _ONE_DAY, term.last)))
        since = following
    return tuple(found)


def _last_day(entry: Entry[Order]) -> date | None:
    body = entry.body
    counted = add_months(body.starts_on or entry.on, body.months) - _ONE_DAY if body.months is not None else None
    known = [day for day in (body.last_day, counted) if day is not None]
    return max(known, default=None)
