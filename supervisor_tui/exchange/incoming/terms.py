"""What an import goes by: the mapping, who does it, for which programme, and how dates and words are to be read."""

from collections.abc import Mapping as MappingOf
from datetime import date, datetime

import msgspec

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.programme import Programme
from supervisor_tui.exchange.mapping.column_mapping import ColumnMapping, Mapping
from supervisor_tui.exchange.mapping.proposal import cells_of
from supervisor_tui.exchange.mapping.targets import Target
from supervisor_tui.exchange.problems import Place
from supervisor_tui.exchange.reading.dates import DateOrder, evidence_of
from supervisor_tui.exchange.reading.values import CasesRead, Value
from supervisor_tui.guidance.forms import FieldType
from supervisor_tui.wording import _

__all__ = ["DateQuestion", "ImportTerms", "MappedColumn", "Reading", "date_questions", "reading_of"]


class ImportTerms(msgspec.Struct, frozen=True):
    """Who brings the file in, when and into which programme.

    by: the person in whose name the records are made. entered_on: the moment of the import, with its offset.
    as_of: the day on which a change without a date of its own is taken to have happened.
    start_date: duties before it read "before we began"; None counts all of them.
    """

    programme: Programme
    people: tuple[Person, ...]
    by: PersonCode
    entered_on: datetime
    as_of: date
    start_date: date | None = None


class DateQuestion(msgspec.Struct, frozen=True):
    """A column in which nobody can tell the day from the month without being told."""

    where: Place
    section: str
    header: str
    either: int
    """How many of its dates can be read in both orders."""

    def __str__(self) -> str:
        asked = _("day first or month first? {count} dates can be read both ways").format(count=self.either)
        return f"{self.where}: {asked}."


class MappedColumn(msgspec.Struct, frozen=True):
    """A column that becomes something: where it stands in a row, and how its dates are read."""

    at: int
    mapping: ColumnMapping
    target: Target
    order: DateOrder | None


class Reading(msgspec.Struct, frozen=True):
    """A file with its mapping and the terms of the import, made ready to be read row by row."""

    read: CasesRead
    mapping: Mapping
    terms: ImportTerms
    columns: MappingOf[str, tuple[MappedColumn, ...]]
    """By section, the empty name for the cases themselves."""
    words: MappingOf[tuple[str, str], str]
    """By field and the word in the file."""
    left_out: MappingOf[str, frozenset[str]]
    """By section, the headings of columns that must not be kept at all."""


def reading_of(read: CasesRead, mapping: Mapping, terms: ImportTerms) -> Reading:
    """Make a file ready: `mapping` has to name every column of it."""
    sections = ("", *(section.name for section in read.sections))
    return Reading(
        read,
        mapping,
        terms,
        {section: _mapped(read, mapping, section) for section in sections},
        {(entry.field, entry.says): entry.means for entry in mapping.words},
        {
            section: frozenset(
                entry.header for entry in mapping.columns if entry.section == section and entry.leave_out
            )
            for section in sections
        },
    )


def date_questions(reading: Reading) -> tuple[DateQuestion, ...]:
    """Return the columns whose date order has to be asked for."""
    asked = []
    for section, columns in reading.columns.items():
        for column in columns:
            if column.order is not None or not _holds_dates(column.target):
                continue
            evidence = evidence_of(cells_of(reading.read, section, column.mapping.header))
            if evidence.must_be_asked:
                place = Place(reading.read.source.name, section or None, column=column.mapping.header)
                asked.append(DateQuestion(place, section, column.mapping.header, evidence.either))
    return tuple(asked)


def _mapped(read: CasesRead, mapping: Mapping, section: str) -> tuple[MappedColumn, ...]:
    headers = read.columns_of(section)
    entries = [entry for entry in mapping.columns if entry.section == section and entry.header in headers]
    return tuple(
        MappedColumn(headers.index(entry.header), entry, entry.target, _order(read, mapping, entry, entry.target))
        for entry in entries
        if entry.target is not None
    )


def _order(read: CasesRead, mapping: Mapping, entry: ColumnMapping, target: Target) -> DateOrder | None:
    """Take what the column says, then what its dates prove, then what was answered for the whole file."""
    if not _holds_dates(target) or entry.date_order is not None:
        return entry.date_order
    return evidence_of(_cells(read, entry)).order or mapping.dates


def _cells(read: CasesRead, entry: ColumnMapping) -> tuple[Value, ...]:
    return tuple(cells_of(read, entry.section, entry.header))


def _holds_dates(target: Target) -> bool:
    return target.type in {FieldType.DATE, FieldType.MOMENT}
