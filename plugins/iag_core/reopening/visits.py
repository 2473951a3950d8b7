"""What the visit after closing found, and what was said of our work."""

from datetime import date

import msgspec

from iag_core.contacts import VISITS, visits
from iag_core.records.visit_after_closing import VisitAfterClosing
from supervisor_tui.domain.answers import Fact
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.contact import Channel, FollowUp, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _


class LookAfterClosing(msgspec.Struct, frozen=True):
    """One contact after closing: by which way, whether things stayed stable, and its form where there is one."""

    on: date
    record: RecordId
    channel: Channel
    stable: YesNo | None
    fact: Fact
    form: Entry[VisitAfterClosing] | None = None

    @property
    def is_visit(self) -> bool:
        """Whether somebody went there."""
        return self.channel in VISITS


def looks_after(case: CaseFile, closed_on: date) -> tuple[LookAfterClosing, ...]:
    """Return the visits after a closing, and contacts written down as such, oldest first; of a day the form counts."""
    found = {entry.on: _of_contact(entry) for entry in visits(case) if entry.on > closed_on}
    for form in case.of(VisitAfterClosing):
        if form.on > closed_on:
            found[form.on] = LookAfterClosing(
                form.on, form.id, form.body.channel, form.body.stable, form.fact(_("Visit after closing")), form
            )
    return tuple(found[on] for on in sorted(found))


def _of_contact(entry: Entry[FollowUp]) -> LookAfterClosing:
    return LookAfterClosing(entry.on, entry.id, entry.body.channel, _stable(entry.body), entry.fact(_("Visit")))


def _stable(body: FollowUp) -> YesNo | None:
    if body.situation is Situation.WORSE or body.safe is YesNo.NO:
        return YesNo.NO
    return YesNo.YES if body.situation is not None and body.safe is YesNo.YES else None
