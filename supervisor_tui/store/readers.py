"""Who opened which case file last, and who was let into one that is not theirs, with the reason."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple, cast

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.need_to_know import Because, LetIn
from supervisor_tui.store.audit import Act, AuditLog
from supervisor_tui.store.engine import Engine, Row

__all__ = ["LastOpened", "Readers"]


class LastOpened(NamedTuple):
    """Somebody opened a case file, for the last time at that moment."""

    person: PersonCode
    at: datetime


class Readers:
    """Both are kept for as long as the case is; who was let in stays listed after it ended."""

    def __init__(self, engine: Engine, audit: AuditLog, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._audit = audit
        self._clock = clock

    def create(self) -> None:
        """Make the tables."""
        self._engine.write(
            "CREATE TABLE opened(code TEXT, person TEXT, at TEXT NOT NULL, PRIMARY KEY(code, person)) WITHOUT ROWID"
        )
        self._engine.write(
            "CREATE TABLE let_in(code TEXT, person TEXT, at TEXT, given_by TEXT NOT NULL, until TEXT NOT NULL, "
            "because TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY(code, person, at)) WITHOUT ROWID"
        )

    def note_opened(self, case: CaseCode, person: PersonCode) -> None:
        """Note that somebody opened a case file at this moment, here and in the audit log."""
        with self._engine.joining() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO opened VALUES (?, ?, ?)", (case, person, self._clock().isoformat())
            )
            self._audit.note(person, Act.SAW, case)

    def opened(self, case: CaseCode) -> tuple[LastOpened, ...]:
        """Return who opened a case file, the latest first."""
        rows = self._engine.rows("SELECT person, at FROM opened WHERE code = ?", (case,))
        found = [LastOpened(PersonCode(cast("str", one)), datetime.fromisoformat(cast("str", at))) for one, at in rows]
        return tuple(sorted(found, key=lambda one: (one.at, one.person), reverse=True))

    def let_in(self, one: LetIn) -> None:
        """Write down that somebody may read a case file; the audit log says who, and not why."""
        row = (one.case, one.person, one.at.isoformat(), one.by, one.until.isoformat(), one.because.value, one.words)
        with self._engine.joining() as connection:
            connection.execute("INSERT OR REPLACE INTO let_in VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            self._audit.note(one.by, Act.LET_IN, one.case, one.person)

    def let_in_to(self, case: CaseCode) -> tuple[LetIn, ...]:
        """Return everybody who was ever let into a case file, the latest first."""
        rows = self._engine.rows(f"{_SELECT} WHERE code = ? ORDER BY at DESC, person", (case,))
        return tuple(_let_in(row) for row in rows)

    def let_in_since(self, day: date) -> tuple[LetIn, ...]:
        """Return who was let into any case file from a day on, the latest first."""
        sql = f"{_SELECT} WHERE substr(at, 1, 10) >= ? ORDER BY at DESC, code, person"
        return tuple(_let_in(row) for row in self._engine.rows(sql, (day.isoformat(),)))


_SELECT = "SELECT code, person, at, given_by, until, because, words FROM let_in"


def _let_in(row: Row) -> LetIn:
    code, person, at, by, until, because, words = cast("tuple[str, str, str, str, str, str, str]", row)
    return LetIn(
        CaseCode(code),
        PersonCode(person),
        PersonCode(by),
        datetime.fromisoformat(at),
        date.fromisoformat(until),
        Because(because),
        words,
    )
