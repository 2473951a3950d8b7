"""Cases that somebody asked to have taken up in the next meeting, and why."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.store.audit import Act, AuditLog
from supervisor_tui.store.engine import Engine

__all__ = ["Raised", "RaisedCases"]


class Raised(msgspec.Struct, frozen=True):
    """A case to be taken up: who asks, since when, and why (codes and roles, no names)."""

    case: CaseCode
    by: PersonCode
    at: datetime
    why: str


class RaisedCases:
    """One wish for each case and person; a later one takes the place of the earlier."""

    def __init__(self, engine: Engine, audit: AuditLog, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._audit = audit
        self._clock = clock

    def create(self) -> None:
        """Make the table."""
        self._engine.write(
            "CREATE TABLE raised(code TEXT, person TEXT, at TEXT NOT NULL, why TEXT NOT NULL, "
            "PRIMARY KEY(code, person)) WITHOUT ROWID"
        )

    def raise_case(self, case: CaseCode, by: PersonCode, why: str) -> Raised:
        """Ask for a case to be taken up."""
        raised = Raised(case, by, self._clock(), why)
        row = (case, by, raised.at.isoformat(), why)
        with self._engine.joining():
            self._engine.write("INSERT OR REPLACE INTO raised VALUES (?, ?, ?, ?)", row)
            self._audit.note(by, Act.CHANGED, case, "raised")
        return raised

    def all(self) -> tuple[Raised, ...]:
        """Return every wish, the oldest first."""
        rows = self._engine.rows("SELECT code, person, at, why FROM raised ORDER BY at, code, person")
        found = (cast("tuple[str, str, str, str]", row) for row in rows)
        return tuple(Raised(CaseCode(c), PersonCode(p), datetime.fromisoformat(at), why) for c, p, at, why in found)
