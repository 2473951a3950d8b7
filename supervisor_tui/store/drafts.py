"""What is being typed, kept while it is typed: after a crash it is offered again."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

import msgspec

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.store.engine import Engine

__all__ = ["Draft", "Drafts"]


class Draft(msgspec.Struct, frozen=True):
    """An unfinished text: where it belongs ("meeting/M-12"), when it was last kept, and the text."""

    place: str
    at: datetime
    text: str


class Drafts:
    """One draft for each person and place. Once `keep` has returned, the text survives the end of the program."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def create(self) -> None:
        """Make the table."""
        self._engine.write(
            "CREATE TABLE drafts(person TEXT, place TEXT, at TEXT NOT NULL, text TEXT NOT NULL, "
            "PRIMARY KEY(person, place)) WITHOUT ROWID"
        )

    def keep(self, person: PersonCode, place: str, text: str) -> datetime:
        """Keep the text over what was kept there before, and return the moment, to be shown."""
        at = self._clock()
        self._engine.write("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)", (person, place, at.isoformat(), text))
        return at

    def of(self, person: PersonCode) -> tuple[Draft, ...]:
        """Return somebody's drafts, in the order of places."""
        rows = self._engine.rows("SELECT place, at, text FROM drafts WHERE person = ? ORDER BY place", (person,))
        found = (cast("tuple[str, str, str]", row) for row in rows)
        return tuple(Draft(place, datetime.fromisoformat(at), text) for place, at, text in found)

    def forget(self, person: PersonCode, place: str) -> None:
        """Take a draft away, once it is saved where it belongs or thrown away."""
        self._engine.write("DELETE FROM drafts WHERE person = ? AND place = ?", (person, place))
