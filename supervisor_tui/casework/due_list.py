"""The due list: what is late, due and coming, in the order in which to act, for the present or for a past day."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.working_out import due_rows_of, summary_of
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.store.rows import CaseSummary, DueRow
from supervisor_tui.wording import _, ngettext


class DueLine(msgspec.Struct, frozen=True):
    """One duty as a line: the stored row, its state on the day, how late it is, and the case's summary."""

    row: DueRow
    state: DueState
    late_days: int
    summary: CaseSummary


def due_lines(
    desk: Desk,
    until: date | None = None,
    *,
    workers: Collection[PersonCode] | None = None,
    summaries: Iterable[CaseSummary] | None = None,
) -> tuple[DueLine, ...]:
    """Return the duties of all cases that are late, due or fall due by `until` (default a week ahead), worst first.

    Duties that cannot be told stand at the end; what can no longer be done is left out. workers: only what these carry,
    and what nobody carries. summaries: those of the cases to look at, where they were read already; else all are.
    """
    last = until or desk.as_of + timedelta(days=7)
    if desk.asks_about_the_past:
        found = [
            line
            for line in _worked_out_for_the_day(desk, last)
            if workers is None or not line.row.worker or line.row.worker in workers
        ]
    else:
        known = desk.store.summaries.all() if summaries is None else summaries
        by_case = {summary.case: summary for summary in known}
        stored = desk.store.due_rows
        rows = [*stored.until(last, workers=workers), *stored.unknown(workers=workers)]
        moment = desk.moment
        found = [_line(moment, row, by_case[row.case]) for row in rows if row.case in by_case]
    return _worst_first(found)


def case_due_lines(desk: Desk, case: CaseFile) -> tuple[DueLine, ...]:
    """Return the duties of one case that are not done, worst first."""
    return _worst_first(_lines_of(desk, case))


def _worked_out_for_the_day(desk: Desk, last: date) -> Iterable[DueLine]:
    for case in desk.cases():
        yield from (line for line in _lines_of(desk, case) if line.row.due_day is None or line.row.due_day <= last)


def _lines_of(desk: Desk, case: CaseFile) -> list[DueLine]:
    due = due_rows_of(desk.host, case, desk.as_of)
    summary = summary_of(desk.host, case, due, desk.as_of)
    return [_line(desk.moment, row, summary) for row in due]


def _worst_first(lines: Iterable[DueLine]) -> tuple[DueLine, ...]:
    return tuple(sorted((line for line in lines if line.state in _ORDER), key=_urgency))


def _line(moment: datetime, row: DueRow, summary: CaseSummary) -> DueLine:
    state = due_state(row.item, moment)
    late = days_late(row.item, moment) if state is DueState.OVERDUE else 0
    return DueLine(row, state, late, summary)


_ORDER = (DueState.OVERDUE, DueState.DUE, DueState.UPCOMING, DueState.UNKNOWN)


def _urgency(line: DueLine) -> tuple[bool, int, int, date, str, str, str]:
    return (
        line.row.advisory,
        _ORDER.index(line.state),
        line.summary.risk_rank,
        line.row.due_day or date.max,
        line.row.case,
        line.row.rule,
        line.row.slot,
    )


def lateness(line: DueLine) -> str:
    """Say in words how a duty stands: "3 days late", "late since today", or the day it is due by, ISO."""
    return lateness_of(line.row.item, line.state, line.late_days)


def lateness_of(item: DueItem, state: DueState, late_days: int) -> str:
    """Say the same of a duty that stands in no case file."""
    if state is DueState.UNKNOWN:
        return _("not known")
    if state is DueState.OVERDUE:
        if late_days == 0:
            return _("late since today")
        return ngettext("{n} day late", "{n} days late", late_days).format(n=late_days)
    return when(item, day_of(item.due) if item.due is not None else None)


def when(item: DueItem, due_day: date | None) -> str:
    """Return the due day as one reads it, ISO, or what stands in its place."""
    if due_day is None:
        return _("not known")
    asked_by = day_of(item.target) if item.target is not None else None
    if asked_by is not None and asked_by != due_day:
        return _("{day}, asked by {target}").format(day=due_day.isoformat(), target=asked_by.isoformat())
    return due_day.isoformat()
