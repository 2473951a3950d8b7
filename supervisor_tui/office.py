"""The office: the one place where store, guidance sets, settings, person and day are put together."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.people import Person
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.database import Database
from supervisor_tui.store.open_store import Store, unlock
from supervisor_tui.store.problems import OutOfReach


def local_now() -> datetime:
    """Return this moment with the machine's own offset."""
    return datetime.now(UTC).astimezone()


def open_office(
    folder: Path,
    person: str,
    passphrase: str,
    *,
    day: date | None = None,
    known_at: date | None = None,
    without: Collection[str] = (),
    clock: Callable[[], datetime] = local_now,
) -> Desk:
    """Unlock a store and return the desk of the person whose passphrase it was.

    Raises StoreProblem, one sentence, for a wrong passphrase or a store that will not open.
    """
    store = unlock(folder, person, passphrase)
    return desk_at(store, day=day, known_at=known_at, without=without, clock=clock)


@contextmanager
def open_store(folder: Path, person: str, passphrase: str, *, to_write: bool = False) -> Iterator[Database]:
    """Give the tables of a store to a script of the agency's own, by TinyDB's API; read-only unless `to_write`.

    Raises StoreProblem, one sentence, for a wrong passphrase, a store that will not open, or a facilitator from
    outside, who is given no tables.
    """
    store = unlock(folder, person, passphrase)
    try:
        if store.reach is not None:
            raise OutOfReach
        if to_write:
            yield store.database
        else:
            reader = store.reader()
            try:
                yield reader
            finally:
                reader.close()
    finally:
        store.close()


def desk_at(
    store: Store,
    *,
    day: date | None = None,
    known_at: date | None = None,
    without: Collection[str] = (),
    clock: Callable[[], datetime] = local_now,
) -> Desk:
    """Return the desk of whoever unlocked a store that is open."""
    host = PluginHost.discover(without, store.settings.all())
    known = store.people.get(store.person)
    person = known or Person(store.person, store.person, ())
    return Desk(store, host, person, clock, day, known_at)
