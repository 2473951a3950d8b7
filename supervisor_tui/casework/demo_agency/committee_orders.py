"""Orders of the Child Welfare Committee over a year each: their duties, the question what comes next, the report."""

from datetime import date, timedelta

from supervisor_tui.casework.demo_agency.pen import SUNDAY, CasePen, days_after
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Document
from supervisor_tui.domain.records.order import Order, OrderConsultation, OrderDuty, OrderDutyDone

MONTHS = 12
EVERY_MONTHS = 2
FOLLOW_UP = OrderDuty(duty="visit and short note to the committee", every_months=EVERY_MONTHS)


def orders(pen: CasePen, registered: date, until: date) -> None:
    """Write one order after the other, each extended by the committee when it was asked what comes next."""
    starts, before, number = days_after(registered, 10), "", 1
    while starts <= until:
        order = f"OR-{number}"
        last = _order(pen, order, starts, before)
        asked = _asking_day(last)
        if asked <= until:
            _asked(pen, order, asked, goes_on=True)
            _report(pen, order, last)
        starts, before, number = days_after(last, 1), order, number + 1


def last_order(pen: CasePen, registered: date, *, answered: bool) -> None:
    """Write one order that has run out; answered: the committee has said that no other follows."""
    last = _order(pen, "OR-1", days_after(registered, 10), "")
    _asked(pen, "OR-1", _asking_day(last), goes_on=False)
    _report(pen, "OR-1", last)
    pen.write_of_set("exit_is_discussed", days_after(last, 3))
    body = OrderConsultation(
        order="OR-1",
        answered=YesNo.YES if answered else YesNo.NO,
        continue_work=YesNo.NO if answered else None,
        no_new_order=YesNo.YES if answered else None,
    )
    pen.write(body, days_after(last, 9))


def _order(pen: CasePen, order: str, starts: date, extends: str) -> date:
    pen.write(Order(order=order, starts_on=starts, months=MONTHS, extends=extends, duties=(FOLLOW_UP,)), starts)
    for part in range(1, MONTHS // EVERY_MONTHS + 1):
        done = days_after(add_months(starts, part * EVERY_MONTHS), -pen.between(4, 12))
        pen.write(OrderDutyDone(order=order, duty=FOLLOW_UP.duty), done)
    return add_months(starts, MONTHS) - timedelta(days=1)


def _asking_day(last: date) -> date:
    on = add_months(last, -1)
    return days_after(on, 1) if on.weekday() == SUNDAY else on


def _asked(pen: CasePen, order: str, on: date, *, goes_on: bool) -> None:
    body = OrderConsultation(
        order=order, answered=YesNo.YES, continue_work=YesNo.YES if goes_on else YesNo.NO, no_new_order=YesNo.NO
    )
    pen.write(body, on)


def _report(pen: CasePen, order: str, last: date) -> None:
    sent = days_after(last, -5)
    pen.write(
        Document(document="cwc_follow_up_report", sent_to="Child Welfare Committee", sent_on=sent, regards=order),
        sent,
    )
