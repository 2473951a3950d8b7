"""That a strictly confidential section exists and who may open it; what it is about stands in the identities file."""

from datetime import datetime

import msgspec
from tinydb import where

from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.store.database import Database

__all__ = ["ConfidentialMark", "ConfidentialMarks"]


class ConfidentialMark(msgspec.Struct, frozen=True, omit_defaults=True):
    """One section, without its content."""

    id: RecordId
    case: CaseCode
    by: PersonCode
    at: datetime
    may_open: tuple[PersonCode, ...] = ()


class ConfidentialMarks:
    """Marks by case, in the cases file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._table = database.table("confidential_marks", indexed=("id", "case"))

    def put(self, mark: ConfidentialMark) -> None:
        """Write a mark once, however often it is asked for."""
        with self._database.transaction():
            if not self._table.contains(where("id") == mark.id):
                self._table.insert(msgspec.to_builtins(mark))

    def of(self, case: CaseCode) -> tuple[ConfidentialMark, ...]:
        """Return the marks of a case, oldest first."""
        found = self._table.search(where("case") == case)
        return tuple(msgspec.convert(dict(document), ConfidentialMark) for document in found)
