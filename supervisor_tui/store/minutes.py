"""Lines of minutes: each a document of its own, so that two people can write at once and nothing is overwritten."""

import msgspec
from tinydb import where

from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.store.audit import Act, AuditLog
from supervisor_tui.store.database import Database

__all__ = ["Minutes"]


class Minutes:
    """Lines by meeting and by case, in the order in which they were saved."""

    def __init__(self, database: Database, audit: AuditLog) -> None:
        self._database = database
        self._table = database.table("minutes", indexed=("id", "meeting", "case"))
        self._audit = audit

    def add(self, line: MinutesLine) -> None:
        """Save a line; one that is there already, to the byte, is left alone.

        Raises ValueError for an id that another line has.
        """
        text = msgspec.json.encode(line).decode()
        with self._database.transaction():
            there = self._table.texts(where("id") == line.id)
            if there == [text]:
                return
            if there:
                raise ValueError(f"line {line.id} is there already, with other content")
            self._table.insert_texts([text])
            self._audit.note(line.by, Act.CHANGED, line.case or "", line.id)

    def of(self, meeting: MeetingId) -> tuple[MinutesLine, ...]:
        """Return the lines of a meeting, those that were corrected or taken back among them."""
        return self._lines(self._table.texts(where("meeting") == meeting))

    def of_case(self, case: CaseCode) -> tuple[MinutesLine, ...]:
        """Return the lines about a case, of all meetings."""
        return self._lines(self._table.texts(where("case") == case))

    @staticmethod
    def _lines(texts: list[str]) -> tuple[MinutesLine, ...]:
        return tuple(msgspec.json.decode(text, type=MinutesLine) for text in texts)
