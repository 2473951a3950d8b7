"""Copies of minutes that were sent: noted once, and never changed."""

import msgspec
from tinydb import where

from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.copies import SentCopy
from supervisor_tui.store.audit import Act, AuditLog
from supervisor_tui.store.database import Database

__all__ = ["SentCopies"]


class SentCopies:
    """Copies by meeting, in the order in which they were noted."""

    def __init__(self, database: Database, audit: AuditLog) -> None:
        self._database = database
        self._table = database.table("sent_copies", indexed=("id", "meeting"))
        self._audit = audit

    def add(self, *copies: SentCopy) -> None:
        """Note copies that left, all of them or none. Raises ValueError for an id that another copy has."""
        with self._database.transaction():
            for copy in copies:
                if self._table.texts(where("id") == copy.id):
                    raise ValueError(f"copy {copy.id} is there already")
                self._table.insert_texts([msgspec.json.encode(copy).decode()])
                self._audit.note(copy.by, Act.CHANGED, record=f"sent_copies/{copy.id}")

    def of(self, meeting: MeetingId) -> tuple[SentCopy, ...]:
        """Return the copies of a meeting's minutes that were sent."""
        return self._decoded(self._table.texts(where("meeting") == meeting))

    def all(self) -> tuple[SentCopy, ...]:
        """Return every copy that was sent."""
        return self._decoded(self._table.texts())

    @staticmethod
    def _decoded(texts: list[str]) -> tuple[SentCopy, ...]:
        return tuple(msgspec.json.decode(text, type=SentCopy) for text in texts)
