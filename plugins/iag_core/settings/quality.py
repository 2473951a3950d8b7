"""How well the work is done: limits from which a question is asked, and words that are better chosen otherwise."""

from iag_core.settings.words import CASES, DAYS, OURS
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

HANDLES = ("none", "low", "medium", "high")
"""Up to which risk the community may handle a case, the least first."""

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
    Setting("time_limits_looked_at_days", _("Time limits kept: looked at over the last"), 90, DAYS, OURS),
    Setting("gap_between_shares", _("A gap between shares of groups calls for a question from"), 20, "%", OURS),
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
