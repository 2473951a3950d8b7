"""JSON read strictly: what is not a number is refused, so is what is too deep, and faults are named by their line."""

import json
import math
from typing import NoReturn

from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.text_encoding import TextRead
from supervisor_tui.exchange.reading.values import Part, Value
from supervisor_tui.wording import _

__all__ = ["read_json"]

_DEEPEST = 32
_LONGEST_NUMBER = 40


class _NotAcceptedError(ValueError):
    """A value that JSON does not have, or that is beyond measure."""


class _Fields(tuple[tuple[str, object], ...]):
    """The pairs of a JSON object in their order; a key that stands twice is there twice."""

    __slots__ = ()


def read_json(read: TextRead, file_name: str) -> Value | ImportProblem:
    """Return what the text holds: objects as parts, arrays as tuples."""
    try:
        found: object = json.loads(
            read.text,
            object_pairs_hook=_Fields,
            parse_constant=_refuse_constant,
            parse_float=_float,
            parse_int=_int,
        )
        return _value(found, 0)
    except json.JSONDecodeError as fault:
        return _broken(fault, read.text, file_name)
    except _NotAcceptedError as fault:
        return ImportProblem(str(fault), Place(file_name), _("Export it again, or ask whoever sent it."))
    except RecursionError:
        return _too_deep(file_name)


def _value(found: object, depth: int) -> Value:
    """Return the neutral value; raises RecursionError where it goes too deep."""
    if depth > _DEEPEST:
        raise RecursionError
    if isinstance(found, _Fields):
        return Part(tuple((name, _value(inner, depth + 1)) for name, inner in _each_once(found)))
    if isinstance(found, list):
        return tuple(_value(inner, depth + 1) for inner in found)
    if isinstance(found, str):
        return found.encode("utf-8", "replace").decode() if not found.isprintable() else found
    assert found is None or isinstance(found, bool | int | float)
    return found


def _each_once(fields: _Fields) -> _Fields:
    """Give a number to a name that stands more than once in one object, so that no value is lost."""
    if len({name for name, _inner in fields}) == len(fields):
        return fields
    counted: dict[str, int] = {}
    named = []
    for name, inner in fields:
        counted[name] = counted.get(name, 0) + 1
        named.append((name if counted[name] == 1 else f"{name} ({counted[name]})", inner))
    return _Fields(named)


def _refuse_constant(constant: str) -> NoReturn:
    raise _NotAcceptedError(_("it holds {constant}, which is no number").format(constant=constant))


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _NotAcceptedError(_("it holds a number that is too large to be one"))
    return number


def _int(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _NotAcceptedError(_("it holds a number that is too large to be one"))
    return int(digits)


def _broken(fault: json.JSONDecodeError, text: str, file_name: str) -> ImportProblem:
    where = Place(file_name, row=fault.lineno)
    if not text[fault.pos :].strip() or "Unterminated string" in fault.msg:
        return ImportProblem(
            _("the file ends in the middle"), where, _("It was not downloaded whole: export it again.")
        )
    return ImportProblem(
        _("the JSON is broken at letter {letter} of this line").format(letter=fault.colno),
        where,
        _("Export it again; do not correct it by hand."),
    )


def _too_deep(file_name: str) -> ImportProblem:
    return ImportProblem(
        _("lists stand inside lists far deeper than any case has them"),
        Place(file_name),
        _("This is not an export of cases: name another file."),
    )
