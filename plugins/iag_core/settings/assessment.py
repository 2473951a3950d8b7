"""Time limits from registration to the case plan, and of looking after a referral."""

from iag_core.settings.words import DAYS, HOURS, MONTHS, OURS
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

SHORTEST_MONTH = 28
"""Days of the shortest month: a limit in days below it is always shorter than a month."""

ASSESSMENT = (
    Setting("initial_target_hours", _("First assessment: hoped for within"), 24, HOURS, "004 §3.2"),
    Setting("initial_limit_hours", _("First assessment: at the latest within"), 48, HOURS, "004 §3.2"),
    Setting(
        "urgent_hours",
        _("First assessment in danger to life: within"),
        None,
        HOURS,
        "004 §3.2: sooner than 24 hours, no figure",
        below=24,
    ),
    Setting("comprehensive_start_days", _("Full assessment: begun within"), 7, DAYS, "004 §3.2"),
    Setting("comprehensive_months", _("Full assessment: finished within"), 1, MONTHS, "004 §3.2"),
    Setting(
        "emergency_comprehensive_start_days",
        _("Full assessment in an emergency: begun within"),
        None,
        DAYS,
        OURS,
        below=7,
    ),
    Setting(
        "emergency_comprehensive_days",
        _("Full assessment in an emergency: finished within"),
        None,
        DAYS,
        "004 §3.2: sooner, no figure",
        below=SHORTEST_MONTH,
    ),
    Setting("revision_days", _("New look after a change: within"), 7, DAYS, OURS),
    Setting("plan_days", _("Case plan after the full assessment: within"), 14, DAYS, "004 §3.3"),
    Setting("referral_check_days", _("Check what became of a referral: within"), 14, DAYS, OURS),
)
