"""To the closing of a case and of the caseload, and to opening one again."""

from textual.screen import Screen

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.tui.doors.opened_late import screen_at

__all__ = ["closing", "closing_report", "closing_steps", "closings", "reopening"]


def closing(code: CaseCode) -> Screen[None]:
    """Return the closing workspace of a case."""
    return screen_at("closing.closing_screen:ClosingScreen", code)


def closing_steps(code: CaseCode) -> Screen[None]:
    """Return the steps of closing a case, with its tasks."""
    return screen_at("closing.steps_screen:StepsScreen", code)


def closing_report(code: CaseCode) -> Screen[None]:
    """Return the closing report of a case, with what the guidance would answer now."""
    return screen_at("closing.report_screen:ReportScreen", code)


def closings() -> Screen[None]:
    """Return the caseload as it stands towards closing."""
    return screen_at("closings.closings_screen:ClosingsScreen")


def reopening(code: CaseCode) -> Screen[None]:
    """Return what opening a closed case again asks for, and the way to the form."""
    return screen_at("case_file.reopening_screen:ReopeningScreen", code)
