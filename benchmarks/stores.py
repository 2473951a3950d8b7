"""Synthetic stores: made once through the store's own way in, kept between runs, and lent out as copies."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import perf_counter

from benchmarks.cases import many_cases, many_people
from benchmarks.monday import MORNING, morning
from supervisor_tui.casework.demo_agency import DemoAgency, demo_agency
from supervisor_tui.casework.demo_store import DEMO_COST, DEMO_PASSPHRASE
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import out_of_date
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.status import Status
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.office import desk_at
from supervisor_tui.store.open_store import Store, create_store, unlock
from supervisor_tui.store.problems import StoreProblem

__all__ = ["PASSPHRASE", "Stores", "agency", "open_desk", "opener", "spread_out"]

PASSPHRASE = DEMO_PASSPHRASE


@cache
def agency() -> DemoAgency:
    """Return the demo agency that every store repeats."""
    return demo_agency(MORNING)


@cache
def opener() -> Person:
    """Return the supervisor in whose name stores are opened."""
    return next(person for person in agency().people if Role.SUPERVISOR in person.roles)


def open_desk(folder: Path) -> Desk:
    """Open a store on its Monday."""
    return desk_at(unlock(folder, opener().short_name, PASSPHRASE, clock=morning), clock=morning)


def spread_out(desk: Desk, number: int) -> list[CaseCode]:
    """Return so many open cases from all over a store: the same stories at every size, told in other copies."""
    summaries = desk.store.summaries.all()
    stories = len(agency().cases)
    copies = max(1, len(summaries) // stories)
    places = [place for place, line in enumerate(summaries[:stories]) if line.status != Status.CLOSED.value]
    return [
        summaries[places[turn % len(places)] + stories * (turn * copies // number % copies)].case
        for turn in range(number)
    ]


class Stores:
    """The stores kept in a folder, one for each number of cases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def copies(self, sizes: tuple[int, ...]) -> Iterator[dict[int, Path]]:
        """Lend a copy of each store for one run, on the disk on which they are kept."""
        kept = {size: self._kept(size) for size in sizes}
        with tempfile.TemporaryDirectory(prefix="run-", dir=self.folder) as place:
            lent = {size: Path(shutil.copytree(path, Path(place) / str(size))) for size, path in kept.items()}
            if hasattr(os, "sync"):
                os.sync()
            yield lent

    def _kept(self, size: int) -> Path:
        path = self.folder / f"{size}-cases"
        if not self._serves(path, size):
            shutil.rmtree(path, ignore_errors=True)
            self._make(path, size)
        return path

    def _serves(self, path: Path, size: int) -> bool:
        """Say whether a kept store is whole and was worked out by the rules as they are."""
        try:
            desk = open_desk(path)
        except StoreProblem:
            return False
        try:
            return len(desk.store.summaries.all()) == size and not out_of_date(desk)
        finally:
            desk.store.close()

    def _make(self, path: Path, size: int) -> None:
        began = perf_counter()
        print(f"making a store of {size:,} cases in {path} …", flush=True)
        coming = path.with_name(f"{path.name}-coming")
        shutil.rmtree(coming, ignore_errors=True)
        store, _recovery_key = create_store(coming, None, opener(), PASSPHRASE, clock=morning, cost=DEMO_COST)
        try:
            self._fill(store, size)
        finally:
            store.close()
        coming.rename(path)
        print(f"  made in {perf_counter() - began:,.0f} s", flush=True)

    def _fill(self, store: Store, size: int) -> None:
        by = opener().code
        with store.transaction():
            for person in many_people(agency(), size):
                if person.code != by:
                    store.people.add(person, by)
            for programme in agency().programmes:
                store.programmes.add(programme, by)
            for value in agency().agency_values:
                store.settings.decide(value)
            for meeting in agency().meetings:
                store.meetings.add(meeting, by)
        desk = Desk(store, PluginHost.discover(agency_values=store.settings.all()), opener(), morning)
        store.records.add_cases(many_cases(desk, agency(), size), by=by)
