"""Which duties are counted: none after an exit, none left open from before the agency began to count."""

from collections.abc import Iterable
from datetime import date
from functools import wraps

from prerana_exit.episode import duties_from, work_goes_on
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import ScheduleRule


def counted(rule: ScheduleRule) -> ScheduleRule:
    """Leave out the duties that are not counted; what was done stays, whenever it was due."""

    @wraps(rule)
    def asked(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
        if not work_goes_on(case):
            return ()
        since = duties_from(case)
        items = rule(case, as_of, settings)
        return tuple(item for item in items if item.done is not None or item.due is None or day_of(item.due) >= since)

    return asked
