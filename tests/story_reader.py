"""Case stories: Markdown that tells what happened to a case and what must be answered on which day.

The format is described in `tests/stories/README.md`. Reading gives a `Story` of plain values or raises `StoryError`
with the line and what is wrong with it; nothing is skipped that looks like a part of the story.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.programme import Context

NEEDED_COLUMNS = ("On", "Record", "Fields")
KNOWN_COLUMNS = (*NEEDED_COLUMNS, "Entered on", "Id", "Corrects")
EVERY_OTHER = "every other"

_HEADER = re.compile(r"[-*] (Case|Guidance|Context|Setting): (.+)")
_ASKED = re.compile(r"[-*] On (?P<day>\d{4}-\d\d-\d\d),? (?P<said>.+?)\.?")
_DUTY = re.compile(
    r"(?:(?:visit |review )?\*\*(?P<slot>[^*]+)\*\* of )?(?P<rule>[A-Z]+-[A-Za-z0-9-]+) "
    r"(?:is )?(?P<answer>(?<=is ).+|does not apply)"
)
_VERDICT = re.compile(r"the verdict of (?P<set>[a-z_]+) is (?P<answer>.+)")
_LATE = re.compile(r"late by (\d+) days?")
_DAYS = re.compile(r"(due|done|from) (\d{4}-\d\d-\d\d)")
_SETTING = re.compile(r"([a-z_]+)\.([a-z0-9_]+) = (.+)")

_STATES = {str(state.label): state for state in DueState}
_USUAL = Context.DEVELOPMENT
_RESULTS = {str(result.label): result for result in Result}


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
    """A rule asks for no such duty."""

    rule: str
    slot: str


class AnswerOf(msgspec.Struct, frozen=True):
    """What a rule answers: a state for a duty, a result for a check; None where the words fit the other alone."""

    rule: str
    slot: str
    state: DueState | None
    result: Result | None
    late: int | None = None
    due: date | None = None
    done: date | None = None
    earliest: date | None = None


class VerdictOf(msgspec.Struct, frozen=True):
    """What a set answers altogether."""

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
    """A number that the agency of the story chose."""

    set: str
    key: str
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


def read_story(path: Path) -> Story:
    """Read a story; raises StoryError at the first thing that cannot be read."""
    lines = path.read_text(encoding="utf-8").splitlines()
    headers = [(number, found) for number, line in enumerate(lines, 1) if (found := _HEADER.fullmatch(line))]
    said = {found[1]: found[2].strip() for _number, found in headers if found[1] != "Setting"}
    for name in ("Case", "Guidance"):
        if name not in said:
            raise StoryError(path, 1, f"there is no line “- {name}: …”")
    settings = tuple(_setting(path, number, found[2]) for number, found in headers if found[1] == "Setting")
    story = Story(
        path,
        said["Case"],
        tuple(part.strip() for part in said["Guidance"].split(",")),
        next((_context(path, number, found[2]) for number, found in headers if found[1] == "Context"), _USUAL),
        settings,
        tuple(_records(path, lines)),
        tuple(_expectations(path, lines)),
    )
    if not story.records or not story.expectations:
        raise StoryError(path, len(lines), "a story needs a table of records and lines that begin with “- On 20…”")
    return story


def _context(path: Path, number: int, text: str) -> Context:
    if text.strip() not in set(Context):
        raise StoryError(path, number, f"a context is {' or '.join(Context)}")
    return Context(text.strip())


def _setting(path: Path, number: int, text: str) -> StorySetting:
    found = _SETTING.fullmatch(text.strip())
    if found is None:
        raise StoryError(path, number, "a setting reads “set.key = value”")
    value = found[3].strip()
    return StorySetting(found[1], found[2], int(value) if value.isdecimal() else value)


def _records(path: Path, lines: list[str]) -> Iterator[StoryRecord]:
    columns: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.startswith("|"):
            columns = []
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not columns:
            columns = _columns(path, number, cells)
        elif set(line) <= set("|-: "):
            continue
        elif len(cells) != len(columns):
            raise StoryError(path, number, f"the row has {len(cells)} cells where the table has {len(columns)} columns")
        else:
            yield _record(path, number, dict(zip(columns, cells, strict=True)))


def _columns(path: Path, number: int, cells: list[str]) -> list[str]:
    unknown = [cell for cell in cells if cell not in KNOWN_COLUMNS]
    absent = [column for column in NEEDED_COLUMNS if column not in cells]
    if unknown or absent:
        wrong = f"“{unknown[0]}” is not a column" if unknown else f"the column “{absent[0]}” is missing"
        raise StoryError(path, number, f"{wrong}; a table of records has {', '.join(KNOWN_COLUMNS)}")
    return cells


def _record(path: Path, number: int, row: dict[str, str]) -> StoryRecord:
    return StoryRecord(
        number,
        _day(path, number, row["On"]),
        row["Record"],
        _fields(path, number, row["Fields"]),
        row.get("Entered on", ""),
        row.get("Id", ""),
        row.get("Corrects", ""),
    )


def _fields(path: Path, number: int, text: str) -> dict[str, object]:
    fields: dict[str, object] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, colon, value = part.partition(":")
        name, value = name.strip(), value.strip()
        if not colon or not value:
            raise StoryError(path, number, f"“{part}” is not “field: value”")
        if name in fields:
            raise StoryError(path, number, f"the field “{name}” is given twice")
        try:
            fields[name] = json.loads(value) if value[0] in "[{" else value
        except ValueError as error:
            raise StoryError(path, number, f"the rows of “{name}” are not JSON: {error}") from error
    return fields


def _expectations(path: Path, lines: list[str]) -> Iterator[Expectation]:
    for number, line in enumerate(lines, 1):
        found = _ASKED.fullmatch(line.strip())
        if found is None:
            if re.match(r"[-*] On \d", line):
                raise StoryError(path, number, "the day after “On” is not like 2026-03-20")
            continue
        said = found["said"]
        yield Expectation(number, _day(path, number, found["day"]), said, _expected(path, number, said))


def _expected(path: Path, number: int, said: str) -> Expected:
    if said == "nothing is due":
        return NothingDue()
    if found := _VERDICT.fullmatch(said):
        if found["answer"] not in _RESULTS:
            raise StoryError(path, number, f"“{found['answer']}” is none of: {', '.join(_RESULTS)}")
        return VerdictOf(found["set"], _RESULTS[found["answer"]])
    found = _DUTY.fullmatch(said)
    if found is None:
        raise StoryError(path, number, "a line reads “On DAY **slot** of RULE is ANSWER” or “On DAY nothing is due”")
    if found["answer"] == "not asked for":
        return NotAskedFor(found["rule"], found["slot"] or "")
    return _answer(path, number, found["rule"], found["slot"] or "", found["answer"])


def _answer(path: Path, number: int, rule: str, slot: str, answer: str) -> AnswerOf:
    words, *more = (part.strip() for part in answer.split(","))
    late: int | None = None
    days: dict[str, date] = {}
    if by := _LATE.fullmatch(words):
        words, late = str(DueState.OVERDUE.label), int(by[1])
    for part in more:
        if by := _LATE.fullmatch(part):
            late = int(by[1])
        elif at := _DAYS.fullmatch(part):
            days[at[1]] = _day(path, number, at[2])
        else:
            raise StoryError(path, number, f"“{part}” is not “late by N days”, “due DAY”, “done DAY” or “from DAY”")
    state, result = _STATES.get(words), _RESULTS.get(words)
    if state is None and result is None:
        raise StoryError(path, number, f"“{words}” is none of: {', '.join(dict.fromkeys([*_STATES, *_RESULTS]))}")
    return AnswerOf(rule, slot, state, result, late, days.get("due"), days.get("done"), days.get("from"))


def _day(path: Path, number: int, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise StoryError(path, number, f"“{text}” is not a day like 2026-03-20") from error
