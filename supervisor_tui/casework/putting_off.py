"""Until when a duty is put off: only the duty that was meant, and at high risk only by who knew of the risk."""

from collections.abc import Callable
from datetime import date

from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.responsibility import Postponement
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import episode

__all__ = ["put_off_until"]


def put_off_until(case: CaseFile) -> Callable[[DueItem], date | None]:
    """Return what tells the day to which a duty of the case is put off, None for one that is not.

    The last word on a duty counts. It no longer holds once the risk was raised to high, once the case was reopened, or
    once something was recorded that would settle the duty: what is due after that is another one of the same name.
    """
    present, level = episode(case), risk(case)
    since = present.opened_on if present else date.min
    if level is not None and level.guidance is GuidanceRisk.HIGH:
        since = max(since, level.since)
    held = {(entry.body.rule, entry.body.slot): entry for entry in case.of(Postponement)}

    def until(item: DueItem) -> date | None:
        entry = held.get((item.rule, item.slot))
        if entry is None or entry.on < since or _was_settled(case, item, entry):
            return None
        return entry.body.until

    return until


def _was_settled(case: CaseFile, item: DueItem, entry: Entry[Postponement]) -> bool:
    return any(record.kind == item.settles and record.on >= entry.on for record in case.records)
