"""Forms: the fields of a record kind, read from its one typed declaration.

The screen draws them, the plain mode prompts for them, the printed blank lists them, an import names its columns by
them. What a person filled in comes back as a dictionary of plain values and is decoded strictly by the same type.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar, get_type_hints

import msgspec
from msgspec import inspect

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.wording import _

StructT = TypeVar("StructT", bound=msgspec.Struct)


class FieldType(Choice):
    """How a field is asked for."""

    CHOICE = "choice", _("one of a list")
    CODE = "code", _("a code")
    DATE = "date", _("a day")
    MOMENT = "moment", _("a day and hour")
    INTEGER = "integer", _("a whole number")
    YES = "yes", _("yes or no")
    TEXT = "text", _("text")
    LONG_TEXT = "long_text", _("text of several lines")
    LINES = "lines", _("texts, one a line")
    ROWS = "rows", _("rows")


class Option(msgspec.Struct, frozen=True):
    """One of the values of a closed choice, with its words."""

    value: str
    label: str


class FormField(msgspec.Struct, frozen=True):
    """One field. `rows` are the fields of each row; `by_itself` is filled in on saving and not asked for."""

    name: str
    title: str
    type: FieldType
    hint: str = ""
    unit: str = ""
    rule: str = ""
    codes: str = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    default: Any = None
    rows: tuple["FormField", ...] = ()
    by_itself: bool = False


class Form(msgspec.Struct, frozen=True):
    """A record kind as a form. `on_title` is asked first: the day that the record is about."""

    kind: str
    title: str
    on_title: str
    fields: tuple[FormField, ...]


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with what was filled in, at a field if it can be told."""

    field: str
    message: str


def form_of(kind: type[RecordBody]) -> Form:
    """Return the form of a record kind: the fields that a person is asked for."""
    return Form(kind.KIND, kind.TITLE, kind.ON, tuple(field for field in fields_of(kind) if not field.by_itself))


def fields_of(struct: type[msgspec.Struct]) -> tuple[FormField, ...]:
    """Return the fields of a declaration in its order."""
    described = inspect.type_info(struct)
    assert isinstance(described, inspect.StructType)
    hints = get_type_hints(struct)
    return tuple(_field(field) for field in described.fields if field.name in hints)


def filled_in(kind: type[StructT], values: Mapping[str, Any]) -> StructT | FieldProblem:
    """Decode what was filled in, strictly; a blank text or None leaves the field out, in rows too.

    values: by field name, as plain JSON values (dates as ISO texts). An empty row is no row.
    """
    try:
        return msgspec.convert(_without_blanks(values), kind, strict=False)
    except msgspec.ValidationError as error:
        return _with_choices(kind, _problem(str(error)))


def _with_choices(kind: type[msgspec.Struct], problem: FieldProblem) -> FieldProblem:
    """Say how the field is written, where that is what does not fit: the words of a closed choice, a day, a moment."""
    field = next((field for field in fields_of(kind) if field.name == problem.field), None)
    if field is None or problem.message != _DOES_NOT_FIT:
        return problem
    if field.options:
        words = ", ".join(option.value for option in field.options)
        return FieldProblem(problem.field, _("This is none of {words}.").format(words=words))
    return FieldProblem(problem.field, _WRITTEN.get(field.type, problem.message))


def _without_blanks(values: Mapping[str, Any]) -> dict[str, Any]:
    given = {name: _given(value) for name, value in values.items()}
    return {name: value for name, value in given.items() if value is not None and value not in ("", [], {})}


