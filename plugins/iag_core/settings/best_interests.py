"""Best interests of refugee children, and the law under which we act."""

from iag_core.settings.words import DAY_AGREED, NO, YES
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

BEST_INTERESTS = (
    Setting(
        "bid_situations",
        _("Five situations that need a formal determination"),
        None,
        _("words, with commas"),
        "004 §3.2: five, not listed",
        is_text=True,
        rule="IAG-BI-04",
    ),
    Setting(
        "assessment_of_best_interests_counts",
        _("A best interests assessment stands for full assessment and plan"),
        None,
        _("yes or no"),
        "004 §3.2: may, if agreed",
        choices=(YES, NO),
        rule="IAG-BI-03",
    ),
    Setting(
        "legal_cover",
        _("Agreement under which we act"),
        None,
        _("its reference"),
        "004 §2.2",
        is_text=True,
        rule="IAG-BI-09",
    ),
    Setting(
        "legal_cover_until",
        _("That agreement ends on"),
        None,
        DAY_AGREED,
        "004 §2.2",
        is_text=True,
        rule="IAG-BI-09",
    ),
)
