"""Duties hold while a case is open, and from the day on which the agency began to count them.

Every schedule rule of this set is read through `while_open`, save the visit after closing.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import wraps

import msgspec

from iag_core.guidance import rules
from iag_core.records.death import Death
from iag_core.seen import duties_from, seen_on
from supervisor_tui.domain.calendar import day_of, is_after
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closing_request, episode
from supervisor_tui.guidance.rules import ScheduleRule
from supervisor_tui.wording import _


@rules.schedule_rule("IAG-CLS-27", title=_("Duties end with the closing"), source="004 §3.6; course summary")
def duties_end_with_the_closing(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """With the closing the caseworker's duties end; only the visit after closing and the keeping of the file remain.

    What was due later falls away, what was late stays in the history as missed. This holds for every other rule and
    has no line of its own in the list.
    """
    return ()


def since_we_began(case: CaseFile, items: Iterable[DueItem]) -> tuple[DueItem, ...]:
    """Leave out what was open or late before the day from which duties are counted."""
    began = duties_from(case)
    if began is None:
        return tuple(items)
    return tuple(item for item in items if not _before(item, began))


def while_open(rule: ScheduleRule) -> ScheduleRule:
    """Return the rule so that it reads no record after the closing and leaves no duty open after it.

    Once the child died, or closing was asked for because of it, nobody is asked to visit, assess or review any more.
    """

    @wraps(rule)
    def read(case: CaseFile, as_of: date, settings: Settings) -> tuple[DueItem, ...]:
        seen = seen_on(case, as_of)
        ended = _duties_ended_on(seen)
        if ended is None:
            return since_we_began(seen, rule(seen, as_of, settings))
        items = rule(seen_on(seen, ended), as_of, settings)
        return tuple(kept for item in since_we_began(seen, items) if (kept := _in_history(item, ended)) is not None)

    return read


def _duties_ended_on(case: CaseFile) -> date | None:
    present, died, asked = episode(case), case.latest(Death), closing_request(case)
    ends = [died.on] if died else []
    if asked is not None and asked.body.reason is ClosureReason.DEATH:
        ends.append(asked.on)
    if present is not None and present.closed_on is not None:
        ends.append(present.closed_on)
    return min(ends, default=None)


def _in_history(item: DueItem, ended: date) -> DueItem | None:
    if item.done is not None:
        return item
    if item.due is None or day_of(item.due) >= ended:
        return None
    last = ended - timedelta(days=1)
    return msgspec.structs.replace(
        item, closes=last if item.closes is None else min(item.closes, last), unknown="", missing=None
    )


def _before(item: DueItem, began: date) -> bool:
    if item.due is None or day_of(item.due) >= began:
        return False
    return item.done is None or is_after(item.done, item.due)
