"""What a case story is once it is read: the case, what happened to it, and what must be answered on which day."""

from datetime import date
from pathlib import Path

import msgspec

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.programme import Context
from supervisor_tui.guidance.rules import RuleKind


class StoryError(Exception):
    """A story cannot be read; says the file, the line and what to do."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path.name}, line {line}: {problem}")


class StoryRecord(msgspec.Struct, frozen=True):
    """One row of the tables; `fields` are plain values by name, texts unless the story gives JSON."""

    line: int
    on: date
    kind: str
    fields: dict[str, object]
    entered_on: str = ""
    id: str = ""
    corrects: str = ""


class NothingDue(msgspec.Struct, frozen=True):
    """No duty is due or late."""


class NotAskedFor(msgspec.Struct, frozen=True):
    """A rule asks for no such duty. rule, kinds: as for `AnswerOf`."""

    rule: str
    slot: str
    kinds: tuple[RuleKind, ...] = ()


class AnswerOf(msgspec.Struct, frozen=True):
    """What a rule answers: a state for a duty, a result for a check; None where the words fit the other alone.

    rule: its id, or its title in quotation marks. kinds: what it is asked as, once the rule is known.
    """

    rule: str
    slot: str
    state: DueState | None
    result: Result | None
    late: int | None = None
    due: date | None = None
    done: date | None = None
    earliest: date | None = None
    kinds: tuple[RuleKind, ...] = ()


class VerdictOf(msgspec.Struct, frozen=True):
    """What a set answers altogether. set: its short title, or its id."""

    set: str
    result: Result


Expected = NothingDue | NotAskedFor | AnswerOf | VerdictOf


class Expectation(msgspec.Struct, frozen=True):
    """One line of what must be answered."""

    line: int
    day: date
    said: str
    expected: Expected


class StorySetting(msgspec.Struct, frozen=True):
    """A number that the agency of the story chose. name: its title, or its set and key with a dot."""

    name: str
    value: int | str


class Story(msgspec.Struct, frozen=True):
    """A case, its records in the order of the file, and what must be answered."""

    path: Path
    case: str
    guidance: tuple[str, ...]
    context: Context
    settings: tuple[StorySetting, ...]
    records: tuple[StoryRecord, ...]
    expectations: tuple[Expectation, ...]
