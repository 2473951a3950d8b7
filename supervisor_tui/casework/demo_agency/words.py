"""What stands in the demo's files, each file with its shape."""

import msgspec

from supervisor_tui.casework.demo_agency.folder import read
from supervisor_tui.domain.ids import PersonCode, ProgrammeId, SetId
from supervisor_tui.domain.people import Role
from supervisor_tui.domain.programme import Context, Standing


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a file; a word that is not known there is a mistake in the file."""


class OfficeStaff(Words, frozen=True):
    """Somebody who carries no cases."""

    code: PersonCode
    short_name: str
    roles: tuple[Role, ...]


class Caseworker(Words, frozen=True):
    """Somebody who carries cases: share is the part of the programme's cases they carry, set against the others'.

    on_paper: has no key; somebody else types their sheets in. entered_until_days_ago: entered nothing since.
    """

    code: PersonCode
    short_name: str
    supervisor: PersonCode
    programme: ProgrammeId
    share: int
    on_paper: bool = False
    entered_until_days_ago: int = 0

    @property
    def enters_at_once(self) -> bool:
        """Whether what they did is in the file the same evening."""
        return not self.on_paper and not self.entered_until_days_ago


class People(Words, frozen=True):
    """`people.toml`."""

    people: tuple[OfficeStaff, ...]
    caseworkers: tuple[Caseworker, ...]


class ContextSince(Words, frozen=True):
    """A context and how long it has held."""

    context: Context
    since_days_ago: int


class SetSince(Words, frozen=True):
    """A guidance set's standing and how long it has held."""

    set: SetId
    standing: Standing
    since_days_ago: int
    reason: str


class ProgrammeWords(Words, frozen=True):
    """One programme."""

    id: ProgrammeId
    title: str
    contexts: tuple[ContextSince, ...]
    sets: tuple[SetSince, ...]


class Programmes(Words, frozen=True):
    """`programmes.toml`."""

    programmes: tuple[ProgrammeWords, ...]


class DecidedNumber(Words, frozen=True):
    """A number that the agency has decided for itself."""

    set: SetId
    key: str
    value: int | str
    decided_by: PersonCode
    decided_days_ago: int
    reason: str = ""
    programme: ProgrammeId | None = None
    agreed_by: str = ""
    agreed_days_ago: int | None = None


class DecidedNumbers(Words, frozen=True):
    """`settings.toml`."""

    values: tuple[DecidedNumber, ...]


class Issue(Words, frozen=True):
    """A worry and what answers it. agency is "" where no other agency helps."""

    area: str
    concern: str
    need: str
    goal: str
    measure: str
    actions: tuple[str, ...]
    service: str
    agency: str
    settled: str


class Issues(Words, frozen=True):
    """`issues.toml`."""

    issues: tuple[Issue, ...]


class ReviewWords(Words, frozen=True):
    """What reviews say."""

    changes: tuple[str, ...]
    note: tuple[str, ...]


class FileWords(Words, frozen=True):
    """Notes that belong to no contact."""

    entries: tuple[str, ...]


class ClosingWords(Words, frozen=True):
    """What is written at the end and on the visit after it. checks_seen: the rules on an approval's list."""

    note: tuple[str, ...]
    after: tuple[str, ...]
    checks_seen: tuple[str, ...]


class Notes(Words, frozen=True):
    """`notes.toml`: openings by channel; observations, agreements and decisions by how the situation moved."""

    opening: dict[str, tuple[str, ...]]
    observation: dict[str, tuple[str, ...]]
    agreed: dict[str, tuple[str, ...]]
    decision: dict[str, tuple[str, ...]]
    review: ReviewWords
    file: FileWords
    closing: ClosingWords


class Reasoned(Words, frozen=True):
    """A decision and why."""

    text: str
    reason: str


class MeetingWords(Words, frozen=True):
    """`meetings.toml`."""

    complex: tuple[Reasoned, ...]
    placement: tuple[Reasoned, ...]
    closure: tuple[Reasoned, ...]
    actions: tuple[str, ...]
    child_views: tuple[str, ...]
    caregiver_views: tuple[str, ...]
    dissents: tuple[str, ...]
    readiness: tuple[str, ...]
    telling: str
    weekly_notes: tuple[str, ...]
    weekly_decisions: tuple[Reasoned, ...]
    places: tuple[str, ...]
    by_law: str
    providers: tuple[str, ...]


class UnusualText(Words, frozen=True):
    """`unusual_text.toml`."""

    notes: tuple[str, ...]
    goal: str


class Group(Words, frozen=True):
    """Cases of one kind: how many run which course, since when, and what is particular about them.

    opened, closed: spans of days ago. hours_ago: for intakes. trusted: carried by somebody who enters at once, so that
    what is particular is not drowned. The other words are read by the course, which says what it knows.
    """

    programme: ProgrammeId
    course: str
    count: int
    opened: tuple[int, int] = (1, 1)
    closed: tuple[int, int] | None = None
    hours_ago: int = 0
    trusted: bool = False
    level: str = ""
    slip: str = ""
    twist: str = ""
    imminent: str = ""
    stage: str = ""
    blocked_by: str = ""
    reason: str = ""
    exit: str = ""


class Groups(Words, frozen=True):
    """`cases.toml`."""

    groups: tuple[Group, ...]


class SetRecord(Words, frozen=True):
    """A record that a guidance set declares: its kind and its fields as JSON would hold them."""

    kind: str
    fields: dict[str, object]


class DemoWords(Words, frozen=True):
    """Everything that the courses draw from. set_records: by the name under which a course asks for them."""

    issues: tuple[Issue, ...]
    notes: Notes
    meetings: MeetingWords
    unusual: UnusualText
    set_records: dict[str, SetRecord]


def demo_words() -> DemoWords:
    """Return the words of the demo."""
    return DemoWords(
        issues=read("issues", Issues).issues,
        notes=read("notes", Notes),
        meetings=read("meetings", MeetingWords),
        unusual=read("unusual_text", UnusualText),
        set_records=read("guidance_records", dict[str, SetRecord]),
    )
