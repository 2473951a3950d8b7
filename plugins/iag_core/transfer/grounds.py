"""Why a case goes to another agency, and what is no reason."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.transfer.no_hand_over import at_field, no_hand_over
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.transfer import (
    TransferGround,
)
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.wording import _

SOURCE = "004 §3.6"


@rules.closure_check("IAG-TRF-02", title=_("The hand-over has a reason"), source=SOURCE)
@by_reason("IAG-TRF-02")
def the_hand_over_has_a_reason(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """A child moves and still needs a plan, or somebody else is better placed; the reason is chosen and written out."""
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    fact = sent.fact(_("Hand-over"))
    if not sent.body.grounds or not sent.body.reason.strip():
        field = "reason" if sent.body.grounds else "grounds"
        return Answer.fails(_("The reason for the hand-over is not recorded."), fact, missing=at_field(field))
    return Answer.passes(", ".join(ground.label for ground in sent.body.grounds), fact)


@rules.closure_check("IAG-TRF-08", title=_("A good cause, and better served there"), source=SOURCE)
@by_reason("IAG-TRF-08")
def there_is_a_good_cause(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """A hand-over needs a good cause and a clear sign that the child is better served there; else the case stays."""
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    fact = sent.fact(_("Hand-over"))
    blank = next((name for name in ("reason", "why_better") if not getattr(sent.body, name).strip()), None)
    if blank is not None:
        words = (
            _("It is not recorded why the child is better served there.")
            if blank == "why_better"
            else _("The cause of the hand-over is not recorded.")
        )
        return Answer.fails(words, fact, missing=at_field(blank))
    return Answer.passes(_("The cause, and why the child is better served there, are recorded."), fact)


@rules.closure_check("IAG-TRF-09", title=_("Hard-to-manage needs alone are no reason"), source=SOURCE)
@by_reason("IAG-TRF-09")
def hard_needs_alone_are_no_reason(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """That a child's needs are hard to manage is no reason by itself; beside another reason it is asked about."""
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    fact = sent.fact(_("Hand-over"))
    if TransferGround.CHALLENGING_NEEDS not in sent.body.grounds:
        return Answer.passes(_("Needs that are hard to manage are not given as a reason."), fact)
    if len(sent.body.grounds) == 1:
        return Answer.fails(
            _("The only reason given is that the needs are hard to manage."), fact, missing=at_field("grounds")
        )
    return Answer.passes(_("Needs that are hard to manage are one reason of several; please check the others."), fact)
