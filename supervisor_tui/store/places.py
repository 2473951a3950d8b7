"""Where the store's other file lies, remembered in the cases file."""

from pathlib import Path
from typing import cast

from supervisor_tui.store.engine import Engine

__all__ = ["Places"]


class Places:
    """The folder of the identities file; the store's own folder unless somebody said otherwise."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self) -> None:
        """Make the table."""
        self._engine.write("CREATE TABLE places(name TEXT PRIMARY KEY, folder TEXT NOT NULL) WITHOUT ROWID")

    def identities_folder(self, folder: Path) -> Path:
        """Return where the identities file lies, for a store in `folder`."""
        row = self._engine.row("SELECT folder FROM places WHERE name = 'identities'")
        return folder if row is None else Path(cast("str", row[0]))

    def move_identities(self, folder: Path) -> None:
        """Remember another folder for the identities file; it is not moved there."""
        self._engine.write("INSERT OR REPLACE INTO places VALUES ('identities', ?)", (str(folder.resolve()),))
