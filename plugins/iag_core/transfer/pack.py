"""What of the file goes along, and whether the other agency took the case up."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.problems import Problem, record_check
from iag_core.seen import seen_on
from iag_core.settings import figure
from supervisor_tui.domain.agreements import agreed
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.consent import ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.transfer import HandOverPlan, TakenUp
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.wording import _

STRICT = "strictly confidential"
"""The words by which a consent names the strictly confidential part of a file."""


@record_check(
    "IAG-TRF-14",
    HandOverPlan,
    title=_("Only what was agreed goes along"),
    source="004 §2.5.2, §3.4",
    nothing=_("No hand-over is planned."),
    fine=_("Only what was agreed goes along, without other people's names."),
)
def only_what_was_agreed_goes_along(
    case: CaseFile, body: HandOverPlan, on: date, _settings: Settings
) -> Iterable[Problem]:
    """Of the file no more goes than the consent names; the strictly confidential part only where it is named.

    Other people's names are taken out.
    """
    allowed = _allowed(case, on)
    beyond = [section for section in body.sections if section.strip().casefold() not in allowed]
    if beyond:
        words = _("Not named in the consent for the hand-over: {sections}.")
        yield Problem(words.format(sections=", ".join(beyond)), "sections")
    if body.strict_section is YesNo.YES and STRICT not in allowed:
        yield Problem(_("The strictly confidential part may go only where the consent names it."), "strict_section")
    if body.sections and body.strict_section is None:
        yield Problem(
            _("It is not recorded whether the strictly confidential part goes along."), "strict_section", is_open=True
        )
    if body.sections and body.others_taken_out is not YesNo.YES:
        words = _("It is not recorded that other people's names were taken out.")
        yield Problem(words, "others_taken_out", is_open=body.others_taken_out is not YesNo.NO)


@rules.schedule_rule("IAG-TRF-15", title=_("Ask whether the other agency took it up"), source="004 §3.6; limit ours")
def the_other_agency_is_asked(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Some weeks after the acceptance somebody asks whether the other agency really works with the child."""
    seen = seen_on(case, as_of)
    sent = transfer(seen, as_of)
    if sent is None or sent.body.accepted_on is None or sent.body.accepted_on > as_of:
        return
    accepted = sent.body.accepted_on
    told = next((entry for entry in seen.of(TakenUp) if entry.on >= accepted and entry.body.works is YesNo.YES), None)
    yield DueItem(
        _("Ask whether the other agency works with the child"),
        due=accepted + timedelta(days=figure(settings, "taken_up_days")),
        opens=accepted,
        done=told.on if told else None,
        settled_by=told.id if told else None,
        settles=TakenUp.KIND,
        slot=accepted.isoformat(),
    )


def _allowed(case: CaseFile, on: date) -> frozenset[str]:
    given = [entry for entry in agreed(case, ConsentPurpose.TRANSFER) if entry.on <= on]
    return frozenset(section.strip().casefold() for entry in given for section in entry.body.sections)
