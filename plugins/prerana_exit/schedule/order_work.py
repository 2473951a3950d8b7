"""What falls due on the committee's orders: the duties, the question what comes next, the report, the decision."""

from collections.abc import Iterable
from datetime import date

from prerana_exit.episode import in_this_episode
from prerana_exit.guidance import CONSULT_BEFORE_MONTHS, RULES, months
from prerana_exit.order_duties import duty_parts
from prerana_exit.orders import last_term, terms
from prerana_exit.pathways.left_out import left_out
from prerana_exit.pathways.order_expired import report_sent
from prerana_exit.records.after_order import AfterOrder
from prerana_exit.records.step_left_out import Step
from prerana_exit.schedule.counted import counted
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.note import Document
from supervisor_tui.domain.records.order import Order, OrderConsultation, OrderDutyDone
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

_SOURCE = "000, parameter 3 a"
_END_NOT_KNOWN = _("Until when the order is in force is not recorded.")
_END_MISSING = Missing(Order.KIND, "months")


@RULES.schedule_rule("PX-P3-a-3", title=_("Duties of an order"), source=_SOURCE)
@counted
def duties_of_orders(case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """What the committee ordered is due by the order's last day; what comes back, on the last day of each interval."""
    items: list[DueItem] = []
    for term in terms(case):
        title = _("Order {order}: {duty}")
        if term.last is None:
            items.extend(
                DueItem(
                    title.format(order=term.number, duty=duty.duty),
                    slot=f"{term.number}:{duty.duty}",
                    unknown=_END_NOT_KNOWN,
                    missing=_END_MISSING,
                )
                for duty in term.entry.body.duties
            )
        items.extend(
            DueItem(
                title.format(order=term.number, duty=piece.duty),
                due=piece.until,
                opens=piece.since,
                done=piece.done.on if piece.done else None,
                settled_by=piece.done.id if piece.done else None,
                settles=OrderDutyDone.KIND,
                slot=piece.slot,
            )
            for piece in duty_parts(case, term)
        )
    return items


@RULES.schedule_rule("PX-P3-a-4", title=_("Ask the committee what comes next"), source=_SOURCE)
@counted
def ask_before_the_end(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Some time before the last order ends, the committee should be asked what comes next."""
    found = terms(case)
    last = last_term(found)
    title = _("Ask the committee what comes next")
    if last is None or last.last is None:
        return (DueItem(title, slot="ask", unknown=_END_NOT_KNOWN, missing=_END_MISSING),) if found else ()
    due = add_months(last.last, -months(settings, CONSULT_BEFORE_MONTHS))
    numbers = {term.number for term in found}
    asked = next((one for one in case.of(OrderConsultation) if one.body.order in numbers and one.on >= due), None)
    return (
        DueItem(
            title,
            due=due,
            done=asked.on if asked else None,
            settled_by=asked.id if asked else None,
            settles=OrderConsultation.KIND,
            slot=f"ask:{last.number}",
        ),
    )


@RULES.schedule_rule(
    "PX-P3-a-5", title=_("Report on the follow-ups of an order"), source=_SOURCE, strength=Strength.WARNS
)
@counted
def report_by_the_last_day(case: CaseFile, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """The report on the follow-ups goes to the committee by the last day of the order."""
    if left_out(case, Step.ORDER_REPORT):
        return ()
    items = []
    for term in terms(case):
        if not term.entry.body.duties:
            continue
        sent = report_sent(case, term, as_of)
        items.append(
            DueItem(
                _("Order {order}: report on the follow-ups to the committee").format(order=term.number),
                due=term.last,
                done=sent[1] if sent else None,
                settled_by=sent[0].id if sent else None,
                settles=Document.KIND,
                slot=f"report:{term.number}",
                unknown="" if term.last else _END_NOT_KNOWN,
                missing=None if term.last else _END_MISSING,
                advisory=True,
            )
        )
    return items


@RULES.schedule_rule("PX-P3-a-6", title=_("Decide what comes after the order"), source=_SOURCE, strength=Strength.WARNS)
@counted
def decide_after_the_order(case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """An order that runs out ends nothing by itself: somebody decides to talk about exit or to go on without it."""
    last = last_term(terms(case))
    if last is None or last.expired_from is None:
        return ()
    since = last.expired_from
    decided = next((entry for entry in in_this_episode(case, AfterOrder) if entry.on >= since), None)
    return (
        DueItem(
            _("Order {order} has run out: talk about exit, or go on without it").format(order=last.number),
            due=since,
            done=decided.on if decided else None,
            settled_by=decided.id if decided else None,
            settles=AfterOrder.KIND,
            slot=f"after:{last.number}",
            advisory=True,
        ),
    )
