"""Bringing the stored rows of cases up to the day, as goes on in the background when a day begins."""

from benchmarks.figures import Figure, compared
from benchmarks.stores import spread_out
from benchmarks.timing import side_by_side
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date
from supervisor_tui.casework.recording import worked_out

__all__ = ["bringing_up_to_date"]


def bringing_up_to_date(desk: Desk, times: int) -> list[Figure]:
    """Compare bringing one case up to date with working its rows out without writing them."""
    codes = spread_out(desk, times)
    taken, anchor = side_by_side(
        times,
        lambda number: bring_up_to_date(desk, (codes[number],)),
        lambda number: worked_out(desk, codes[number], desk.store.records.of(codes[number])),
    )
    return [compared("bring a case up to date", taken, "working it out alone", anchor)]
