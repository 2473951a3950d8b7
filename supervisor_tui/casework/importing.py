"""Bringing in a file of another system: first a plan to be looked at, then, if somebody says so, the writing of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from supervisor_tui.casework.cases_here import StoredCases
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.imported_people import identity_after, texts_of
from supervisor_tui.casework.recording import worked_out
from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.domain.programme import Programme
from supervisor_tui.exchange.incoming.comparison import source_words
from supervisor_tui.exchange.incoming.import_plan import CaseChange, ImportPlan
from supervisor_tui.exchange.incoming.locked_case import LockedCell
from supervisor_tui.exchange.incoming.planning import plan_import
from supervisor_tui.exchange.incoming.terms import ImportTerms
from supervisor_tui.exchange.mapping.column_mapping import Mapping
from supervisor_tui.exchange.mapping.mapping_file import write_mapping
from supervisor_tui.exchange.mapping.mapping_reader import read_mapping
from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.dates import DateOrder
from supervisor_tui.exchange.reading.opening import FileTaken, take_file
from supervisor_tui.exchange.reading.progress import ImportStep, Progress, Watcher, nobody_watches
from supervisor_tui.exchange.reading.read_cases import read_taken
from supervisor_tui.exchange.reading.text_encoding import read_text
from supervisor_tui.store.case_records import CaseToAdd
from supervisor_tui.store.identities import Identities, LockedField
from supervisor_tui.wording import _

__all__ = ["ImportDone", "ImportRequest", "UnansweredError", "carry_out", "mapping_text", "plan_of_file"]

_CASES_A_COMMIT = 100
_LARGEST_MAPPING = 4 * 1024 * 1024


class ImportRequest(msgspec.Struct, frozen=True):
    """What somebody asks for when they import a file.

    mapping_file: written by a dry run and edited; None takes what is known by its heading. programme, dates and sheet
    come before what the mapping file says. start_date: duties before it read "before we began".
    """

    path: Path
    mapping_file: Path | None = None
    programme: ProgrammeId | None = None
    dates: DateOrder | None = None
    sheet: str | None = None
    start_date: date | None = None


class ImportDone(msgspec.Struct, frozen=True):
    """How far an import came: cases and records written, and whether somebody stopped it before the end.

    What is written is whole; importing the same file again goes on where it stopped.
    """

    cases: int
    records: int
    locked: int
    stopped: bool


class UnansweredError(ValueError):
    """An import was to be written while a question about its dates stood open."""


def plan_of_file(
    desk: Desk, request: ImportRequest, watcher: Watcher = nobody_watches
) -> ImportPlan | tuple[ImportProblem, ...]:
    """Return what importing a file would do, or why it cannot be read. Nothing is written.

    Raises IdentitiesClosed where this person has no key to the identities file: what came in before stands there.
    """
    mapping = _mapping(request)
    if isinstance(mapping, tuple):
        return mapping
    programme = _programme(desk, request, mapping)
    if isinstance(programme, ImportProblem):
        return (programme,)
    file = take_file(request.path)
    read = file if isinstance(file, ImportProblem) else read_taken(file, watcher, request.sheet or mapping.sheet)
    if isinstance(read, ImportProblem):
        return (read,)
    asked = msgspec.structs.replace(
        mapping, made_for=mapping.made_for or read.source.name, dates=request.dates or mapping.dates
    )
    here = StoredCases(desk.store, desk.store.open_identities())
    plan = plan_import(read, asked, here, _terms(desk, programme, request.start_date), watcher)
    return (plan,) if isinstance(plan, ImportProblem) else plan


def mapping_text(plan: ImportPlan) -> str:
    """Return the mapping file to be edited, with every column of the file and the questions that stand open."""
    return write_mapping(plan.mapping, [(question.section, question.header) for question in plan.questions])


def carry_out(desk: Desk, plan: ImportPlan, watcher: Watcher = nobody_watches) -> ImportDone:
    """Write what a plan says, some cases a commit, identities first; what is there already is left alone.

    watcher: told after each commit; answering no stops there. Raises UnansweredError while questions stand open.
    """
    if not plan.may_be_written:
        raise UnansweredError(_("Say which dates are day first before the import is written."))
    coming = [case for case in plan.cases if case.writes]
    cases = records = locked = 0
    for some in _by(coming, _CASES_A_COMMIT):
        if not watcher(Progress(ImportStep.WRITING, cases, len(coming))):
            return ImportDone(cases, records, locked, stopped=True)
        _write(desk, plan, some)
        cases += len(some)
        records += sum(len(case.records) for case in some)
        locked += sum(len(case.locked) for case in some)
    watcher(Progress(ImportStep.WRITING, cases, len(coming)))
    return ImportDone(cases, records, locked, stopped=False)


def _write(desk: Desk, plan: ImportPlan, some: Sequence[CaseChange]) -> None:
    """Write some cases in one commit a file; the identities file has its own before the cases file has."""
    identities = desk.store.open_identities()
    here = StoredCases(desk.store, identities)
    with desk.store.transaction():
        with identities.database.transaction():
            for case in some:
                _lock(identities, here, case, source_words(plan.source))
        desk.store.records.add_cases(
            (_to_add(desk, case) for case in some if case.records),
            by=desk.person.code,
        )


def _lock(identities: Identities, here: StoredCases, case: CaseChange, source: str) -> None:
    before = here.locked_of(case.code)
    identities.lock(case.code, (_field(cell, source) for cell in case.locked))
    if case.person is None:
        return
    standing = identities.of(case.code)
    after = identity_after(case.code, standing, case.person, texts_of(before))
    if after != standing:
        identities.save(after)


def _field(cell: LockedCell, source: str) -> LockedField:
    return LockedField(cell.name, msgspec.Raw(cell.value), source, cell.row)


def _to_add(desk: Desk, case: CaseChange) -> CaseToAdd:
    return CaseToAdd(case.records, worked_out(desk, case.code, (*desk.store.records.of(case.code), *case.records)))


def _terms(desk: Desk, programme: Programme, start_date: date | None) -> ImportTerms:
    now = desk.clock()
    return ImportTerms(programme, desk.store.people.all(), desk.person.code, now, now.date(), start_date)


def _mapping(request: ImportRequest) -> Mapping | tuple[ImportProblem, ...]:
    if request.mapping_file is None:
        return Mapping("")
    file = take_file(request.mapping_file, largest=_LARGEST_MAPPING)
    if isinstance(file, ImportProblem):
        return (file,)
    return _mapping_in(file)


def _mapping_in(file: FileTaken) -> Mapping | tuple[ImportProblem, ...]:
    text = read_text(file)
    return (text,) if isinstance(text, ImportProblem) else read_mapping(text.text, file.name)


def _programme(desk: Desk, request: ImportRequest, mapping: Mapping) -> Programme | ImportProblem:
    """Return the programme that is asked for, else the one of the mapping file, else the only one there is."""
    programmes = desk.store.programmes.all()
    named = request.programme or mapping.programme
    chosen = [programme for programme in programmes if named is None or programme.id == named]
    if len(chosen) == 1:
        return chosen[0]
    known = ", ".join(programme.id for programme in programmes) or _("none yet")
    what = _("it is not said which programme the cases belong to") if named is None else _("there is no such programme")
    return ImportProblem(what, Place(request.path.name), _("Name one of: {programmes}.").format(programmes=known))


def _by(cases: Sequence[CaseChange], size: int) -> Iterator[Sequence[CaseChange]]:
    return (cases[start : start + size] for start in range(0, len(cases), size))
