"""Every number that this set reads, with its default and where that stands.

The course calls its own time frames guidance and leaves the last word to the agency's protocol (004 §3.1); each of them
can be changed. A default of None means that the guidance gives no figure: until the agency decides, the rule that
needs it answers *not known*.
"""

from iag_core.settings_of_closing import OF_CLOSING
from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.wording import _

OURS = "ours"
DAYS = _("days")
HOURS = _("hours")
MONTHS = _("months")
YEARS = _("years")
CASES = _("cases")

SHORTEST_MONTH = 28
"""Days of the shortest month: a limit in days below it is always shorter than a month."""

SHORTEST_QUARTER = 89
"""Days of the shortest three months (31 January to 30 April), so that a limit below it is always shorter."""

ASKED, OPTIONAL, NOT_ASKED = "asked", "optional", "not_asked"
COUNTS, DOES_NOT_COUNT = "yes", "no"

HANDLES = ("none", "low", "medium", "high")
"""Up to which risk the community may handle a case, the least first."""

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

REGISTRATION = (
    Setting(
        "criteria_version",
        _("Written criteria in force"),
        None,
        _("version"),
        "004 §1.2, §3.1: written criteria, the agency's own",
        is_text=True,
        rule="IAG-S1-02",
    ),
    Setting(
        "case_code_pattern",
        _("Numbering of cases"),
        "",
        _("# for a digit, ? for a letter"),
        "ours; 004 §3.1: the agency's numbering",
        is_text=True,
        rule="IAG-S1-12",
    ),
    Setting("misfits_from_one_source", _("Speak to a source after so many children that do not fit"), 3, CASES, OURS),
    Setting("misfit_days", _("Children that do not fit: counted over"), 30, DAYS, OURS),
    Setting("consent_age_years", _("A child consents from the age of"), None, YEARS, "004 §1.3: the law's age"),
)

QUALITY = (
    Setting("interim_plan_days", _("Interim plan for what is not met: within"), 0, DAYS, OURS),
    Setting("refused_talks", _("Refused private talks that call for supervision"), 2, _("talks"), OURS),
    Setting("worker_changes", _("Changes of caseworker that call for a question"), 2, _("changes"), OURS),
    Setting("worker_change_days", _("Changes of caseworker: counted over"), 90, DAYS, OURS),
    Setting("late_action_check_days", _("An action past its day is looked after: within"), 7, DAYS, OURS),
    Setting("work_starts_days", _("Work starts after the plan: within"), 14, DAYS, OURS),
    Setting("provider_check_days", _("What is known of a provider is fresh for"), 90, DAYS, OURS),
    Setting("feedback_days", _("Feedback of child or family: every"), 90, DAYS, OURS),
    Setting("smallest_group", _("Groups are compared from so many cases"), 5, CASES, OURS),
    Setting("gap_between_groups", _("A gap between groups calls for a question from"), 14, DAYS, OURS),
    Setting(
        "community_handles_up_to",
        _("The community may handle cases up to which risk"),
        None,
        _("level of risk"),
        "004 §2.2: local limits",
        choices=HANDLES,
    ),
    Setting(
        "service_words",
        _("Words that name a service instead of a need"),
        "school place, enrolment, cash grant, shelter bed, counselling session, sent to school, food parcel, boarding",
        _("words, with commas"),
        "ours; 004 §3.2",
        is_text=True,
    ),
    Setting(
        "judging_words",
        _("Words that judge people"),
        "lazy, liar, drunkard, bad mother, bad father, prostitute, stubborn, naughty, useless, stupid, crazy",
        _("words, with commas"),
        OURS,
        is_text=True,
    ),
)

READINESS = (
    Setting(
        "limits_agreed_with",
        _("Risk levels and time limits are agreed with"),
        None,
        _("agencies, and the day"),
        "004 §3.1, §3.2",
        is_text=True,
        rule="IAG-S2-07",
    ),
    Setting(
        "conduct_signed",
        _("Code of conduct and child protection policy signed by all"),
        None,
        _("day, and who is missing"),
        "004 §1.3",
        is_text=True,
        rule="IAG-PRIN-04",
    ),
    Setting(
        "entry_staff_trained",
        _("Those who enter data are trained in child protection"),
        None,
        _("day, and who is missing"),
        "004 §2.5.2",
        is_text=True,
        rule="IAG-DB-06",
    ),
    Setting(
        "other_databases",
        _("Databases that exist already, and how to link them"),
        None,
        _("a few words"),
        "004 §2.5.2",
        is_text=True,
        rule="IAG-DB-08",
    ),
    *(
        Setting(key, title, None, _("day agreed"), "004 §2.5.2", is_text=True, rule="IAG-DB-09")
        for key, title in (
            ("forms_agreed", _("Forms agreed")),
            ("database_agreed", _("Database agreed")),
            ("sharing_rules_agreed", _("Rules for sharing agreed")),
            ("protection_rules_agreed", _("Rules for protecting information agreed")),
        )
    ),
)

SETTINGS: tuple[Setting, ...] = (
    *REGISTRATION,
    *ASSESSMENT,
    *QUALITY,
    *FOLLOW_UP,
    *REVIEW,
    *CLOSING,
    *OF_CLOSING,
    *READINESS,
)


def figure(settings: Settings, key: str) -> int:
    """Return a number that has a default and is therefore always decided."""
    value = settings.number(key)
    if value is None:
        raise ValueError(f"{key} has no default")
    return value
