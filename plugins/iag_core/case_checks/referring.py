"""Going along, needs without a service, and the emergency fund."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, blank, of_this_episode, record_check
from iag_core.records.fund_use import FundUse
from iag_core.records.service_gap import ServiceGap
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

TAKEN = frozenset({ReferralStatus.ACCEPTED, ReferralStatus.RECEIVED, ReferralStatus.NEED_MET})


def accepted_ones(case: CaseFile) -> tuple[Entry[Referral], ...]:
    """Return the referrals that the other agency accepted."""
    taken = {entry.body.referral for entry in case.of(ReferralProgress) if entry.body.status in TAKEN}
    return tuple(entry for entry in of_this_episode(Referral)(case) if entry.body.referral in taken)


@record_check(
    "IAG-S4-04",
    Referral,
    declares=RuleKind.CHECKLIST,
    title=_("Somebody went along"),
    source="004 §3.4",
    nothing=_("No referral was accepted."),
    fine=_("Somebody went along at least once, or it is said why not."),
    strength=Strength.WARNS,
    on_saving=False,
    chosen=accepted_ones,
)
def somebody_went_along(_case: CaseFile, body: Referral, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Where possible somebody goes with child or family to the new provider at least once."""
    if body.accompanied is not YesNo.YES and not body.not_accompanied_because.strip():
        words = _("Referral {number} was accepted, and nobody went along on record.")
        yield Problem(words.format(number=body.referral), "accompanied")


@record_check(
    "IAG-S4-10",
    ServiceGap,
    declares=RuleKind.CHECKLIST,
    title=_("Told that there is no service, and raised"),
    source="004 §1.1, §2.2",
    nothing=_("No need without a service was noted."),
    fine=_("Child and family were told of every need without a service."),
)
def told_that_there_is_no_service(
    _case: CaseFile, body: ServiceGap, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """A need is never dropped because there is no service: it is noted, told to child and family, and raised."""
    if body.told_on is None:
        words = _("No service for {need}, and child and family were not told on record.")
        yield Problem(words.format(need=body.need), "told_on")
    if body.raised_on is None:
        words = _("No service for {need}, and it was not raised with anybody on record.")
        yield Problem(words.format(need=body.need), "raised_on", is_open=True)


@record_check(
    "IAG-S4-12",
    FundUse,
    declares=RuleKind.FORM,
    title=_("Money from the fund can be traced"),
    source="004 §2.3",
    nothing=_("Nothing was paid from the emergency fund."),
    fine=_("Every payment says how much, for what, and who approved it."),
    strength=Strength.WARNS,
)
def money_can_be_traced(_case: CaseFile, body: FundUse, on: date, _settings: Settings) -> Iterable[Problem]:
    """What is paid from the emergency fund for a child's immediate needs can be traced."""
    day = on.isoformat()
    yield from blank(
        body,
        ("amount", _("Payment of {day}: the amount is blank.").format(day=day)),
        ("purpose", _("Payment of {day}: the purpose is blank.").format(day=day)),
        ("approver", _("Payment of {day}: nobody is named who approved it.").format(day=day)),
    )
