"""Ruth's desk on a small agency, with a manager to sign."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person, Role
from tests.tui.agency import RUTH, an_agency

GRACE = Person(PersonCode("M-01"), "Grace", (Role.MANAGER,))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    at_work = an_agency(tmp_path)
    at_work.store.people.add(GRACE, RUTH.code)
    yield at_work
    at_work.store.close()
