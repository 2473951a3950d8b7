"""The mapping as a TOML file that a person edits between the dry run and the import: how it is written."""

import json
from collections.abc import Collection, Iterator

from supervisor_tui.exchange.mapping.column_mapping import ColumnMapping, Mapping, SectionMapping, WordMapping
from supervisor_tui.exchange.mapping.targets import GROUPS, all_targets
from supervisor_tui.wording import _

__all__ = ["FORMAT", "write_mapping"]

FORMAT = 1


def write_mapping(mapping: Mapping, asked: Collection[tuple[str, str]] = ()) -> str:
    """Return the text of the mapping file.

    asked: section and heading of the columns whose date order somebody has to say.
    """
    return "\n".join((*_head(mapping), *_blocks(mapping, asked), *_foot())) + "\n"


def _head(mapping: Mapping) -> Iterator[str]:
    yield from _remarks(
        _("What each column of {file} becomes. Edit this file and import with --map.").format(
            file=json.dumps(mapping.made_for, ensure_ascii=True)
        ),
        _("In the samples x is a letter and 9 a digit: nothing of the children stands here."),
        _("A column without a field, and every column that is identifying, is kept locked under its own heading."),
        _("Set leave_out = true only for what must not be kept at all."),
    )
    yield f"format = {FORMAT}"
    yield f"made_for = {_text(mapping.made_for)}"
    yield ""
    yield from _remarks(_("The programme that the cases belong to."))
    yield f"programme = {_text(mapping.programme or '')}"
    yield from _remarks(_("The sheet that lists the cases, where a workbook has several."))
    yield f"sheet = {_text(mapping.sheet or '')}"
    yield from _remarks(_("Case codes: “file” takes the file's own, “derived” makes short ones from its ids."))
    yield f"codes = {_text(mapping.codes)}"
    yield from _remarks(_("Dates such as 03/04/2026: “day-first” or “month-first”, for columns that do not say it."))
    yield f"dates = {_text(mapping.dates or '')}"


def _blocks(mapping: Mapping, asked: Collection[tuple[str, str]]) -> Iterator[str]:
    for section in mapping.sections:
        yield from _section(section)
    for column in mapping.columns:
        yield from _column(column, (column.section, column.header) in asked)
    for word in mapping.words:
        yield from _word(word)


def _section(entry: SectionMapping) -> Iterator[str]:
    yield ""
    yield "[[section]]"
    yield f"section = {_text(entry.section)}"
    yield f"becomes = {_text(entry.becomes)}"


def _column(entry: ColumnMapping, is_asked: bool) -> Iterator[str]:
    yield ""
    yield "[[column]]"
    yield f"header = {_text(entry.header)}"
    if entry.section:
        yield f"section = {_text(entry.section)}"
    yield f"samples = [{', '.join(_text(sample) for sample in entry.samples)}]"
    yield f"field = {_text(entry.field)}"
    yield f"identifying = {_truth(entry.identifying)}"
    if entry.only_codes:
        yield f"only_codes = {_truth(entry.only_codes)}"
    yield f"leave_out = {_truth(entry.leave_out)}"
    if is_asked and entry.date_order is None:
        yield from _remarks(_("Please say: “day-first” or “month-first”?"))
        yield 'date_order = ""'
    elif entry.date_order is not None:
        yield f"date_order = {_text(entry.date_order)}"


def _word(entry: WordMapping) -> Iterator[str]:
    yield ""
    yield "[[word]]"
    yield f"field = {_text(entry.field)}"
    yield f"says = {_text(entry.says)}"
    yield f"means = {_text(entry.means)}"


def _foot() -> Iterator[str]:
    yield ""
    yield from _remarks(_("The fields that a column can become:"))
    for target in all_targets().values():
        yield from _remarks(f"  {target.name:34} {target.title}")
    yield from _remarks(
        _("What a section can become:"), "  " + ", ".join([group.name for group in GROUPS] + ["approval"])
    )


def _remarks(*lines: str) -> Iterator[str]:
    return (f"# {line}" for line in lines)


def _text(text: str) -> str:
    """Write a text as TOML does; it differs from JSON in one letter only."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _truth(answer: bool) -> str:
    return "true" if answer else "false"
