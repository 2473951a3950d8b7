"""A mapping proposed for a file: what is known by its heading, and everything else locked."""

from collections.abc import Iterable, Iterator

import msgspec

from supervisor_tui.domain.people import Person
from supervisor_tui.domain.programme import USUAL_RISK_LEVELS, Programme, RiskLevel
from supervisor_tui.exchange.mapping.column_mapping import ColumnMapping, Mapping, SectionMapping, WordMapping
from supervisor_tui.exchange.mapping.known_columns import KNOWN_COLUMNS, KNOWN_SECTIONS, KnownColumn, KnownSection
from supervisor_tui.exchange.mapping.known_words import has_words, meaning_of
from supervisor_tui.exchange.mapping.masking import samples_of, text_of
from supervisor_tui.exchange.mapping.targets import Target, all_targets, group_of
from supervisor_tui.exchange.reading.headers import normal_heading
from supervisor_tui.exchange.reading.values import CasesRead, Value

__all__ = ["cells_of", "completed", "propose_mapping"]

_MOST_WORDS = 40
_LONGEST_WORD = 60


def propose_mapping(read: CasesRead, programme: Programme | None = None, people: tuple[Person, ...] = ()) -> Mapping:
    """Return a mapping in which every column of the file stands once."""
    return completed(
        Mapping(read.source.name, programme.id if programme else None),
        read,
        programme.risk_levels if programme else USUAL_RISK_LEVELS,
        people,
    )


def completed(given: Mapping, read: CasesRead, levels: tuple[RiskLevel, ...], people: tuple[Person, ...]) -> Mapping:
    """Add to a mapping what the file has and it does not name: columns, sections and words.

    What the mapping says already stays, also about columns that this file does not have.
    """
    sections = given.sections + tuple(
        SectionMapping(section.name, _becomes(section.name, section.columns))
        for section in read.sections
        if all(entry.section != section.name for entry in given.sections)
    )
    mapping = msgspec.structs.replace(given, sections=sections)
    columns = list(given.columns)
    for name in ("", *(section.name for section in read.sections)):
        columns += _proposed_columns(mapping, read, name)
    mapping = msgspec.structs.replace(mapping, columns=tuple(columns))
    return msgspec.structs.replace(mapping, words=given.words + tuple(_words(mapping, read, levels, people)))


def cells_of(read: CasesRead, section: str, header: str) -> Iterator[Value]:
    """Yield what stands in one column, case by case."""
    columns = read.columns_of(section)
    if header not in columns:
        return
    at = columns.index(header)
    for case in read.cases:
        if section:
            yield from (row.cells[at] for row in case.section_rows if row.section == section)
        else:
            yield case.cells[at]


def _proposed_columns(mapping: Mapping, read: CasesRead, section: str) -> Iterator[ColumnMapping]:
    headers = read.columns_of(section)
    taken = {entry.field for entry in mapping.columns if entry.section == section and entry.field}
    known = _known_by_header(headers, _known_columns(mapping.becomes(section) if section else None), taken)
    for header in headers:
        if mapping.column(section, header) is not None:
            continue
        column = known.get(header)
        samples = samples_of(cells_of(read, section, header))
        if column is None:
            yield ColumnMapping(header, section, samples)
            continue
        target = all_targets()[column.field]
        only_codes = column.coded and read.source.shape.is_primero
        identifying = target.identifies or (target.is_free_text and not only_codes)
        yield ColumnMapping(header, section, samples, column.field, identifying, only_codes)


def _known_by_header(headers: Iterable[str], known: Iterable[KnownColumn], taken: set[str]) -> dict[str, KnownColumn]:
    """Give each target to one heading: the one that stands furthest to the left among its names."""
    by_normal: dict[str, str] = {}
    for header in headers:
        by_normal.setdefault(normal_heading(header), header)
    found: dict[str, KnownColumn] = {}
    for column in known:
        named = (by_normal.get(normal_heading(heading)) for heading in column.headings)
        free = next((name for name in named if name is not None and name not in found), None)
        if free is not None and column.field not in taken:
            found[free] = column
            taken.add(column.field)
    return found


def _known_columns(becomes: str | None) -> Iterator[KnownColumn]:
    """Yield what is known for the cases themselves (None) or for a section, then every field by its own name."""
    if becomes is None:
        yield from KNOWN_COLUMNS
        yield from _by_own_name(all_targets().values())
        return
    for section in KNOWN_SECTIONS:
        if section.becomes == becomes:
            yield from section.columns
    group = group_of(becomes)
    yield from _by_own_name(target for target in all_targets().values() if group and target.group is group)


def _by_own_name(targets: Iterable[Target]) -> Iterator[KnownColumn]:
    for target in targets:
        if target.group is not None and not target.name.startswith("row."):
            yield KnownColumn(target.name, (target.name, f"{target.group.kind.TITLE}: {target.title}"))


def _becomes(name: str, columns: tuple[str, ...]) -> str:
    """Recognise a section by its name, by either half of a sheet's name, or by a heading that only it has."""
    names = {normal_heading(part) for part in (name, *name.split("-"))}
    for section in KNOWN_SECTIONS:
        if names.intersection(map(normal_heading, section.names)) or _tells(section, columns):
            return section.becomes
    return ""


def _tells(section: KnownSection, columns: tuple[str, ...]) -> bool:
    telling = next(column for column in section.columns if section.telling in column.headings)
    wanted = {normal_heading(heading) for heading in telling.headings[:2]}
    return bool(wanted.intersection(map(normal_heading, columns)))


def _words(
    mapping: Mapping, read: CasesRead, levels: tuple[RiskLevel, ...], people: tuple[Person, ...]
) -> Iterator[WordMapping]:
    """Yield the words of each column of a closed list; a column of very many different words is not one."""
    listed = {(entry.field, entry.says) for entry in mapping.words}
    for column in mapping.columns:
        target = column.target
        if target is None or not has_words(target) or not column.enters_the_case:
            continue
        words = dict.fromkeys(
            text_of(cell) for cell in cells_of(read, column.section, column.header) if cell is not None
        )
        if len(words) > _MOST_WORDS:
            continue
        for word in words:
            if (column.field, word) not in listed and len(word) <= _LONGEST_WORD:
                listed.add((column.field, word))
                yield WordMapping(column.field, word, meaning_of(target, word, people, levels))
