"""Who a case is about, and what nobody but those in charge may read: the second file, with a key of its own.

It may lie on another disk and be closed; every meeting can be run without it. Where both files change, this one is
written first, and each write can be repeated: after a crash between the two, saving again mends it.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

import msgspec
from tinydb import where

from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.store.audit import Act, AuditLog, Head
from supervisor_tui.store.confidential_marks import ConfidentialMark, ConfidentialMarks
from supervisor_tui.store.database import Database
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.name_words import NameWords
from supervisor_tui.store.table import StoredDocument

__all__ = ["ConfidentialSection", "Identities", "Identity", "LockedField"]


class Identity(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who stands behind a code.

    names: the child's names as known, the usual one first; relatives: names of people close to the child, whose words
    must not stand in notes either. revision: of the document this was read from, 0 for one never written.
    """

    case: CaseCode
    names: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    address: str = ""
    contacts: tuple[str, ...] = ()
    revision: int = 0


class LockedField(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something an import brought that nobody marked as not identifying, under its own name.

    value: the JSON that came, untouched. row: where the file had it ("12", "follow_ups/3"), if one name came more
    than once. source: the file's name and a short hash.
    """

    name: str
    value: msgspec.Raw
    source: str
    row: str = ""


class ConfidentialSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """A strictly confidential section; amends names the section it corrects. may_open: who else than its writer."""

    id: RecordId
    case: CaseCode
    title: str
    text: str
    by: PersonCode
    at: datetime
    may_open: tuple[PersonCode, ...] = ()
    amends: RecordId | None = None


class Identities:
    """The identities file, open, in the name of the one who opened it."""

    def __init__(
        self,
        engine: Engine,
        person: PersonCode,
        clock: Callable[[], datetime],
        names: NameWords,
        marks: ConfidentialMarks,
        audit: AuditLog,
    ) -> None:
        self.database = Database(engine)
        self._person = person
        self._clock = clock
        self._names = names
        self._marks = marks
        self._audit = audit
        self._identities = self.database.table("identities", indexed=("case",))
        self._locked = self.database.table("locked_fields", indexed=("case",))
        self._sections = self.database.table("confidential", indexed=("id", "case"))

    def of(self, case: CaseCode) -> Identity | None:
        """Return who a case is about, or None where nobody wrote it down. The audit log says that it was read."""
        document = self._identities.get(where("case") == case)
        self._audit.note(self._person, Act.SAW_IDENTITY, case)
        return None if document is None else _identity(document, document.revision)

    def save(self, identity: Identity) -> Identity:
        """Write who a case is about, and index the words of the names; return it with its revision.

        Raises Conflict where somebody changed it since it was read, or wrote it first. The same first write again is
        no conflict, so that it can be repeated.
        """
        self._audit.ask_to(Act.CHANGED_IDENTITY)
        fields = {**msgspec.to_builtins(identity), "by": self._person, "at": self._clock().isoformat()}
        with self.database.transaction():
            found = self._identities.get(where("case") == identity.case)
            if found is None:
                stored = StoredDocument(fields, self._identities.insert(fields), revision=1)
            elif _identity(found, revision=0) == identity:
                stored = found
            else:
                stored = self._identities.replace(StoredDocument(fields, found.doc_id, identity.revision))
        self._names.index(identity.case, (*identity.names, *identity.relatives))
        self._audit.note(self._person, Act.CHANGED_IDENTITY, identity.case)
        return msgspec.structs.replace(identity, revision=stored.revision)

    def lock(self, case: CaseCode, fields: Iterable[LockedField]) -> int:
        """Keep fields that came for a case and are not there yet, and return how many were new.

        A value that changed since is kept beside the earlier one, with its own source.
        """
        with self.database.transaction():
            there = {(field.name, field.row, bytes(field.value)) for field in self.locked(case)}
            coming = {(field.name, field.row, bytes(field.value)): field for field in fields}
            new = [field for key, field in coming.items() if key not in there]
            self._locked.insert_texts(
                '{"case":'
                + msgspec.json.encode(case).decode()
                + ',"field":'
                + msgspec.json.encode(field).decode()
                + "}"
                for field in new
            )
        return len(new)

    def locked(self, case: CaseCode) -> tuple[LockedField, ...]:
        """Return what imports brought for a case and is kept locked, oldest first."""
        texts = self._locked.texts(where("case") == case)
        return tuple(msgspec.json.decode(text, type=_Locked).field for text in texts)

    def add_section(self, section: ConfidentialSection) -> None:
        """Write a strictly confidential section; the cases file learns that it exists and who may open it."""
        self._audit.ask_to(Act.CHANGED)
        text = msgspec.json.encode(section).decode()
        with self.database.transaction():
            there = self._sections.texts(where("id") == section.id)
            if there and there != [text]:
                raise ValueError(f"section {section.id} is there already, with other content")
            if not there:
                self._sections.insert_texts([text])
        self._marks.put(ConfidentialMark(section.id, section.case, section.by, section.at, section.may_open))
        self._audit.note(section.by, Act.CHANGED, section.case, section.id)

    def sections(self, case: CaseCode) -> tuple[ConfidentialSection, ...]:
        """Return a case's strictly confidential sections that the one who opened the file may open; it is logged."""
        person = self._person
        texts = self._sections.texts(where("case") == case)
        every = (msgspec.json.decode(text, type=ConfidentialSection) for text in texts)
        mine = tuple(section for section in every if person == section.by or person in section.may_open)
        for section in mine:
            self._audit.note(person, Act.SAW_CONFIDENTIAL, case, section.id)
        return mine

    def remember_head(self, head: Head) -> None:
        """Keep the audit log's head here too: who puts back an old cases file seldom has this one."""
        self.database.engine.write(
            "INSERT OR REPLACE INTO remembered_head(one, number, hash) VALUES (1, ?, ?)", (head.number, head.hash)
        )

    def remembered_head(self) -> Head | None:
        """Return the head kept here, or None."""
        row = self.database.engine.row("SELECT number, hash FROM remembered_head")
        return None if row is None else msgspec.convert(row, Head)

    def create(self) -> None:
        """Make what is not made by writing."""
        self.database.engine.write(
            "CREATE TABLE remembered_head(one INTEGER PRIMARY KEY, number INTEGER NOT NULL, hash BLOB NOT NULL)"
        )

    def close(self) -> None:
        """Close the file."""
        self.database.close()


class _Locked(msgspec.Struct):
    case: CaseCode
    field: LockedField


def _identity(document: StoredDocument, revision: int) -> Identity:
    return msgspec.convert({**document, "revision": revision}, Identity)
