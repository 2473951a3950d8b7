"""A desk over a small agency in a real encrypted store, for every test of screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from tests.tui.agency import an_agency


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Ruth's desk on Saturday 21 November 2026, 09:31."""
    made = an_agency(tmp_path / "store")
    yield made
    made.store.close()


@pytest.fixture(autouse=True)
def cursors_stand_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor would be there in one picture and not in the next."""
    monkeypatch.setattr("textual.widgets.Input._toggle_cursor", lambda _field: None)
    monkeypatch.setattr("textual.widgets.TextArea._toggle_cursor_blink_visible", lambda _field: None)
