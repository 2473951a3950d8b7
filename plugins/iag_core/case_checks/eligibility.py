"""A child that does not fit is not sent away without a word."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, record_check
from iag_core.records.not_eligible import NotEligible, Outcome
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _


@record_check(
    "IAG-S1-05",
    NotEligible,
    declares=RuleKind.CHECKLIST,
    title=_("Another service was pointed out"),
    source="004 §3.1",
    nothing=_("The child was not found to fall outside the criteria."),
    fine=_("The child was pointed to another service."),
)
def another_service_was_pointed_out(
    _case: CaseFile, body: NotEligible, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """A child that does not meet the criteria is still sent on to, or told about, another service."""
    if body.outcome is None:
        yield Problem(_("It is not recorded what was done for the child that does not fit."), "outcome")
    elif body.outcome is Outcome.REFERRED_ONWARD and not body.service.strip():
        yield Problem(_("It is not recorded to which service the child was sent on."), "service")
