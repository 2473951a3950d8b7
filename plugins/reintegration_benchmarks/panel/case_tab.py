"""The set's tab of the case file."""

from datetime import date

from reintegration_benchmarks.panel.closing_picture import closing_picture
from reintegration_benchmarks.panel.reviews_picture import reviews_picture
from reintegration_benchmarks.panel.star_picture import star_picture
from reintegration_benchmarks.panel.visits_picture import visits_picture
from reintegration_benchmarks.placement_period import placement_period
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Panel, PanelSource, Paragraph
from supervisor_tui.wording import _


def case_tab(case: CaseFile, as_of: date, settings: Settings) -> Panel:
    """Draw where the reintegration stands: the star, the visits, the reviews, the earliest closing day."""
    period = placement_period(case)
    title = _("Reintegration")
    if period is None:
        return Panel(
            title,
            (
                Paragraph(
                    _("The child has not moved into family or community care yet; visits are counted from then.")
                ),
                *star_picture(case),
            ),
        )
    closing = (closing_picture(case, period, as_of, settings),) if period.last_day is None else ()
    return Panel(
        title,
        (
            *star_picture(case),
            *closing,
            visits_picture(case, period, as_of, settings),
            reviews_picture(case, period, as_of, settings),
        ),
    )


CASE_TAB = PanelSource(_("Reintegration"), case_tab)
