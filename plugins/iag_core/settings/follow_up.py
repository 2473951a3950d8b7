"""How often a child is contacted, and which contacts count."""

from iag_core.settings.words import DAYS, OURS
from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

COUNTS, DOES_NOT_COUNT = "yes", "no"

NOT_DIRECT = frozenset({Channel.PROVIDER, Channel.COMMUNITY, Channel.NOT_KNOWN})
"""Contacts that nobody knows to have been with child or family; by our default they do not count."""

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
