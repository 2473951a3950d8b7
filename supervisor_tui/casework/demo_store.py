"""The demo agency in a store of its own: real files, really encrypted, thrown away afterwards. Nobody in it exists."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from supervisor_tui.casework.demo_agency import DemoAgency, demo_agency
from supervisor_tui.casework.demo_agency.readers import READ, let_in
from supervisor_tui.casework.demo_agency.sent_copies import copies_sent
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import worked_out
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.case_records import CaseToAdd
from supervisor_tui.store.identities import Identity
from supervisor_tui.store.key_slots import Cost
from supervisor_tui.store.open_store import Store, create_store

DEMO_PASSPHRASE = "nobody here exists"  # noqa: S105 - printed for everybody to read
DEMO_COST = Cost(memory_kib=1024, passes=1, lanes=1)


def make_demo_store(folder: Path, now: datetime, clock: Callable[[], datetime] | None = None) -> Store:
    """Make a store of the demo agency in a folder, and return it open in the name of its first supervisor.

    The managers have a key too, so that they can sign. clock: the store's own, where it shall not be this machine's.
    """
    agency = demo_agency(now)
    supervisor = next(person for person in agency.people if Role.SUPERVISOR in person.roles)
    store, _recovery_key = create_store(
        folder, None, supervisor, DEMO_PASSPHRASE, clock=clock or (lambda: now), cost=DEMO_COST
    )
    _bring_in(store, agency, supervisor, now)
    for person in agency.people:
        if person.code != supervisor.code and Role.MANAGER in person.roles:
            store.give_key(person, DEMO_PASSPHRASE, identities=False)
    return store


@contextmanager
def throw_away_store(now: datetime, clock: Callable[[], datetime]) -> Iterator[Store]:
    """Give a demo store in a temporary folder; it is closed and deleted at the end."""
    with tempfile.TemporaryDirectory(prefix="supervisor-tui-demo-", ignore_cleanup_errors=True) as folder:
        store = make_demo_store(Path(folder) / "store", now, clock)
        try:
            yield store
        finally:
            store.close()


def _bring_in(store: Store, agency: DemoAgency, by: Person, now: datetime) -> None:
    with store.transaction():
        for person in agency.people:
            if person.code != by.code:
                store.people.add(person, by.code)
        for programme in agency.programmes:
            store.programmes.add(programme, by.code)
        for value in agency.agency_values:
            store.settings.decide(value)
    desk = Desk(store, PluginHost.discover(agency_values=store.settings.all()), by, lambda: now)
    store.records.add_cases(_worked_out(desk, agency), by=by.code)
    with store.transaction():
        for meeting in agency.meetings:
            store.meetings.add(meeting, by.code)
        store.sent_copies.add(*copies_sent(agency.meetings))
        for line in agency.lines:
            store.minutes.add(line)
        carries = store.summaries.of(READ)
        for one in let_in(agency.people, carries.worker, now) if carries and carries.worker else ():
            store.readers.let_in(one)
            if one.says_so_themselves:
                store.readers.note_opened(one.case, one.person)
    for code, made_up in agency.identities.items():
        store.open_identities().save(
            Identity(case=code, names=(made_up.name,), address=made_up.address, contacts=(made_up.contact,))
        )


def _worked_out(desk: Desk, agency: DemoAgency) -> Iterator[CaseToAdd]:
    for code, records in agency.cases:
        yield CaseToAdd(records, worked_out(desk, code, records))
