"""What stands in the way of an import, as values: what, where, and what to do about it.

No sentence quotes what a cell holds: a refused file must not spread a child's name over screens and logs.
"""

import msgspec

from supervisor_tui.wording import _

__all__ = ["ImportNotice", "ImportProblem", "Place"]


class Place(msgspec.Struct, frozen=True):
    """Where something stands in a file, in the terms of whoever opens that file to look."""

    file: str
    """The file's name without its folder."""
    sheet: str | None = None
    row: int | None = None
    """As a spreadsheet or a text editor counts them: from 1, the headings included. In JSON, the case's number."""
    column: str | None = None
    """The heading of the column."""

    def __str__(self) -> str:
        parts = [self.file]
        if self.sheet is not None:
            parts.append(_("sheet {sheet}").format(sheet=self.sheet))
        if self.row is not None:
            parts.append(_("row {row}").format(row=self.row))
        if self.column is not None:
            parts.append(_("column {column}").format(column=self.column))
        return ", ".join(parts)


class ImportProblem(msgspec.Struct, frozen=True):
    """Something that is not taken in, and the reason."""

    what: str
    """One sentence, without the full stop."""
    where: Place
    do: str
    """One sentence that says what helps."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.do}"


class ImportNotice(msgspec.Struct, frozen=True):
    """Something that was taken in, but not as one might think: said aloud, stops nothing."""

    what: str
    where: Place

    def __str__(self) -> str:
        return f"{self.where}: {self.what}."
