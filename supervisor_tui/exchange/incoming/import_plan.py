"""What an import would do, worked out before anything is written; the dry run shows it, the import carries it out."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

import msgspec

from supervisor_tui.domain.case_file import as_seen
from supervisor_tui.domain.ids import CaseCode, ProgrammeId
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.status import Status, status
from supervisor_tui.exchange.incoming.case_records import case_records, is_closed, registered_on
from supervisor_tui.exchange.incoming.coded_cases import CodedCase, coded_cases
from supervisor_tui.exchange.incoming.comparison import RecordChange, WhatHappens, compare
from supervisor_tui.exchange.incoming.drafts import Draft, Drafted
from supervisor_tui.exchange.incoming.locked_case import LockedCell, PersonRead, locked_cells, locked_columns, person_in
from supervisor_tui.exchange.incoming.row_values import RowValues, read_row
from supervisor_tui.exchange.incoming.section_records import section_records
from supervisor_tui.exchange.incoming.terms import DateQuestion, ImportTerms, Reading, date_questions, reading_of
from supervisor_tui.exchange.mapping.column_mapping import Mapping, WordMapping
from supervisor_tui.exchange.mapping.proposal import completed
from supervisor_tui.exchange.problems import ImportNotice, ImportProblem, Place
from supervisor_tui.exchange.reading.headers import normal_heading
from supervisor_tui.exchange.reading.progress import ImportStep, ImportStoppedError, Watcher, nobody_watches, watched
from supervisor_tui.exchange.reading.read_cases import stopped
from supervisor_tui.exchange.reading.values import CaseRead, CasesRead, Source
from supervisor_tui.wording import _

__all__ = ["CaseChange", "CasesHere", "ImportPlan", "plan_import"]


class CasesHere(Protocol):
    """What an import has to know of the cases that stand here."""

    def code_of(self, source_id: str) -> CaseCode | None:
        """Return the code under which an id was brought in before, or None."""

    def records_of(self, code: CaseCode) -> Sequence[Record]:
        """Return every record of a case, none where there is no such case."""

    def source_of(self, code: CaseCode) -> str | None:
        """Return the id under which a case was brought in, the last one if there were several, or None."""

    def locked_of(self, code: CaseCode) -> Collection[LockedCell]:
        """Return every cell that imports brought for a case, earlier values among them."""

    def imported(self, programme: ProgrammeId) -> Iterable[CaseCode]:
        """Return the cases of a programme that came in by an import and are not closed."""


class CaseChange(msgspec.Struct, frozen=True):
    """What happens with one case of the file.

    locked: the cells to be kept in the identities file that are not there yet.
    person: whom the file names, None where nothing of it is new.
    refused: what of the row does not become a record; it is among the locked cells all the same.
    """

    code: CaseCode
    row: int
    is_new: bool
    changes: tuple[RecordChange, ...]
    locked: tuple[LockedCell, ...]
    person: PersonRead | None
    refused: tuple[ImportProblem, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that are to be written."""
        return tuple(change.record for change in self.changes if change.record is not None)

    @property
    def writes(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.records or self.locked)


class ImportPlan(msgspec.Struct, frozen=True):
    """What an import would do. While `questions` stand open, nothing may be written."""

    source: Source
    mapping: Mapping
    """The mapping as it was used, with what the file has and the given one did not name."""
    cases: tuple[CaseChange, ...]
    refused: tuple[ImportProblem, ...]
    """Rows of which nothing comes in."""
    questions: tuple[DateQuestion, ...]
    notices: tuple[ImportNotice, ...]
    gone: tuple[CaseCode, ...]
    """Cases that an earlier import brought and this file does not have; they stay as they are."""
    locked_columns: tuple[str, ...]
    """Headings of the columns that are kept locked and go nowhere else."""
    left_out_columns: tuple[str, ...]

    @property
    def may_be_written(self) -> bool:
        """Whether every question is answered."""
        return not self.questions

    @property
    def open_words(self) -> tuple[WordMapping, ...]:
        """Words of the file of which nobody has said what they mean here: caseworkers, risk levels, reasons."""
        return tuple(word for word in self.mapping.words if not word.means)

    @property
    def changes_nothing(self) -> bool:
        """Whether everything in the file stands here already."""
        return not any(case.writes for case in self.cases)

    def count(self, what: WhatHappens) -> int:
        """Return with how many records this happens."""
        return sum(change.what is what for case in self.cases for change in case.changes)


def plan_import(
    read: CasesRead,
    mapping: Mapping,
    here: CasesHere,
    terms: ImportTerms,
    watcher: Watcher = nobody_watches,
) -> ImportPlan | ImportProblem:
    """Work out what an import would do, or say that somebody stopped it."""
    whole = completed(mapping, read, terms.programme.risk_levels, terms.people)
    reading = reading_of(read, whole, terms)
    try:
        return _plan(reading, here, watcher)
    except ImportStoppedError:
        return stopped(read.source.name)


def _plan(reading: Reading, here: CasesHere, watcher: Watcher) -> ImportPlan:
    read = reading.read
    rows = [read_row(reading, "", case.cells, _place(reading, case)) for case in read.cases]
    coded, without_code = coded_cases(rows, reading.mapping.codes, here.code_of, here.source_of)
    cases: list[CaseChange] = []
    refused: list[ImportProblem] = [*read.refused, *without_code]
    for one in watched(coded, ImportStep.COMPARING, watcher):
        row = rows[one.at]
        if problem := _not_taken(row):
            refused += [problem, *row.refused]
            continue
        cases.append(_case_change(reading, read.cases[one.at], row, one, here))
    gone = _gone(reading, {one.code for one in coded}, here)
    return ImportPlan(
        read.source,
        reading.mapping,
        tuple(cases),
        tuple(refused),
        date_questions(reading),
        (*read.notices, *_entered_instead(rows), *_gone_notice(reading, gone)),
        gone,
        tuple(entry.header for entry in locked_columns(reading)),
        tuple(entry.header for entry in reading.mapping.columns if entry.leave_out),
    )


