"""What the committee's orders ask for, and when each piece of it was done."""

from datetime import date

import msgspec

from prerana_exit.orders import Interval, Term, intervals
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.order import OrderDuty, OrderDutyDone


class DutyPart(msgspec.Struct, frozen=True):
    """One piece of an order's duty: once, or one of its intervals; `done` is the record that settled it.

    A piece counts from `since` to its due day `until`; done later, it is done late.
    """

    term: Term
    duty: str
    number: int
    since: date
    until: date
    done: Entry[OrderDutyDone] | None

    @property
    def slot(self) -> str:
        """What tells this piece from the others of all orders."""
        return f"{self.term.number}:{self.duty}:{self.number}"


def duty_parts(case: CaseFile, term: Term) -> tuple[DutyPart, ...]:
    """Return every piece of what an order asks for; none for an order whose end is not known."""
    if term.last is None:
        return ()
    return tuple(part for duty in term.entry.body.duties for part in _parts(case, term, term.last, duty))


def _parts(case: CaseFile, term: Term, last: date, duty: OrderDuty) -> tuple[DutyPart, ...]:
    done = [
        entry for entry in case.of(OrderDutyDone) if entry.body.order == term.number and entry.body.duty == duty.duty
    ]
    stretches = intervals(term, duty.every_months) if duty.every_months else (Interval(1, term.starts, last),)
    settled = _settled(stretches, done)
    return tuple(
        DutyPart(term, duty.duty, one.number, one.since, one.until, settled.get(one.number)) for one in stretches
    )


def _settled(stretches: tuple[Interval, ...], done: list[Entry[OrderDutyDone]]) -> dict[int, Entry[OrderDutyDone]]:
    """Give each stretch the record that settles it: one made in its time, else one to spare that came later."""
    settled: dict[int, Entry[OrderDutyDone]] = {}
    spare: list[Entry[OrderDutyDone]] = []
    for entry in done:
        own = next((one.number for one in stretches if one.since <= entry.on <= one.until), None)
        if own is None or own in settled:
            spare.append(entry)
        else:
            settled[own] = entry
    for entry in spare:
        late = next((one.number for one in stretches if one.number not in settled and one.until < entry.on), None)
        if late is not None:
            settled[late] = entry
    return settled
