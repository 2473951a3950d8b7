"""Every number that this set reads, with its default and where that stands.

The course calls its own time frames guidance and leaves the last word to the agency's protocol (004 §3.1); each of them
can be changed. A default of None means that the guidance gives no figure: until the agency decides, the rule that
needs it answers *not known*.
"""

from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.wording import _

OURS = "ours"
DAYS = _("days")
HOURS = _("hours")
MONTHS = _("months")

SHORTEST_MONTH = 28
"""Days of the shortest month: a limit in days below it is always shorter than a month."""

SHORTEST_QUARTER = 89
"""Days of the shortest three months (31 January to 30 April), so that a limit below it is always shorter."""

ASKED, OPTIONAL, NOT_ASKED = "asked", "optional", "not_asked"
COUNTS, DOES_NOT_COUNT = "yes", "no"

NOT_DIRECT = frozenset({Channel.PROVIDER, Channel.COMMUNITY, Channel.NOT_KNOWN})
"""Contacts that nobody knows to have been with child or family; by our default they do not count."""

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

FOLLOW_UP = (
    Setting("follow_up_high_per_week", _("Contacts a week at high risk"), 2, _("contacts"), "004 §3.2, as an example"),
    Setting("follow_up_high_gap_days", _("At high risk never further apart than"), 5, DAYS, OURS),
    Setting("follow_up_medium_days", _("A contact at medium risk every"), 7, DAYS, "004 §3.2, as an example"),
    Setting("follow_up_low_days", _("A contact at low risk every"), 14, DAYS, "004 §3.2, as an example"),
    Setting("follow_up_no_risk_days", _("A contact where there is no risk every"), None, DAYS, "004 §3.2: no figure"),
    Setting(
        "week_starts_on",
        _("The week begins on"),
        "monday",
        _("day of the week"),
        OURS,
        choices=("monday", "saturday", "sunday"),
    ),
    *(
        Setting(
            f"counts_{channel.value}",
            _("Counts as a follow-up contact: {channel}").format(channel=channel.label),
            DOES_NOT_COUNT if channel in NOT_DIRECT else COUNTS,
            _("yes or no"),
            OURS if channel in NOT_DIRECT else "004 §3.5",
            choices=(COUNTS, DOES_NOT_COUNT),
        )
        for channel in Channel
    ),
)

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

CLOSING = (
    Setting(
        "stability_days",
        _("How long to watch after the plan ends"),
        None,
        DAYS,
        "004 §3.6: a set period, no figure",
    ),
    Setting("closure_visits", _("Good visits while watching"), 3, _("visits"), "ours; 004 §3.6: several"),
    Setting("post_closure_months", _("Visit after closing: within"), 3, MONTHS, "004 §3.6; 002"),
    Setting(
        "emergency_post_closure_days",
        _("Visit after closing in an emergency: within"),
        None,
        DAYS,
        "004 §3.6: often less, no figure",
        below=SHORTEST_QUARTER,
    ),
    Setting(
        "visit_after_early_closing",
        _("Visit after closing at the first assessment"),
        OPTIONAL,
        _("asked, optional or not asked"),
        OURS,
        choices=(ASKED, OPTIONAL, NOT_ASKED),
    ),
    Setting(
        "visit_after_turning_18",
        _("Visit after closing because of turning 18"),
        None,
        _("asked, optional or not asked"),
        "004 §3.6: not said",
        choices=(ASKED, OPTIONAL, NOT_ASKED),
    ),
)

SETTINGS: tuple[Setting, ...] = (*ASSESSMENT, *FOLLOW_UP, *REVIEW, *CLOSING)


def figure(settings: Settings, key: str) -> int:
    """Return a number that has a default and is therefore always decided."""
    value = settings.number(key)
    if value is None:
        raise ValueError(f"{key} has no default")
    return value
