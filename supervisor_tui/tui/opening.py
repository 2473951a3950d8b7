"""What the application is opened with: whose store, for which day, and what the command line already knows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk
    from supervisor_tui.store.key_slots import Cost

__all__ = ["Opening"]


def _local_now() -> datetime:
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True)
class Opening:
    """The folder of the store and what was given before.

    person, passphrase: None where the unlock screen asks for them. day, known_at: a past day that is asked about.
    without: guidance sets left out. key_cost: of the keys of a new store, where not the usual one. crash_folder: where
    crash reports go instead of the user's own state folder.
    """

    folder: Path
    person: str | None = None
    passphrase: str | None = field(default=None, repr=False)
    day: date | None = None
    known_at: date | None = None
    without: tuple[str, ...] = ()
    clock: Callable[[], datetime] = _local_now
    crash_folder: Path | None = None
    key_cost: "Cost | None" = None

    def unlocked(self, person: str, passphrase: str) -> "Desk":
        """Unlock the store and return the desk; takes the time of a key derivation, so it belongs in a thread.

        Raises StoreProblem, one sentence, for a wrong passphrase or a store that will not open.
        """
        from supervisor_tui.office import open_office

        return open_office(
            self.folder,
            person,
            passphrase,
            day=self.day,
            known_at=self.known_at,
            without=self.without,
            clock=self.clock,
        )
