"""A hand-over has a consent of its own, for the agency that gets the file."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from iag_core.problems import Problem, answered, case_check, of_this_episode
from supervisor_tui.domain.agreements import mandate_on
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.consent import ConsentPurpose
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.transfer import Transfer, TransferWish
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import consents_for, consents_for_nobody_named, has_come, has_ended
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

RULE = "IAG-CONS-12"
TITLE = _("The hand-over has a consent of its own")
SOURCE = "004 §1.2, §3.4, §3.6"


@case_check(RULE, declares=RuleKind.FORM, title=TITLE, source=SOURCE)
def the_hand_over_has_its_own_consent(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Registration, sharing and hand-over are each asked for; a consent for one does not serve for another.

    Nor does a consent for one agency serve for another one.
    """
    asked_for = tuple(entry for entry in of_this_episode(Transfer)(case) if _needs_consent(entry, as_of))
    if not asked_for:
        return Answer.does_not_apply(_("The case was not handed over."))
    found = [(entry, one) for entry in asked_for for one in short_of_consent(case, entry.body, as_of)]
    return answered(found, _("There is a consent for the hand-over."), asked_for[-1], settings)


@rules.validator(RULE, title=TITLE, source=SOURCE, strength=Strength.WARNS)
def a_hand_over_without_consent_is_pointed_out(
    case: CaseFile, draft: RecordBody, on: date, _settings: Settings
) -> Iterable[Finding]:
    """Point out a hand-over for which nobody agreed that this agency gets the file."""
    if isinstance(draft, Transfer) and draft.wish not in WITHOUT_CONSENT:
        for one in short_of_consent(case, draft, draft.file_handed_on or on):
            yield Finding(Severity.HINT if one.is_open else Severity.WARN, one.message, one.field)


WITHOUT_CONSENT = frozenset({TransferWish.OVERRULED, TransferWish.DECLINED})
"""Decided against their wishes, which is looked at by itself; or declined, and then no file goes."""


def _needs_consent(entry: Entry[Transfer], day: date) -> bool:
    """Say whether the file of a hand-over went or is to go by consent; one that came to nothing asks for none."""
    went = has_come(entry.body.file_handed_on, day)
    return entry.body.wish not in WITHOUT_CONSENT and (went or not has_ended(entry.body, day))


def short_of_consent(case: CaseFile, body: Transfer, day: date) -> Iterable[Problem]:
    """Return what is short on the day on which the file went; for one that has not gone yet, on the day asked about."""
    day = min(body.file_handed_on or day, day)
    if mandate_on(case, day, ConsentPurpose.TRANSFER) is not None or consents_for(case, body.agency, day):
        return
    if consents_for_nobody_named(case, day):
        yield Problem(
            _("The consent for the hand-over does not say which agency gets the file."), "agency", is_open=True
        )
        return
    yield Problem(_("No consent for handing over the file to {agency} stands.").format(agency=body.agency), "agency")
