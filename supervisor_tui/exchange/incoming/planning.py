"""An import worked out before anything is written: each row read, given its code, and laid beside what stands here."""

from collections.abc import Sequence

import msgspec

from supervisor_tui.domain.case_file import as_seen
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.status import Status, status
from supervisor_tui.exchange.incoming.case_records import case_records, is_closed, registered_on
from supervisor_tui.exchange.incoming.coded_cases import CodedCase, coded_cases
from supervisor_tui.exchange.incoming.comparison import compare
from supervisor_tui.exchange.incoming.drafts import Draft, Drafted
from supervisor_tui.exchange.incoming.import_plan import CaseChange, CasesHere, ImportPlan
from supervisor_tui.exchange.incoming.locked_case import locked_cells, locked_columns, person_in
from supervisor_tui.exchange.incoming.row_values import RowValues, read_row
from supervisor_tui.exchange.incoming.section_records import section_records
from supervisor_tui.exchange.incoming.terms import ImportTerms, Reading, date_questions, reading_of
from supervisor_tui.exchange.mapping.column_mapping import Mapping
from supervisor_tui.exchange.mapping.proposal import completed
from supervisor_tui.exchange.problems import ImportNotice, ImportProblem, Place
from supervisor_tui.exchange.reading.headers import normal_heading
from supervisor_tui.exchange.reading.progress import ImportStep, ImportStoppedError, Watcher, nobody_watches, watched
from supervisor_tui.exchange.reading.read_cases import stopped
from supervisor_tui.exchange.reading.values import CaseRead, CasesRead
from supervisor_tui.wording import _

__all__ = ["plan_import"]


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
        plan = _plan(reading, here, watcher)
    except ImportStoppedError:
        return stopped(read.source.name)
    return msgspec.structs.replace(plan, notices=(*plan.notices, *_not_in_mapping(mapping, whole)))


def _not_in_mapping(given: Mapping, whole: Mapping) -> tuple[ImportNotice, ...]:
    """Name the columns that a mapping made for an earlier file does not know."""
    if not given.columns:
        return ()
    known = {(entry.section, entry.header) for entry in given.columns}
    return tuple(
        ImportNotice(
            _("this column is not in the mapping file; it becomes “{field}”").format(field=entry.field)
            if entry.enters_the_case
            else _("this column is not in the mapping file; it is kept locked"),
            Place(given.made_for, entry.section or None, column=entry.header),
        )
        for entry in whole.columns
        if (entry.section, entry.header) not in known
    )


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
        (*read.notices, *_entered_instead(rows), *_gone_notice(reading, gone), *_no_start(reading, cases)),
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


def _no_start(reading: Reading, cases: Sequence[CaseChange]) -> tuple[ImportNotice, ...]:
    """Say what becomes of cases that were at work already, where nobody said when the agency begins here."""
    terms = reading.terms
    before = sum(
        one.is_new and any(record.kind == Registration.KIND and record.on < terms.as_of for record in one.records)
        for one in cases
    )
    if terms.start_date is not None or not before:
        return ()
    what = _(
        "{count} new cases were registered before today: what was due since then is late, and they wait for agreement "
        "as intakes. Were they at work already? Then give the day on which you begin here, such as --start {today}"
    )
    return (ImportNotice(what.format(count=before, today=terms.as_of.isoformat()), Place(reading.read.source.name)),)


def _gone(reading: Reading, present: set[CaseCode], here: CasesHere) -> tuple[CaseCode, ...]:
    if not reading.read.complete:
        return ()
    return tuple(sorted(code for code in here.imported(reading.terms.programme.id) if code not in present))


def _gone_notice(reading: Reading, gone: Sequence[CaseCode]) -> tuple[ImportNotice, ...]:
    if not gone:
        return ()
    what = _("{count} cases of earlier imports are not in this file; they stay as they are").format(count=len(gone))
    return (ImportNotice(what, Place(reading.read.source.name)),)
