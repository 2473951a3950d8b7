"""The review calendar as a table: a row a review."""

from datetime import date

from reintegration_benchmarks.panel.visits_picture import state_words
from reintegration_benchmarks.placement_period import PlacementPeriod
from reintegration_benchmarks.schedule.duty_limits import duty_limits
from reintegration_benchmarks.schedule.reviews_due import review_slots
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Grid
from supervisor_tui.wording import _


def reviews_picture(case: CaseFile, period: PlacementPeriod, as_of: date, settings: Settings) -> Grid:
    """Return the case reviews of a placement, those asked for and those held complete."""
    limits = duty_limits(case, period)
    rows = [
        (
            slot.name,
            slot.due.isoformat(),
            slot.held_on.isoformat() if slot.held_on else "",
            state_words(DueItem("", due=slot.due, closes=slot.closes, done=slot.held_on), limits, as_of),
        )
        for slot in review_slots(case, period, settings)
        if limits.asks_on(slot.due)
    ]
    return Grid(_("Case reviews"), (_("Review"), _("Due"), _("Complete on"), _("State")), tuple(rows))
