"""Asking child and family what they think of the work, and the list of what is due."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from iag_core.guidance import rules
from iag_core.records.child_heard import Feedback
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _


@rules.schedule_rule(
    "IAG-PRIN-08",
    title=_("Feedback of child and family"),
    source="004 §1.3, §2.2; our own time",
    strength=Strength.WARNS,
)
@while_open
def feedback_is_asked_for(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Child and family get regular chances to say what they think and what went wrong.

    The guidance gives no time; our own is every 90 days from the first plan on. It is advised and never counts as late.
    """
    plan, present = first_full_plan(case), episode(case)
    if plan is None or present is None:
        return ()
    start = max(plan.on, present.opened_on)
    given = {entry.on: entry.id for entry in case.of(Feedback) if entry.on > start}
    days = timedelta(days=figure(settings, "feedback_days"))
    held = [_asked(since, days, on, str(given[on])) for since, on in pairwise([start, *given])]
    return (*held, _asked(max([start, *given]), days))


@rules.schedule_rule(
    "IAG-DB-03", title=_("Time limits are kept track of"), source="004 §2.5.2", strength=Strength.WARNS
)
def time_limits_are_kept_track_of(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """Every case has its time limits, and they are followed.

    All rules with a time do this together in one list; it has no line of its own.
    """
    return ()


def _asked(since: date, days: timedelta, done: date | None = None, record: str = "") -> DueItem:
    return DueItem(
        _("Ask child and family what they think of the work"),
        due=since + days,
        done=done,
        settled_by=RecordId(record) if record else None,
        settles=Feedback.KIND,
        slot=since.isoformat(),
        advisory=True,
    )
