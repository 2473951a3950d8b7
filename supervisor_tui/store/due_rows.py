"""The due rows: one for each duty that is not done, lying in the order of their days."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from hashlib import blake2b
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.store.due_row_text import due_row_text, due_rows_read
from supervisor_tui.store.engine import Bindable, Engine
from supervisor_tui.store.kept_rows import KeptRows
from supervisor_tui.store.rows import DueRow

__all__ = ["DueRows"]

_NO_DAY = ""
_Key = tuple[Bindable, ...]


class DueRows(KeptRows):
    """The due rows in the cases file.

    They lie by day, so that a range is read in one go, and are found by who carries the case, so that a team's are read
    without the agency's. `due_of_case` keeps for each case the keys of its rows and a
    short hash of each, by which a save knows what changed without reading them. A key is day, case, set, rule, slot,
    and `nth`, which tells two rows apart that a set gave the same rule and slot.

    every_case: gives the codes of all cases, those among them whose rows were never worked out.
    """

    NAMES = ("due_rows", "due_of_case")
    TABLES = (
        (
            'CREATE TABLE due_rows(due_day TEXT, "case" TEXT, "set" TEXT, rule TEXT, slot TEXT, nth INTEGER, '
            "counts INTEGER NOT NULL, closes TEXT, worker TEXT, row TEXT NOT NULL, "
            'PRIMARY KEY(due_day, "case", "set", rule, slot, nth)) WITHOUT ROWID'
        ),
        "CREATE INDEX due_by_worker ON due_rows(worker, due_day)",
        'CREATE TABLE due_of_case("case" TEXT PRIMARY KEY, keys TEXT NOT NULL) WITHOUT ROWID',
    )

    def __init__(self, engine: Engine, every_case: Callable[[], Iterable[CaseCode]]) -> None:
        super().__init__(engine)
        self._every_case = every_case

    def put(self, case: CaseCode, rows: Iterable[DueRow]) -> int:
        """Make these the rows of a case; write only those that changed, and return how many."""
        coming = _keyed(case, rows)
        hashes = {key: _hash(row) for key, row in coming.items()}
        with self._engine.joining() as connection:
            stored = self._keys_of(case)
            gone = [key for key in stored if key not in hashes]
            changed = [(*key, *coming[key]) for key, digest in hashes.items() if stored.get(key) != digest]
            if not gone and not changed:
                return 0
            connection.executemany(
                'DELETE FROM due_rows WHERE due_day = ? AND "case" = ? AND "set" = ? AND rule = ? AND slot = ? '
                "AND nth = ?",
                gone,
            )
            connection.executemany("INSERT OR REPLACE INTO due_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", changed)
            keys = msgspec.json.encode([[*key, digest] for key, digest in hashes.items()]).decode()
            connection.execute("INSERT OR REPLACE INTO due_of_case VALUES (?, ?)", (case, keys))
        return len(gone) + len(changed)

    def until(
        self,
        last: date,
        since: date | None = None,
        most: int | None = None,
        workers: Collection[PersonCode] | None = None,
    ) -> tuple[DueRow, ...]:
        """Return the rows due by a day (inclusive), the earliest first; from a day on and up to a number, if given.

        workers: only what these carry, and what nobody carries. Few days are read in their order, many by the workers.
        """
        if since is not None:
            return self._read(
                "due_day BETWEEN ? AND ?", (since.isoformat(), last.isoformat()), most, workers, "+worker"
            )
        return self._read("due_day BETWEEN ? AND ?", (date.min.isoformat(), last.isoformat()), most, workers)

    def unknown(self, most: int | None = None, workers: Collection[PersonCode] | None = None) -> tuple[DueRow, ...]:
        """Return the rows without a day, in the order of cases; up to a number and of these workers, if given."""
        return self._read("due_day = ?", (_NO_DAY,), most, workers)

    def of(self, case: CaseCode) -> tuple[DueRow, ...]:
        """Return the rows of one case, in the order in which they were worked out."""
        texts = [
            cast("str", row[0])
            for key in self._keys_of(case)
            for row in self._engine.rows(
                'SELECT row FROM due_rows WHERE due_day = ? AND "case" = ? AND "set" = ? AND rule = ? AND slot = ? '
                "AND nth = ?",
                key,
            )
        ]
        return due_rows_read(texts)

    def late_counts(self, as_of: date, workers: Collection[PersonCode] | None = None) -> dict[CaseCode, int]:
        """Return how many duties of each case are late on a day; advisory, unknown and missed ones are not counted.

        workers: only what these carry, and what nobody carries.
        """
        day = as_of.isoformat()
        where = "due_day > ? AND due_day < ? AND counts = 1 AND (closes IS NULL OR closes >= ?)"
        where, bindings = _of_workers(where, (_NO_DAY, day, day), workers)
        rows = self._engine.rows(
            f'SELECT "case", count(*) FROM due_rows WHERE {where} GROUP BY "case"',  # noqa: S608 - ours
            bindings,
        )
        return {CaseCode(cast("str", case)): cast("int", count) for case, count in rows}

    def stale(self, made_with: Collection[str], worked_out_for: date) -> tuple[CaseCode, ...]:
        """Return the cases whose rows are missing, or were worked out for another day or with something else.

        made_with: what rows are worked out with at present, a hash for each programme (`CaseSummary.made_with`).
        """
        rows = cast(
            "list[tuple[CaseCode, str]]",
            self._engine.rows(
                'SELECT "case", worked_out_with FROM summaries WHERE worked_out_for = ?', (worked_out_for.isoformat(),)
            ),
        )
        fresh = {case for case, with_what in rows if with_what in made_with}
        return tuple(sorted(set(self._every_case()) - fresh))

    def _keys_of(self, case: CaseCode) -> dict[_Key, str]:
        row = self._engine.row('SELECT keys FROM due_of_case WHERE "case" = ?', (case,))
        if row is None:
            return {}
        written = msgspec.json.decode(cast("str", row[0]), type=list[tuple[str, str, str, str, str, int, str]])
        return {entry[:6]: entry[6] for entry in written}

    def _read(
        self,
        where: str,
        bindings: tuple[Bindable, ...],
        most: int | None,
        workers: Collection[PersonCode] | None,
        carried: str = "worker",
    ) -> tuple[DueRow, ...]:
        where, bindings = _of_workers(where, bindings, workers, carried)
        rows = self._engine.rows(
            "SELECT row FROM due_rows WHERE " + where + ' ORDER BY due_day, "case" LIMIT ?',  # noqa: S608 - ours
            (*bindings, -1 if most is None else most),
        )
        return due_rows_read(cast("str", row[0]) for row in rows)


def _of_workers(
    where: str, bindings: tuple[Bindable, ...], workers: Collection[PersonCode] | None, carried: str = "worker"
) -> tuple[str, tuple[Bindable, ...]]:
    """Narrow a condition to what these workers carry and what nobody carries, if workers are given.

    carried: the column; with a plus before it SQLite leaves its index aside.
    """
    if workers is None:
        return where, bindings
    theirs = f"({carried} IS NULL OR {carried} IN (SELECT value FROM json_each(?)))"  # noqa: S608 - ours
    return f"{where} AND {theirs}", (*bindings, msgspec.json.encode(list(workers)).decode())


def _keyed(case: CaseCode, rows: Iterable[DueRow]) -> dict[_Key, tuple[Bindable, ...]]:
    coming: dict[_Key, tuple[Bindable, ...]] = {}
    for row in rows:
        if row.case != case:
            raise ValueError(f"a due row of {row.case} among those of {case}")
        day = _NO_DAY if row.due_day is None else row.due_day.isoformat()
        nth = 0
        while (key := (day, case, row.set, row.rule, row.slot, nth)) in coming:
            nth += 1
        counts = row.due_day is not None and not row.item.unknown and not row.advisory
        closes = None if row.closes is None else row.closes.isoformat()
        coming[key] = (int(counts), closes, row.worker, due_row_text(row))
    return coming


def _hash(row: tuple[Bindable, ...]) -> str:
    return blake2b(repr(row).encode(), digest_size=8).hexdigest()
