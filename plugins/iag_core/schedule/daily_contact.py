"""A contact on every day of a short stay in a safe house, where the plan says so (004 §3.5)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from iag_core.schedule.contact_rates import Span
from supervisor_tui.domain.case_file import Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.contact import FollowUp

ONE_DAY = timedelta(days=1)


def daily_items(span: Span, contacts: Mapping[date, Entry[FollowUp]]) -> tuple[DueItem, ...]:
    """Return a missed item for each day without a contact, and the day that is owed while the stay lasts.

    Days without a contact at the end of a stay that goes on are one open item, so that they stand once in the list.
    """
    days = [day for day in contacts if span.since <= day and (span.until is None or day <= span.until)]
    owed = days[-1] + ONE_DAY if days else span.since
    last = span.until if span.until is not None else owed - ONE_DAY
    items = [_missed(span, day) for day in _days(span.since, last) if day not in contacts]
    if days:
        items.append(_item(span, days[-1], done=contacts[days[-1]]))
    if span.until is None:
        items.append(_item(span, owed))
    return tuple(items)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=after) for after in range((last - first).days + 1))


def _missed(span: Span, day: date) -> DueItem:
    return DueItem(span.rate.words, due=day, opens=day, closes=day, settles=FollowUp.KIND, slot=day.isoformat())


def _item(span: Span, day: date, done: Entry[FollowUp] | None = None) -> DueItem:
    return DueItem(
        span.rate.words,
        due=day,
        done=done.on if done else None,
        settled_by=done.id if done else None,
        settles=FollowUp.KIND,
        slot=day.isoformat(),
    )
