"""Registering a child: criteria, numbering, children that do not fit, the age of consent."""

from iag_core.settings.words import CASES, DAY_AGREED, DAYS, OURS, YEARS
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

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
        "criteria_since",
        _("Written criteria in force since"),
        None,
        DAY_AGREED,
        "004 §1.2, §3.1: the agency's own",
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
    Setting("consent_reminder_days", _("Consent that runs out: ask again ahead by"), 14, DAYS, OURS),
    Setting("consent_age_years", _("A child consents from the age of"), None, YEARS, "004 §1.3: the law's age"),
)
