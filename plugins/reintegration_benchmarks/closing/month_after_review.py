"""A month between the final review and closing."""

from datetime import date

from reintegration_benchmarks.case_reviews import case_reviews, scores_kind
from reintegration_benchmarks.closing.closing_stretch import (
    closing_day,
    counts_since,
    final_review,
    placement_unknown,
)
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import PlacementPeriod, current_placement, placement_period
from reintegration_benchmarks.settings import CLOSURE_GAP_MONTHS, decided
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("RB-SOP12-11", title=_("One month since the final review"), source="003 SOP 12")
def month_since_final_review(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """A case is closed a month after its last complete review at the earliest, so that the family can prepare."""
    period = current_placement(case)
    if period is None:
        return placement_unknown(ended=placement_period(case) is not None)
    review = final_review(case, period)
    if review is None:
        return no_final_review(case, period)
    enough_on = add_months(review.on, decided(settings, CLOSURE_GAP_MONTHS))
    held = review.fact(_("final review on {day}").format(day=review.on))
    if closing_day(case, as_of) < enough_on:
        reason = _("The final review was on {review}; the family has time to prepare until {day}.")
        return Answer.fails(reason.format(review=review.on, day=enough_on), held, earliest=enough_on)
    return Answer.passes(_("The final review was on {review}.").format(review=review.on), held)


def no_final_review(case: CaseFile, period: PlacementPeriod) -> Answer:
    """Return the answer where no review is complete, naming what the latest one still lacks."""
    begun = [one for one in case_reviews(case) if one.on >= counts_since(case, period)]
    if not begun:
        return Answer.unknown(
            _("No case review with the benchmarks is recorded since the move."),
            missing=Missing(record=scores_kind(case).KIND, who=_("caseworker")),
        )
    last = begun[-1]
    return Answer.unknown(
        _("The review of {day} is not complete: {gaps}.").format(
            day=last.on, gaps=_("; ").join(gap.text for gap in last.gaps)
        ),
        last.fact(_("review on {day}").format(day=last.on)),
        missing=last.gaps[0].missing,
    )
