"""Twelve months of monitoring, the last month with a visit."""

from datetime import date

from reintegration_benchmarks.closing.closing_stretch import closing_day, placement_unknown
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.placement_period import current_placement, placement_period
from reintegration_benchmarks.schedule.contacts import contacts_in
from reintegration_benchmarks.schedule.monitoring_visits import visit_slots
from reintegration_benchmarks.schedule.visit_calendar import Contact
from reintegration_benchmarks.settings import MIN_MONITORING_MONTHS, decided
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("RB-SOP11-05", title=_("Twelve months monitored, month 12 visited"), source="003 SOP 11, Fig 10")
def twelve_months_monitored(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The family is monitored for at least 12 months after the move, and the child is seen in month 12 or later."""
    period = current_placement(case)
    if period is None:
        return placement_unknown(ended=placement_period(case) is not None)
    months = decided(settings, MIN_MONITORING_MONTHS)
    enough_on = add_months(period.began_on, months)
    moved = period.entry.fact(_("moved on {day}").format(day=period.began_on))
    if closing_day(case, as_of) < enough_on:
        reason = _("{months} months of monitoring are reached on {day}.").format(months=months, day=enough_on)
        return Answer.fails(reason, moved, earliest=enough_on)
    opens = next(
        (slot.opens for slot in visit_slots(case, period, as_of, settings) if slot.day.due >= enough_on), enough_on
    )
    late_visits = [contact for contact in contacts_in(case, period) if contact.on >= opens]
    return _by_last_visit(late_visits, opens, months, moved)


def _by_last_visit(visits: list[Contact], opens: date, months: int, moved: Fact) -> Answer:
    counted = [visit for visit in visits if visit.seen is YesNo.YES]
    if counted:
        seen = _fact(_("child seen on {day}"), counted[0])
        return Answer.passes(_("Monitored for {months} months, and seen since.").format(months=months), moved, seen)
    unsure = next((visit for visit in visits if visit.seen is not YesNo.NO), None)
    if unsure is not None:
        return Answer.unknown(
            _("There was a visit on {day}; whether the child was seen is not recorded.").format(day=unsure.on),
            moved,
            _fact(_("visit on {day}"), unsure),
            missing=Missing(record=unsure.kind, field="child_seen", who=_("caseworker")),
        )
    return Answer.fails(
        _("No visit with the child seen is recorded since {day}, the window of month {months}.").format(
            day=opens, months=months
        ),
        moved,
        missing=Missing(record=FollowUp.KIND, field="child_seen", who=_("caseworker")),
    )


def _fact(text: str, visit: Contact) -> Fact:
    return Fact(text.format(day=visit.on), visit.on, visit.record, visit.how_known)
