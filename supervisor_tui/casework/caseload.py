"""The caseload: who carries what. A line a case, filtered as one types, for the present or for a past day."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.working_out import due_rows_of, summary_of
from supervisor_tui.domain.due import DueState, due_state
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.status import Status
from supervisor_tui.store.rows import CaseSummary, DueRow
from supervisor_tui.wording import _

_CLOSED = Status.CLOSED.value


class CaseLine(msgspec.Struct, frozen=True):
    """One line of the caseload: the stored summary, how many duties are late, and what the reader calls the worker.

    silent_days: days since the last contact recorded; None where none was ever recorded.
    """

    summary: CaseSummary
    late: int
    worker_name: str
    silent_days: int | None
    searched: str

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on the case."""
        return self.summary.status != _CLOSED


def caseload(desk: Desk) -> tuple[CaseLine, ...]:
    """Return every case: from the stored rows for the present, worked out directly for another day."""
    if desk.asks_about_the_past:
        return _worked_out_for_the_day(desk)
    return _lines(desk, desk.store.summaries.all(), _late_counts(desk))


def caseload_looked_after(desk: Desk) -> tuple[CaseLine, ...]:
    """Return the lines of the cases this person looks after: all but those another supervisor answers for."""
    if desk.asks_about_the_past:
        elsewhere = desk.others_answer_for()
        return tuple(line for line in _worked_out_for_the_day(desk) if line.summary.worker not in elsewhere)
    summaries = desk.looked_after()
    carriers = {summary.worker for summary in summaries if summary.worker}
    return _lines(desk, summaries, _late_counts(desk, carriers))


def _lines(desk: Desk, summaries: Iterable[CaseSummary], late: Mapping[CaseCode, int]) -> tuple[CaseLine, ...]:
    names = {person.code: person.short_name for person in desk.store.people.all()}
    titles = {programme.id: programme.title for programme in desk.store.programmes.all()}
    as_of = desk.as_of
    return tuple(_line(summary, late.get(summary.case, 0), names, titles, as_of) for summary in summaries)


def _worked_out_for_the_day(desk: Desk) -> tuple[CaseLine, ...]:
    names = {person.code: person.short_name for person in desk.store.people.all()}
    titles = {programme.id: programme.title for programme in desk.store.programmes.all()}
    lines = []
    for case in desk.cases():
        due = due_rows_of(desk.host, case, desk.as_of)
        summary = summary_of(desk.host, case, due, desk.as_of)
        late = sum(_is_late(row, desk.moment) for row in due)
        lines.append(_line(summary, late, names, titles, desk.as_of))
    return tuple(sorted(lines, key=lambda line: line.summary.case))


def _is_late(row: DueRow, moment: datetime) -> bool:
    return not row.advisory and due_state(row.item, moment) is DueState.OVERDUE


_A_DAY = timedelta(days=1)


def _late_counts(desk: Desk, workers: Collection[PersonCode] | None = None) -> Mapping[CaseCode, int]:
    """Return how many duties of each case are late; whose limit is a moment of about now is judged by that moment.

    The store counts by the day alone, which differs from the moment by a day at most, in whatever offset it stands.
    workers: only the cases that these carry, and what nobody carries.
    """
    moment, today = desk.moment, desk.as_of
    counts = Counter(desk.store.due_rows.late_counts(today, workers))
    for row in desk.store.due_rows.until(today + _A_DAY, since=today - _A_DAY, workers=workers):
        if isinstance(row.item.due, datetime):
            by_day = not row.advisory and due_state(row.item, today) is DueState.OVERDUE
            counts[row.case] += _is_late(row, moment) - by_day
    return counts


_STATUS_LABELS = {status.value: status.label for status in Status}
_STEP_LABELS = {step.value: step.label for step in Step}


