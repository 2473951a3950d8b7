"""A case of the file beside what stands here: what is added, what is corrected, what stays as people recorded it.

The id of an imported record follows from its case, kind and row, so that the same file finds its own records again. A
difference becomes a record that amends the last imported one. What a person recorded or corrected is never amended.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.exchange.incoming.drafts import Draft
from supervisor_tui.exchange.incoming.terms import ImportTerms
from supervisor_tui.exchange.reading.values import Source
from supervisor_tui.wording import _

__all__ = ["RecordChange", "WhatHappens", "compare", "record_id", "source_words"]

_LONGEST_CHAIN = 10_000


class WhatHappens(Choice):
    """What an import does with one record of the file."""

    ADDED = "added", _("comes in")
    AMENDED = "amended", _("is corrected")
    CHANGED = "changed", _("changes from a day on")
    SAME = "same", _("is here already")
    KEPT = "kept", _("stays as it was recorded here")


class RecordChange(msgspec.Struct, frozen=True):
    """One record of the file and what happens with it; `record` is what is to be written, None where nothing is.

    before: the body that stands here so far, None for what is added.
    """

    what: WhatHappens
    kind: type[RecordBody]
    on: date
    body: RecordBody
    record: Record | None = None
    before: RecordBody | None = None


def compare(
    code: CaseCode, drafts: Iterable[Draft], here: Sequence[Record], terms: ImportTerms, source: Source
) -> tuple[RecordChange, ...]:
    """Return what happens with each record of a case."""
    side = _Side(code, here, terms, source)
    return tuple(side.change(draft) for draft in drafts)


def record_id(code: CaseCode, kind: type[RecordBody], key: str, number: int = 0) -> RecordId:
    """Return the id of an imported record; `number` counts its later versions."""
    named = "\x1f".join((code, kind.KIND, key, str(number)))
    return RecordId(f"i-{hashlib.sha256(named.encode()).hexdigest()[:24]}")


def source_words(source: Source) -> str:
    """Return how a record names the file that it came from."""
    return f"{source.name} ({source.content_hash[:12]})"


class _Side:
    """What stands here of one case, ready to be asked about each record of the file."""

    def __init__(self, code: CaseCode, here: Sequence[Record], terms: ImportTerms, source: Source) -> None:
        self._code = code
        self._terms = terms
        self._source = source
        self._by_id = {record.id: record for record in here}
        self._amended_by = {record.amends: record for record in here if record.amends is not None}

    def change(self, draft: Draft) -> RecordChange:
        """Return what happens with one record."""
        versions = self._versions(draft)
        if not versions:
            return self._kept(draft) if self._recorded_here(draft) else self._new(WhatHappens.ADDED, draft, draft.on, 0)
        last = versions[-1]
        before = _body(last, draft.kind)
        draft = _with_what_stands(draft, before)
        if before == draft.body and (draft.changed_on is not None or last.on == draft.on):
            return RecordChange(WhatHappens.SAME, draft.kind, draft.on, draft.body)
        if draft.changed_on is not None:
            return self._later(draft, versions, before)
        latest = self._latest_word(last)
        if latest is not last:
            return self._kept(draft)
        return self._new(WhatHappens.AMENDED, draft, draft.on, len(versions), last.id, before)

    def _versions(self, draft: Draft) -> list[Record]:
        """Return what earlier imports wrote of this record, oldest first."""
        found: list[Record] = []
        for number in range(_LONGEST_CHAIN):
            record = self._by_id.get(record_id(self._code, draft.kind, draft.key, number))
            if record is None:
                break
            found.append(record)
        return found

    def _later(self, draft: Draft, versions: list[Record], before: RecordBody | None) -> RecordChange:
        """Let a value that changed count from its day on; the record of the same day is corrected instead."""
        last = versions[-1]
        assert draft.changed_on is not None
        if any(self._is_ours(record, draft) and record.on >= last.on for record in self._by_id.values()):
            return self._kept(draft)
        if draft.changed_on <= last.on:
            return self._new(WhatHappens.AMENDED, draft, last.on, len(versions), last.id, before)
        return self._new(WhatHappens.CHANGED, draft, draft.changed_on, len(versions), None, before)

    def _recorded_here(self, draft: Draft) -> bool:
        """Whether people recorded the same thing here: a registration, a state, or one of the kind on that day."""
        same_kind = [record for record in self._by_id.values() if self._is_ours(record, draft)]
        if draft.kind is Registration or draft.changed_on is not None:
            return bool(same_kind)
        return any(record.on == draft.on for record in same_kind)

    def _is_ours(self, record: Record, draft: Draft) -> bool:
        return record.kind == draft.kind.KIND and record.how_known is not HowKnown.IMPORTED

    def _latest_word(self, record: Record) -> Record:
        """Follow the corrections of a record to the one that counts."""
        for _step in range(_LONGEST_CHAIN):
            following = self._amended_by.get(record.id)
            if following is None:
                break
            record = following
        return record

    def _kept(self, draft: Draft) -> RecordChange:
        return RecordChange(WhatHappens.KEPT, draft.kind, draft.on, draft.body)

    def _new(
        self,
        what: WhatHappens,
        draft: Draft,
        on: date,
        number: int,
        amends: RecordId | None = None,
        before: RecordBody | None = None,
    ) -> RecordChange:
        record = Record(
            id=record_id(self._code, draft.kind, draft.key, number),
            case=self._code,
            kind=draft.kind.KIND,
            on=on,
            entered_on=self._terms.entered_on,
            by=self._terms.by,
            body=msgspec.Raw(msgspec.json.encode(draft.body)),
            kind_version=draft.kind.VERSION,
            amends=amends,
            how_known=HowKnown.IMPORTED,
            source=source_words(self._source),
        )
        return RecordChange(what, draft.kind, on, draft.body, record, before)


def _with_what_stands(draft: Draft, before: RecordBody | None) -> Draft:
    """Fill what the file does not speak of from what stands here: an export that shows less wipes out nothing."""
    if before is None:
        return draft
    silent = () if draft.said is None else (name for name in before.__struct_fields__ if name not in draft.said)
    standing = {name: getattr(before, name) for name in silent} | _began_with(before)
    return msgspec.structs.replace(draft, body=msgspec.structs.replace(draft.body, **standing))


def _began_with(before: RecordBody) -> dict[str, date]:
    """Keep the day from which duties count where one was given: a later file begins with no case that is here."""
    began = before.duties_from if isinstance(before, Registration) else None
    return {} if began is None else {"duties_from": began}


def _body(record: Record, kind: type[RecordBody]) -> RecordBody | None:
    """Return what a record says, or None where it no longer reads as its kind: then the file's word corrects it."""
    try:
        return msgspec.json.decode(record.body, type=kind)
    except msgspec.MsgspecError:
        return None
