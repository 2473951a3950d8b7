"""Whoever comes from outside reads every kind of row through a limit: no reading method is left as it is."""

import pytest

from supervisor_tui.store.closing_rows import ClosingRows
from supervisor_tui.store.due_rows import DueRows
from supervisor_tui.store.rows_in_reach import (
    ClosingRowsInReach,
    DueRowsInReach,
    SummariesInReach,
    WaitingRowsInReach,
)
from supervisor_tui.store.summaries import Summaries
from supervisor_tui.store.waiting_rows import WaitingRows

WRITING = {"create", "drop", "put"}
BY_CODE_ONLY = {"stale"}
"""Codes of rows to be worked out anew; nothing of a case is read."""


@pytest.mark.parametrize(
    ("whole", "limited"),
    [
        (Summaries, SummariesInReach),
        (DueRows, DueRowsInReach),
        (ClosingRows, ClosingRowsInReach),
        (WaitingRows, WaitingRowsInReach),
    ],
)
def test_every_reading_method_is_limited(whole: type, limited: type) -> None:
    methods = {name for name in dir(whole) if not name.startswith("_") and callable(getattr(whole, name))}
    assert methods - WRITING - BY_CODE_ONLY <= set(vars(limited))