def _given(value: Any) -> Any:
    """Return a value without what was left blank in it: a text of spaces, a line without words, an empty row."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, Mapping):
        return _without_blanks(value)
    if isinstance(value, list | tuple):
        return [one for one in map(_given, value) if one is not None and one not in ("", [], {})]
    return value


_MISSING = "Object missing required field `"
_DOES_NOT_FIT = _("This does not fit here. Please check it.")
_WRITTEN = {
    FieldType.DATE: _("This is not a day. Write it as 2026-11-30."),
    FieldType.MOMENT: _("This is not a day and hour with its offset. Write it as 2026-11-30T09:00+03:00."),
    FieldType.INTEGER: _("This is not a whole number."),
    FieldType.LINES: _('This takes several texts. In a file or by --from write a list: ["one", "another"].'),
}
_TOO_LARGE = "Expected `int` <= "
_TOO_SMALL = "Expected `int` >= "
_UNKNOWN = "Object contains unknown field `"


def _problem(message: str) -> FieldProblem:
    """Turn a refusal of msgspec into a field of the form and a sentence; within rows the field is that of the rows."""
    text, _at, path = message.partition(" - at `$.")
    field = path.rstrip("`").partition("[")[0].partition(".")[0]
    if text.startswith(_MISSING):
        return FieldProblem(field or text.removeprefix(_MISSING).rstrip("`"), _("Please fill this in."))
    if text.startswith(_UNKNOWN):
        return FieldProblem(field or text.removeprefix(_UNKNOWN).rstrip("`"), _("There is no such field."))
    if text.startswith(_TOO_SMALL):
        least = text.removeprefix(_TOO_SMALL)
        return FieldProblem(field, _("Please type a number of {least} or more.").format(least=least))
    if text.startswith(_TOO_LARGE):
        most = text.removeprefix(_TOO_LARGE)
        return FieldProblem(field, _("Please type a number of {most} or less.").format(most=most))
    return FieldProblem(field, _DOES_NOT_FIT)


def _field(field: inspect.Field) -> FormField:
    known, shape = _unwrapped(field.type)
    more = known.get("extra", {})
    kind = _field_type(shape, more)
    default = field.default if field.default is not msgspec.NODEFAULT else None
    return FormField(
        field.name,
        known.get("title", field.name),
        kind,
        hint=known.get("hint", ""),
        unit=more.get("unit", ""),
        rule=more.get("rule", ""),
        codes=more.get("codes", ""),
        options=_options(shape),
        required=field.required,
        default=default,
        rows=_rows(shape),
        by_itself=bool(more.get("by_itself")),
    )


def _unwrapped(shape: inspect.Type) -> tuple[dict[str, Any], inspect.Type]:
    known: dict[str, Any] = {}
    while isinstance(shape, inspect.Metadata | inspect.UnionType):
        if isinstance(shape, inspect.Metadata):
            schema = shape.extra_json_schema or {}
            known = {
                "title": schema.get("title", known.get("title")),
                "hint": schema.get("description", known.get("hint", "")),
                "extra": shape.extra or known.get("extra", {}),
            }
            shape = shape.type
        else:
            shape = next(part for part in shape.types if not isinstance(part, inspect.NoneType))
    return known, shape


_TYPES: dict[type[inspect.Type], FieldType] = {
    inspect.EnumType: FieldType.CHOICE,
    inspect.DateType: FieldType.DATE,
    inspect.DateTimeType: FieldType.MOMENT,
    inspect.IntType: FieldType.INTEGER,
    inspect.BoolType: FieldType.YES,
}


def _field_type(shape: inspect.Type, more: Mapping[str, Any]) -> FieldType:
    if isinstance(shape, inspect.VarTupleType):
        return FieldType.ROWS if isinstance(_unwrapped(shape.item_type)[1], inspect.StructType) else FieldType.LINES
    if more.get("long"):
        return FieldType.LONG_TEXT
    if more.get("codes"):
        return FieldType.CODE
    return _TYPES.get(type(shape), FieldType.TEXT)


def _options(shape: inspect.Type) -> tuple[Option, ...]:
    if isinstance(shape, inspect.VarTupleType):
        shape = _unwrapped(shape.item_type)[1]
    if isinstance(shape, inspect.EnumType) and issubclass(shape.cls, Choice):
        return tuple(Option(member.value, member.label) for member in shape.cls)
    return ()


def _rows(shape: inspect.Type) -> tuple[FormField, ...]:
    if isinstance(shape, inspect.VarTupleType):
        item = _unwrapped(shape.item_type)[1]
        if isinstance(item, inspect.StructType):
            return tuple(field for field in fields_of(item.cls) if not field.by_itself)
    return ()


def as_plain(value: object) -> object:
    """Return a field's value as a form shows it: ISO text for dates, the stored value for a choice."""
    if isinstance(value, date):
        return value.isoformat()
    return msgspec.to_builtins(value)
