"""The contacts that were asked for over time, each judged by the rate of its own time.

Each contact that counts settles the duty before it and starts the next. A duty that was open when the rate changed is
judged by the old rate if its day had passed, else it is counted anew from the day of the change. So a past period never
changes its answer because the risk did. What was late when contacts were asked for more often stays late until somebody
has made one. In the list stand the duties that were missed or met late, the last one met and the next.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from iag_core.assessments import first_look
from iag_core.contacts import counted_contacts
from iag_core.schedule.contact_rates import DAILY, Rate, Span, spans
from iag_core.schedule.daily_contact import daily_items
from iag_core.seen import duties_from
from supervisor_tui.domain.calendar import is_after
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode

Contacts = Mapping[date, Entry[FollowUp]]

WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}
FEW_DAYS = 3
"""A first part-week of so many days or fewer asks for one contact."""


def follow_up_start(case: CaseFile) -> date | None:
    """Return the day from which contacts are asked for, or None while the first assessment is still to come.

    A case that opened again starts on that day. A case without a first assessment on file starts with its first contact
    or its plan, whichever came first, else with the day from which duties are counted.
    """
    present = episode(case)
    if present is None:
        return None
    if present.number > 1:
        return present.opened_on
    assessed = first_look(case)
    if assessed is not None:
        return assessed.on
    begun = [entry.on for kind in (FollowUp, CasePlan) for entry in case.of(kind)[:1]]
    return min(begun, default=duties_from(case))


def contact_items(case: CaseFile, settings: Settings) -> tuple[DueItem, ...]:
    """Return every contact that was missed or late, the last one kept and the next one, each with its rule."""
    return _worth_showing([item for period in contact_periods(case, settings) for item in period.items])


class Period(msgspec.Struct, frozen=True):
    """A time in which one rate held, and the contacts that were asked for in it."""

    span: Span
    items: tuple[DueItem, ...]


def contact_periods(case: CaseFile, settings: Settings) -> tuple[Period, ...]:
    """Return the times with their own rate since follow-up began, each judged by that rate alone."""
    start = follow_up_start(case)
    if start is None:
        return ()
    contacts = counted_contacts(case, settings)
    first_weekday = WEEKDAYS[settings.word("week_starts_on") or "monday"]
    found: list[Period] = []
    carried: _Owed | None = None
    rates = spans(case, start, settings)
    for span, following in zip(rates, [*rates[1:], None], strict=True):
        items, carried = _judged(span, contacts, carried, first_weekday, duties_from(case))
        if following is not None and following.rate.tighter_than(span.rate):
            items = _late_until_a_contact(items, span, contacts)
        found.append(Period(span, tuple(msgspec.structs.replace(item, rule=span.rate.rule) for item in items)))
    return tuple(found)


def _late_until_a_contact(items: tuple[DueItem, ...], span: Span, contacts: Contacts) -> tuple[DueItem, ...]:
    """Leave open what was late at the end of a span, while no contact has come since."""
    assert span.until is not None
    if any(day > span.until for day in contacts):
        return items
    return tuple(
        msgspec.structs.replace(item, closes=None) if item.done is None and item.closes == span.until else item
        for item in items
    )


class _Owed(msgspec.Struct, frozen=True):
    """A duty that was still open, and not late, when its rate ended."""

    due: date
    rate: Rate


def _judged(
    span: Span, contacts: Contacts, carried: _Owed | None, first_weekday: int, began: date | None
) -> tuple[tuple[DueItem, ...], _Owed | None]:
    """Return the items of one span, and what it leaves open to the next."""
    if span.rate.rule == DAILY:
        return daily_items(_counted(span, began), contacts), None
    if span.rate.days is None:
        return (() if span.until is not None else (_not_known(span.rate),)), None
    since, due, kept, met = span.since, _first_due(span, carried, first_weekday), list[date](), list[DueItem]()
    for day in _days_in(span, contacts):
        if day > since:
            met.append(_item(span.rate, since, due, done=contacts[day]))
        kept.append(day)
        since, due = day, next_due(span, kept, first_weekday)
    if span.until is not None:
        return _handed_on(span, met, since, due)
    if began is not None and due < began:
        since, due = began, next_due(_counted(span, began), (), first_weekday)
    return (*met, _item(span.rate, since, due, agreed=_agreed_day(contacts, since))), None


def _first_due(span: Span, carried: _Owed | None, first_weekday: int) -> date:
    due = next_due(span, (), first_weekday)
    return min(due, carried.due) if carried is not None and span.rate.tighter_than(carried.rate) else due


def _handed_on(span: Span, met: list[DueItem], since: date, due: date) -> tuple[tuple[DueItem, ...], _Owed | None]:
    if span.until is not None and due > span.until:
        return tuple(met), _Owed(due, span.rate)
    return (*met, _item(span.rate, since, due, closes=span.until)), None


def _days_in(span: Span, contacts: Contacts) -> tuple[date, ...]:
    return tuple(day for day in contacts if span.since <= day and (span.until is None or day <= span.until))


def _counted(span: Span, began: date | None) -> Span:
    """Return the span without the days before duties were counted."""
    return span if began is None or began <= span.since else msgspec.structs.replace(span, since=began)


def _agreed_day(contacts: Contacts, since: date) -> date | None:
    return contacts[since].body.next_on if since in contacts else None


def next_due(span: Span, kept: Iterable[date], first_weekday: int = 0) -> date:
    """Return the last day for the next contact.

    kept: the days of contact since the rate began. Without one, the days are counted from the rate's first day.
    first_weekday: 0 for Monday.
    """
    rate, days = span.rate, tuple(kept)
    assert rate.days is not None
    base = days[-1] if days else span.since
    gap = base + timedelta(days=rate.days)
    if not rate.per_week:
        return gap
    monday = base - timedelta(days=(base.weekday() - first_weekday) % 7)
    sunday = monday + timedelta(days=6)
    asked = rate.per_week if (sunday - max(monday, span.since)).days + 1 > FEW_DAYS else 1
    still = asked - len([day for day in days if day >= monday])
    if still > 0:
        return min(gap, max(base, sunday - timedelta(days=still - 1)))
    return min(gap, sunday + timedelta(days=7 - (rate.per_week - 1)))


def _item(
    rate: Rate,
    since: date,
    due: date,
    *,
    done: Entry[FollowUp] | None = None,
    closes: date | None = None,
    agreed: date | None = None,
) -> DueItem:
    return DueItem(
        rate.words,
        due=due,
        target=agreed if agreed is not None and agreed < due else None,
        closes=closes,
        done=done.on if done else None,
        settled_by=done.id if done else None,
        settles=FollowUp.KIND,
        slot=since.isoformat(),
    )


def _not_known(rate: Rate) -> DueItem:
    return DueItem(rate.words, settles=FollowUp.KIND, unknown=rate.unknown, missing=rate.missing)


def _worth_showing(items: list[DueItem]) -> tuple[DueItem, ...]:
    met = [item for item in items if item.done is not None]
    last = met[-1] if met else None
    return tuple(
        item
        for item in items
        if item.done is None or item is last or (item.due is not None and is_after(item.done, item.due))
    )
