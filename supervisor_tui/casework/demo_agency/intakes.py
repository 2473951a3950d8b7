"""New intakes that nobody has been given: their clocks run from the hour of registration."""

from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.demo_agency.pen import CasePen
from supervisor_tui.casework.demo_agency.registering import act_at_once, issues_for, register, some_child
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.records.kind import YesNo


def intake(pen: CasePen, group: Group, _on: date) -> None:
    """Write a registration of `hours_ago`; an urgent one says what was done at once, or says nothing of it."""
    at = pen.as_of - timedelta(hours=group.hours_ago, minutes=pen.between(0, 9))
    urgent = YesNo.YES if group.imminent else YesNo.NO
    child = msgspec.structs.replace(some_child(pen, at.date()), urgent=urgent)
    register(pen, at, child, issues_for(pen, 2))
    if group.imminent:
        act_at_once(pen, at, acted=group.imminent == "acted")
