"""The mapping file read back; what is wrong in it is named by its line."""

import re
import tomllib
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.exchange.mapping.column_mapping import (
    CodesFrom,
    ColumnMapping,
    Mapping,
    SectionMapping,
    WordMapping,
)
from supervisor_tui.exchange.mapping.mapping_file import FORMAT
from supervisor_tui.exchange.mapping.targets import all_targets, group_of, target_named
from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.dates import DateOrder
from supervisor_tui.wording import _

__all__ = ["read_mapping"]

T = TypeVar("T", ColumnMapping, SectionMapping, WordMapping)

_BLOCK = re.compile(r"\s*\[\[\s*(column|section|word)\s*\]\]")
_KEY_IN_MESSAGE = re.compile(r"`\$?\.?([a-z_]+)`")
_LINE_IN_MESSAGE = re.compile(r"line (\d+)")
_OTHER_SECTIONS = {"", "approval"}


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first part of the file."""

    format: int
    made_for: str = ""
    programme: str = ""
    sheet: str = ""
    codes: CodesFrom = CodesFrom.FILE
    dates: DateOrder | None = None


class _File:
    """The text with the lines on which its blocks begin, and the problems found in it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.problems: list[ImportProblem] = []
        self._lines = text.splitlines()
        self._starts: dict[str, list[int]] = {"": [0]}
        for number, line in enumerate(self._lines):
            if found := _BLOCK.match(line):
                self._starts.setdefault(found[1], []).append(number)

    def wrong(self, block: str, place: int, key: str, what: str, do: str) -> None:
        """Keep a problem at a key of one block, or at the block's first line where the key does not stand."""
        starts = self._starts.get(block, [])
        start = starts[place] if place < len(starts) else 0
        line = next((at for at in self._within(start) if re.match(rf"\s*{re.escape(key)}\s*=", self._lines[at])), start)
        self.problems.append(ImportProblem(what, Place(self.name, row=line + 1), do))

    def _within(self, start: int) -> Iterator[int]:
        for at in range(start, len(self._lines)):
            if at > start and _BLOCK.match(self._lines[at]):
                return
            yield at


def read_mapping(text: str, file_name: str) -> Mapping | tuple[ImportProblem, ...]:
    """Return the mapping, or everything that is wrong with it."""
    try:
        found = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return (_not_toml(str(fault), file_name),)
    file = _File(file_name, text)
    blocks = {name: found.pop(name, []) for name in ("column", "section", "word")}
    head = _head(file, found)
    columns = tuple(_read_blocks(file, "column", blocks["column"], ColumnMapping))
    sections = tuple(_read_blocks(file, "section", blocks["section"], SectionMapping))
    words = tuple(_read_blocks(file, "word", blocks["word"], WordMapping))
    if head is None or file.problems:
        return tuple(file.problems)
    _check_columns(file, columns)
    _check_sections(file, sections)
    _check_words(file, words)
    if file.problems:
        return tuple(file.problems)
    programme = ProgrammeId(head.programme) if head.programme else None
    return Mapping(head.made_for, programme, head.sheet or None, head.codes, head.dates, columns, sections, words)


def _head(file: _File, found: dict[str, object]) -> _Head | None:
    given = {key: value for key, value in found.items() if not (key == "dates" and value == "")}
    try:
        head = msgspec.convert(given, _Head)
    except msgspec.ValidationError as fault:
        _does_not_fit(file, "", 0, str(fault))
        return None
    if head.format != FORMAT:
        file.wrong("", 0, "format", _("this format is not known"), _("Write a mapping file anew with a dry run."))
        return None
    return head


def _read_blocks(file: _File, block: str, found: object, kind: type[T]) -> Iterator[T]:
    if not isinstance(found, list):
        file.wrong(block, 0, block, _("“{key}” does not fit here").format(key=block), _check_the_line())
        return
    for place, entry in enumerate(found):
        given = entry
        if isinstance(entry, dict):
            given = {key: value for key, value in entry.items() if not (key == "date_order" and value == "")}
        try:
            yield msgspec.convert(given, kind)
        except msgspec.ValidationError as fault:
            _does_not_fit(file, block, place, str(fault))


def _does_not_fit(file: _File, block: str, place: int, message: str) -> None:
    named = _KEY_IN_MESSAGE.search(message.rpartition(" - at ")[2]) or _KEY_IN_MESSAGE.search(message)
    key = named[1] if named else block
    what = _("“{key}” is missing") if "missing required" in message else _("“{key}” does not fit here")
    file.wrong(block, place, key, what.format(key=key), _check_the_line())


def _check_columns(file: _File, columns: tuple[ColumnMapping, ...]) -> None:
    seen: set[tuple[str, str]] = set()
    fields: set[tuple[str, str]] = set()
    for place, entry in enumerate(columns):
        if entry.field and target_named(entry.field) is None:
            what = _("there is no field “{field}”").format(field=entry.field)
            file.wrong(
                "column", place, "field", what, _("Take one of the list at the end of the file, or leave it empty.")
            )
        if (entry.section, entry.header) in seen:
            file.wrong("column", place, "header", _("this column stands twice"), _("Delete one of the two."))
        seen.add((entry.section, entry.header))
        if entry.target is not None and (entry.section, entry.field) in fields:
            what = _("a second column becomes “{field}”").format(field=entry.field)
            file.wrong("column", place, "field", what, _("Choose one, and leave the field of the other empty."))
        if entry.target is not None:
            fields.add((entry.section, entry.field))


def _check_sections(file: _File, sections: tuple[SectionMapping, ...]) -> None:
    for place, entry in enumerate(sections):
        if entry.becomes not in _OTHER_SECTIONS and group_of(entry.becomes) is None:
            what = _("a section cannot become “{becomes}”").format(becomes=entry.becomes)
            file.wrong("section", place, "becomes", what, _("Take one of the list at the end of the file."))


def _check_words(file: _File, words: tuple[WordMapping, ...]) -> None:
    for place, entry in enumerate(words):
        target = all_targets().get(entry.field)
        if target is None:
            what = _("there is no field “{field}”").format(field=entry.field)
            file.wrong("word", place, "field", what, _check_the_line())
            continue
        options = [option.value for option in target.field.options] if target.field else []
        if entry.means and options and entry.means not in options:
            what = _("“{means}” is not a choice here").format(means=entry.means)
            file.wrong("word", place, "means", what, _("Choose one of: {options}.").format(options=", ".join(options)))


def _not_toml(message: str, file_name: str) -> ImportProblem:
    named = _LINE_IN_MESSAGE.search(message)
    where = Place(file_name, row=int(named[1]) if named else None)
    return ImportProblem(_("this line is not as a mapping file has it"), where, _check_the_line())


def _check_the_line() -> str:
    return _("Correct the line, or write a mapping file anew with a dry run.")
