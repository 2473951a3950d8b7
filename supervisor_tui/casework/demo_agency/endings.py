"""Cases that end otherwise than by goals met: at once, by wish, by age, by moving away, by death."""

from datetime import date

import msgspec

from supervisor_tui.casework.demo_agency.assessing import first_assessment
from supervisor_tui.casework.demo_agency.closing import INTER_AGENCY, approve, ask, close, visit_after
from supervisor_tui.casework.demo_agency.contacts import carry_out, follow, review_every
from supervisor_tui.casework.demo_agency.handing_over import handed_over
from supervisor_tui.casework.demo_agency.opening import Opening, opened
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.casework.demo_agency.registering import given_to, issues_for, register, some_child
from supervisor_tui.casework.demo_agency.risk_stories import LOW
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Document, Note


def ended(pen: CasePen, group: Group, on: date) -> None:
    """Tell a case that ended for the reason named."""
    if group.reason == ClosureReason.AFTER_INITIAL.value:
        _nothing_worrying(pen, on)
        return
    if group.reason == "transfer-sent":
        _waiting_for_the_other_agency(pen, on)
        return
    assert group.closed is not None
    end = pen.ago(pen.between(*group.closed))
    reason = ClosureReason(group.reason)
    start = _worked(pen, on, end, turns_18=end if reason is ClosureReason.TURNED_18 else None)
    if reason is ClosureReason.TRANSFER:
        handed_over(pen, days_after(end, -9), accepted=end, twist=group.twist)
    if reason is ClosureReason.DEATH:
        _died(pen, end)
        return
    ask(pen, days_after(end, -10), reason, asked_by="family" if reason is ClosureReason.ENDED_BY_FAMILY else "")
    approve(pen, days_after(end, -3))
    close(pen, end, reason, start)
    if reason is ClosureReason.TURNED_18:
        kept = "Agreed with the young person: papers given back, our copy kept for a while."
        pen.write(FileKept(until=days_after(end, 35), reason=kept), end)
    if reason is ClosureReason.ENDED_BY_FAMILY:
        visit_after(pen, end)


def _worked(pen: CasePen, on: date, until: date, *, turns_18: date | None = None) -> Opening:
    child = some_child(pen, on)
    if turns_18 is not None:
        child = msgspec.structs.replace(child, born_on=days_after(add_months(turns_18, -12 * 18), -3))
    start = opened(pen, on, LOW, child=child)
    follow(pen, start.first_assessed, until, LOW)
    review_every(pen, start.planned, until)
    carry_out(pen, start.planned, start.issues, until)
    return start


def _nothing_worrying(pen: CasePen, on: date) -> None:
    issues = issues_for(pen, 1)
    at = pen.moment(on, 11)
    register(pen, at, some_child(pen, on), ())
    given_to(pen, on, entered=at)
    first = first_assessment(pen, at, (), "none")
    reason = ClosureReason.AFTER_INITIAL
    ask(pen, days_after(first, 2), reason)
    approve(pen, days_after(first, 4))
    closed = days_after(first, 5)
    close(pen, closed, reason, Opening(on, first, first, first, issues, "none"))
    visit_after(pen, closed)


def _waiting_for_the_other_agency(pen: CasePen, on: date) -> None:
    _worked(pen, on, pen.ago(1))
    handed_over(pen, pen.ago(6), accepted=None)
    ask(pen, pen.ago(6), ClosureReason.TRANSFER)


def _died(pen: CasePen, on: date) -> None:
    pen.write(Note(text="Hospital called. Child died in the night of the fever. Went to the family."), on)
    if pen.works_with("prerana_exit"):
        pen.write_of_set("died", on)
    if pen.works_with(INTER_AGENCY):
        pen.write_of_set("child_died", on)
        pen.write_of_set("death_looked_into", days_after(on, 2))
        pen.write_of_set("death_reported", days_after(on, 2))
    report = Document(document="death_report", sent_to="department of child protection", sent_on=days_after(on, 2))
    pen.write(report, days_after(on, 2))
    ask(pen, days_after(on, 3), ClosureReason.DEATH)
    approve(pen, days_after(on, 6))
    note = "Siblings are safe with the aunt. Case closed, file stays."
    pen.write(Closure(reason=ClosureReason.DEATH, visit_agreed=YesNo.NO, note=note), days_after(on, 7))
    held = FileKept(held=YesNo.YES, reason="The department looks into the death.")
    pen.write(held, days_after(on, 7))
