"""The full assessment: begun in a week, finished in a month, quicker in an emergency. Counted from registration."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from iag_core.assessments import clock_start, full_assessment
from iag_core.emergency import Limit, limit_in_context, under
from iag_core.guidance import rules
from iag_core.schedule.first_assessment import unregistered
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from supervisor_tui.domain.calendar import add_months, day_of
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.programme import Context
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.standing import context_on
from supervisor_tui.wording import _


@rules.schedule_rule("IAG-S2-09", title=_("Full assessment begun in a week"), source="004 §3.2")
@while_open
def the_full_assessment_begins(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The full assessment is begun within a week of registration, in ordinary times and in an emergency.

    Once the day for finishing it has passed too, only the finishing is asked for.
    """
    begun = _begun_on(case)
    item = DueItem(_("Full assessment: begin"), done=begun[0] if begun else None, settles=Assessment.KIND)
    start = _start(case, begun[0] if begun else None)
    if start is None:
        return (unregistered(item),)
    due = start + timedelta(days=_days_to_begin(case, start, settings))
    return (
        msgspec.structs.replace(
            item,
            due=due,
            settled_by=begun[1].id if begun else None,
            closes=max(due, _finish_by(case, start, settings).due),
        ),
    )


@rules.schedule_rule("IAG-S2-10", title=_("Full assessment finished in a month"), source="004 §3.2")
@while_open
def the_full_assessment_is_finished(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The full assessment is finished within a calendar month of registration.

    In an emergency the agency's shorter limit takes its place (IAG-S2-11); while that is not decided, the month is the
    outermost limit and what lies before it is not known.
    """
    return _finishing(case, as_of, settings, shortened=False)


@rules.schedule_rule("IAG-S2-11", title=_("Full assessment sooner in an emergency"), source="004 §3.2")
@while_open
def the_full_assessment_in_an_emergency(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """In an emergency the full assessment is finished sooner than in a month; the agency says in how many days.

    What holds is the context of the day from which the limit is counted, so that an emergency that ends later does not
    change what was asked.
    """
    return _finishing(case, as_of, settings, shortened=True)


def _finishing(case: CaseFile, as_of: date, settings: Settings, *, shortened: bool) -> tuple[DueItem, ...]:
    done = full_assessment(case)
    item = DueItem(
        _("Full assessment: finish"),
        done=done.on if done else None,
        settled_by=done.id if done else None,
        settles=Assessment.KIND,
    )
    start = _start(case, done.on if done else None)
    if start is None:
        return () if shortened else (unregistered(item),)
    limit = _finish_by(case, start, settings)
    return (under(limit, item, as_of),) if limit.shortened is shortened else ()


def _finish_by(case: CaseFile, start: date, settings: Settings) -> Limit:
    month = add_months(start, figure(settings, "comprehensive_months"))
    return limit_in_context(case, start, month, "emergency_comprehensive_days", settings)


def _days_to_begin(case: CaseFile, start: date, settings: Settings) -> int:
    ordinary = figure(settings, "comprehensive_start_days")
    own = settings.number("emergency_comprehensive_start_days")
    if own is None or context_on(case, start) is not Context.EMERGENCY:
        return ordinary
    return min(own, ordinary)


def _begun_on(case: CaseFile) -> tuple[date, Entry[Assessment]] | None:
    begun = [
        (entry.body.started_on or entry.on, entry)
        for entry in case.of(Assessment)
        if entry.body.stage is AssessmentStage.COMPREHENSIVE
    ]
    return min(begun, key=lambda found: found[0], default=None)


def _start(case: CaseFile, done_on: date | None) -> date | None:
    start = clock_start(case, done_on)
    return None if start is None else day_of(start)
