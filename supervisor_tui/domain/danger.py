"""Danger to life or body as the registration tells it, until somebody has acted or looked."""

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.assessment import Assessment, ImmediateAction
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.status import registration

__all__ = ["in_danger"]


def in_danger(case: CaseFile) -> bool:
    """Say whether the case was registered as urgent, and neither an immediate action nor an assessment came since."""
    opening = registration(case)
    if opening is None or opening.body.urgent is not YesNo.YES:
        return False
    days = [entry.on for kind in (ImmediateAction, Assessment) for entry in case.of(kind)]
    return not any(day >= opening.on for day in days)
