"""What is still to be done by hand before a case closes: the agency's tasks, and those that sets ask for."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from supervisor_tui.casework.ways_out import between_it_and_ready
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.closing_tasks import tasks
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.guidance.flows import Flow, FlowPart
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import SetReview

__all__ = ["OpenTask", "open_tasks"]

_BY_HAND = frozenset({FlowPart.CASEWORK_TASK, FlowPart.OFFICE_TASK})


class OpenTask(msgspec.Struct, frozen=True):
    """A task that is not done. owner: a person's code or a role, "" where nobody else than the caseworker is named."""

    what: str
    owner: str = ""
    due_on: date | None = None


def open_tasks(
    host: PluginHost, whole: CaseFile, legible: CaseFile, reviews: Sequence[SetReview], as_of: date
) -> tuple[OpenTask, ...]:
    """Return what is still to be done, the agency's own tasks first, each by its day.

    A task of a set that is also a check of its own in the way stands there already. legible: the file without the
    records that cannot be read.
    """
    own = [one for one in tasks(legible) if one.body.state is TaskState.OPEN]
    by_day = sorted(own, key=lambda one: (one.body.due_on or date.max, one.body.task))
    return (*map(_own, by_day), *_of_sets(host, whole, reviews, as_of))


def _own(one: Entry[ClosingTask]) -> OpenTask:
    return OpenTask(f"{one.body.task} {one.body.text}", one.body.owner, one.body.due_on)


def _of_sets(host: PluginHost, case: CaseFile, reviews: Sequence[SetReview], as_of: date) -> Iterable[OpenTask]:
    in_the_way = {check.rule.id for found in reviews for check in between_it_and_ready(found)}
    found = host.flows.parts(case, Flow.CLOSING, as_of)
    counting = [one for one in found if one.standing.standing is Standing.DECIDES] or found
    for check in (check for one in counting for check in one.checks):
        is_open = check.answer.result in {Result.FAIL, Result.UNKNOWN}
        if is_open and check.rule.part in _BY_HAND and check.rule.id not in in_the_way:
            yield OpenTask(check.rule.title, (check.answer.missing.who or "") if check.answer.missing else "")
