"""The lines of Today, in words: what casework found becomes groups of lines, each with what Enter does."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import msgspec

from supervisor_tui.casework.caseload import CaseLine, WorkerLoad
from supervisor_tui.casework.due_list import DueLine, lateness
from supervisor_tui.casework.today import IntakeLine, Today
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, PersonCode, RuleId
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.kit.columns import Align, Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.rows import DueRow
from supervisor_tui.tui.days import day_and_hour, near_day
from supervisor_tui.tui.record_form.kept_drafts import FormPlace
from supervisor_tui.tui.ways_on import (
    RecordIt,
    WayOn,
    WriteOutstandingForm,
    way_to_settle_row,
)
from supervisor_tui.wording import _, ngettext

__all__ = [
    "COLUMNS",
    "TodayLine",
    "due_line",
    "intake_line",
    "last_entry",
    "risk_cell",
    "team_line",
    "told_line",
]

INTAKE_ASKED_HOURS, INTAKE_MOST_HOURS = 24, 48
"""Registration to first assessment: asked within a day, at most two (004 §3.1)."""

MEETINGS_NAMED = 1
"""Meetings that the heading of the week names; the others are counted."""

URGENT_RANK = 1
"""Ranks up to this one are drawn in the urgent tone, beside their letter."""


class TodayLine(msgspec.Struct, frozen=True):
    """A line: the letter of the risk, the case, what, who, when, a note; `way` is where Enter goes.

    row: the duty, where it is one that can be put off. rule: what asks for a duty of no case. worker: for a line of the
    team. draft: the form that was begun.
    """

    key: str
    what: str
    letter: Cell = Cell("")
    case: CaseCode | None = None
    who: str = ""
    when: Cell = Cell("")
    note: str = ""
    way: WayOn | None = None
    row: DueRow | None = None
    worker: PersonCode | None = None
    draft: FormPlace | None = None
    rule: RuleId | None = None


COLUMNS: tuple[Column[TodayLine], ...] = (
    Column("risk", "", lambda line: line.letter, width=1),
    Column("case", "", lambda line: line.case or "", width=10),
    Column("what", "", lambda line: line.what, width=24, flex=1),
    Column("who", "", lambda line: line.who, width=8, leaves_first=1),
    Column("when", "", lambda line: line.when, width=13, align=Align.LEFT),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=17, leaves_first=2),
)


def risk_cell(letter: str, rank: int) -> Cell:
    """Return the letter of a risk level, in the tone of its rank."""
    return Cell(letter, Tone.URGENT if rank <= URGENT_RANK else Tone.PLAIN)


def due_line(
    line: DueLine, names: Mapping[PersonCode, str], entries: Mapping[PersonCode, str], today: date
) -> TodayLine:
    """Return a duty as a line."""
    row = line.row
    return TodayLine(
        key=f"{row.case}/{row.set}/{row.rule}/{row.slot}",
        letter=risk_cell(line.summary.risk_letter, line.summary.risk_rank),
        case=row.case,
        what=row.item.title if row.decides else _("{what} (advised)").format(what=row.item.title),
        who=names.get(row.worker, row.worker) if row.worker else _("nobody"),
        when=_when(line, today),
        note=entries.get(row.worker, "") if row.worker and line.state is DueState.OVERDUE else "",
        way=way_to_settle_row(row),
        row=row,
    )


def _when(line: DueLine, today: date) -> Cell:
    if line.state is DueState.OVERDUE:
        return Cell(lateness(line), Tone.URGENT)
    if line.row.due_day is None:
        return Cell(_("not known"), Tone.WARNING)
    return Cell(near_day(line.row.due_day, today), Tone.WARNING if line.state is DueState.DUE else Tone.PLAIN)


def intake_line(intake: IntakeLine) -> TodayLine:
    """Return a new intake as a line, with its clock; Enter gives it to a caseworker, or records that they agreed."""
    summary = intake.line.summary
    if summary.worker:
        return _not_agreed(intake)
    what = _("to allocate, age {band}").format(band=summary.age_band) if summary.age_band else _("to allocate")
    return TodayLine(
        key=f"intake/{summary.case}",
        letter=risk_cell(summary.risk_letter, summary.risk_rank),
        case=summary.case,
        what=f"{_('DANGER NOW')} · {what}" if summary.urgent else what,
        who=_("nobody"),
        when=_clock(intake.hours),
        way=RecordIt(summary.case, Assignment.KIND, "worker"),
    )


def _not_agreed(intake: IntakeLine) -> TodayLine:
    summary = intake.line.summary
    return TodayLine(
        key=f"intake/{summary.case}",
        letter=risk_cell(summary.risk_letter, summary.risk_rank),
        case=summary.case,
        what=_("not agreed on record: {who}").format(who=summary.yet_to_agree),
        who=intake.line.worker_name,
        when=Cell(_("still intake"), Tone.WARNING),
        way=RecordIt(summary.case, Consent.KIND, "giver"),
    )


def _clock(hours: int | None) -> Cell:
    if hours is None:
        return Cell(_("hour not known"), Tone.WARNING)
    if hours > INTAKE_MOST_HOURS:
        return Cell(_("{n} h, late").format(n=hours), Tone.URGENT)
    return Cell(_("since {n} h").format(n=hours), Tone.WARNING if hours >= INTAKE_ASKED_HOURS else Tone.PLAIN)


def told_line(line: CaseLine) -> TodayLine:
    """Return a case with something that is known as told only; Enter opens the form that is outstanding."""
    told = ngettext("{n} record as told: write the form", "{n} records as told: write the forms", line.summary.told)
    return TodayLine(
        key=f"told/{line.summary.case}",
        letter=risk_cell(line.summary.risk_letter, line.summary.risk_rank),
        case=line.summary.case,
        what=told.format(n=line.summary.told),
        who=line.worker_name,
        way=WriteOutstandingForm(line.summary.case),
    )


def team_line(load: WorkerLoad, most: int, bar: str, today: date) -> TodayLine:
    """Return what a caseworker carries: a bar against who carries most, how many are late, the last entry."""
    length = round(20 * load.cases / most) if most else 0
    late = ngettext("{n} late", "{n} late", load.late).format(n=load.late) if load.late else ""
    return TodayLine(
        key=f"team/{load.worker}",
        what=f"{load.cases:>4} {bar * max(length, 1 if load.cases else 0)}",
        who="",
        case=CaseCode(load.name),
        when=Cell(late, Tone.URGENT),
        note=last_entry(load.last_entry, today),
        worker=load.worker,
    )


def last_entry(moment: datetime | None, today: date) -> str:
    """Say when somebody last wrote something down, so that a late entry is not taken for a missed visit."""
    if moment is None:
        return _("no entry yet")
    return _("last entry {day}").format(day=near_day(moment.date(), today))


def entries_by_worker(team: Iterable[WorkerLoad], today: date) -> dict[PersonCode, str]:
    """Return for each caseworker when they last entered something."""
    return {load.worker: last_entry(load.last_entry, today) for load in team}


def names_by_worker(team: Iterable[WorkerLoad]) -> dict[PersonCode, str]:
    """Return what the agency calls each caseworker."""
    return {load.worker: load.name for load in team}


def weeks_note(page: Today) -> str:
    """Say in a line what the week holds: each meeting, then how many duties."""
    ahead = [one for one in page.meetings if one.starts.date() >= page.as_of]
    meetings = [f"{day_and_hour(one.starts, page.as_of)} {one.kind.label}" for one in ahead[:MEETINGS_NAMED]]
    if len(ahead) > MEETINGS_NAMED:
        meetings.append(_("{n} more meetings").format(n=len(ahead) - MEETINGS_NAMED))
    duties = len(page.this_week)
    words = ngettext("{n} thing falls due", "{n} things fall due", duties).format(n=duties)
    return " · ".join((*meetings, words))
