"""Records of cases, and the rows that lists are read from, as far as a facilitator from outside reaches."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NoReturn

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.store.audit import AuditLog
from supervisor_tui.store.case_records import CaseRecords, KeptRows
from supervisor_tui.store.closing_rows import ClosingRows
from supervisor_tui.store.database import Database
from supervisor_tui.store.due_rows import DueRows
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.problems import OutOfReach
from supervisor_tui.store.reach import Reach
from supervisor_tui.store.rows import CaseRows, CaseSummary, ClosingRow, DueRow, Wait
from supervisor_tui.store.summaries import Summaries
from supervisor_tui.store.waiting_rows import WaitingRows

__all__ = ["ClosingRowsInReach", "DueRowsInReach", "RecordsInReach", "SummariesInReach", "WaitingRowsInReach"]


class RecordsInReach(CaseRecords):
    """The records of the cases of their conferences; of every other case one sentence."""

    def __init__(
        self, database: Database, kept: KeptRows, audit: AuditLog, today: Callable[[], date], reach: Reach
    ) -> None:
        super().__init__(database, kept, audit, today)
        self._reach = reach

    def add(self, records: Sequence[Record], *, rows: CaseRows, by: PersonCode) -> None:
        """Append records of a case of theirs."""
        self._reach.ask_case(rows.summary.case)
        super().add(records, rows=rows, by=by)

    def add_cases(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse: nothing is brought in by somebody from outside."""
        raise OutOfReach

    def refresh(self, rows: CaseRows) -> None:
        """Write the rows of a case of theirs."""
        self._reach.ask_case(rows.summary.case)
        super().refresh(rows)

    def of(self, code: CaseCode) -> tuple[Record, ...]:
        """Return the records of a case of theirs."""
        self._reach.ask_case(code)
        return super().of(code)

    def has(self, code: CaseCode) -> bool:
        """Say whether a case of theirs has any record; any other case is not there for them."""
        return code in self._reach.cases and super().has(code)

    def codes(self) -> tuple[CaseCode, ...]:
        """Return the codes of their cases, in order."""
        mine = self._reach.cases
        return tuple(code for code in super().codes() if code in mine)


class SummariesInReach(Summaries):
    """The summary rows of their cases."""

    def __init__(self, engine: Engine, reach: Reach) -> None:
        super().__init__(engine)
        self._reach = reach

    def all(self) -> tuple[CaseSummary, ...]:
        """Return the row of each case of theirs."""
        return self._mine(super().all())

    def carried_by(self, workers: Collection[str]) -> tuple[CaseSummary, ...]:
        """Return the rows of those of their cases that these carry."""
        return self._mine(super().carried_by(workers))

    def carried_by_none_of(self, workers: Collection[PersonCode]) -> tuple[CaseSummary, ...]:
        """Return the rows of those of their cases that nobody carries, or somebody else than these."""
        return self._mine(super().carried_by_none_of(workers))

    def of(self, case: CaseCode) -> CaseSummary | None:
        """Return the row of a case of theirs, None of any other."""
        return super().of(case) if case in self._reach.cases else None

    def _mine(self, rows: tuple[CaseSummary, ...]) -> tuple[CaseSummary, ...]:
        mine = self._reach.cases
        return tuple(row for row in rows if row.case in mine)


class DueRowsInReach(DueRows):
    """The due rows of their cases."""

    def __init__(self, engine: Engine, every_case: Callable[[], Iterable[CaseCode]], reach: Reach) -> None:
        super().__init__(engine, every_case)
        self._reach = reach

    def until(
        self,
        last: date,
        since: date | None = None,
        most: int | None = None,
        workers: Collection[PersonCode] | None = None,
    ) -> tuple[DueRow, ...]:
        """Return the rows of their cases due by a day."""
        return self._mine(super().until(last, since, None, workers))[:most]

    def unknown(self, most: int | None = None, workers: Collection[PersonCode] | None = None) -> tuple[DueRow, ...]:
        """Return the rows of their cases without a day."""
        return self._mine(super().unknown(None, workers))[:most]

    def of(self, case: CaseCode) -> tuple[DueRow, ...]:
        """Return the rows of a case of theirs, none of any other."""
        return super().of(case) if case in self._reach.cases else ()

    def late_counts(self, as_of: date, workers: Collection[PersonCode] | None = None) -> dict[CaseCode, int]:
        """Return how many duties of each case of theirs are late."""
        mine = self._reach.cases
        return {case: count for case, count in super().late_counts(as_of, workers).items() if case in mine}

    def _mine(self, rows: tuple[DueRow, ...]) -> tuple[DueRow, ...]:
        mine = self._reach.cases
        return tuple(row for row in rows if row.case in mine)


class ClosingRowsInReach(ClosingRows):
    """The closing rows of their cases."""

    def __init__(self, engine: Engine, reach: Reach) -> None:
        super().__init__(engine)
        self._reach = reach

    def at(self, places: Collection[str]) -> tuple[ClosingRow, ...]:
        """Return the rows of their cases at these places."""
        return self._mine(super().at(places))

    def of_each(self, cases: Collection[CaseCode]) -> tuple[ClosingRow, ...]:
        """Return the rows of those of these cases that are theirs."""
        return self._mine(super().of_each(cases))

    def kept_until(self, day: date) -> tuple[ClosingRow, ...]:
        """Return those of their closed files whose keeping time ends by a day."""
        return self._mine(super().kept_until(day))

    def counts(self) -> dict[str, int]:
        """Return how many of their cases stand at each place."""
        every_place = tuple(super().counts())
        rows = self._mine(super().at(every_place))
        counted = {place: sum(1 for row in rows if row.place == place) for place in every_place}
        return {place: count for place, count in counted.items() if count}

    def of(self, case: CaseCode) -> ClosingRow | None:
        """Return the row of a case of theirs, None of any other."""
        return super().of(case) if case in self._reach.cases else None

    def _mine(self, rows: tuple[ClosingRow, ...]) -> tuple[ClosingRow, ...]:
        mine = self._reach.cases
        return tuple(row for row in rows if row.case in mine)


class WaitingRowsInReach(WaitingRows):
    """What waits in their cases for a number that the agency has not decided."""

    def __init__(self, engine: Engine, reach: Reach) -> None:
        super().__init__(engine)
        self._reach = reach

    def of(self, case: CaseCode) -> tuple[Wait, ...] | None:
        """Return what waits in a case of theirs, None in any other."""
        return super().of(case) if case in self._reach.cases else None

    def counts(self) -> tuple[tuple[tuple[Wait, ...], int], ...]:
        """Return each combination of waits that some case of theirs has, with the number of cases that have it."""
        mine = (self.of(case) for case in sorted(self._reach.cases))
        return tuple(Counter(waits for waits in mine if waits is not None).items())
