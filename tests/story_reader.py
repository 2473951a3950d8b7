"""Case stories: Markdown that tells what happened to a case and what must be answered on which day.

The format is described in `tests/stories/README.md`. Reading gives a `Story` of plain values or raises `StoryError`
with the line and what is wrong with it; nothing is skipped that looks like a part of the story.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.programme import Context
from tests.story_values import (
    AnswerOf,
    Expectation,
    Expected,
    NotAskedFor,
    NothingDue,
    Story,
    StoryError,
    StoryRecord,
    StorySetting,
    VerdictOf,
)

NEEDED_COLUMNS = ("On", "Record", "Fields")
KNOWN_COLUMNS = (*NEEDED_COLUMNS, "Entered on", "Id", "Corrects")
EVERY_OTHER = "every other"

_HEADER = re.compile(r"[-*] (Case|Guidance|Context|Setting): (.+)")
_ASKED = re.compile(r"[-*] On (?P<day>\d{4}-\d\d-\d\d),? (?P<said>.+?)\.?")
_DUTY = re.compile(
    r"(?:(?:visit |review )?\*\*(?P<slot>[^*]+)\*\* of )?(?P<rule>[A-Z]+-[A-Za-z0-9-]+|“[^”]+”) "
    r"(?:is )?(?P<answer>(?<=is ).+|does not apply)"
)
_VERDICT = re.compile(r"(?P<set>[A-Za-z_ -]+) says (?P<answer>.+)")
_FIELD = re.compile(r"(?P<name>[^:?]*(?:\?|(?=:))):?(?P<value>.*)")
_LATE = re.compile(r"late by (\d+) days?")
_DAYS = re.compile(r"(until|done|from) (\d{4}-\d\d-\d\d)")
_SETTING = re.compile(r"(.+) = (.+)")

_STATES = {str(state.label): state for state in DueState}
_USUAL = Context.DEVELOPMENT
_RESULTS = {str(result.label): result for result in Result}
_SAYS = {"ready" if result is Result.PASS else str(result.label): result for result in Result}


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
        raise StoryError(path, number, "a setting reads “title = value”")
    value = found[2].strip()
    return StorySetting(found[1], int(value) if value.isdecimal() else value)


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
        found = _FIELD.fullmatch(part)
        name, value = (found["name"].strip(), found["value"].strip()) if found else ("", "")
        if not name or not value:
            raise StoryError(path, number, f"“{part}” is not “field: value”")
        while name in fields and ":" in value:
            more, _colon, value = (one.strip() for one in value.partition(":"))
            name = f"{name}: {more}"
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
        if found["answer"] not in _SAYS:
            raise StoryError(path, number, f"“{found['answer']}” is none of: {', '.join(_SAYS)}")
        return VerdictOf(found["set"], _SAYS[found["answer"]])
    found = _DUTY.fullmatch(said)
    if found is None:
        raise StoryError(
            path,
            number,
            "a line reads “On DAY **slot** of RULE is ANSWER”, “On DAY SET says ANSWER” or “On DAY nothing is due”",
        )
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
            raise StoryError(path, number, f"“{part}” is not “late by N days”, “until DAY”, “done DAY” or “from DAY”")
    state, result = _STATES.get(words), _RESULTS.get(words)
    if state is None and result is None:
        raise StoryError(path, number, f"“{words}” is none of: {', '.join(dict.fromkeys([*_STATES, *_RESULTS]))}")
    return AnswerOf(rule, slot, state, result, late, days.get("until"), days.get("done"), days.get("from"))


def _day(path: Path, number: int, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise StoryError(path, number, f"“{text}” is not a day like 2026-03-20") from error
