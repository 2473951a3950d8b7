"""A story says things as the screen does: records, fields, duties and checks by their titles, choices by their words.

Each may also be called by the name under which it is stored.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.seen import SeenCheck
from supervisor_tui.guidance.forms import FieldType, FormField, fields_of
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.rules import RuleKind
from tests.story_reader import EVERY_OTHER

NEXT_ROW, NEXT_CELL, NEXT_LINE = " / ", " - ", ","
ASKED = (RuleKind.SCHEDULE, RuleKind.CLOSURE_CHECK)


class Called(msgspec.Struct, frozen=True):
    """What a story calls by its title: a rule as one of the kinds that it is registered as."""

    rule: str
    kinds: tuple[RuleKind, ...] = ASKED


def kind_called(host: PluginHost, words: str) -> type[RecordBody] | None:
    """Return the kind of record with this title or name."""
    return host.kinds.get(words) or next((kind for kind in host.kinds if words == kind.TITLE), None)


def rule_called(host: PluginHost, words: str) -> Called | None:
    """Return the duty or check before closing with this title or id, or None.

    Where two sources ask the same under one title, it stands in the list once, under the first of them.
    """
    if not words.startswith("“"):
        return Called(words)
    title = words.strip("“”")
    found = next((rule for rule in host.rules() if rule.kind in ASKED and rule.title == title), None)
    return Called(found.id, (found.kind,)) if found else None


def set_called(host: PluginHost, words: str) -> str:
    """Return the id of the guidance set with this short title, or what was said if there is none."""
    return next((one.id for one in host.sets if one.short_title == words), words)


def setting_called(host: PluginHost, words: str) -> tuple[SetId, str] | None:
    """Return the set and the key of the setting with this title, or with this set and key parted by a dot."""
    found = ((of, one.key) for of, one in host.declared_settings() if words in {one.title, f"{of}.{one.key}"})
    return next(found, None)


def every_field(host: PluginHost, kind: type[RecordBody], said: Mapping[str, object]) -> dict[str, object]:
    """Return the fields by name with their stored values; “every other” is spelled out where a field offers it."""
    declared = {field.name: field for field in fields_of(kind)}
    names = {field.title: field.name for field in declared.values()}
    given: dict[str, object] = {}
    for words, typed in said.items():
        title, value = _title(names, words, typed)
        name = names.get(title, title)
        given[name] = _value(host, declared[name], value) if name in declared else value
    rest = given.pop(EVERY_OTHER, None)
    if rest is None:
        return given
    return dict.fromkeys((name for name, field in declared.items() if _offers(field, rest)), rest) | given


def _title(titles: Iterable[str], words: str, value: object) -> tuple[str, object]:
    """Return the title of a field and its value; a title may hold a colon too."""
    said = f"{words}: {value}"
    title = next((title for title in titles if ":" in title and said.startswith(f"{title}:")), "")
    return (title, said.removeprefix(f"{title}:").strip()) if title else (words, value)


def _offers(field: FormField, value: object) -> bool:
    return value in {option.value for option in field.options}


def _value(host: PluginHost, field: FormField, said: object) -> object:
    if not isinstance(said, str):
        return said
    if field.type is FieldType.ROWS:
        return [_row(host, field.rows or fields_of(SeenCheck), row) for row in said.split(NEXT_ROW)]
    if field.type is FieldType.LINES:
        return [_option(field, line.strip()) for line in said.split(NEXT_LINE)]
    return _option(field, said)


def _option(field: FormField, said: str) -> str:
    return next((option.value for option in field.options if said == option.label), said)


def _row(host: PluginHost, cells: Iterable[FormField], said: str) -> dict[str, object]:
    return dict(_cells(host, cells, said.split(NEXT_CELL)))


def _cells(host: PluginHost, cells: Iterable[FormField], said: Iterable[str]) -> Iterator[tuple[str, object]]:
    results = {str(result.label): result.value for result in Result}
    for field, words in zip(cells, (one.strip() for one in said), strict=False):
        if field.name == "rule":
            called = rule_called(host, words)
            yield field.name, called.rule if called else words
        elif field.name == "result":
            yield field.name, results.get(words, words)
        else:
            yield field.name, _option(field, words)
