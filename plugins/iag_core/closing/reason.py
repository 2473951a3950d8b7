"""One main reason for each closing."""

from datetime import date

from iag_core.closing.matrix import main_reason
from iag_core.guidance import rules
from iag_core.seen import seen_on
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import ClosureReason, ClosureRequest
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closing_request, closure
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-02", title=_("One main reason for closing"), source="004 §1.2, §3.2, §3.6")
def one_main_reason(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """Each closing has exactly one main reason; it decides which of the other checks are asked.

    The guidelines know six: goals met and safe, ended by child or family, moved to another agency, turned 18, death,
    and no concerns at the first assessment.
    """
    seen = seen_on(case, as_of)
    closed, asked = closure(seen), closing_request(seen)
    missing = Missing(record=ClosureRequest.KIND, field="reason")
    said: tuple[Fact, ...] = (asked.fact(_("Closing was asked for.")),) if asked else ()
    if closed is not None:
        said = (closed.fact(_("The case was closed.")),)
    if not said:
        return Answer.unknown(_("Nobody has asked for closing, so there is no main reason yet."), missing=missing)
    reason = main_reason(seen)
    if reason is None:
        return Answer.fails(_("Closing is asked for, but no main reason is recorded."), *said, missing=missing)
    if reason is ClosureReason.OTHER:
        return Answer.fails(
            _("“Other reason” is none of the six main reasons of the guidelines."), *said, missing=missing
        )
    return Answer.passes(_("The main reason is “{reason}”.").format(reason=reason.label), *said)
