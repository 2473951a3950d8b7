"""Visits and reviews of one case, for the screen of the whole caseload."""

from datetime import date, timedelta

from reintegration_benchmarks.panel.reviews_picture import reviews_picture
from reintegration_benchmarks.panel.visits_picture import visits_picture
from reintegration_benchmarks.placement_period import placement_period
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Panel, Paragraph
from supervisor_tui.wording import _

DAYS_AROUND = 62


def calendar_picture(case: CaseFile, as_of: date, settings: Settings) -> Panel:
    """Draw the calendar of a placed child, the visits of two months back and ahead.

    A case with a record that cannot be read says so.
    """
    try:
        period = placement_period(case)
        if period is None:
            return Panel(case.code, (Paragraph(_("There is no placement to count from.")),))
        return Panel(
            case.code,
            (
                visits_picture(case, period, as_of, settings, around=timedelta(DAYS_AROUND)),
                reviews_picture(case, period, as_of, settings),
            ),
        )
    except UnreadableRecordError as unreadable:
        text = _("Record {record} of this case cannot be read, so its calendar cannot be told.")
        return Panel(case.code, (Paragraph(text.format(record=unreadable.record)),))
