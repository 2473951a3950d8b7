"""The records of case files: appended, never changed, together with the rows that lists are read from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
from tinydb import where

from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.store.audit import Act, AuditLog
from supervisor_tui.store.closing_rows import ClosingRows
from supervisor_tui.store.database import Database
from supervisor_tui.store.due_rows import DueRows
from supervisor_tui.store.rows import CaseRows
from supervisor_tui.store.summaries import Summaries
from supervisor_tui.store.waiting_rows import WaitingRows

__all__ = ["CaseRecords", "CaseToAdd", "KeptRows"]

_CASES_A_COMMIT = 200


class CaseToAdd(msgspec.Struct, frozen=True):
    """Records of one case to be brought in, with the rows worked out from everything the case then holds."""

    records: tuple[Record, ...]
    rows: CaseRows


class KeptRows(NamedTuple):
    """Where the rows of cases are kept that lists are read from."""

    summaries: Summaries
    due: DueRows
    closing: ClosingRows
    waiting: WaitingRows


class CaseRecords:
    """Records by case. A body comes back as the very JSON that went in, whether or not anybody knows its kind.

    today: gives the day for which a case without due rows counts as worked out.
    """

    def __init__(self, database: Database, kept: KeptRows, audit: AuditLog, today: Callable[[], date]) -> None:
        self._database = database
        self._table = database.table("records", indexed=("case,id",))
        self._kept = kept
        self._audit = audit
        self._today = today

    def add(self, records: Sequence[Record], *, rows: CaseRows, by: PersonCode) -> None:
        """Append records of one case with the rows that lists read, in one commit.

        A record that is there already, to the byte, is left alone, so that a write can be repeated. Raises ValueError
        for a record of another case, a body that is not JSON, or an id that another record of the case has.
        """
        with self._database.transaction():
            for record in self._append(rows.summary.case, records):
                self._audit.note(by, Act.CHANGED, record.case, record.id)
            self.refresh(rows)

    def add_cases(
        self,
        cases: Iterable[CaseToAdd],
        *,
        by: PersonCode,
        going_on: Callable[[int], bool] = lambda _done: True,
    ) -> int:
        """Bring in many cases, some hundreds a commit, and return how many came in.

        going_on: called with the number that is safely in after each commit; returning False stops there.
        """
        done = 0
        coming = iter(cases)
        while added := self._add_some(coming, by):
            done += added
            if not going_on(done):
                break
        return done

    def refresh(self, rows: CaseRows) -> None:
        """Write a case's summary, and of its other rows those that changed."""
        day = rows.due[0].worked_out_for if rows.due else self._today()
        with self._database.engine.joining():
            self._kept.due.put(rows.summary.case, rows.due)
            self._kept.closing.put(rows.closing)
            self._kept.waiting.put(rows.summary.case, rows.waits)
            self._kept.summaries.put(rows.summary, day)

    def of(self, code: CaseCode) -> tuple[Record, ...]:
        """Return the records of a case in the order in which they were written; none for a code nobody registered."""
        return tuple(msgspec.json.decode(text, type=Record) for text in self._table.texts(where("case") == code))

    def has(self, code: CaseCode) -> bool:
        """Say whether a case of that code has any record."""
        return self._table.contains(where("case") == code)

    def codes(self) -> tuple[CaseCode, ...]:
        """Return the codes of all cases, in order."""
        return tuple(CaseCode(code) for code in self._table.values("case"))

    def everything(self) -> Iterator[tuple[CaseCode, tuple[Record, ...]]]:
        """Give each case with its records, a case at a time, in the order of codes."""
        for code in self.codes():
            yield code, self.of(code)

    def _add_some(self, coming: Iterator[CaseToAdd], by: PersonCode) -> int:
        added = 0
        with self._database.transaction():
            while added < _CASES_A_COMMIT and (case := next(coming, None)) is not None:
                self._append(case.rows.summary.case, case.records)
                self._audit.note(by, Act.IMPORTED, case.rows.summary.case)
                self.refresh(case.rows)
                added += 1
        return added

    def _append(self, code: CaseCode, records: Sequence[Record]) -> list[Record]:
        """Write what is not there yet, and return it."""
        ids = [record.id for record in records]
        stored = self._table.texts((where("case") == code) & where("id").one_of(ids))
        there = {record.id: record for record in (msgspec.json.decode(text, type=Record) for text in stored)}
        coming: dict[RecordId, Record] = {}
        for record in records:
            if record.case != code:
                raise ValueError(f"record {record.id} is of another case than {code}")
            before = there.get(record.id) or coming.get(record.id)
            if before is None:
                coming[record.id] = record
            elif msgspec.json.encode(before) != msgspec.json.encode(record):
                raise ValueError(f"record {record.id} of {code} is there already, with other content")
        self._table.insert_texts([_text_of(record) for record in coming.values()])
        return list(coming.values())


def _text_of(record: Record) -> str:
    """Write a record with its body untouched; a body that is not JSON would make the whole table unreadable."""
    text = msgspec.json.encode(record).decode()
    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise ValueError(f"the body of record {record.id} is not JSON") from error
    return text
