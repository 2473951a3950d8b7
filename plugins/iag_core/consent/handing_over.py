"""A hand-over has a consent of its own."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, record_check
from supervisor_tui.domain.agreements import agreed, is_over, is_taken_back, mandate_on
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.consent import ConsentPurpose
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _


@record_check(
    "IAG-CONS-12",
    Transfer,
    declares=RuleKind.FORM,
    title=_("The hand-over has a consent of its own"),
    source="004 §1.2, §3.4, §3.6",
    nothing=_("The case was not handed over."),
    fine=_("There is a consent for the hand-over."),
)
def the_hand_over_has_its_own_consent(
    case: CaseFile, _body: Transfer, on: date, _settings: Settings
) -> Iterable[Problem]:
    """Registration, sharing and hand-over are each asked for; a consent for one does not serve for another."""
    if mandate_on(case, on, ConsentPurpose.TRANSFER) is not None:
        return
    given = [entry for entry in agreed(case, ConsentPurpose.TRANSFER) if entry.on <= on]
    if not any(not is_taken_back(case, entry, on) and not is_over(entry, on) for entry in given):
        yield Problem(_("No consent for handing over the file stands."), "agency")
