"""The monitoring calendar: which visit is asked for when, and which contact settles it. Pure arithmetic.

Four fortnightly visits, then one a month, always counted from the day of the move and never from the visit before, so
that the calendar does not drift. Each contact belongs to exactly one slot: windows meet halfway between two due days.
A slot is settled by the first counted visit in its window. Months are cut to the month's end. (003 SOP 11, Fig 10;
where the first monthly visit lies and how windows are drawn is our reading.)
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo

LEAST_MONTHS_SHOWN = 14
MONTHS_AHEAD = 2


class VisitTerms(msgspec.Struct, frozen=True):
    """How close the first visits are, and for how long."""

    fortnight_days: int
    fortnight_months: int


class Contact(msgspec.Struct, frozen=True):
    """A visit in person, by whichever record tells of it; `seen` says whether the child was, None if nobody did."""

    on: date
    seen: YesNo | None
    record: RecordId
    kind: str
    how_known: HowKnown = HowKnown.RECORDED


class DueDay(msgspec.Struct, frozen=True):
    """The day of one slot. name: "F1" to "F4", then "M3", "M4" and so on; number: the part after the letter."""

    name: str
    number: int
    due: date

    @property
    def is_monthly(self) -> bool:
        """Whether it is one of the monthly visits."""
        return self.name.startswith("M")


class Slot(msgspec.Struct, frozen=True):
    """One visit asked for: its day, its window (both ends count), and the contact that settled it.

    unsure: a visit in the window of which nobody recorded whether the child was seen, where nothing else settles it.
    additional: how many more counted visits lie in the window.
    """

    day: DueDay
    opens: date
    closes: date
    visit: Contact | None = None
    unsure: Contact | None = None
    additional: int = 0


def months_shown(placed_on: date, as_of: date) -> int:
    """Return up to which month the calendar is laid out: two beyond the present one, and at least fourteen."""
    months = max(0, (as_of.year - placed_on.year) * 12 + as_of.month - placed_on.month)
    if add_months(placed_on, months) > as_of:
        months -= 1
    return max(LEAST_MONTHS_SHOWN, months + MONTHS_AHEAD)


def due_days(placed_on: date, months: int, terms: VisitTerms) -> tuple[DueDay, ...]:
    """Return the days of all slots up to a month, in order.

    Raises ValueError for an interval of 0 days.
    """
    close_by = (add_months(placed_on, terms.fortnight_months) - placed_on).days
    steps = range(terms.fortnight_days, close_by + 1, terms.fortnight_days)
    fortnightly = [DueDay(f"F{n}", n, placed_on + timedelta(days)) for n, days in enumerate(steps, start=1)]
    monthly = [DueDay(f"M{n}", n, add_months(placed_on, n)) for n in range(terms.fortnight_months + 1, months + 1)]
    return (*fortnightly, *monthly)


def visit_calendar(placed_on: date, contacts: Iterable[Contact], months: int, terms: VisitTerms) -> tuple[Slot, ...]:
    """Return the slots up to a month, each with what settled it."""
    known = sorted(contacts, key=lambda contact: (contact.on, contact.record))
    days = due_days(placed_on, months + 1, terms)
    slots = []
    opens = placed_on + timedelta(1)
    for day, following in pairwise(days):
        closes = day.due + (following.due - day.due) // 2
        slots.append(_settled(Slot(day, opens, closes), known))
        opens = closes + timedelta(1)
    return tuple(slots)


def _settled(slot: Slot, contacts: Sequence[Contact]) -> Slot:
    inside = [contact for contact in contacts if slot.opens <= contact.on <= slot.closes]
    counted = [contact for contact in inside if contact.seen is YesNo.YES]
    if counted:
        more = len({contact.on for contact in counted}) - 1
        return msgspec.structs.replace(slot, visit=counted[0], additional=more)
    unsure = next((contact for contact in inside if contact.seen is not YesNo.NO), None)
    return msgspec.structs.replace(slot, unsure=unsure)
