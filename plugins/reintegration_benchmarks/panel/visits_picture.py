"""The monitoring calendar as a table: a row a visit."""

from datetime import date, timedelta

from reintegration_benchmarks.placement_period import PlacementPeriod
from reintegration_benchmarks.schedule.duty_limits import DutyLimits, duty_limits
from reintegration_benchmarks.schedule.monitoring_visits import slot_item, visit_slots
from reintegration_benchmarks.schedule.visit_calendar import Slot
from reintegration_benchmarks.settings import VISIT_GRACE_DAYS, decided
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Grid
from supervisor_tui.wording import _, ngettext


def visits_picture(
    case: CaseFile, period: PlacementPeriod, as_of: date, settings: Settings, *, around: timedelta | None = None
) -> Grid:
    """Return the visits of a placement, those asked for and those made; `around` leaves out what lies further away."""
    limits = duty_limits(case, period)
    grace = decided(settings, VISIT_GRACE_DAYS)
    return Grid(
        _("Visits since the move on {day}").format(day=period.began_on),
        (_("Visit"), _("Due"), _("Counts from"), _("Counts until"), _("Child seen"), _("State")),
        tuple(
            _row(slot, slot_item(slot, grace), limits, as_of)
            for slot in visit_slots(case, period, as_of, settings)
            if limits.asks_on(slot.day.due) and (around is None or abs(slot.day.due - as_of) <= around)
        ),
    )


def _row(slot: Slot, item: DueItem, limits: DutyLimits, as_of: date) -> tuple[str, ...]:
    return (
        slot.day.name,
        slot.day.due.isoformat(),
        slot.opens.isoformat(),
        slot.closes.isoformat(),
        slot.visit.on.isoformat() if slot.visit else "",
        state_words(item, limits, as_of),
    )


def state_words(item: DueItem, limits: DutyLimits, as_of: date) -> str:
    """Say how a duty stands: "in time", "4 days late", "missed", "before we began"."""
    due = day_of(item.due) if item.due is not None else as_of
    if item.done is None and limits.before_we_began(due):
        return _("before we began")
    chance = limits.last_chance(due)
    state = due_state(item, as_of)
    if state is DueState.OVERDUE and chance is not None and as_of > chance:
        state = DueState.MISSED
    late = days_late(item, as_of)
    if late and state in {DueState.DONE, DueState.OVERDUE}:
        return ngettext("{count} day late", "{count} days late", late).format(count=late)
    return _("in time") if state is DueState.DONE else state.label
