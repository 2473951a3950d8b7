"""The stretch of work that a closing ends: since when its facts count, and for which day the question is asked."""

from datetime import date

from reintegration_benchmarks.case_reviews import CaseReview, complete_reviews
from reintegration_benchmarks.placement_period import PlacementPeriod
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.placement import Placement
from supervisor_tui.domain.status import closure, episode
from supervisor_tui.wording import _


def closing_day(case: CaseFile, as_of: date) -> date:
    """Return the day of closing of a closed case, else the day asked for."""
    closed = closure(case)
    return closed.on if closed else as_of


def counts_since(case: CaseFile, period: PlacementPeriod) -> date:
    """Return the day from which reviews, approvals and visits count: the move, or the reopening if that was later."""
    present = episode(case)
    if present is not None and present.number > 1:
        return max(period.began_on, present.opened_on)
    return period.began_on


def final_review(case: CaseFile, period: PlacementPeriod) -> CaseReview | None:
    """Return the final review, which is the latest complete one, or None."""
    held = complete_reviews(case, counts_since(case, period))
    return held[-1] if held else None


def placement_unknown(*, ended: bool) -> Answer:
    """Return the answer of every check that counts from the move, where no placement lasts."""
    reason = (
        _("The placement has ended and no other is recorded; every time frame starts again with the next move.")
        if ended
        else _("No move into family or community care is recorded.")
    )
    return Answer.unknown(reason, missing=Missing(record=Placement.KIND, field="form", who=_("caseworker")))
