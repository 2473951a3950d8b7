"""How often contact was asked for over time, and what became of it: a line for each rate, judged by that rate alone."""

from datetime import date

from iag_core.schedule.contact_periods import Period, contact_periods
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.calendar import is_after
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Line, Lines
from supervisor_tui.wording import _, ngettext


def contact_history(case: CaseFile, as_of: date, settings: Settings) -> Lines | None:
    """Return the rates since follow-up began, oldest first; None before it begins."""
    lines = tuple(_line(period, as_of) for period in contact_periods(case, settings))
    return Lines(_("How often contact was asked for"), lines) if lines else None


def _line(period: Period, as_of: date) -> Line:
    span = period.span
    since, until = span.since.isoformat(), span.until.isoformat() if span.until else ""
    words = _("{since} to {until}: {rate}") if until else _("since {since}: {rate}")
    told = words.format(since=since, until=until, rate=span.rate.words)
    if span.rate.days is None:
        return Line(told, Result.UNKNOWN, span.rate.unknown, missing=span.rate.missing)
    kept, late, missed = _counted(period.items, as_of)
    parts = (
        ngettext("{n} in time", "{n} in time", kept).format(n=kept) if kept else "",
        ngettext("{n} late", "{n} late", late).format(n=late) if late else "",
        ngettext("{n} not made", "{n} not made", missed).format(n=missed) if missed else "",
    )
    return Line(told, Result.FAIL if late or missed else Result.PASS, ", ".join(part for part in parts if part))


def _counted(items: tuple[DueItem, ...], as_of: date) -> tuple[int, int, int]:
    """Return how many contacts were in time, made late, and missed or still late."""
    done = [item for item in items if item.done is not None]
    late = sum(item.due is not None and item.done is not None and is_after(item.done, item.due) for item in done)
    missed = sum(due_state(item, as_of) in {DueState.MISSED, DueState.OVERDUE} for item in items)
    return len(done) - late, late, missed
