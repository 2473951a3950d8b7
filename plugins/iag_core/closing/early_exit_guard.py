"""A case that worries may not leave by the early exit."""

from datetime import date

from iag_core.assessments import first_look
from iag_core.case_checks.first_look import needs_by_answer
from iag_core.closing.concerns import open_concerns
from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.assessment import Assessment, ConcernSettled, NeedAnswer
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-30", title=_("Nothing worries at the first assessment"), source="004 §3.2")
@by_reason("IAG-CLS-30")
def nothing_worries_at_the_first_assessment(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """A basic need that is not met, or a concern still open, closes the early exit; the case needs a full assessment.

    A case that goes to a better placed agency is a hand-over and takes its needs along.
    """
    first = first_look(case)
    if first is None:
        return Answer.unknown(
            _("The first assessment is not finished."), missing=Missing(record=Assessment.KIND, field="finished")
        )
    fact = first.fact(_("First assessment"))
    unmet, worrying = needs_by_answer(first.body, NeedAnswer.UNMET), open_concerns(case)
    if unmet:
        words = _("The first assessment found not met: {needs}.")
        return Answer.fails(words.format(needs=", ".join(unmet)), fact)
    if worrying:
        named = ", ".join(dict.fromkeys(entry.body.concern for entry in worrying))
        return Answer.fails(
            _("Concerns still open: {named}.").format(named=named),
            *(entry.fact(_("Concern")) for entry in worrying),
            missing=Missing(record=ConcernSettled.KIND, field="concern"),
        )
    unsure = needs_by_answer(first.body, NeedAnswer.NOT_KNOWN) + needs_by_answer(first.body, None)
    if unsure:
        words = _("At the first assessment this was not known: {needs}.")
        return Answer.unknown(words.format(needs=", ".join(unsure)), fact, missing=Missing(record=Assessment.KIND))
    return Answer.passes(_("The first assessment found nothing that worries."), fact)
