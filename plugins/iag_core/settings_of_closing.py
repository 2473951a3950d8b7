"""Numbers and words that closing, hand-over, reopening and best interests read, each with its source.

They are declared together with the others in `settings`; a default of None is one that the agency has to give.
"""

from supervisor_tui.domain.settings import Setting
from supervisor_tui.wording import _

OURS = "ours"
DAYS = _("days")
DAY_AGREED = _("a day such as 2024-06-01")
YES, NO = "yes", "no"

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
    Setting("early_closing_days", _("Closed too early if opened again within"), 90, DAYS, OURS),
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

OF_CLOSING: tuple[Setting, ...] = (*CRITERIA, *ENDING, *HANDING_OVER, *BEST_INTERESTS)
