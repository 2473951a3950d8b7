"""Child or family want to stop: it must be safe, and nothing may speak for overruling them."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import is_code
from supervisor_tui.domain.records.closing import ClosureRequest
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closing_request
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-07", title=_("It is safe to go along with the wish to stop"), source="004 §3.6, §1.2")
@by_reason("IAG-CLS-07")
def it_is_safe_to_stop(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Child or family may end the work when that is safe and nothing justifies overruling them.

    It must be recorded who of them asked, that the caseworker judges it safe, and that the supervisor agrees.
    """
    asked = closing_request(case)
    if asked is None:
        return Answer.unknown(
            _("It is not recorded who asked to stop, and when."),
            missing=Missing(record=ClosureRequest.KIND, field="asked_by"),
        )
    fact = asked.fact(_("Asked for by: {who}").format(who=asked.body.asked_by or _("not recorded")))
    if asked.body.safe_to_end is YesNo.NO:
        return Answer.fails(
            _("It is judged not safe to end now. To go on against their wish, record the legal mandate."),
            fact,
            missing=Missing(record=Consent.KIND, field="protection_reason"),
        )
    if asked.body.supervisor_agrees is YesNo.NO:
        return Answer.fails(_("The supervisor does not agree."), fact)
    open_question = _open_question(asked.body)
    if open_question is not None:
        reason, missing = open_question
        return Answer.unknown(reason, fact, missing=missing)
    return Answer.passes(_("It is judged safe to end now, and the supervisor agrees."), fact)


def _open_question(body: ClosureRequest) -> tuple[str, Missing] | None:
    kind = ClosureRequest.KIND
    if not body.asked_by or is_code(body.asked_by):
        return _("It is not recorded who of child and family asked to stop."), Missing(record=kind, field="asked_by")
    if body.safe_to_end is not YesNo.YES:
        return _("The caseworker has not said whether it is safe to end now."), Missing(
            record=kind, field="safe_to_end", who=_("caseworker")
        )
    if body.supervisor_agrees is not YesNo.YES:
        return _("The supervisor has not said whether to agree."), Missing(
            record=kind, field="supervisor_agrees", who=_("supervisor")
        )
    return None
