"""The tasks of closing a case as they stand: the last word on each number of the present episode."""

from datetime import date, datetime

from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.domain.status import episode

__all__ = ["tasks"]


def tasks(case: CaseFile) -> tuple[Entry[ClosingTask], ...]:
    """Return the last word on each task of the present episode, by number."""
    present = episode(case)
    said = [one for one in case.of(ClosingTask) if present is None or one.on >= present.opened_on]
    newest = {one.body.task: one for one in sorted(said, key=_word_order)}
    return tuple(newest[number] for number in sorted(newest))


def _word_order(one: Entry[ClosingTask]) -> tuple[date, datetime, bool]:
    """Order the words on a task; of one moment, its end comes after its beginning."""
    return (one.on, one.record.entered_on, one.body.state is not TaskState.OPEN)