def _case_change(reading: Reading, case: CaseRead, row: RowValues, one: CodedCase, here: CasesHere) -> CaseChange:
    drafted, refused = _drafted(reading, case, row)
    past, ahead = _not_ahead(drafted, row, reading.terms)
    standing = here.records_of(one.code)
    ahead += _open_there_only(reading, row, one.code, standing)
    changes = compare(one.code, past, standing, reading.terms, reading.read.source)
    kept = frozenset(here.locked_of(one.code))
    locked = tuple(cell for cell in locked_cells(reading, case, one.source_id) if cell not in kept)
    return CaseChange(
        one.code,
        case.row,
        not standing,
        changes,
        locked,
        person_in(reading, case, locked),
        (*row.refused, *refused, *drafted.refused, *ahead),
    )


def _drafted(reading: Reading, case: CaseRead, row: RowValues) -> tuple[Drafted, tuple[ImportProblem, ...]]:
    """Return the records of a case and its sections, and the cells of the sections that do not fit."""
    found = case_records(row, reading.terms)
    refused: list[ImportProblem] = []
    by_section: dict[str, list[RowValues]] = {"plan": []}
    for section_row in case.section_rows:
        becomes = reading.mapping.becomes(section_row.section)
        if not becomes:
            continue
        place = Place(reading.read.source.name, section_row.section, case.row)
        values = read_row(reading, section_row.section, section_row.cells, place)
        refused.extend(values.refused)
        by_section.setdefault(becomes, []).append(values)
    for becomes, rows in by_section.items():
        found += section_records(becomes, rows, row, reading.terms)
    return found, tuple(refused)


def _not_ahead(
    drafted: Drafted, row: RowValues, terms: ImportTerms
) -> tuple[tuple[Draft, ...], tuple[ImportProblem, ...]]:
    """Part what has happened from what the file dates after the day of the import; one key comes in once."""
    drafts: dict[tuple[str, str], Draft] = {}
    ahead: list[ImportProblem] = []
    for draft in drafted.drafts:
        if draft.on > terms.as_of:
            what = _("“{title}” lies ahead, on {day}").format(title=draft.kind.TITLE, day=draft.on.isoformat())
            ahead.append(ImportProblem(what, row.where, _("A record says what has happened: check the date.")))
            continue
        key = draft.key
        count = 1
        while (draft.kind.KIND, key) in drafts:
            count += 1
            key = f"{draft.key}/{count}"
        drafts[draft.kind.KIND, key] = msgspec.structs.replace(draft, key=key)
    return tuple(drafts.values()), tuple(ahead)


def _open_there_only(
    reading: Reading, row: RowValues, code: CaseCode, standing: Sequence[Record]
) -> tuple[ImportProblem, ...]:
    """Say that a case which is closed here is open in the file, unless the file brings the reopening."""
    if is_closed(row) or "case.status" not in row.values or all(record.kind != Closure.KIND for record in standing):
        return ()
    if status(as_seen(code, reading.terms.programme, standing, reading.terms.as_of)) is not Status.CLOSED:
        return ()
    what = _("the case is closed here and open in the file")
    return (ImportProblem(what, row.where, _("If it was reopened, record the reopening here.")),)


def _not_taken(row: RowValues) -> ImportProblem | None:
    """Refuse a row that is no case of the agency any more, or whose beginning nobody knows."""
    if row.values.get("case.kept") is False:
        return ImportProblem(
            _("the case was deleted in the system that it comes from"), row.where, _("Nothing has to be done.")
        )
    if normal_heading(str(row.values.get("case.status", ""))) == "duplicate":
        return ImportProblem(
            _("the case is marked as a duplicate in the system that it comes from"),
            row.where,
            _("Nothing has to be done if the other one is in the file."),
        )
    if registered_on(row) is None:
        return ImportProblem(
            _("the day of registration is missing"), row.where, _("Fill it in in the file, or map its column.")
        )
    return None


def _place(reading: Reading, case: CaseRead) -> Place:
    return Place(reading.read.source.name, case.sheet, case.row)


def _entered_instead(rows: Sequence[RowValues]) -> tuple[ImportNotice, ...]:
    count = sum("registration.on" not in row.values and "case.entered_on" in row.values for row in rows)
    if not count:
        return ()
    what = _("{count} cases have no day of registration: the day on which they were entered there is taken")
    return (ImportNotice(what.format(count=count), Place(rows[0].where.file)),)


def _gone(reading: Reading, present: set[CaseCode], here: CasesHere) -> tuple[CaseCode, ...]:
    if not reading.read.complete:
        return ()
    return tuple(sorted(code for code in here.imported(reading.terms.programme.id) if code not in present))


def _gone_notice(reading: Reading, gone: Sequence[CaseCode]) -> tuple[ImportNotice, ...]:
    if not gone:
        return ()
    what = _("{count} cases of earlier imports are not in this file; they stay as they are").format(count=len(gone))
    return (ImportNotice(what, Place(reading.read.source.name)),)