def _line(
    summary: CaseSummary, late: int, names: Mapping[PersonCode, str], titles: Mapping[ProgrammeId, str], as_of: date
) -> CaseLine:
    worker = names.get(summary.worker, summary.worker) if summary.worker else ""
    silent = (as_of - summary.last_contact).days if summary.last_contact else None
    words = (
        summary.case,
        worker,
        summary.worker or "",
        summary.programme,
        titles.get(summary.programme, ""),
        _STATUS_LABELS[summary.status],
        _STEP_LABELS[summary.step],
        summary.risk,
        summary.age_band,
        summary.next_what,
        _("late") if late else "",
    )
    return CaseLine(summary, late, worker, silent, " ".join(words).casefold())


_FIELDS: dict[str, Callable[[CaseLine], str]] = {
    "risk": lambda line: f"{line.summary.risk} {line.summary.risk_letter}",
    "worker": lambda line: f"{line.worker_name} {line.summary.worker or ''}",
    "status": lambda line: f"{line.summary.status} {_STATUS_LABELS[line.summary.status]}",
    "step": lambda line: f"{line.summary.step} {_STEP_LABELS[line.summary.step]}",
    "programme": lambda line: line.summary.programme,
    "case": lambda line: line.summary.case,
}


def filtered(lines: Iterable[CaseLine], typed: str) -> list[CaseLine]:
    """Return the lines that hold every typed word; `field:start` looks in one field only, at the start of its words.

    The fields are risk, worker, status, step, programme and case: `risk:h amos late`. A field with nothing after its
    colon asks for nothing yet.
    """
    words = typed.casefold().split()
    if not words:
        return list(lines)
    anywhere = [word for word in words if word.partition(":")[0] not in _FIELDS or ":" not in word]
    fields = [word.partition(":") for word in words if word not in anywhere]
    found = list(lines)
    for word in anywhere:
        found = [line for line in found if word in line.searched]
    for field, _colon, start in fields:
        found = _starting(found, _FIELDS[field], start) if start else found
    return found


def _starting(lines: list[CaseLine], read: Callable[[CaseLine], str], start: str) -> list[CaseLine]:
    """Return the lines with a word that begins so in what is read of them; each different text is looked at once."""
    looked_at: dict[str, bool] = {}
    found = []
    for line in lines:
        text = read(line)
        fits = looked_at.get(text)
        if fits is None:
            fits = looked_at[text] = any(part.startswith(start) for part in text.casefold().split())
        if fits:
            found.append(line)
    return found


class WorkerLoad(msgspec.Struct, frozen=True):
    """What one caseworker carries: open cases, how many of them have something late, and the last entry about one.

    last_entry: when somebody here last wrote something about one of these cases down; None if nobody ever did.
    has_left: whether they no longer work here.
    """

    worker: PersonCode
    name: str
    cases: int
    late: int
    last_entry: datetime | None
    has_left: bool = False


def loads(desk: Desk, lines: Iterable[CaseLine]) -> tuple[WorkerLoad, ...]:
    """Return the load of each caseworker looked after, the one with most late cases first.

    Who left, and a code that is nobody's here, is listed as long as it carries an open case: somebody has to take it.
    """
    elsewhere = desk.others_answer_for()
    people = {person.code: person for person in desk.store.people.all()}
    by_worker: dict[PersonCode, list[CaseLine]] = {person.code: [] for person in desk.team()}
    for line in lines:
        if line.is_open and line.summary.worker and line.summary.worker not in elsewhere:
            by_worker.setdefault(line.summary.worker, []).append(line)
    found = [_load(code, people.get(code), held) for code, held in by_worker.items()]
    return tuple(sorted(found, key=lambda load: (-load.late, load.name)))


def _load(code: PersonCode, person: Person | None, held: list[CaseLine]) -> WorkerLoad:
    entries = [line.summary.last_entry for line in held if line.summary.last_entry is not None]
    late = sum(1 for line in held if line.late)
    return WorkerLoad(
        worker=code,
        name=person.short_name if person else code,
        cases=len(held),
        late=late,
        last_entry=max(entries, default=None),
        has_left=person is None or not person.active,
    )
