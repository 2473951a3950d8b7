"""How often teams meet, and by when minutes and decisions are out."""

from iag_core.settings.words import DAYS, OURS
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

WORKING_DAYS = _("working days")

MEETINGS = (
    Setting("weekly_meeting_days", _("“About once a week” in an emergency, at most"), 8, DAYS, OURS),
    Setting("management_meeting_days", _("Case management meeting every"), None, DAYS, "004 §3.5: regular, no figure"),
    Setting("meetings_unspoken", _("A case comes up after so many meetings without it"), 4, _("meetings"), OURS),
    Setting("minutes_days", _("Minutes of a conference approved within"), 7, DAYS, OURS),
    Setting(
        "minutes_working_days",
        _("Minutes of a conference sent within"),
        10,
        WORKING_DAYS,
        "practice elsewhere (Guernsey)",
    ),
    Setting(
        "decisions_working_days",
        _("Decisions of a conference sent within"),
        1,
        WORKING_DAYS,
        "practice elsewhere (North Yorkshire, Sussex)",
    ),
    Setting(
        "corrections_working_days",
        _("Corrections of minutes may be asked for"),
        10,
        WORKING_DAYS,
        "practice elsewhere (Wales)",
    ),
)
