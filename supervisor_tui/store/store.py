"""A store that is open: its repositories, and what concerns all of it — keys, backups, checking, closing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import ClassVar, NamedTuple, TypeVar

import msgspec

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.series import MeetingSeries
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.programme import Programme
from supervisor_tui.store.agency_settings import AgencySettings
from supervisor_tui.store.audit import Act, AuditLog, HeadOutside
from supervisor_tui.store.backup import (
    IDENTITIES,
    BackupMade,
    backup_name,
    daily_backup,
    find_backups,
    make_backup,
)
from supervisor_tui.store.case_records import CaseRecords, KeptRows
from supervisor_tui.store.checking import check_file, check_keys, check_log
from supervisor_tui.store.closing_rows import ClosingRows
from supervisor_tui.store.confidential_marks import ConfidentialMarks
from supervisor_tui.store.database import Database
from supervisor_tui.store.drafts import Drafts
from supervisor_tui.store.due_rows import DueRows
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.identities import Identities
from supervisor_tui.store.key_slots import DataKeys, KeySlots, OpenedSlot
from supervisor_tui.store.looks import Looks
from supervisor_tui.store.minutes import Minutes
from supervisor_tui.store.name_words import NameWords
from supervisor_tui.store.places import Places
from supervisor_tui.store.problems import IdentitiesClosed, StoreProblem
from supervisor_tui.store.raised import RaisedCases
from supervisor_tui.store.reach import Reach
from supervisor_tui.store.readers import Readers
from supervisor_tui.store.revised import RevisedDocuments
from supervisor_tui.store.sent_copies import SentCopies
from supervisor_tui.store.summaries import Summaries
from supervisor_tui.store.waiting_rows import WaitingRows

__all__ = ["BACKUPS", "HEAD_OUTSIDE", "Files", "Store"]

ValueT = TypeVar("ValueT", bound=msgspec.Struct)

BACKUPS = "backups"
HEAD_OUTSIDE = "audit-head.txt"


class Files(NamedTuple):
    """What a store is opened from: its folder, the cases file open, and the key file with what it gave out."""

    folder: Path
    cases: Engine
    key_file: KeySlots
    keys: DataKeys


class Store:
    """A store open in the name of `person`, in whose name records are made.

    identities is None while that file is closed, absent, or not this person's to read; identities_problem says what is
    wrong with it, if something is. reach: what a facilitator from outside is kept to, None for who works here.
    """

    LOG: ClassVar[type[AuditLog]] = AuditLog
    RAISED: ClassVar[type[RaisedCases]] = RaisedCases
    READERS: ClassVar[type[Readers]] = Readers

    def __init__(self, files: Files, person: PersonCode, clock: Callable[[], datetime]) -> None:
        self.folder, cases, self._key_file, self._keys = files
        self.person = person
        self.clock = clock
        self.database = Database(cases)
        self.audit = self.LOG(cases, HeadOutside(self.folder / HEAD_OUTSIDE), clock)
        self.summaries = Summaries(cases)
        self.due_rows = DueRows(cases, self._every_case)
        self.closing_rows = ClosingRows(cases)
        self.waiting_rows = WaitingRows(cases)
        kept = KeptRows(self.summaries, self.due_rows, self.closing_rows, self.waiting_rows)
        self.records = CaseRecords(self.database, kept, self.audit, lambda: self.clock().date())
        self.meetings = self._documents("meetings", Meeting, "id", Act.CHANGED)
        self.people = self._documents("people", Person, "code", Act.CHANGED_SETTINGS)
        self.programmes = self._documents("programmes", Programme, "id", Act.CHANGED_SETTINGS)
        self.series = self._documents("meeting_series", MeetingSeries, "id", Act.CHANGED)
        self.minutes = Minutes(self.database, self.audit)
        self.sent_copies = SentCopies(self.database, self.audit)
        self.drafts = Drafts(cases, clock)
        self.looks = Looks(cases, clock)
        self.readers = self.READERS(cases, self.audit, clock)
        self.raised = self.RAISED(cases, self.audit, clock)
        self.settings = AgencySettings(self.database, self.audit)
        self.names = NameWords(cases)
        self.confidential_marks = ConfidentialMarks(self.database)
        self.places = Places(cases)
        self.reach: Reach | None = None
        self.identities: Identities | None = None
        self.identities_problem: StoreProblem | None = None

    def _documents(self, table: str, of: type[ValueT], key: str, act: Act) -> RevisedDocuments[ValueT]:
        return RevisedDocuments(self.database, self.audit, self.clock, table=table, of=of, key=key, act=act)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of the block into the cases file, in whatever repositories, or nothing of it; one fsync."""
        with self.database.transaction():
            yield

    def changed_elsewhere(self) -> bool:
        """Say whether another application changed something since this was asked last; it is asked by one thread."""
        return self.database.engine.changed_elsewhere() and self.audit.written_by_others()

    def saw(self, case: CaseCode) -> None:
        """Note that this person opened a case file."""
        self.audit.note(self.person, Act.SAW, case)

    def cases_named(self, typed: str) -> tuple[CaseCode, ...]:
        """Return the cases whose names hold every word typed, the identities file closed or open; it is logged."""
        found = self.names.cases_of(typed)
        with self.transaction():
            for case in found:
                self.audit.note(self.person, Act.LOOKED_FOR_NAME, case)
        return found

    def open_identities(self) -> Identities:
        """Return the identities, open. Raises IdentitiesClosed where this person has no key to them."""
        if self.identities is None:
            if self._keys.identities is None:
                raise IdentitiesClosed
            path = self.places.identities_folder(self.folder) / IDENTITIES
            engine = Engine(path, self._keys.identities, FileKind.IDENTITIES, find_backups=self.backups)
            self.identities = Identities(
                engine, self.person, self.clock, self.names, self.confidential_marks, self.audit
            )
            self.identities_problem = None
        return self.identities

    def close_identities(self) -> None:
        """Close the identities file, so that no name can be read until it is opened again."""
        if self.identities is not None:
            self.identities.remember_head(self.audit.head())
            self.identities.close()
            self.identities = None

    def has_key(self, person: Person) -> bool:
        """Say whether somebody can open this store with a passphrase of their own."""
        return self._key_file.has(person.short_name)

    def give_key(self, person: Person, passphrase: str, *, identities: bool) -> None:
        """Give somebody a key of their own, with or without the one to identities.

        Raises IdentitiesClosed where this person cannot pass on what they do not have.
        """
        if identities and self._keys.identities is None:
            raise IdentitiesClosed
        keys = self._keys if identities else self._keys.cases_only()
        with self.transaction():
            self._key_file.add(person.short_name, passphrase, OpenedSlot(person.code, keys))
            self.audit.note(self.person, Act.CHANGED_KEYS, record=f"people/{person.code}")

    def take_key(self, person: Person) -> None:
        """Take somebody's key away. Who copied the key file before can still open copies of the store with it."""
        with self.transaction():
            self._key_file.remove(person.short_name)
            self.audit.note(self.person, Act.CHANGED_KEYS, record=f"people/{person.code}")

    def change_passphrase(self, person: Person, passphrase: str, new_passphrase: str) -> None:
        """Change somebody's passphrase; raises WrongPassphrase for the old one."""
        with self.transaction():
            self._key_file.change_passphrase(person.short_name, passphrase, new_passphrase)
            self.audit.note(self.person, Act.CHANGED_KEYS, record=f"people/{person.code}")

    def new_recovery_key(self) -> str:
        """Return a new recovery key to be printed; the one before opens nothing any more."""
        if self._keys.identities is None:
            raise IdentitiesClosed
        with self.transaction():
            recovery_key = self._key_file.renew_recovery_key(self._keys)
            self.audit.note(self.person, Act.CHANGED_KEYS, record="recovery-key")
        return recovery_key

    def confirm(self, person: Person, passphrase: str) -> PersonCode:
        """Return who somebody is by their own passphrase, as an approval asks for it.

        Raises NoKey or WrongPassphrase.
        """
        return self._key_file.open(person.short_name, passphrase).person

    def reader(self) -> Database:
        """Return the tables of the cases file for a script that only reads; close it after use."""
        engine = self.database.engine
        return Database(Engine(engine.path, self._keys.cases, engine.kind, read_only=True))

    def backup(self, to: Path) -> BackupMade:
        """Write a backup below `to`, open it and compare it. Raises StoreProblem if it is not sound."""
        made = self._make_backup(to, backup_name(self.clock()))
        self.audit.note(self.person, Act.BACKED_UP)
        return made

    def daily_backup(self) -> BackupMade | None:
        """Make this day's backup beside the store, if nobody did yet; the last fourteen are kept."""
        place = self.folder / BACKUPS
        return daily_backup(place, self.clock().date(), lambda name: self._make_backup(place, name))

    def backups(self) -> tuple[Path, ...]:
        """Return the backups beside the store, newest first."""
        return find_backups(self.folder / BACKUPS)

    def verify(self) -> tuple[str, ...]:
        """Return a sentence for each thing that is not whole; none for a store that is."""
        at_identities = self.identities.remembered_head() if self.identities is not None else None
        found = [
            *check_file(self.database),
            *check_log(self.audit, (self.audit.outside.remembered(), at_identities)),
            *check_keys(self._key_file),
        ]
        if self.identities is not None:
            found += check_file(self.identities.database)
        if self.identities_problem is not None:
            found.append(str(self.identities_problem))
        return tuple(found)

    def close(self) -> None:
        """Close both files; the audit log's head is remembered in the identities file first."""
        self.close_identities()
        self.database.close()

    def _every_case(self) -> tuple[CaseCode, ...]:
        return self.records.codes()

    def abandon(self) -> None:
        """Close both files as they are, where something went wrong."""
        if self.identities is not None:
            self.identities.close()
            self.identities = None
        self.database.close()

    def _make_backup(self, to: Path, name: str) -> BackupMade:
        identities = self.identities.database.engine if self.identities is not None else None
        return make_backup(to, name, self.database.engine, identities, self._key_file.path, self._keys)
