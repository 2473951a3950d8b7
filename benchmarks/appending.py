"""What it costs to write one record down: on the disk, in the store alone, and with every guidance set asked."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from benchmarks.figures import Figure, compared, most_times, times_faster
from benchmarks.monday import MORNING
from benchmarks.stores import agency, spread_out
from benchmarks.timing import Spread, side_by_side, timed
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, record_of, save, worked_out
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.contact import Channel, FollowUp, Situation
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.store.due_row_text import due_row_text
from supervisor_tui.store.rows import CaseRows

__all__ = ["FOLLOW_UP", "appending"]

TINYDB_DOCUMENTS = 5000
TINYDB_BYTES = 3000
"""One document a case, as small as the case of a database that keeps one growing document would be."""

FOLLOW_UP = Draft(
    FollowUp(
        channel=Channel.HOME_VISIT,
        child_seen=YesNo.YES,
        situation=Situation.BETTER,
        safe=YesNo.YES,
        note="Both parents were at home. She showed me her school book and read a page to me.",
    ),
    MORNING.date(),
)


class Coming(NamedTuple):
    """A record about to be appended, with the rows that change with it."""

    record: Record
    rows: CaseRows

    def as_bytes(self) -> bytes:
        """Return the same bytes for a bare append."""
        parts = (self.record, self.rows.summary, self.rows.closing)
        return b"\n".join((*map(msgspec.json.encode, parts), *(due_row_text(row).encode() for row in self.rows.due)))


def appending(desks: Mapping[int, Desk], place: Path, times: int) -> list[Figure]:
    """Compare a follow-up written down with a bare append and fsync of the same bytes, at every size in turns."""
    codes = {size: spread_out(desk, 2 * times) for size, desk in desks.items()}
    coming = {size: [_coming(desk, code) for code in codes[size][:times]] for size, desk in desks.items()}
    texts = [one.as_bytes() for one in coming[max(desks)]]
    descriptor = os.open(place / "bare-append", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    try:
        bare, *taken = side_by_side(
            times,
            _appending_bare(descriptor, texts),
            *(_adding(desk, coming[size]) for size, desk in desks.items()),
            *(_saving(desk, codes[size][times:]) for size, desk in desks.items()),
        )
    finally:
        os.close(descriptor)
    added = dict(zip(desks, taken[: len(desks)], strict=True))
    saved = dict(zip(desks, taken[len(desks) :], strict=True))
    tinydb = _tinydb_insert(place / "tinydb.json", max(3, times // 20))
    return [*_at_each_size(added, saved, bare), _against_tinydb(added, tinydb)]


def _appending_bare(descriptor: int, texts: list[bytes]) -> Callable[[int], object]:
    def append(number: int) -> None:
        os.write(descriptor, texts[number])
        os.fsync(descriptor)

    return append


def _coming(desk: Desk, code: CaseCode) -> Coming:
    record = record_of(desk, code, FOLLOW_UP, MORNING)
    return Coming(record, worked_out(desk, code, (*desk.store.records.of(code), record)))


def _adding(desk: Desk, coming: list[Coming]) -> Callable[[int], object]:
    def add(number: int) -> None:
        record, rows = coming[number]
        desk.store.records.add((record,), rows=rows, by=desk.person.code)

    return add


def _saving(desk: Desk, codes: list[CaseCode]) -> Callable[[int], object]:
    return lambda number: save(desk, codes[number], [FOLLOW_UP])


def _at_each_size(added: Mapping[int, Spread], saved: Mapping[int, Spread], bare: Spread) -> list[Figure]:
    against = "append + fsync of the same bytes"
    smallest, largest = min(added), max(added)
    return [
        *(
            compared(f"append a record with its rows, {size:,} cases", taken, against, bare, most_times(5))
            for size, taken in added.items()
        ),
        compared(
            f"the same, {largest:,} cases", added[largest], f"{smallest:,} cases", added[smallest], most_times(1.5)
        ),
        *(
            compared(f"save a follow-up, all sets asked, {size:,} cases", taken, against, bare)
            for size, taken in saved.items()
        ),
    ]


def _against_tinydb(added: Mapping[int, Spread], tinydb: Spread) -> Figure:
    size = min(added, key=lambda size: abs(size - TINYDB_DOCUMENTS))
    return compared(
        f"append a record with its rows, {size:,} cases",
        added[size],
        f"TinyDB's JSONStorage, {TINYDB_DOCUMENTS:,} cases of 3 KB",
        tinydb,
        times_faster(300),
    )


def _tinydb_insert(path: Path, times: int) -> Spread:
    """Return what one insert takes with TinyDB's own storage, which reads and writes everything."""
    records: list[object] = []
    for record in agency().cases[0][1]:
        if len(msgspec.json.encode(records)) < TINYDB_BYTES:
            records.append(msgspec.json.decode(msgspec.json.encode(record)))
    document = {"case": "C-0001", "records": records}
    with TinyDB(path, storage=JSONStorage) as database:
        database.insert_multiple(document for _number in range(TINYDB_DOCUMENTS))
        return timed(times, lambda _number: database.insert(document))
