"""The demo agency in a store made once for all tests of screens, and a copy of it for each test that opens it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from supervisor_tui.casework.demo_store import DEMO_PASSPHRASE, make_demo_store
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.need_to_know import Because, LetIn
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.open_store import Store, unlock
from tests.tui.agency import NOW, Clock


@cache
def _made_once() -> "TemporaryDirectory[str]":
    folder = TemporaryDirectory(prefix="supervisor-tui-tests-")
    store = make_demo_store(Path(folder.name) / "store", NOW, Clock())
    _let_into_every_file(store)
    store.close()
    return folder


def _let_into_every_file(store: Store) -> None:
    """Let Ruth read the other teams' files as well, as if she stood in for everybody who answers for them."""
    until = NOW.date() + timedelta(days=365)
    with store.transaction():
        for code in store.records.codes():
            one = LetIn(code, store.person, PersonCode("W-20"), NOW, until, Because.STANDS_IN)
            store.readers.let_in(one)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Desk]:
    """The desk of the demo agency's first supervisor, let into every file, on Saturday 21 November 2026, 09:31."""
    folder = tmp_path / "demo"
    shutil.copytree(Path(_made_once().name) / "store", folder)
    clock = Clock()
    store = unlock(folder, "Ruth", DEMO_PASSPHRASE, clock=clock)
    person = store.people.get(store.person)
    assert person is not None
    yield Desk(store, PluginHost.discover(agency_values=store.settings.all()), person, clock)
    store.close()


def as_person(desk: Desk, short_name: str) -> Desk:
    """Return the same store with somebody else at the desk."""
    person = next(one for one in desk.store.people.all() if one.short_name == short_name)
    return replace(desk, person=person)
