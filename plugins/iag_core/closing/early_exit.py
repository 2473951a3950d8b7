"""Closing straight after the first assessment."""

from datetime import date

from iag_core.assessments import first_look
from iag_core.case_checks.first_look import needs_by_answer
from iag_core.closing.matrix import closing_day, main_reason, not_to_be_told
from iag_core.closing.sign_off import a_manager_authorised
from iag_core.guidance import rules
from iag_core.seen import seen_on
from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.assessment import Assessment, NeedAnswer
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("IAG-S2-22", title=_("Closing at the first assessment"), source="004 §3.2")
def closing_at_the_first_assessment(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """A case may end straight after the first assessment when nothing worrying is found and a manager agrees.

    Then full assessment, plan, follow-up and review are not asked. A case that moves to a better placed agency is a
    transfer.
    """
    seen = seen_on(case, as_of)
    reason = main_reason(seen)
    if reason is None or reason is ClosureReason.OTHER:
        return not_to_be_told(reason)
    if reason is not ClosureReason.AFTER_INITIAL:
        return Answer.does_not_apply(_("The case does not end at the first assessment."))
    first = first_look(seen_on(seen, closing_day(seen, as_of)))
    if first is None:
        return Answer.fails(
            _("The first assessment is not finished."), missing=Missing(record=Assessment.KIND, field="finished")
        )
    unmet = needs_by_answer(first.body, NeedAnswer.UNMET)
    fact = first.fact(_("First assessment"))
    if unmet:
        words = _("The first assessment found not met: {needs}.")
        return Answer.fails(words.format(needs=", ".join(unmet)), fact)
    signed = a_manager_authorised(case, as_of, settings)
    if signed.result is not Result.PASS:
        return signed
    return Answer.passes(_("Nothing worrying was found, and a manager agreed."), fact, *signed.facts)
