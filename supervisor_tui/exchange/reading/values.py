"""What a file holds, whatever its shape was: cases with cells, and the rows of their repeating sections."""

import enum
from datetime import date, datetime
from typing import TypeAlias

import msgspec

from supervisor_tui.exchange.problems import ImportNotice, ImportProblem

__all__ = ["CaseRead", "CasesRead", "Part", "Section", "SectionRow", "Shape", "Source", "Value"]


class Part(msgspec.Struct, frozen=True):
    """A group of values inside one cell, each under its own name."""

    fields: tuple[tuple[str, "Value"], ...]


Value: TypeAlias = bool | int | float | str | datetime | date | tuple["Value", ...] | Part | None
"""None is: the file does not say. A tuple is a choice of several."""


class Shape(enum.StrEnum):
    """The kinds of file that are understood."""

    CSV = "csv"
    WORKBOOK = "workbook"
    PRIMERO_CSV = "primero-csv"
    PRIMERO_WORKBOOK = "primero-workbook"
    PRIMERO_API = "primero-api"
    PRIMERO_EXPORT = "primero-export"
    PRIMERO_FLAT = "primero-flat"

    @property
    def is_primero(self) -> bool:
        """Whether the column names are Primero's own, so that its words need no mapping file."""
        return self not in {Shape.CSV, Shape.WORKBOOK}


class Source(msgspec.Struct, frozen=True):
    """Which file a value came from: its name and content, never its folder, which may name a person."""

    name: str
    content_hash: str
    """SHA-256 of the bytes, in hexadecimal."""
    shape: Shape


class Section(msgspec.Struct, frozen=True):
    """The columns of one repeating section, as a subform or a sheet of its own has them."""

    name: str
    columns: tuple[str, ...]


class SectionRow(msgspec.Struct, frozen=True):
    """One row of a repeating section: one follow-up, one service."""

    section: str
    number: int
    """Counted within the case, from 1."""
    cells: tuple[Value, ...]
    """In the order of its section's columns."""


class CaseRead(msgspec.Struct, frozen=True):
    """One case as the file has it."""

    row: int
    cells: tuple[Value, ...]
    """In the order of the file's columns."""
    section_rows: tuple[SectionRow, ...] = ()
    sheet: str | None = None


class CasesRead(msgspec.Struct, frozen=True):
    """Everything that one file says."""

    source: Source
    columns: tuple[str, ...]
    sections: tuple[Section, ...]
    cases: tuple[CaseRead, ...]
    complete: bool = True
    """False when the file says itself that it is one page of several: a case that is not in it may be in another."""
    refused: tuple[ImportProblem, ...] = ()
    """Rows that could not be read; the others stand."""
    notices: tuple[ImportNotice, ...] = ()

    def columns_of(self, section: str) -> tuple[str, ...]:
        """Return the columns of a section, those of the cases themselves for the empty name."""
        if not section:
            return self.columns
        return next((known.columns for known in self.sections if known.name == section), ())
