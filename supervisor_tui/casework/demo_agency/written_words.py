"""The shape of `written_cases.toml`: cases that stand there record by record."""

import msgspec

from supervisor_tui.casework.demo_agency.words import Words
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.kind import YesNo


class WrittenRecord(Words, frozen=True):
    """One record of a case that is written out: its kind, its day and its fields as they are stored.

    day: days after the registration. ago: days before the demo is opened, where `day` is not given. id: the end of its
    id, where another record names it.
    """

    kind: str
    day: int | None = None
    ago: int = 0
    fields: dict[str, object] = msgspec.field(default_factory=dict)
    id: str = ""


class WrittenPlanning(Words, frozen=True):
    """A case planning meeting of a written case. there: by role who came."""

    ago: int
    there: tuple[ParticipantRole, ...]
    complex_case: YesNo | None = None


class WrittenCase(Words, frozen=True):
    """A case that is written out: `about` says what it shows, `opened` how many days ago it was registered.

    begins: the name of a beginning that it shares with others.
    """

    code: CaseCode
    about: str
    programme: ProgrammeId
    worker: PersonCode
    opened: int
    begins: str = ""
    records: tuple[WrittenRecord, ...] = ()
    planning: tuple[WrittenPlanning, ...] = ()


class WrittenCases(Words, frozen=True):
    """`written_cases.toml`."""

    beginnings: dict[str, tuple[WrittenRecord, ...]]
    cases: tuple[WrittenCase, ...]
