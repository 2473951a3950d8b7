"""The risk level of a case over time, in the agency's words and in the guidance's."""

from datetime import date
from itertools import pairwise

import msgspec

from supervisor_tui.domain.case_file import CaseFile, Entry, told_once
from supervisor_tui.domain.programme import GuidanceRisk, RiskLevel
from supervisor_tui.domain.records.assessment import RiskLevelSet


class RiskPeriod(msgspec.Struct, frozen=True):
    """From `since` on the case had this level; `until` is the last day of the period, None while it lasts.

    level is None where the agency's scale does not hold the recorded word.
    """

    since: date
    until: date | None
    level: RiskLevel | None
    entry: Entry[RiskLevelSet]

    @property
    def guidance(self) -> GuidanceRisk | None:
        """The level that guidance reads, or None where it is not known."""
        return self.level.guidance if self.level else None


@told_once
def risk_history(case: CaseFile) -> tuple[RiskPeriod, ...]:
    """Return the periods in order. Of two levels set on one day the more dangerous counts."""
    by_day: dict[date, Entry[RiskLevelSet]] = {}
    for entry in case.of(RiskLevelSet):
        held = by_day.get(entry.on)
        if held is None or _rank(case, entry) < _rank(case, held):
            by_day[entry.on] = entry
    days = sorted(by_day)
    return tuple(
        RiskPeriod(
            day,
            date.fromordinal(days[place + 1].toordinal() - 1) if place + 1 < len(days) else None,
            case.programme.risk_level(by_day[day].body.level),
            by_day[day],
        )
        for place, day in enumerate(days)
    )


def risk(case: CaseFile) -> RiskPeriod | None:
    """Return the present period, or None if no level was ever set."""
    history = risk_history(case)
    return history[-1] if history else None


def days_of_rise(case: CaseFile) -> tuple[date, ...]:
    """Return the days on which the risk went up; a level that is not on the agency's scale says nothing."""
    return tuple(later.since for earlier, later in pairwise(risk_history(case)) if _rose(earlier, later))


def rose_on(case: CaseFile, day: date) -> bool:
    """Say whether the risk went up on a day."""
    return day in days_of_rise(case)


def _rose(earlier: RiskPeriod, later: RiskPeriod) -> bool:
    return earlier.level is not None and later.level is not None and later.level.rank < earlier.level.rank


def _rank(case: CaseFile, entry: Entry[RiskLevelSet]) -> int:
    level = case.programme.risk_level(entry.body.level)
    return level.rank if level else -1
