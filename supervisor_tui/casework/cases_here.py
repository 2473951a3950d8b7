"""What stands here of the cases that an import brings: their records, and what earlier imports locked away."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from supervisor_tui.domain.ids import CaseCode, ProgrammeId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.status import Status
from supervisor_tui.exchange.incoming.locked_case import SOURCE_ID, LockedCell
from supervisor_tui.store.identities import Identities
from supervisor_tui.store.open_store import Store

__all__ = ["StoredCases"]


class StoredCases:
    """The store and its open identities file, as an import asks them (`CasesHere`).

    The ids of other systems stand in the identities file only; they are read once, when the first is asked for.
    """

    def __init__(self, store: Store, identities: Identities) -> None:
        self._store = store
        self._identities = identities
        self._ids: dict[CaseCode, tuple[str, ...]] | None = None
        self._codes: dict[str, CaseCode] = {}

    def code_of(self, source_id: str) -> CaseCode | None:
        """Return the code under which an id was brought in before, or None."""
        self._all_ids()
        return self._codes.get(source_id)

    def source_of(self, code: CaseCode) -> str | None:
        """Return the id under which a case was brought in, the last one if there were several, or None."""
        ids = self._all_ids().get(code, ())
        return ids[-1] if ids else None

    def records_of(self, code: CaseCode) -> Sequence[Record]:
        """Return every record of a case, none where there is no such case."""
        return self._store.records.of(code)

    def locked_of(self, code: CaseCode) -> Collection[LockedCell]:
        """Return every cell that imports brought for a case, earlier values among them."""
        return tuple(LockedCell(field.name, field.row, bytes(field.value)) for field in self._identities.locked(code))

    def imported(self, programme: ProgrammeId) -> Iterable[CaseCode]:
        """Return the cases of a programme that came in by an import and are not closed."""
        ids = self._all_ids()
        return tuple(
            summary.case
            for summary in self._store.summaries.all()
            if summary.programme == programme and summary.status != Status.CLOSED and summary.case in ids
        )

    def _all_ids(self) -> dict[CaseCode, tuple[str, ...]]:
        if self._ids is None:
            found = {code: self._ids_of(code) for code in self._store.records.codes()}
            self._ids = {code: ids for code, ids in found.items() if ids}
            self._codes = {source_id: code for code, ids in self._ids.items() for source_id in ids}
        return self._ids

    def _ids_of(self, code: CaseCode) -> tuple[str, ...]:
        fields = self._identities.locked(code)
        return tuple(msgspec.json.decode(field.value, type=str) for field in fields if field.name == SOURCE_ID)
