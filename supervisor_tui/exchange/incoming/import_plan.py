"""What an import would do; the dry run shows it, the import carries it out."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

import msgspec

from supervisor_tui.domain.ids import CaseCode, ProgrammeId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.exchange.incoming.comparison import RecordChange, WhatHappens
from supervisor_tui.exchange.incoming.locked_case import LockedCell, PersonRead
from supervisor_tui.exchange.incoming.terms import DateQuestion
from supervisor_tui.exchange.mapping.column_mapping import Mapping, WordMapping
from supervisor_tui.exchange.problems import ImportNotice, ImportProblem
from supervisor_tui.exchange.reading.values import Source

__all__ = ["CaseChange", "CasesHere", "ImportPlan"]


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

    def count(self, what: WhatHappens) -> int:
        """Return with how many records this happens."""
        return sum(change.what is what for case in self.cases for change in case.changes)
