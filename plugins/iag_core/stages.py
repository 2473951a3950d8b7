"""From which stage of the work on a check is asked, each with the sentence that says why it is not asked yet.

What belongs to the full assessment, the plan and the work after it is never asked of a case that ends at the first
assessment (004 §3.2).
"""

from iag_core.assessments import first_look, full_assessment
from iag_core.closing.matrix import main_reason
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.wording import _


def before_the_first_look(case: CaseFile) -> str:
    """Say that nothing is asked until the first assessment is finished."""
    return "" if first_look(case) else _("Asked once the first assessment is finished.")


def before_the_full_assessment(case: CaseFile) -> str:
    """Say that nothing is asked until the full assessment is finished."""
    return _after_early_exit(case) or (
        "" if full_assessment(case) else _("Asked once the full assessment is finished.")
    )


def before_the_plan(case: CaseFile) -> str:
    """Say that nothing is asked until there is a full plan."""
    return _after_early_exit(case) or ("" if first_full_plan(case) else _("Asked once there is a case plan."))


def before_the_first_review(case: CaseFile) -> str:
    """Say that nothing is asked until a review was held."""
    return _after_early_exit(case) or ("" if case.of(Review) else _("Asked once a review was held."))


def _after_early_exit(case: CaseFile) -> str:
    if main_reason(case) is ClosureReason.AFTER_INITIAL:
        return _("Not asked of a case that ends at the first assessment.")
    return ""
