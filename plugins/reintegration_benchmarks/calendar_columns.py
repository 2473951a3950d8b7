"""The columns of the caseload's monitoring calendar, and how its rows are sorted by each."""

from collections.abc import Callable
from datetime import date

from reintegration_benchmarks.caseload_calendar import CalendarRow, NextDuty
from supervisor_tui.domain.due import DueState
from supervisor_tui.kit.columns import Align, Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import _, ngettext

_TONES = {
    DueState.OVERDUE: Tone.URGENT,
    DueState.DUE: Tone.STRONG,
    DueState.UNKNOWN: Tone.WARNING,
}


def calendar_columns() -> tuple[Column[CalendarRow], ...]:
    """Return the columns, those that a narrow screen can do without leaving first."""
    return (
        Column("case", _("Case"), lambda row: row.case, width=8),
        Column("moved", _("Moved"), lambda row: _day(row.moved_on), width=10, leaves_first=3),
        Column("visit", _("Visit"), lambda row: _duty(row, row.visit), width=17, flex=1),
        Column("visit_due", _("Due"), lambda row: _day(row.visit.due if row.visit else None), width=10),
        Column("missed", _("Missed"), _missed, width=7, align=Align.RIGHT, leaves_first=1),
        Column("review", _("Review"), lambda row: _duty(row, row.review), width=20, flex=1),
        Column("review_due", _("Due"), lambda row: _day(row.review.due if row.review else None), width=10),
        Column("closing", _("Close from"), _closing, width=13, leaves_first=2),
    )


SORTED_BY: dict[str, Callable[[CalendarRow], tuple[bool, date | str | int, str]]] = {
    "case": lambda row: (False, row.case, row.case),
    "moved": lambda row: _known(row.moved_on, row),
    "visit": lambda row: _known(row.visit.due if row.visit else None, row),
    "visit_due": lambda row: _known(row.visit.due if row.visit else None, row),
    "missed": lambda row: (False, -row.missed, row.case),
    "review": lambda row: _known(row.review.due if row.review else None, row),
    "review_due": lambda row: _known(row.review.due if row.review else None, row),
    "closing": lambda row: _known(row.closing, row),
}


def duty_words(duty: NextDuty) -> str:
    """Say which duty it is and how it stands: "M8, 5 days late"."""
    if duty.state is DueState.OVERDUE:
        late = ngettext("{count} day late", "{count} days late", duty.late).format(count=duty.late)
        return f"{duty.slot}, {late}"
    return f"{duty.slot}, {duty.state.label}"


def _duty(row: CalendarRow, duty: NextDuty | None) -> Cell:
    if row.unreadable:
        return Cell(_("a record cannot be read"), Tone.WARNING)
    if duty is None:
        return Cell("", Tone.QUIET)
    return Cell(duty_words(duty), _TONES.get(duty.state, Tone.PLAIN))


def _missed(row: CalendarRow) -> str:
    unclear = f" ({row.not_known} ?)" if row.not_known else ""
    return f"{row.missed}{unclear}" if row.missed or unclear else ""


def _closing(row: CalendarRow) -> Cell:
    return Cell(_day(row.closing)) if row.closing else Cell(_("not known yet"), Tone.QUIET)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _known(day: date | None, row: CalendarRow) -> tuple[bool, date | str | int, str]:
    return (day is None, day or date.max, row.case)
