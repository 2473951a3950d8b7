"""Whether the narrow rows are laid out as this version declares them; if not, they are made anew, empty.

They can be worked out from the records at any time, so a version that declares them otherwise does not change them: it
drops them, and every case then counts as out of date until the background has gone through it.
"""

from hashlib import blake2b
from typing import get_type_hints

from supervisor_tui.domain.due import DueItem
from supervisor_tui.store.closing_rows import ClosingRows
from supervisor_tui.store.due_rows import DueRows
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.kept_rows import KeptRows
from supervisor_tui.store.rows import CaseSummary, ClosingRow, DueRow, SetVerdict, Wait
from supervisor_tui.store.summaries import Summaries
from supervisor_tui.store.waiting_rows import WaitingRows

__all__ = ["lay_out_rows"]

_ROWS = (CaseSummary, DueRow, DueItem, ClosingRow, SetVerdict, Wait)
_declared = [*Summaries.TABLES, *DueRows.TABLES, *ClosingRows.TABLES, *WaitingRows.TABLES]
_declared += [f"{row.__name__} {get_type_hints(row)!r}" for row in _ROWS]
_LAYOUT = blake2b(repr(_declared).encode(), digest_size=8).hexdigest()


def lay_out_rows(engine: Engine, *kept: KeptRows) -> None:
    """Make the tables of the narrow rows, unless they are there as declared."""
    if engine.has_table("row_layout") and engine.row("SELECT layout FROM row_layout") == (_LAYOUT,):
        return
    with engine.transaction() as connection:
        for rows in kept:
            rows.drop()
            rows.create()
        connection.execute("CREATE TABLE IF NOT EXISTS row_layout(one INTEGER PRIMARY KEY, layout TEXT NOT NULL)")
        connection.execute("INSERT OR REPLACE INTO row_layout VALUES (1, ?)", (_LAYOUT,))
