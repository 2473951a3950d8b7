"""The due rows: one for each duty that is not done, found by day, by case, and by what they were worked out with."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import cast

import msgspec

from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.store.due_row_text import due_row_text, due_rows_read
from supervisor_tui.store.engine import Bindable, Engine
from supervisor_tui.store.rows import DueRow

__all__ = ["DueRows", "worked_out_with"]

_Key = tuple[Bindable, ...]


class DueRows:
    """The due rows in the cases file. `nth` tells two rows apart that a set gave the same rule and slot."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self) -> None:
        """Make the table and the index by which ranges of days are read and late duties counted."""
        with self._engine.joining() as connection:
            connection.execute(
                'CREATE TABLE due_rows("case" TEXT, "set" TEXT, rule TEXT, slot TEXT, nth INTEGER, due_day TEXT, '
                "counts INTEGER NOT NULL, closes TEXT, row TEXT NOT NULL, "
                'PRIMARY KEY("case", "set", rule, slot, nth)) WITHOUT ROWID'
            )
            connection.execute("CREATE INDEX due_rows_by_day ON due_rows(due_day, counts, closes)")

    def put(self, case: CaseCode, rows: Iterable[DueRow]) -> int:
        """Make these the rows of a case; write only those that changed, and return how many."""
        coming = _keyed(case, rows)
        with self._engine.joining() as connection:
            stored = {
                (case, *row[:4]): row[4]
                for row in self._engine.rows(
                    'SELECT "set", rule, slot, nth, row FROM due_rows WHERE "case" = ?', (case,)
                )
            }
            gone = [key for key in stored if key not in coming]
            changed = [(*key, *row) for key, row in coming.items() if stored.get(key) != row[-1]]
            connection.executemany(
                'DELETE FROM due_rows WHERE "case" = ? AND "set" = ? AND rule = ? AND slot = ? AND nth = ?', gone
            )
            connection.executemany(
                "INSERT INTO due_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                "SET due_day = excluded.due_day, counts = excluded.counts, closes = excluded.closes, "
                "row = excluded.row",
                changed,
            )
        return len(gone) + len(changed)

    def until(self, last: date, since: date | None = None) -> tuple[DueRow, ...]:
        """Return the rows due by a day (inclusive), the earliest first; from a day on, where one is given."""
        return self._read("due_day <= ? AND due_day >= ? ORDER BY due_day", (last.isoformat(), _iso(since) or ""))

    def unknown(self) -> tuple[DueRow, ...]:
        """Return the rows without a day, in the order of cases."""
        return self._read('due_day IS NULL ORDER BY "case"', ())

    def of(self, case: CaseCode) -> tuple[DueRow, ...]:
        """Return the rows of one case."""
        return self._read('"case" = ?', (case,))

    def late_counts(self, as_of: date) -> dict[CaseCode, int]:
        """Return how many duties of each case are late on a day; advisory, unknown and missed ones are not counted."""
        day = as_of.isoformat()
        rows = self._engine.rows(
            'SELECT "case", count(*) FROM due_rows INDEXED BY due_rows_by_day WHERE due_day < ? AND counts = 1 '
            'AND (closes IS NULL OR closes >= ?) GROUP BY "case"',
            (day, day),
        )
        return {CaseCode(cast("str", case)): cast("int", count) for case, count in rows}

    def stale(
        self, expected: Mapping[SetId, tuple[str, Collection[str]]], worked_out_for: date
    ) -> tuple[CaseCode, ...]:
        """Return the cases whose rows were worked out for another day, or with another version or settings of a set.

        expected: for each set its version and the fingerprints that its settings have in any programme.
        """
        known = self._engine.rows("SELECT DISTINCT worked_out_with FROM summaries")
        old = [cast("str", row[0]) for row in known if not _is_current(cast("str", row[0]), expected)]
        marks = ", ".join("?" * len(old))
        rows = self._engine.rows(
            f'SELECT "case" FROM summaries WHERE worked_out_for IS NOT ? OR worked_out_with IN ({marks})',  # noqa: S608
            (worked_out_for.isoformat(), *old),
        )
        return tuple(CaseCode(cast("str", row[0])) for row in rows)

    def _read(self, where: str, bindings: tuple[Bindable, ...]) -> tuple[DueRow, ...]:
        rows = self._engine.rows("SELECT row FROM due_rows WHERE " + where, bindings)  # noqa: S608 - ours
        return due_rows_read(cast("str", row[0]) for row in rows)


def worked_out_with(rows: Iterable[DueRow]) -> str:
    """Return which version and settings of which sets these rows stand on, as one comparable text."""
    return msgspec.json.encode(sorted({(row.set, row.version, row.settings) for row in rows})).decode()


def _is_current(text: str, expected: Mapping[SetId, tuple[str, Collection[str]]]) -> bool:
    for set_id, version, settings in msgspec.json.decode(text, type=list[tuple[SetId, str, str]]):
        known = expected.get(set_id)
        if known is None or version != known[0] or settings not in known[1]:
            return False
    return True


def _keyed(case: CaseCode, rows: Iterable[DueRow]) -> dict[_Key, tuple[Bindable, ...]]:
    coming: dict[_Key, tuple[Bindable, ...]] = {}
    for row in rows:
        if row.case != case:
            raise ValueError(f"a due row of {row.case} among those of {case}")
        nth = 0
        while (key := (case, row.set, row.rule, row.slot, nth)) in coming:
            nth += 1
        counts = row.due_day is not None and not row.item.unknown and not row.advisory
        coming[key] = (_iso(row.due_day), int(counts), _iso(row.closes), due_row_text(row))
    return coming


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
