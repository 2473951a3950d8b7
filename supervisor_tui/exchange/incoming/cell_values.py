"""One cell read as one field: a value that the field takes, or why it does not fit."""

from datetime import date, datetime
from typing import TypeAlias

import msgspec

from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.ids import is_code
from supervisor_tui.exchange.incoming.terms import MappedColumn, Reading
from supervisor_tui.exchange.mapping.known_words import meaning_of
from supervisor_tui.exchange.mapping.masking import looks_like_option, text_of
from supervisor_tui.exchange.mapping.targets import Target
from supervisor_tui.exchange.reading.dates import DateFault, read_date
from supervisor_tui.exchange.reading.headers import normal_heading
from supervisor_tui.exchange.reading.values import Value
from supervisor_tui.guidance.forms import FieldType
from supervisor_tui.wording import _

__all__ = ["CellFault", "FieldValue", "stays_locked", "value_of"]

FieldValue: TypeAlias = str | int | bool | date | datetime | tuple[str, ...]


class CellFault(msgspec.Struct, frozen=True):
    """Why a cell does not fit its field, and what helps."""

    what: str
    do: str


def stays_locked(column: MappedColumn, cell: Value) -> bool:
    """Tell whether a cell may not go to the cases file, because it could name somebody."""
    if not column.mapping.enters_the_case:
        return True
    if not column.mapping.only_codes:
        return False
    choices = cell if isinstance(cell, tuple) else (cell,)
    return not all(isinstance(choice, str) and looks_like_option(choice) for choice in choices)


def value_of(reading: Reading, column: MappedColumn, cell: Value) -> FieldValue | CellFault:
    """Return the cell as its field takes it."""
    match column.target.type:
        case FieldType.DATE:
            found = _date(column, cell)
            return found if isinstance(found, CellFault) else day_of(found)
        case FieldType.MOMENT:
            return _moment(column, cell)
        case FieldType.CHOICE:
            return _word(reading, column.target, cell)
        case FieldType.CODE:
            return _code(reading, column.target, cell)
        case _:
            return _plain_value(column.target.type, cell)


def _plain_value(kind: FieldType, cell: Value) -> FieldValue | CellFault:
    """Read what needs no more than the cell itself."""
    match kind:
        case FieldType.INTEGER:
            return _whole_number(cell)
        case FieldType.YES:
            return _yes(cell)
        case FieldType.LINES:
            return tuple(text_of(choice) for choice in cell) if isinstance(cell, tuple) else (text_of(cell),)
        case _:
            return text_of(cell)


def _date(column: MappedColumn, cell: Value) -> date | datetime | CellFault:
    found = read_date(cell, column.order)
    if not isinstance(found, DateFault):
        return found
    if found is DateFault.ORDER_NOT_KNOWN:
        return CellFault(found.label, _("Say it in the mapping file: date_order, day-first or month-first."))
    return CellFault(found.label, _("Correct it in the file, for example to 2026-03-31."))


def _moment(column: MappedColumn, cell: Value) -> datetime | CellFault:
    found = _date(column, cell)
    if isinstance(found, CellFault):
        return found
    if isinstance(found, datetime) and found.tzinfo is not None:
        return found
    return CellFault(_("the hour or its offset is missing"), _("Write it as 2026-03-31T14:00+03:00."))


def _whole_number(cell: Value) -> int | CellFault:
    text = text_of(cell).strip()
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return int(text)
    return CellFault(_("this is not a whole number"), _("Correct it in the file."))


def _yes(cell: Value) -> bool | CellFault:
    said = normal_heading(text_of(cell))
    if said in {"true", "yes", "y", "1"}:
        return True
    if said in {"false", "no", "n", "0"}:
        return False
    return CellFault(_("this is neither yes nor no"), _("Correct it in the file."))


def _word(reading: Reading, target: Target, cell: Value) -> str | CellFault:
    """Return what the word means: as the mapping says, else as it is known; of several words the first that is."""
    said = tuple(text_of(choice) for choice in cell) if isinstance(cell, tuple) else (text_of(cell),)
    for word in said:
        meant = reading.words.get((target.name, word)) or meaning_of(
            target, word, reading.terms.people, reading.terms.programme.risk_levels
        )
        if meant:
            return meant
    return CellFault(_("nobody has said what this word means here"), _("Fill it in under “means” in the mapping file."))


def _code(reading: Reading, target: Target, cell: Value) -> str | CellFault:
    codes = target.field.codes if target.field is not None else ""
    if codes not in {"person", "risk_level"}:
        return text_of(cell)
    meant = _word(reading, target, cell)
    if isinstance(meant, CellFault):
        return meant
    terms = reading.terms
    if codes == "risk_level" and terms.programme.risk_level(meant) is None:
        return CellFault(_("the programme has no such risk level"), _("Correct “means” in the mapping file."))
    if codes == "person" and not (is_code(meant) and any(person.code == meant for person in terms.people)):
        return CellFault(_("nobody here has this code"), _("Add the person, or correct “means” in the mapping file."))
    return meant
