"""How often a child is contacted: one rule of the guidance, told in five places, worked out in `contact_periods`."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from iag_core.schedule.contact_periods import contact_items
from iag_core.schedule.contact_rates import BY_PLAN, BY_RISK, DAILY
from iag_core.schedule.open_cases import while_open
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.schedule_rule("IAG-S2-08", title=_("Follow-up begins with the first assessment"), source="004 §3.2")
def follow_up_begins(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """Visits or calls begin when the first assessment ends, whatever the risk; how often follows the risk.

    It is one rule with the rate by risk, so it stands in the list once, under IAG-S5-04.
    """
    return ()


@rules.schedule_rule("IAG-S5-02", title=_("Follow-up from registration to closing"), source="004 §3.5")
def follow_up_never_pauses(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """Follow-up goes on at every step, from the first assessment to the closing.

    It stands in the list under IAG-S5-04, which does not ask at which step a case is.
    """
    return ()


@rules.schedule_rule("IAG-S5-03", title=_("Follow-up at the plan's own interval"), source="004 §3.5")
@while_open
def follow_up_as_planned(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Where the case plan sets its own interval, it goes before the agency's rates and before those of the guidance."""
    if all(plan.body.follow_up_every_days is None for plan in case.of(CasePlan)):
        return ()
    return _items_of(BY_PLAN, case, settings)


@rules.schedule_rule("IAG-S5-04", title=_("Follow-up by risk level"), source="004 §3.2")
@while_open
def follow_up_by_risk(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """High risk asks for two contacts a week, medium for one, low for one in two weeks.

    Two a week means on two different days from Monday to Sunday and, by our own reading, never more than five days
    apart. A first part-week of three days or fewer asks for one.
    """
    return _items_of(BY_RISK, case, settings)


@rules.schedule_rule("IAG-S5-05", title=_("Daily contact in a safe house"), source="004 §3.5")
@while_open
def follow_up_every_day(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """During a short stay in a safe house a contact every day may be needed; the plan says whether it is."""
    if all(plan.body.daily_contact is not YesNo.YES for plan in case.of(CasePlan)):
        return ()
    return _items_of(DAILY, case, settings)


@rules.schedule_rule("IAG-S5-06", title=_("Follow-up changes with the risk"), source="004 §3.5")
def follow_up_changes_with_the_risk(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """As things get better or worse contacts may be fewer or more; the interval is counted from the day of the change.

    Past periods stay judged by the old level. A rate that becomes tighter never puts off what was already due. The
    contacts themselves stand in the list under IAG-S5-03 to -05.
    """
    return ()


def _items_of(rule: str, case: CaseFile, settings: Settings) -> tuple[DueItem, ...]:
    return tuple(item for item in contact_items(case, settings) if item.rule == rule)
