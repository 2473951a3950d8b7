"""Which of several records asks for a new look, and which record later settles it."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec


class Trigger(msgspec.Struct, frozen=True):
    """Something that asks for a new look, and the day of the look that settled it; None while none did.

    Several that one look settles, or that wait for the same look, count as one: from the earliest of them.
    """

    on: date
    settled_on: date | None


def triggers(days: Iterable[date], looks: Iterable[date]) -> tuple[Trigger, ...]:
    """Return the triggers in order, one for each look that settles some, and one for those that still wait."""
    held = sorted(looks)
    earliest: dict[date | None, date] = {}
    for day in sorted(days):
        earliest.setdefault(next((look for look in held if look >= day), None), day)
    return _in_order(earliest)


def _in_order(earliest: Mapping[date | None, date]) -> tuple[Trigger, ...]:
    return tuple(Trigger(day, look) for look, day in sorted(earliest.items(), key=lambda found: found[1]))
