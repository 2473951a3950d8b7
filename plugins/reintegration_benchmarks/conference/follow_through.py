"""What a conference leaves to do in each of its cases: the plan brought up to date, a word on readiness."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import placement_periods
from reintegration_benchmarks.schedule.duty_limits import limits_of_the_case, standing
from reintegration_benchmarks.settings import PLAN_UPDATE_DAYS, decided
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.meetings.in_case_file import Conference, conferences
from supervisor_tui.domain.meetings.kinds import ConferencePurpose
from supervisor_tui.domain.records.note import Readiness
from supervisor_tui.domain.records.plan import ActionAdded, CasePlan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

__all__ = ["asks_for_readiness", "readiness_since"]

SOURCE = "003 SOP 14, Fig 11; the days are ours"


@rules.schedule_rule("RB-CC-15", title=_("The plan is brought up to date"), source=SOURCE)
def plan_after_a_conference(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """What a conference decided goes into the case plan within a few days."""
    return standing(_plan_updates(case, _days(settings)), limits_of_the_case(case))


@rules.schedule_rule("RB-CC-16", title=_("A word on the child's readiness"), source=SOURCE)
def readiness_after_a_conference(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """After a conference it is written down how ready the child is; at closing, or after the move, no more."""
    return standing(_words_on_readiness(case, _days(settings)), limits_of_the_case(case))


def asks_for_readiness(case: CaseFile, purpose: ConferencePurpose | None, day: date) -> bool:
    """Say whether a word on readiness follows a conference: always after the choice of a home, else before the move."""
    if purpose is ConferencePurpose.PLACEMENT:
        return True
    has_moved = any(period.began_on <= day for period in placement_periods(case))
    return purpose is not ConferencePurpose.CLOSURE and not has_moved


def readiness_since(case: CaseFile, day: date) -> Entry[Readiness] | None:
    """Return the first word on the child's readiness from a day on."""
    return next((entry for entry in case.of(Readiness) if entry.on >= day), None)


def _plan_updates(case: CaseFile, days: timedelta) -> Iterator[DueItem]:
    for one in conferences(case):
        update = _update_after(case, one)
        yield DueItem(
            _("bring the plan up to date with the conference of {day}").format(day=one.on),
            due=one.on + days,
            opens=one.on,
            done=update[0] if update else None,
            settled_by=update[1] if update else None,
            settles=CasePlan.KIND,
            slot=_slot(one),
            meeting=one.meeting,
        )


def _update_after(case: CaseFile, one: Conference) -> tuple[date, RecordId] | None:
    """Return the first version of the plan from that day on, or the first action that the conference put into it."""
    plans = [(entry.on, entry.id) for entry in case.of(CasePlan) if entry.on >= one.on]
    added = [(entry.on, entry.id) for entry in case.of(ActionAdded) if one.meeting in {entry.body.meeting} - {None}]
    return min((*plans, *added), default=None)


def _words_on_readiness(case: CaseFile, days: timedelta) -> Iterator[DueItem]:
    for one in conferences(case):
        if asks_for_readiness(case, one.purpose, one.on):
            said = readiness_since(case, one.on)
            yield DueItem(
                _("write down how ready the child is, after the conference of {day}").format(day=one.on),
                due=one.on + days,
                opens=one.on,
                done=said.on if said else None,
                settled_by=said.id if said else None,
                settles=Readiness.KIND,
                slot=_slot(one),
                meeting=one.meeting,
            )


def _slot(one: Conference) -> str:
    return str(one.meeting or one.record)


def _days(settings: Settings) -> timedelta:
    return timedelta(days=decided(settings, PLAN_UPDATE_DAYS))
