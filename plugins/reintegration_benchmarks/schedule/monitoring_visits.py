"""Visits after the move: every two weeks for two months, then monthly until the case is closed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import PlacementPeriod, placement_period
from reintegration_benchmarks.schedule.contacts import contacts_in
from reintegration_benchmarks.schedule.duty_limits import duty_limits, standing
from reintegration_benchmarks.schedule.unplaced import not_placed
from reintegration_benchmarks.schedule.visit_calendar import (
    DueDay,
    Slot,
    VisitTerms,
    months_shown,
    visit_calendar,
)
from reintegration_benchmarks.settings import FORTNIGHT_DAYS, FORTNIGHT_MONTHS, VISIT_GRACE_DAYS, decided
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.schedule_rule("RB-SOP11-03", title=_("Visits every two weeks at first"), source="003 SOP 11, Fig 10")
def fortnightly_visits(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """In the first two months the child is visited every two weeks: four visits, and the child is seen at each."""
    period = placement_period(case)
    if period is None:
        return not_placed(case, _("fortnightly visits"))
    return tuple(
        _items(
            case,
            period,
            (slot for slot in visit_slots(case, period, as_of, settings) if not slot.day.is_monthly),
            settings,
        )
    )


@rules.schedule_rule("RB-SOP11-04", title=_("Then a visit each month"), source="003 Fig 10")
def monthly_visits(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """From the third month on the child is visited once a month until the case is closed, and is seen each time."""
    period = placement_period(case)
    if period is None:
        return not_placed(case, _("monthly visits"))
    return tuple(
        _items(
            case, period, (slot for slot in visit_slots(case, period, as_of, settings) if slot.day.is_monthly), settings
        )
    )


def visit_slots(case: CaseFile, period: PlacementPeriod, as_of: date, settings: Settings) -> tuple[Slot, ...]:
    """Return the whole monitoring calendar of a placement as it stands."""
    terms = VisitTerms(decided(settings, FORTNIGHT_DAYS), decided(settings, FORTNIGHT_MONTHS))
    months = months_shown(period.began_on, as_of)
    return visit_calendar(period.began_on, contacts_in(case, period), months, terms)


def slot_item(slot: Slot, grace: int, place: str = "") -> DueItem:
    """Return a slot as a due item.

    grace: days after its day on which a visit is still in time. place: stands before the slot's name from a child's
    second placement on.
    """
    due = min(slot.day.due + timedelta(grace), slot.closes)
    unsure = slot.unsure
    return DueItem(
        visit_title(slot.day),
        due=due,
        target=slot.day.due if due > slot.day.due else None,
        opens=slot.opens,
        closes=slot.closes,
        done=slot.visit.on if slot.visit else None,
        settled_by=slot.visit.record if slot.visit else None,
        settles=FollowUp.KIND,
        slot=place + slot.day.name,
        unknown=""
        if unsure is None
        else _("On {day} there was a visit; whether the child was seen is not recorded.").format(day=unsure.on),
        missing=Missing(record=unsure.kind, field="child_seen", who=_("caseworker")) if unsure else None,
    )


def visit_title(day: DueDay) -> str:
    """Return what the supervisor reads for a slot."""
    words = (
        _("visit of month {number}, child to be seen")
        if day.is_monthly
        else _("fortnightly visit {number}, child to be seen")
    )
    return words.format(number=day.number)


def placement_prefix(period: PlacementPeriod) -> str:
    """Return what tells the slots of a later placement from those of the first ("2/F1")."""
    return f"{period.number}/" if period.number > 1 else ""


def _items(case: CaseFile, period: PlacementPeriod, chosen: Iterable[Slot], settings: Settings) -> Iterator[DueItem]:
    grace = decided(settings, VISIT_GRACE_DAYS)
    place = placement_prefix(period)
    return standing((slot_item(slot, grace, place) for slot in chosen), duty_limits(case, period))
