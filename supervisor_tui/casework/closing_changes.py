"""What changed in the closing of a case since this person last looked at it, as it could be known then."""

from datetime import datetime, time, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile, as_seen
from supervisor_tui.domain.ids import CaseCode, RuleId, SetId
from supervisor_tui.guidance.reviews import CheckAnswer, SetReview

__all__ = ["ChangedCheck", "as_last_seen", "checks_changed", "last_look"]

WEEK = timedelta(days=7)


class ChangedCheck(msgspec.Struct, frozen=True):
    """A check that came to be in order or is in order no longer, with the answer of before."""

    set: SetId
    check: CheckAnswer
    before: Result


def checks_changed(now: tuple[SetReview, ...], before: tuple[SetReview, ...]) -> tuple[ChangedCheck, ...]:
    """Return what came to be in order or fell out of it; a check that nobody asked before is no change."""
    then: dict[tuple[SetId, RuleId], Result] = {
        (found.set.id, check.rule.id): check.answer.result for found in before for check in found.checks
    }
    return tuple(
        ChangedCheck(found.set.id, check, then[found.set.id, check.rule.id])
        for found in now
        for check in found.checks
        if (found.set.id, check.rule.id) in then
        and (check.answer.result is Result.PASS) != (then[found.set.id, check.rule.id] is Result.PASS)
    )


def last_look(desk: Desk, code: CaseCode) -> datetime:
    """Return when the person at the desk last looked at this closing on a day before; a week ago where never.

    For a day of the past it is a week before that day: nobody's look is remembered by days that are asked about.
    """
    looked = None if desk.asks_about_the_past else desk.store.looks.last(desk.person.code, code)
    return looked or datetime.combine(desk.as_of - WEEK, time.max, desk.clock().tzinfo)


def as_last_seen(desk: Desk, code: CaseCode, moment: datetime) -> CaseFile | None:
    """Return the case file as it was known at a moment; None where there was no case yet."""
    day = moment.date()
    records = tuple(one for one in desk.store.records.of(code) if one.entered_on <= moment)
    case = as_seen(code, desk.programme_of(records, day), records, day)
    return case if case.records else None
