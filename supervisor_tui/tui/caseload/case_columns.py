"""The columns of the caseload, and by what each is sorted."""

from collections.abc import Callable
from datetime import date
from functools import partial

from supervisor_tui.casework.caseload import CaseLine
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.status import Status
from supervisor_tui.kit.columns import Align, Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import near_day
from supervisor_tui.wording import _

__all__ = ["FOUND_COLUMNS", "SORTED_BY", "case_columns"]

URGENT_RANK = 1
LAST = "\uffff"


def case_columns(today: date) -> tuple[Column[CaseLine], ...]:
    """Return the columns that earn their place; days are spoken of as seen from `today`."""
    return (
        Column("case", _("Case"), lambda line: line.summary.case, width=10),
        Column("risk", _("R"), _risk, width=2),
        Column("step", _("Step"), _step, width=14, flex=1, leaves_first=4),
        Column("worker", _("Worker"), _worker, width=9),
        Column("programme", _("Programme"), lambda line: line.summary.programme, width=10, flex=1, leaves_first=6),
        Column("silent", _("Last contact"), _silent, width=12, align=Align.RIGHT, leaves_first=2),
        Column("next", _("Next due"), lambda line: line.summary.next_what, width=14, flex=3, leaves_first=1),
        Column("due", _("When"), partial(_due, today), width=10, leaves_first=3),
        Column("late", _("Late"), _late, width=4, align=Align.RIGHT),
        Column("closing", _("Closing"), partial(_closing, today), width=9, leaves_first=5),
    )


SORTED_BY: dict[str, Callable[[CaseLine], tuple[object, ...]]] = {
    "case": lambda line: (line.summary.case,),
    "risk": lambda line: (line.summary.risk_rank, line.summary.case),
    "step": lambda line: (line.summary.step, line.summary.case),
    "worker": lambda line: (line.worker_name or LAST, line.summary.case),
    "programme": lambda line: (line.summary.programme, line.summary.case),
    "silent": lambda line: (-(10**6 if line.silent_days is None else line.silent_days), line.summary.case),
    "next": lambda line: (line.summary.next_what or LAST, line.summary.case),
    "due": lambda line: (line.summary.next_due or date.max, line.summary.case),
    "late": lambda line: (-line.late, line.summary.risk_rank, line.summary.case),
    "closing": lambda line: (line.summary.closing or LAST, line.summary.case),
}
"""For each column the key that puts first what is to be looked at first."""


def _risk(line: CaseLine) -> Cell:
    return Cell(line.summary.risk_letter, Tone.URGENT if line.summary.risk_rank <= URGENT_RANK else Tone.PLAIN)


def _step(line: CaseLine) -> str:
    if line.summary.status in {Status.CLOSED.value, Status.INTAKE.value}:
        return Status(line.summary.status).label
    return f"{line.summary.step} {Step(line.summary.step).label}"


def _worker(line: CaseLine) -> Cell:
    return Cell(line.worker_name) if line.worker_name else Cell(_("nobody"), Tone.WARNING)


def _silent(line: CaseLine) -> Cell:
    if line.silent_days is None:
        return Cell(_("none"), Tone.WARNING if line.is_open else Tone.QUIET)
    return Cell(_("{days} d").format(days=line.silent_days))


def _due(today: date, line: CaseLine) -> Cell:
    day = line.summary.next_due
    if day is None:
        return Cell("")
    if day < today:
        return Cell(_("{n} d late").format(n=(today - day).days), Tone.URGENT)
    return Cell(near_day(day, today))


def _late(line: CaseLine) -> Cell:
    return Cell(str(line.late), Tone.URGENT) if line.late else Cell("")


def _closing(today: date, line: CaseLine) -> Cell:
    if line.summary.closed_on is not None:
        return Cell(_("closed"), Tone.QUIET)
    asked = line.summary.closing
    return Cell(near_day(date.fromisoformat(asked), today)) if asked else Cell("")


FOUND_COLUMNS: tuple[Column[CaseLine], ...] = (
    Column("case", _("Case"), lambda line: line.summary.case, width=12),
    Column("risk", _("R"), _risk, width=2),
    Column("worker", _("Worker"), _worker, width=9),
    Column("age", _("Age"), lambda line: line.summary.age_band, width=14, flex=1),
    Column("status", _("Status"), lambda line: Status(line.summary.status).label, width=8),
)
