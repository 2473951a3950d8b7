"""Somebody who types lines into a meeting, in a process of their own, once they are told to begin."""

import sys
from pathlib import Path

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.guidance.discovery import load
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.open_store import unlock
from tests.tui import field_practice
from tests.tui.meetings.called import TickingClock

KINDS = (LineKind.ACTION, LineKind.ACTION, LineKind.DECISION)


def at_desk(folder: Path, name: str, passphrase: str) -> Desk:
    """Open the store in somebody's name, as another program does."""
    clock = TickingClock()
    store = unlock(folder, name, passphrase, clock=clock)
    person = next(one for one in store.people.all() if one.short_name == name)
    return Desk(store, PluginHost(load([(field_practice.SET, lambda: field_practice)])), person, clock)


def type_lines(folder: str, name: str, passphrase: str, lines: int) -> None:
    """Say that the store is open, wait for a word, and type."""
    desk = at_desk(Path(folder), name, passphrase)
    meeting = seen(desk, MeetingId("M-0001")).value
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(lines):
        said = Said(kind=KINDS[number % len(KINDS)], text=f"{name} {number}", case=CaseCode("C-0117"))
        enter(desk, meeting, said)
    desk.store.close()
