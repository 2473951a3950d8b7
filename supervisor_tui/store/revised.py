"""Small documents of one type, found by a key, each with its revision, its writer and the moment of writing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Generic, TypeVar

import msgspec
from tinydb import where
from tinydb.table import Document

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person
from supervisor_tui.store.audit import Act, AuditLog
from supervisor_tui.store.database import Database
from supervisor_tui.store.problems import Conflict
from supervisor_tui.store.table import StoredDocument

__all__ = ["Revised", "RevisedDocuments", "person_in"]

ValueT = TypeVar("ValueT", bound=msgspec.Struct)


class Revised(msgspec.Struct, Generic[ValueT], frozen=True):
    """A value as somebody read it: hand it back with the new value, so that nobody is overwritten unseen."""

    value: ValueT
    document_id: int
    revision: int
    by: PersonCode
    at: datetime


def person_in(database: Database, code: PersonCode) -> Person | None:
    """Return somebody of the agency as its file has them, before anything else of it is opened."""
    table = database.table("people", indexed=("value.code",))
    document = table.get(where("value")["code"] == code)
    return None if document is None else msgspec.convert(document["value"], Person)


class RevisedDocuments(Generic[ValueT]):
    """Values of one type in one table, in the order in which they were first written.

    key: the field by which a value is found. act: what the audit log says of a change.
    """

    def __init__(
        self,
        database: Database,
        audit: AuditLog,
        clock: Callable[[], datetime],
        *,
        table: str,
        of: type[ValueT],
        key: str,
        act: Act,
    ) -> None:
        self._database = database
        self._table = database.table(table, indexed=(f"value.{key}",))
        self._name = table
        self._audit = audit
        self._clock = clock
        self._type = of
        self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(msgspec.defstruct("_Held", [("value", of)]))
        self._key = key
        self._act = act

    def all(self) -> tuple[ValueT, ...]:
        """Return every value."""
        return tuple(self._decoder.decode(text).value for text in self._table.texts())

    def get(self, key: str) -> ValueT | None:
        """Return the value of that key, or None."""
        seen = self.seen(key)
        return None if seen is None else seen.value

    def seen(self, key: str) -> Revised[ValueT] | None:
        """Return the value of that key as it stands, to be changed and handed to `replace`; None if there is none."""
        document = self._table.get(where("value")[self._key] == key)
        return None if document is None else self._revised(document)

    def add(self, value: ValueT, by: PersonCode) -> Revised[ValueT]:
        """Write a value whose key nobody has; raises Conflict where somebody has it."""
        key = str(getattr(value, self._key))
        with self._database.transaction():
            there = self.seen(key)
            if there is not None:
                raise Conflict(
                    self._name, there.document_id, seen=0, stored=there.revision, by=there.by, at=there.at.isoformat()
                )
            document = self._document(value, by)
            doc_id = self._table.insert(document)
            self._audit.note(by, self._act, record=f"{self._name}/{key}")
        return self._revised(StoredDocument(document, doc_id, 1))

    def replace(self, seen: Revised[ValueT], value: ValueT, by: PersonCode) -> Revised[ValueT]:
        """Write a value over the one that was seen; raises Conflict where it was changed since."""
        with self._database.transaction():
            document = StoredDocument(self._document(value, by), seen.document_id, seen.revision)
            replaced = self._table.replace(document)
            self._audit.note(by, self._act, record=f"{self._name}/{getattr(value, self._key)}")
        return self._revised(replaced)

    def _document(self, value: ValueT, by: PersonCode) -> dict[str, object]:
        return {"value": msgspec.to_builtins(value), "by": by, "at": self._clock().isoformat()}

    def _revised(self, document: Document) -> Revised[ValueT]:
        value = msgspec.convert(document["value"], self._type)
        at = datetime.fromisoformat(document["at"])
        revision = document.revision if isinstance(document, StoredDocument) else 0
        return Revised(value, document.doc_id, revision, PersonCode(document["by"]), at)
