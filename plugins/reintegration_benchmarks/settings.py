"""The numbers that the handbook gives, and the agency's own where it chose another."""

from supervisor_tui.domain.settings import Setting, Settings, UsedFor
from supervisor_tui.wording import _

FORTNIGHT_DAYS = "fortnight_days"
FORTNIGHT_MONTHS = "fortnight_months"
VISIT_GRACE_DAYS = "visit_grace_days"
CLOSURE_GOALS_MONTH = "closure_goals_month"
REVIEW_INTERVAL_MONTHS = "review_interval_months"
MIN_MONITORING_MONTHS = "min_monitoring_months"
CLOSURE_GAP_MONTHS = "closure_gap_months"
NOTICE_DAYS = "notice_days"
PLAN_UPDATE_DAYS = "plan_update_days"
SIGNING = "signing"
PER_MEETING, STANDING = "per_meeting", "standing"

SETTINGS = (
    Setting(FORTNIGHT_DAYS, _("Visits in the first months, one every"), 14, _("days"), "003 SOP 11"),
    Setting(FORTNIGHT_MONTHS, _("First months with closer visits"), 2, _("months"), "003 SOP 11"),
    Setting(VISIT_GRACE_DAYS, _("A visit is still in time so long after its day"), 0, _("days"), "ours"),
    Setting(
        CLOSURE_GOALS_MONTH,
        _("Goals toward closing are set from month"),
        9,
        _("months after the move"),
        "003 Fig 10, read from the place of the text",
    ),
    Setting(
        REVIEW_INTERVAL_MONTHS,
        _("Case review, one every"),
        6,
        _("months"),
        "003 Fig 10; Fig 5 can be read as 3",
    ),
    Setting(MIN_MONITORING_MONTHS, _("Monitoring before closing, at least"), 12, _("months"), "003 SOP 11"),
    Setting(CLOSURE_GAP_MONTHS, _("From the final review to closing, at least"), 1, _("months"), "003 SOP 12"),
    Setting(
        NOTICE_DAYS,
        _("Everybody hears of a conference before it"),
        7,
        _("days"),
        "003 Fig 11",
        used_for=UsedFor.NOTICE_DAYS,
    ),
    Setting(PLAN_UPDATE_DAYS, _("After a conference the plan is up to date within"), 7, _("days"), "ours"),
    Setting(
        SIGNING,
        _("Confidentiality is signed"),
        PER_MEETING,
        _("for each meeting, or once for all"),
        "ours; 003 Fig 11 does not say",
        choices=(PER_MEETING, STANDING),
    ),
)


def decided(settings: Settings, key: str) -> int:
    """Return a number of this set; each of them has a default, so none is ever undecided."""
    number = settings.number(key)
    assert number is not None
    return number
