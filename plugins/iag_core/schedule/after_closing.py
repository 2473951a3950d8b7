"""The visit after closing: within three months, sooner in an emergency, and for which reasons."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from iag_core.emergency import limit_in_context, under
from iag_core.guidance import rules
from iag_core.records.death import Death
from iag_core.records.visit_after_closing import VisitAfterClosing
from iag_core.reopening.visits import looks_after
from iag_core.schedule.open_cases import since_we_began
from iag_core.seen import seen_on
from iag_core.settings import figure
from iag_core.settings.closing import NOT_ASKED, OPTIONAL
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closure
from supervisor_tui.wording import _

NO_VISIT = frozenset({ClosureReason.DEATH, ClosureReason.TRANSFER})
"""After a death there is nobody to visit; after a transfer the agency that took the case visits."""

BY_SETTING = {
    ClosureReason.AFTER_INITIAL: "visit_after_early_closing",
    ClosureReason.TURNED_18: "visit_after_turning_18",
}


@rules.schedule_rule("IAG-CLS-15", title=_("Visit after closing"), source="004 §3.6")
def the_visit_after_closing(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Within three months of closing somebody visits, to see whether things have stayed stable and to hear the family.

    Where child or family ended the work, the visit is made if it was agreed. After closing at the first assessment or
    at 18 the agency decides. A call is not a visit.
    """
    return _visit(seen_on(case, as_of), as_of, settings, shortened=False)


@rules.schedule_rule("IAG-CLS-16", title=_("Visit after closing sooner in an emergency"), source="004 §3.6")
def the_visit_in_an_emergency(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """In an emergency the visit after closing usually comes sooner; the agency says in how many days.

    While it has not, three months are the outermost limit and what lies before them is not known.
    """
    return _visit(seen_on(case, as_of), as_of, settings, shortened=True)


def _visit(case: CaseFile, as_of: date, settings: Settings, *, shortened: bool) -> tuple[DueItem, ...]:
    closed = closure(case)
    if closed is None or closed.body.reason in NO_VISIT or case.latest(Death) is not None:
        return ()
    ordinary = add_months(closed.on, figure(settings, "post_closure_months"))
    limit = limit_in_context(case, closed.on, ordinary, "emergency_post_closure_days", settings)
    if limit.shortened is not shortened:
        return ()
    item = _asked_for(closed, under(limit, _item(case, closed), as_of), settings)
    return () if item is None else since_we_began(case, (item,))


def _item(case: CaseFile, closed: Entry[Closure]) -> DueItem:
    made = next((look for look in looks_after(case, closed.on) if look.is_visit), None)
    return DueItem(
        _("Visit after closing"),
        opens=closed.on + timedelta(days=1),
        done=made.on if made else None,
        settled_by=made.record if made else None,
        settles=VisitAfterClosing.KIND,
        slot=closed.on.isoformat(),
    )


def _asked_for(closed: Entry[Closure], item: DueItem, settings: Settings) -> DueItem | None:
    """Return the item as the reason for closing asks for it, or None where no visit is asked for."""
    reason = closed.body.reason
    if reason is ClosureReason.ENDED_BY_FAMILY:
        return _if_agreed(closed.body.visit_agreed, item)
    if reason not in BY_SETTING:
        return item
    key = BY_SETTING[reason]
    match settings.word(key):
        case None:
            return msgspec.structs.replace(
                item,
                unknown=_("The agency has not decided whether somebody visits after closing for this reason."),
                missing=Missing(setting=settings.full_key(key)),
            )
        case word if word == NOT_ASKED:
            return None
        case word:
            return msgspec.structs.replace(item, advisory=word == OPTIONAL)


def _if_agreed(agreed: YesNo | None, item: DueItem) -> DueItem | None:
    if agreed is YesNo.NO:
        return None
    if agreed is YesNo.YES:
        return item
    return msgspec.structs.replace(
        item,
        unknown=_("Nobody recorded whether the family agreed to a visit after closing."),
        missing=Missing(record=Closure.KIND, field="visit_agreed"),
    )
