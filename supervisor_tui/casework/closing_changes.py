"""What changed in the closing of a case since a week ago, as it could be known then."""

from datetime import timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile, as_seen
from supervisor_tui.domain.ids import CaseCode, RuleId, SetId
from supervisor_tui.guidance.reviews import CheckAnswer, SetReview

__all__ = ["ChangedCheck", "checks_changed", "the_week_before"]

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


def the_week_before(desk: Desk, code: CaseCode) -> CaseFile | None:
    """Return the case file as it was known a week ago; None where there was no case yet."""
    day = desk.as_of - WEEK
    records = desk.store.records.of(code)
    case = as_seen(code, desk.programme_of(records, day, day), records, day, day)
    return case if case.records else None
