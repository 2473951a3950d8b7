"""Ruth's desk on a small agency, in a real encrypted store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from tests.tui.agency import an_agency


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    at_work = an_agency(tmp_path)
    yield at_work
    at_work.store.close()
