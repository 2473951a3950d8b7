"""When a case may close, and what comes after."""

from iag_core.settings.words import DAY_AGREED, DAYS, MONTHS, NO, OURS, SHORTEST_QUARTER, YES
from supervisor_tui.domain.settings import Setting, UsedFor
from supervisor_tui.wording import _

ASKED, OPTIONAL, NOT_ASKED = "asked", "optional", "not_asked"

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

CRITERIA = (
    Setting(
        "closing_criteria",
        _("Written criteria for closing"),
        None,
        _("version"),
        "004 §3.6: the agency's own",
        is_text=True,
        rule="IAG-CLS-01",
    ),
    Setting(
        "closing_criteria_since",
        _("Criteria for closing in force since"),
        None,
        DAY_AGREED,
        "004 §3.6: the agency's own",
        is_text=True,
        rule="IAG-CLS-01",
    ),
)

ENDING = (
    Setting("notice_of_18_days", _("Notice of the 18th birthday: ahead by"), 90, DAYS, OURS),
    Setting("death_inquiry_days", _("Looking into a death: outcome within"), 30, DAYS, OURS),
    Setting("reopening_decision_days", _("Decision after trouble in a closed case: within"), 1, DAYS, OURS),
    Setting(
        "early_closing_days",
        _("Closed too early if opened again within"),
        90,
        DAYS,
        OURS,
        used_for=UsedFor.REOPENED_SOON,
    ),
    Setting(
        "keeping_years",
        _("Closed files are kept for"),
        None,
        _("years"),
        "004 §3.6: by law or the agency's own protocol",
        used_for=UsedFor.KEEPING_YEARS,
    ),
    Setting("closings_looked_at_days", _("Closings looked at for opening again: of the last"), 365, DAYS, OURS),
    Setting("plan_response_days", _("Answer of the plan to a change: within"), 14, DAYS, OURS),
    Setting(
        "pandemic",
        _("Pandemic: remote contact in place of visits"),
        NO,
        _("yes or no"),
        "002",
        choices=(YES, NO),
    ),
)
