"""How often the case plan is reviewed."""

from iag_core.settings.words import DAYS, MONTHS, OURS, SHORTEST_QUARTER
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

REVIEW = (
    Setting("review_months", _("Review of the plan every"), 3, MONTHS, "004 §3.5; 002"),
    Setting(
        "emergency_review_days",
        _("Review in an emergency every"),
        None,
        DAYS,
        "004 §3.5: more often, no figure",
        below=SHORTEST_QUARTER,
    ),
    Setting(
        "high_risk_review_days",
        _("Review at high risk or when things change fast every"),
        None,
        DAYS,
        "004 §3.5: more often, no figure",
        below=SHORTEST_QUARTER,
    ),
    Setting("review_after_change_days", _("Review after a change for the worse: within"), 7, DAYS, OURS),
)
