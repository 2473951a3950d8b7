"""What stands in the way of closing a case because another agency takes it."""

from datetime import date

from iag_core.closing.matrix import by_reason, main_reason
from iag_core.guidance import rules
from iag_core.transfer.history import signed_by_a_manager
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.closing import Approval, ClosureReason
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.transfer import (
    AgainstTheirWishes,
    HandOverPlan,
    Transfer,
    TransferGround,
    TransferWish,
)
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import consents_for, transfer
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.6"


def _field(field: str) -> Missing:
    return Missing(record=Transfer.KIND, field=field)


def _none() -> Answer:
    return Answer.fails(_("No hand-over to another agency is recorded."), missing=Missing(record=Transfer.KIND))


@rules.closure_check("IAG-TRF-01", title=_("The other agency accepted the case"), source=SOURCE)
@by_reason("IAG-TRF-01")
def the_other_agency_accepted(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """In a transfer another agency takes full responsibility; until it accepts, the case stays open here."""
    sent = transfer(case, as_of)
    if sent is None:
        return _none()
    fact = sent.fact(_("Sent to {agency}.").format(agency=sent.body.agency))
    accepted = sent.body.accepted_on
    if accepted is None:
        return Answer.fails(_("The other agency has not accepted the case."), fact, missing=_field("accepted_on"))
    if accepted > as_of:
        return Answer.fails(
            _("The other agency accepts the case on {day}.").format(day=accepted.isoformat()), fact, earliest=accepted
        )
    return Answer.passes(_("The other agency accepted the case on {day}.").format(day=accepted.isoformat()), fact)


@rules.closure_check("IAG-TRF-02", title=_("The hand-over has a reason"), source=SOURCE)
@by_reason("IAG-TRF-02")
def the_hand_over_has_a_reason(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """A child moves and still needs a plan, or somebody else is better placed; the reason is chosen and written out."""
    sent = transfer(case, as_of)
    if sent is None:
        return _none()
    fact = sent.fact(_("Hand-over"))
    if not sent.body.grounds or not sent.body.reason.strip():
        field = "reason" if sent.body.grounds else "grounds"
        return Answer.fails(_("The reason for the hand-over is not recorded."), fact, missing=_field(field))
    return Answer.passes(", ".join(ground.label for ground in sent.body.grounds), fact)


@rules.closure_check("IAG-TRF-03", title=_("A plan for the hand-over, told to the family"), source=SOURCE)
@by_reason("IAG-TRF-03")
def the_hand_over_is_planned_and_told(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """What is handed over, by whom and when is planned, and child and family know it."""
    plan = case.latest(HandOverPlan)
    if plan is None:
        return Answer.fails(_("There is no plan for the hand-over."), missing=Missing(record=HandOverPlan.KIND))
    fact, body = plan.fact(_("Plan for the hand-over.")), plan.body
    blank = next((name for name in ("what", "who", "until") if not getattr(body, name)), None)
    if blank is not None:
        return Answer.fails(
            _("The plan for the hand-over does not say what, by whom or until when."),
            fact,
            missing=Missing(record=HandOverPlan.KIND, field=blank),
        )
    if body.explained_on is None or body.explained_on > as_of:
        return Answer.fails(
            _("Child and family have not been told the plan for the hand-over."),
            fact,
            missing=Missing(record=HandOverPlan.KIND, field="explained_on"),
        )
    return Answer.passes(_("The hand-over is planned, and child and family know it."), fact)


@rules.closure_check("IAG-TRF-04", title=_("Consent came before the file"), source=SOURCE)
@by_reason("IAG-TRF-04")
def consent_came_before_the_file(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """The file goes only after child or family agreed that this agency gets it.

    Where their wish was overruled for the child's protection, that decision takes the place of the consent.
    """
    sent = transfer(case, as_of)
    if sent is None:
        return _none()
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
        return _none()
    fact, handed = sent.fact(_("Hand-over")), sent.body.file_handed_on
    if sent.body.wish is None:
        return Answer.unknown(
            _("It is not recorded whether child and family want the hand-over."), fact, missing=_field("wish")
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
        return _none()
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


@rules.closure_check(
    "IAG-TRF-07", title=_("Somebody went along to the new caseworker"), source=SOURCE, strength=Strength.WARNS
)
@by_reason("IAG-TRF-07")
def somebody_went_along(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """Where it can be done, the caseworker goes with the child to meet the new one; if not, it is said why."""
    sent = transfer(case, as_of)
    if sent is None:
        return _none()
    fact, body = sent.fact(_("Hand-over")), sent.body
    if body.accompanied_on is not None and body.accompanied_on <= as_of:
        return Answer.passes(_("The caseworker went along to meet the new one."), fact)
    if body.not_accompanied_because.strip():
        return Answer.passes(_("Nobody went along: {reason}").format(reason=body.not_accompanied_because), fact)
    return Answer.fails(
        _("Nobody went along to the new caseworker, and no reason is recorded."), fact, missing=_field("accompanied_on")
    )


@rules.closure_check("IAG-TRF-08", title=_("A good cause, and better served there"), source=SOURCE)
@by_reason("IAG-TRF-08")
def there_is_a_good_cause(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """A hand-over needs a good cause and a clear sign that the child is better served there; else the case stays."""
    sent = transfer(case, as_of)
    if sent is None:
        return _none()
    fact = sent.fact(_("Hand-over"))
    blank = next((name for name in ("reason", "why_better") if not getattr(sent.body, name).strip()), None)
    if blank is not None:
        words = (
            _("It is not recorded why the child is better served there.")
            if blank == "why_better"
            else _("The cause of the hand-over is not recorded.")
        )
        return Answer.fails(words, fact, missing=_field(blank))
    return Answer.passes(_("The cause, and why the child is better served there, are recorded."), fact)


@rules.closure_check("IAG-TRF-09", title=_("Hard-to-manage needs alone are no reason"), source=SOURCE)
@by_reason("IAG-TRF-09")
def hard_needs_alone_are_no_reason(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """That a child's needs are hard to manage is no reason by itself; beside another reason it is asked about."""
    sent = transfer(case, as_of)
    if sent is None:
        return _none()
    fact = sent.fact(_("Hand-over"))
    if TransferGround.CHALLENGING_NEEDS not in sent.body.grounds:
        return Answer.passes(_("Needs that are hard to manage are not given as a reason."), fact)
    if len(sent.body.grounds) == 1:
        return Answer.fails(
            _("The only reason given is that the needs are hard to manage."), fact, missing=_field("grounds")
        )
    return Answer.passes(_("Needs that are hard to manage are one reason of several; please check the others."), fact)


def _short_of(decided: Entry[AgainstTheirWishes], as_of: date) -> str | None:
    body = decided.body
    for field in ("reason", "best_interests"):
        if not getattr(body, field).strip():
            return field
    return "discussed_on" if body.discussed_on is None or body.discussed_on > as_of else None
