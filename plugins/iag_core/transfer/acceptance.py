"""Another agency takes full responsibility once it accepts."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.transfer.no_hand_over import at_field, no_hand_over
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.wording import _

SOURCE = "004 §3.6"


@rules.closure_check("IAG-TRF-01", title=_("The other agency accepted the case"), source=SOURCE)
@by_reason("IAG-TRF-01")
def the_other_agency_accepted(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """In a transfer another agency takes full responsibility; until it accepts, the case stays open here."""
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    fact = sent.fact(_("Sent to {agency}.").format(agency=sent.body.agency))
    accepted = sent.body.accepted_on
    if accepted is None:
        return Answer.fails(_("The other agency has not accepted the case."), fact, missing=at_field("accepted_on"))
    if accepted > as_of:
        return Answer.fails(
            _("The other agency accepts the case on {day}.").format(day=accepted.isoformat()), fact, earliest=accepted
        )
    return Answer.passes(_("The other agency accepted the case on {day}.").format(day=accepted.isoformat()), fact)
