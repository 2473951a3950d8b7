"""A store as a facilitator from outside has it open: the same files, and no more of them than their own conferences."""

from collections.abc import Callable
from datetime import datetime
from typing import NoReturn, TypeVar

import msgspec

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.people import Person
from supervisor_tui.store.audit import Act
from supervisor_tui.store.case_records import KeptRows
from supervisor_tui.store.meetings_in_reach import (
    MarksInReach,
    MeetingsInReach,
    MinutesInReach,
    OnlyToRead,
    OwnActs,
    RaisedInReach,
    SentCopiesInReach,
    SettingsOnlyToRead,
)
from supervisor_tui.store.problems import IdentitiesClosed, OutOfReach
from supervisor_tui.store.reach import Reach
from supervisor_tui.store.readers_in_reach import NoReaders
from supervisor_tui.store.revised import RevisedDocuments
from supervisor_tui.store.rows_in_reach import (
    ClosingRowsInReach,
    DueRowsInReach,
    RecordsInReach,
    SummariesInReach,
    WaitingRowsInReach,
)
from supervisor_tui.store.store import Files, Store

__all__ = ["ConferenceStore"]

ValueT = TypeVar("ValueT", bound=msgspec.Struct)


class ConferenceStore(Store):
    """Every list holds only what is theirs; what is asked for by its code or number and is not raises OutOfReach.

    Names stay closed, and what concerns the whole store is not theirs to do.
    """

    reach: Reach
    LOG = OwnActs
    RAISED = RaisedInReach
    READERS = NoReaders

    def __init__(self, files: Files, person: PersonCode, clock: Callable[[], datetime]) -> None:
        super().__init__(files, person, clock)
        assert isinstance(self.audit, OwnActs)
        assert isinstance(self.meetings, MeetingsInReach)
        assert isinstance(self.raised, RaisedInReach)
        every_meeting = super()._documents("meetings", Meeting, "id", Act.CHANGED)
        self.reach = Reach(person, every_meeting, self.audit, clock)
        self.audit.reach = self.meetings.reach = self.raised.reach = self.reach
        self.summaries = SummariesInReach(files.cases, self.reach)
        self.due_rows = DueRowsInReach(files.cases, self._every_case, self.reach)
        self.closing_rows = ClosingRowsInReach(files.cases, self.reach)
        self.waiting_rows = WaitingRowsInReach(files.cases, self.reach)
        kept = KeptRows(self.summaries, self.due_rows, self.closing_rows, self.waiting_rows)
        self.records = RecordsInReach(self.database, kept, self.audit, lambda: self.clock().date(), self.reach)
        self.minutes = MinutesInReach(self.database, self.audit, self.reach)
        self.sent_copies = SentCopiesInReach(self.database, self.audit, self.reach)
        self.settings = SettingsOnlyToRead(self.database, self.audit)
        self.confidential_marks = MarksInReach(self.database, self.reach)

    def _documents(self, table: str, of: type[ValueT], key: str, act: Act) -> RevisedDocuments[ValueT]:
        kinds: dict[str, type[RevisedDocuments[ValueT]]] = {"meetings": MeetingsInReach}  # type: ignore[dict-item]
        return kinds.get(table, OnlyToRead)(self.database, self.audit, self.clock, table=table, of=of, key=key, act=act)

    def saw(self, case: CaseCode) -> None:
        """Note that they opened a case file of theirs."""
        self.reach.ask_case(case)
        super().saw(case)

    def cases_named(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse: names stay closed."""
        raise IdentitiesClosed

    def open_identities(self) -> NoReturn:
        """Refuse: names stay closed, whatever key somebody holds."""
        raise IdentitiesClosed

    def reader(self) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def backup(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse: a backup carries every case."""
        raise OutOfReach

    def give_key(self, person: Person, passphrase: str, *, identities: bool) -> None:
        """Give themselves a new key to the cases; nobody else one."""
        self._ask_for_own(person)
        super().give_key(person, passphrase, identities=identities)

    def take_key(self, person: Person) -> None:
        """Take their own key away; nobody else's."""
        self._ask_for_own(person)
        super().take_key(person)

    def change_passphrase(self, person: Person, passphrase: str, new_passphrase: str) -> None:
        """Change their own passphrase; nobody else's."""
        self._ask_for_own(person)
        super().change_passphrase(person, passphrase, new_passphrase)

    def new_recovery_key(self) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def _ask_for_own(self, person: Person) -> None:
        if person.code != self.person:
            raise OutOfReach
