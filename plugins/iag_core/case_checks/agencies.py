"""What is known of the agencies to which children are sent: the way, whom to ask, the rules for sharing."""

from collections.abc import Iterable
from datetime import date

from iag_core.consent.sharing import NO_REFERRAL
from iag_core.problems import Problem, record_check
from iag_core.records.provider import Provider
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _


@record_check(
    "IAG-S4-07",
    Referral,
    declares=RuleKind.CHECKLIST,
    title=_("The way of referring and whom to ask are known"),
    source="004 §3.4",
    nothing=NO_REFERRAL,
    fine=_("For every agency the way of referring and whom to ask are known."),
    strength=Strength.WARNS,
)
def the_way_of_referring_is_known(case: CaseFile, body: Referral, _on: date, _settings: Settings) -> Iterable[Problem]:
    """The way of referring is written down, and each agency names whom to ask."""
    provider = provider_of(case, body.agency)
    if provider is None:
        words = _("Nothing is on file of the agency of referral {number}.")
        yield Problem(words.format(number=body.referral), "agency", is_open=True)
    elif not provider.body.focal_point.strip() or not provider.body.pathway_paper.strip():
        words = _("{agency}: the paper with the way of referring, or whom to ask there, is not known.")
        yield Problem(words.format(agency=body.agency), "agency")


@record_check(
    "IAG-S4-08",
    Referral,
    title=_("Rules for sharing were agreed before"),
    source="004 §3.4, §2.5.2",
    nothing=NO_REFERRAL,
    fine=_("Rules for sharing were agreed with every agency before anything was shared."),
)
def rules_were_agreed_before(case: CaseFile, body: Referral, on: date, _settings: Settings) -> Iterable[Problem]:
    """Partners agree how they treat what they learn of a case before the first thing is shared."""
    provider = provider_of(case, body.agency)
    if provider is None or provider.body.agreement_from is None:
        words = _("Referral {number}: it is not recorded whether rules for sharing are agreed with the agency.")
        yield Problem(words.format(number=body.referral), "agency", is_open=True)
        return
    until = provider.body.agreement_until
    if provider.body.agreement_from > on or (until is not None and until < on):
        words = _("Referral {number}: no agreement with {agency} was in force on that day.")
        yield Problem(words.format(number=body.referral, agency=body.agency), "agency")


def provider_of(case: CaseFile, agency: str) -> Entry[Provider] | None:
    """Return what was last found out about an agency in this case file, or None."""
    return case.latest_where(Provider, lambda body: body.agency == agency) if agency else None
