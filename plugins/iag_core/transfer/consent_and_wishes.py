"""The file goes with consent, stays where the family declines, and goes against their wishes only to protect."""

from datetime import date

from iag_core.closing.matrix import by_reason, main_reason
from iag_core.guidance import rules
from iag_core.transfer.history import signed_by_a_manager
from iag_core.transfer.no_hand_over import at_field, no_hand_over
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.closing import Approval, ClosureReason
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.transfer import (
    AgainstTheirWishes,
    TransferWish,
)
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import consents_for, transfer
from supervisor_tui.wording import _

SOURCE = "004 §3.6"


@rules.closure_check("IAG-TRF-04", title=_("Consent came before the file"), source=SOURCE)
@by_reason("IAG-TRF-04")
def consent_came_before_the_file(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """The file goes only after child or family agreed that this agency gets it.

    Where their wish was overruled for the child's protection, that decision takes the place of the consent.
    """
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    if sent.body.wish is TransferWish.OVERRULED:
        return Answer.does_not_apply(
            _("It was decided to hand over against their wishes; that is looked at by itself.")
        )
    if sent.body.wish is TransferWish.DECLINED:
        return Answer.does_not_apply(_("Child and family want no hand-over; the file stays."))
    handed = sent.body.file_handed_on
    standing = consents_for(case, sent.body.agency, min(handed or as_of, as_of))
    fact = sent.fact(_("Hand-over"))
    if not standing:
        words = _("No consent to give the file to {agency} stood when it went.")
        if handed is None or handed > as_of:
            words = _("There is no consent to give the file to {agency}; it may not go.")
        return Answer.fails(
            words.format(agency=sent.body.agency), fact, missing=Missing(record=Consent.KIND, field="purpose")
        )
    return Answer.passes(
        _("Child or family agreed before the file went."), *(entry.fact(_("Consent")) for entry in standing), fact
    )


@rules.closure_check("IAG-TRF-05", title=_("No file goes where the family declines"), source=SOURCE)
@by_reason("IAG-TRF-05")
def no_file_goes_where_the_family_declines(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """Child and family may want no more help and no hand-over; then the file stays, and the case ends by their wish."""
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    fact, handed = sent.fact(_("Hand-over")), sent.body.file_handed_on
    if sent.body.wish is None:
        return Answer.unknown(
            _("It is not recorded whether child and family want the hand-over."), fact, missing=at_field("wish")
        )
    if sent.body.wish is not TransferWish.DECLINED:
        return Answer.passes(_("Child and family were asked, and did not decline."), fact)
    if handed is not None and handed <= as_of:
        return Answer.fails(_("Child and family declined, and the file was handed over all the same."), fact)
    if main_reason(case) is not ClosureReason.ENDED_BY_FAMILY:
        return Answer.fails(
            _("Child and family declined: the case ends by their wish, if that is safe, and not as a hand-over."), fact
        )
    return Answer.passes(_("Child and family declined, and the file stayed here."), fact)


@rules.closure_check("IAG-TRF-06", title=_("Against their wishes only for the child's protection"), source=SOURCE)
@by_reason("IAG-TRF-06")
def against_their_wishes_only_for_protection(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """Against the wishes of child or family a case goes only for the child's protection.

    The reason, why it is best, an open talk with them and a manager's signature are on file.
    """
    sent = transfer(case, as_of)
    if sent is None:
        return no_hand_over()
    if sent.body.wish is not TransferWish.OVERRULED:
        return Answer.does_not_apply(_("The hand-over is not against anybody's wishes."))
    decided = case.latest(AgainstTheirWishes)
    if decided is None:
        return Answer.fails(
            _("It is not recorded why the hand-over goes against their wishes."),
            sent.fact(_("Hand-over")),
            missing=Missing(record=AgainstTheirWishes.KIND),
        )
    short = _short_of(decided, as_of)
    fact = decided.fact(_("Decided to hand over against their wishes."))
    if short is not None:
        words = _("The decision against their wishes does not say why, why it is best, or when it was talked over.")
        return Answer.fails(words, fact, missing=Missing(record=AgainstTheirWishes.KIND, field=short))
    if not signed_by_a_manager(case, as_of):
        return Answer.fails(
            _("No manager has signed a hand-over against their wishes."),
            fact,
            missing=Missing(record=Approval.KIND, field="decision", who=_("manager")),
        )
    return Answer.passes(_("The hand-over against their wishes was talked over, explained and signed."), fact)


def _short_of(decided: Entry[AgainstTheirWishes], as_of: date) -> str | None:
    body = decided.body
    for field in ("reason", "best_interests"):
        if not getattr(body, field).strip():
            return field
    return "discussed_on" if body.discussed_on is None or body.discussed_on > as_of else None
