"""When somebody last looked at the closing of a case, so that what changed since can be shown first."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.store.engine import Engine

__all__ = ["Looks"]


class Looks:
    """The last look of each person at each case, and the last one of a day before that."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def create(self) -> None:
        """Make the table."""
        self._engine.write(
            "CREATE TABLE looks(person TEXT, code TEXT, at TEXT NOT NULL, before TEXT, PRIMARY KEY(person, code)) "
            "WITHOUT ROWID"
        )

    def last(self, person: PersonCode, code: CaseCode) -> datetime | None:
        """Return the last look of a day before today, None where there was none."""
        row = self._engine.row("SELECT at, before FROM looks WHERE person = ? AND code = ?", (person, code))
        if row is None:
            return None
        at, before = cast("tuple[str, str | None]", row)
        moment = datetime.fromisoformat(at)
        if moment.date() != self._clock().date():
            return moment
        return None if before is None else datetime.fromisoformat(before)

    def note(self, person: PersonCode, code: CaseCode) -> None:
        """Note that somebody looks at this moment."""
        last = self.last(person, code)
        self._engine.write(
            "INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?)",
            (person, code, self._clock().isoformat(), last.isoformat() if last else None),
        )
