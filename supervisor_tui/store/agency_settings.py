"""The agency's own values of settings: each decision is kept, with who, when and why; the latest holds."""

import msgspec

from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.store.audit import Act, AuditLog
from supervisor_tui.store.database import Database

__all__ = ["AgencySettings"]


class AgencySettings:
    """Decisions in the order in which they were written."""

    def __init__(self, database: Database, audit: AuditLog) -> None:
        self._database = database
        self._table = database.table("settings")
        self._audit = audit

    def decide(self, value: AgencyValue) -> None:
        """Write down a decision; the earlier ones stay readable."""
        with self._database.transaction():
            self._table.insert(msgspec.to_builtins(value))
            self._audit.note(value.decided_by, Act.CHANGED_SETTINGS, record=f"settings/{value.set}.{value.key}")

    def all(self) -> tuple[AgencyValue, ...]:
        """Return the decisions that hold: for each setting and programme the latest written."""
        return tuple({(value.set, value.key, value.programme): value for value in self.history()}.values())

    def history(self) -> tuple[AgencyValue, ...]:
        """Return every decision ever written, oldest first."""
        return tuple(msgspec.convert(dict(document), AgencyValue) for document in self._table)
