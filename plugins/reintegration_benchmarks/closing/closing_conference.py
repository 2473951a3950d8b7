"""The conference that decides about closing: nobody may leave it out."""

from datetime import date

from reintegration_benchmarks.closing.closing_stretch import (
    closing_day,
    counts_since,
    final_review,
    placement_unknown,
)
from reintegration_benchmarks.closing.month_after_review import no_final_review
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import current_placement, placement_period
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.meetings.in_case_file import conferences
from supervisor_tui.domain.meetings.kinds import ConferencePurpose
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

MISSING = Missing(record=MeetingHeld.KIND, field="purpose", who=_("case manager"))


@rules.closure_check("RB-CC-06", title=_("A conference decided about closing"), source="003 SOP 14, SOP 13")
def a_conference_decided_about_closing(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """Closing is decided in a conference called for it, held after the final review and before the case closes."""
    period = current_placement(case)
    if period is None:
        return placement_unknown(ended=placement_period(case) is not None)
    review = final_review(case, period)
    if review is None:
        return no_final_review(case, period)
    since, until = counts_since(case, period), closing_day(case, as_of)
    held = [one for one in conferences(case, ConferencePurpose.CLOSURE) if since <= one.on <= until]
    in_time = [one for one in held if one.on >= review.on]
    if in_time:
        words = _("A conference on closing was held on {day}.")
        return Answer.passes(words.format(day=in_time[0].on), in_time[0].fact)
    if held:
        words = _("The conference of {day} came before the final review of {review}.")
        return Answer.fails(words.format(day=held[-1].on, review=review.on), held[-1].fact, missing=MISSING)
    return Answer.unknown(_("No conference on closing is recorded since the final review."), missing=MISSING)
