"""The placements that start the monitoring calendar, and when each of them ended."""

from datetime import date

import msgspec

from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.placement import Placement, PlacementEnded, PlacementKind
from supervisor_tui.domain.status import episodes

FAMILY_OR_COMMUNITY_CARE = frozenset(
    {PlacementKind.REUNIFICATION, PlacementKind.KINSHIP, PlacementKind.FOSTER, PlacementKind.INDEPENDENT}
)


class PlacementPeriod(msgspec.Struct, frozen=True):
    """One stretch of family or community care.

    number counts from 1. began_on is the day of the move, P of the handbook. last_day is the day it ended, None while
    it lasts; another placement ends the one before.
    """

    number: int
    entry: Entry[Placement]
    last_day: date | None

    @property
    def began_on(self) -> date:
        """The day of the move, from which every clock runs."""
        return self.entry.on


def placement_periods(case: CaseFile) -> tuple[PlacementPeriod, ...]:
    """Return the placements in family or community care, in order."""
    monitored = [
        (entry, ended) for entry, ended in _all_placements(case) if entry.body.form in FAMILY_OR_COMMUNITY_CARE
    ]
    return tuple(PlacementPeriod(number, entry, ended) for number, (entry, ended) in enumerate(monitored, start=1))


def placement_period(case: CaseFile) -> PlacementPeriod | None:
    """Return the latest placement in family or community care, ended or not; None if the child was never placed."""
    known = placement_periods(case)
    return known[-1] if known else None


def current_placement(case: CaseFile) -> PlacementPeriod | None:
    """Return the placement that lasts; None if there is none or it ended (a new one starts every clock anew)."""
    period = placement_period(case)
    return period if period is not None and period.last_day is None else None


def closed_gaps(case: CaseFile) -> tuple[tuple[date, date | None], ...]:
    """Return the stretches during which the case was closed: the day of closing and that of reopening, if any."""
    known = episodes(case)
    reopened = [one.opened_on for one in known[1:]]
    closed = [one.closed_on for one in known if one.closed_on is not None]
    return tuple((day, reopened[place] if place < len(reopened) else None) for place, day in enumerate(closed))


def _all_placements(case: CaseFile) -> list[tuple[Entry[Placement], date | None]]:
    """Return each placement of any form with the day it ended.

    An end written for the day of a new move is the end of the placement before it, if there was one.
    """
    placed = case.of(Placement)
    ends = {entry.on for entry in case.of(PlacementEnded)}
    found: list[tuple[Entry[Placement], date | None]] = []
    running = False
    for place, entry in enumerate(placed):
        moved_on = placed[place + 1].on if place + 1 < len(placed) else None
        later = {day for day in ends if day > entry.on or (day == entry.on and not running)}
        if moved_on is not None:
            later.add(moved_on)
        ended = min(later, default=None)
        running = ended is None or ended == moved_on
        found.append((entry, ended))
    return found
