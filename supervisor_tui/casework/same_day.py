"""A second word of one day replaces the first: the case given to somebody else, a goal's outcome put right.

Records of one day are read in the order of their content, so that no answer depends on the order of typing. Two words
on the same thing would leave the choice to chance; the later one is therefore written as a correction.
"""

from collections.abc import Callable
from datetime import date

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.closing import ClosureRequest
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.plan import ActionOutcome, GoalOutcome
from supervisor_tui.domain.records.responsibility import Assignment, ContextForCase, GuidanceForCase
from supervisor_tui.domain.records.transfer import AgainstTheirWishes, HandOverPlan, TakenUp

_ABOUT: dict[type[RecordBody], Callable[[RecordBody], object]] = {
    Assignment: lambda _body: None,
    ClosureRequest: lambda _body: None,
    FileKept: lambda _body: None,
    HandOverPlan: lambda _body: None,
    AgainstTheirWishes: lambda _body: None,
    TakenUp: lambda _body: None,
    ContextForCase: lambda _body: None,
    GuidanceForCase: lambda body: getattr(body, "set", None),
    GoalOutcome: lambda body: getattr(body, "goal", None),
    ActionOutcome: lambda body: getattr(body, "action", None),
}


def replaced_that_day(case: CaseFile, body: RecordBody, on: date) -> RecordId | None:
    """Return the record of the same day and about the same thing that this one takes the place of, or None."""
    about = _ABOUT.get(type(body))
    if about is None:
        return None
    said = [entry for entry in case.of(type(body)) if entry.on == on and about(entry.body) == about(body)]
    return said[-1].id if said else None
