"""Consent can be taken back at any time: nothing is shared from then on, and services do not go on as if it stood."""

from collections.abc import Iterable
from datetime import date

from iag_core.consent.before_services import GROUPS
from iag_core.consent.sharing import with_consent_behind
from iag_core.guidance import rules
from iag_core.problems import Problem, answered, case_check
from supervisor_tui.domain.agreements import agreed, behind, is_taken_back, mandate_on, withdrawn_on
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.consent import Consent, ConsentPurpose
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

TITLE = _("Nothing goes on once consent is taken back")
SOURCE = "004 §1.3, §3.6"
AT_WORK = frozenset({ActionStatus.ONGOING, ActionStatus.DONE})


@rules.validator("IAG-CONS-11", title=TITLE, source=SOURCE)
def a_referral_on_a_consent_taken_back(
    case: CaseFile, draft: RecordBody, on: date, _settings: Settings
) -> Iterable[Finding]:
    """Consent can be taken back at any time; what was shared before that day stays right."""
    if isinstance(draft, Referral):
        for one in _shared_after(case, draft, on):
            yield Finding(Severity.WARN, one.message, one.field)


@case_check("IAG-CONS-11", title=TITLE, source=SOURCE)
def nothing_goes_on_once_taken_back(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Consent can be taken back at any time; what was done before that day stays right.

    From then on nothing is shared. Services end, or child and family are asked again, or a legal mandate says why not.
    """
    sent = with_consent_behind(case)
    shared = [(entry, one) for entry in sent for one in _shared_after(case, entry.body, entry.on)]
    if shared:
        return answered(shared, "", sent[-1], settings)
    stopped = _services_taken_back(case, as_of)
    if (
        stopped is not None
        and status(case) is not Status.CLOSED
        and mandate_on(case, as_of, ConsentPurpose.SERVICES) is None
    ):
        return _went_on(case, *stopped)
    if not sent:
        return Answer.does_not_apply(_("No referral rests on a consent, and no consent to services was taken back."))
    return Answer.passes(_("Nothing was shared after consent was taken back."), sent[-1].fact(_("Referral")))


def _shared_after(case: CaseFile, body: Referral, on: date) -> Iterable[Problem]:
    given = behind(case, body, on)
    if given and all(is_taken_back(case, entry, on) for entry in given):
        words = _("Referral {number} was sent on or after the day on which the consent was taken back.")
        yield Problem(words.format(number=body.referral), "consent")


def _services_taken_back(case: CaseFile, day: date) -> tuple[date, Fact] | None:
    """Return since when child or caregiver no longer agree to services, where none of theirs stands."""
    given = [entry for entry in agreed(case, ConsentPurpose.SERVICES) if entry.on <= day]
    for givers, who in GROUPS:
        mine = [entry for entry in given if entry.body.giver in givers]
        if mine and all(is_taken_back(case, entry, day) for entry in mine):
            since = max(_taken_back_on(case, entry) for entry in mine)
            return since, mine[-1].fact(_("Taken back: {who}").format(who=who))
    return None


def _taken_back_on(case: CaseFile, consent: Entry[Consent]) -> date:
    return withdrawn_on(case, consent) or consent.on


def _went_on(case: CaseFile, since: date, fact: Fact) -> Answer:
    missing = Missing(record=Consent.KIND, field="purpose")
    work = any(entry.on >= since and entry.body.status in AT_WORK for entry in case.of(ActionOutcome))
    if work or any(entry.on >= since for entry in case.of(Referral)):
        words = _("The consent to services was taken back on {day}, and services went on.")
        return Answer.fails(words.format(day=since.isoformat()), fact, missing=missing)
    words = _("The consent to services was taken back on {day}: ask again, end the work, or record a legal mandate.")
    return Answer.unknown(words.format(day=since.isoformat()), fact, missing=missing)
