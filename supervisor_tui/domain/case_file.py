"""The case file as it stood: registration and records, read for one day and one state of knowledge.

A case file is append-only. `as_seen` answers two different questions. *What happened up to a day* keeps the records
whose `on` is not later. *What could be known on a day* also leaves out what was entered later. A correction names the
record that it amends, and that record is no longer read, unless the correction was itself entered in error.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import wraps
from typing import Generic, TypeVar

import msgspec

from supervisor_tui.domain.amendments import Amendment, replaced
from supervisor_tui.domain.answers import Fact
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import Retraction

BodyT = TypeVar("BodyT", bound=RecordBody)
ToldT = TypeVar("ToldT")


class UnreadableRecordError(ValueError):
    """A stored record does not decode as its kind says; whoever needed it must answer unknown."""

    def __init__(self, record: RecordId, kind: str) -> None:
        """Name the record, never its content."""
        super().__init__(f"record {record} of kind {kind} cannot be read")
        self.record = record
        self.kind = kind


class Entry(msgspec.Struct, Generic[BodyT], frozen=True):
    """A record together with its decoded body."""

    record: Record
    body: BodyT

    @property
    def on(self) -> date:
        """The day it happened."""
        return self.record.on

    @property
    def id(self) -> RecordId:
        """The record's id."""
        return self.record.id

    def fact(self, text: str) -> Fact:
        """State a fact that rests on this record."""
        return Fact(text, self.record.on, self.record.id, self.record.how_known)


class CaseFile:
    """The records of one case that count for a question, oldest first; values only, nothing can be changed.

    Records of one day are ordered by their content, so that no answer depends on the order in which they were typed.
    """

    __slots__ = ("_decoded", "_told", "code", "programme", "records")

    code: CaseCode
    programme: Programme
    records: tuple[Record, ...]

    def __init__(self, code: CaseCode, programme: Programme, records: Iterable[Record]) -> None:
        """Take the records that count; `as_seen` chooses them."""
        ordered = tuple(sorted(records, key=lambda record: (record.on, record.kind, bytes(record.body), record.id)))
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "programme", programme)
        object.__setattr__(self, "records", ordered)
        object.__setattr__(self, "_decoded", {})
        object.__setattr__(self, "_told", {})

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a case file is handed to guidance sets and must come back as it was."""
        raise AttributeError(f"a case file cannot be changed ({name})")

    def __delattr__(self, name: str) -> None:
        """Refuse, as for setting."""
        raise AttributeError(f"a case file cannot be changed ({name})")

    def of(self, kind: type[BodyT]) -> tuple[Entry[BodyT], ...]:
        """Return the records of a kind, oldest first.

        Raises UnreadableRecordError if one of them does not decode.
        """
        decoded: dict[type[RecordBody], tuple[Entry[BodyT], ...]] = object.__getattribute__(self, "_decoded")
        if kind not in decoded:
            decoded[kind] = tuple(_entry(record, kind) for record in self.records if record.kind == kind.KIND)
        return decoded[kind]

    def latest(self, kind: type[BodyT]) -> Entry[BodyT] | None:
        """Return the newest record of a kind, or None."""
        found = self.of(kind)
        return found[-1] if found else None

    def latest_where(self, kind: type[BodyT], holds: Callable[[BodyT], bool]) -> Entry[BodyT] | None:
        """Return the newest record of a kind whose body satisfies `holds`, or None."""
        return next((entry for entry in reversed(self.of(kind)) if holds(entry.body)), None)

    def until(self, day: date) -> "CaseFile":
        """Return the same file without what happened after `day`."""
        return CaseFile(self.code, self.programme, (record for record in self.records if record.on <= day))


def told_once(question: Callable[[CaseFile], ToldT]) -> Callable[[CaseFile], ToldT]:
    """Return a question that is worked out once for each case file, however many rules ask it.

    For pure questions with values that cannot be changed; a file never changes, so neither does its answer.
    """

    @wraps(question)
    def told(case: CaseFile) -> ToldT:
        held: dict[object, ToldT] = object.__getattribute__(case, "_told")
        if question not in held:
            held[question] = question(case)
        return held[question]

    return told


def _entry(record: Record, kind: type[BodyT]) -> Entry[BodyT]:
    try:
        return Entry(record, msgspec.json.decode(record.body, type=kind))
    except msgspec.MsgspecError as error:
        raise UnreadableRecordError(record.id, record.kind) from error


def as_seen(
    code: CaseCode,
    programme: Programme,
    records: Iterable[Record],
    as_of: date,
    known_at: date | None = None,
) -> CaseFile:
    """Return the case file that answers for `as_of`.

    `known_at` leaves out what was entered after the end of that day (in the offset it was entered with); without it
    everything entered counts, a later correction included.
    """
    known = [record for record in records if known_at is None or _entered_by(record.entered_on, known_at)]
    amended = replaced(
        Amendment(record.id, record.amends, takes_back=record.kind == Retraction.KIND)
        for record in known
        if record.amends is not None
    )
    return CaseFile(
        code,
        programme,
        (
            record
            for record in known
            if record.id not in amended and record.kind != Retraction.KIND and record.on <= as_of
        ),
    )


def _entered_by(entered_on: datetime, day: date) -> bool:
    return day_of(entered_on) <= day
