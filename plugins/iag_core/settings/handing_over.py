"""Handing cases over, and the end of a programme."""

from iag_core.settings.words import DAY_AGREED, DAYS, NO, OURS, YES
from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

HANDING_OVER = (
    Setting("transfers_notice", _("Hand-overs of one child that call for a question"), 2, _("hand-overs"), OURS),
    Setting("transfers_sign_off", _("Hand-overs of one child that a manager signs"), 3, _("hand-overs"), OURS),
    Setting("taken_up_days", _("Ask the other agency after"), 30, DAYS, OURS),
    Setting(
        "programme_ends_on",
        _("The programme ends on"),
        "",
        DAY_AGREED,
        "004 §2.3: the agency's own",
        is_text=True,
        rule="IAG-TRF-12",
    ),
    Setting(
        "exit_plan",
        _("Plan for the end of the programme"),
        None,
        _("where it stands"),
        "004 §2.3",
        is_text=True,
        rule="IAG-TRF-13",
    ),
    Setting(
        "files_after_exit",
        _("Where files are kept after the end"),
        None,
        _("a few words"),
        "004 §2.3",
        is_text=True,
        rule="IAG-TRF-13",
    ),
    Setting(
        "beside_the_state",
        _("The programme runs beside the state's system"),
        None,
        _("yes or no"),
        "004 §2.3, §2.4",
        choices=(YES, NO),
        rule="IAG-TRF-13",
    ),
)
