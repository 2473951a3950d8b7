"""What an agency has in place before it works; each is answered once."""

from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

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
