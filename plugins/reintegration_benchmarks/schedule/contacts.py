"""Which records are visits in person: a phone call or somebody else's word never fills a slot of the calendar."""

from collections.abc import Iterator

from reintegration_benchmarks.placement_period import PlacementPeriod, closed_gaps
from reintegration_benchmarks.records.closure_visit import ClosureVisit
from reintegration_benchmarks.records.scores_form import SCORES_7A, SCORES_8A
from reintegration_benchmarks.schedule.visit_calendar import Contact
from supervisor_tui.domain.case_file import BodyT, CaseFile, Entry
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.kind import YesNo

IN_PERSON = frozenset({Channel.HOME_VISIT, Channel.UNANNOUNCED_VISIT, Channel.MEETING})


def contacts_in(case: CaseFile, period: PlacementPeriod) -> tuple[Contact, ...]:
    """Return the visits of a placement, from the day after the move on, oldest first.

    A case review and the closing visit are visits, too, if the child was seen there. What happened while the case was
    closed does not count.
    """
    gaps = closed_gaps(case)

    def counts(contact: Contact) -> bool:
        if contact.on <= period.began_on or (period.last_day is not None and contact.on > period.last_day):
            return False
        return not any(
            closed_on < contact.on and (reopened_on is None or contact.on < reopened_on)
            for closed_on, reopened_on in gaps
        )

    return tuple(sorted(filter(counts, _visits(case)), key=lambda contact: (contact.on, contact.record)))


def _visits(case: CaseFile) -> Iterator[Contact]:
    for contact in case.of(FollowUp):
        if contact.body.channel in IN_PERSON:
            yield _contact(contact, contact.body.child_seen)
    for farewell in case.of(ClosureVisit):
        yield _contact(farewell, farewell.body.child_seen)
    for form in (SCORES_7A, SCORES_8A):
        for review in case.of(form):
            if review.body.child_seen is YesNo.YES:
                yield _contact(review, YesNo.YES)


def _contact(entry: Entry[BodyT], seen: YesNo | None) -> Contact:
    return Contact(entry.on, seen, entry.id, entry.record.kind, entry.record.how_known)
