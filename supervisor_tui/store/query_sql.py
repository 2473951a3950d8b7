"""How much of a TinyDB query the engine can answer itself.

The condition given to the engine is always *wider* than the query or equal to it: every row it lets through is checked
again in Python, so a part that has no sure translation is left out and the answer stays right. What a query asks is
read from `Query._hash`, a private but stable description: ("==", path, value), ("and", {..}), ("not", ..).

Left out, each for a reason:

- an unsure part of an AND is dropped, of an OR it takes the whole OR with it, and NOT is kept over `exists` only;
- paths through functions, or with keys other than plain words, which are written into the statement;
- `fragment`, whose path TinyDB leaves out of the description;
- whole numbers from 2**53 on, which the engine may round, and values other than text, numbers, truth and null.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from tinydb.queries import Query, QueryInstance, QueryLike

__all__ = ["Narrowing", "extracted", "narrow", "plain_path"]

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_EXACT_BELOW = 2**53
_MOST_VALUES = 500
_MARGIN = 1e-12
"""Relative room around a number's bound, for texts of numbers that the engine and Python read one step apart."""


class Narrowing(NamedTuple):
    """A condition in SQL and the values bound to it, in order."""

    sql: str
    bindings: tuple[str | int | float, ...] = ()


def narrow(query: QueryLike | None) -> Narrowing | None:
    """Return a condition that holds for every document the query accepts, or None where there is no sure one."""
    if type(query) not in {Query, QueryInstance}:
        return None
    return _narrowed(getattr(query, "_hash", None))


def plain_path(path: object) -> tuple[str, ...] | None:
    """Return the path if each of its parts is a plain word that may stand in a statement, else None."""
    if not isinstance(path, tuple) or not path:
        return None
    if all(isinstance(part, str) and _PLAIN_KEY.fullmatch(part) for part in path):
        return path
    return None


def extracted(path: tuple[str, ...]) -> str:
    """Return the expression of a path's value; an index is found only where query and index have the very same."""
    return f"json_extract(body, '{_json_path(path)}')"


def _json_path(path: tuple[str, ...]) -> str:
    return "$" + "".join(f'."{part}"' for part in path)


def _type_of(path: tuple[str, ...]) -> str:
    return f"json_type(body, '{_json_path(path)}')"


def _narrowed(asked: object) -> Narrowing | None:
    """Translate one description, a tuple of an operator and its operands."""
    match asked:
        case ("and", frozenset() as parts):
            return _all_of(parts)
        case ("or", frozenset() as parts):
            return _any_of(parts)
        case ("not", ("exists", path)) if (plain := plain_path(path)) is not None:
            return Narrowing(f"{_type_of(plain)} IS NULL")
        case (str() as operator, path, *operands) if (plain := plain_path(path)) is not None:
            return _leaf(operator, plain, operands)
    return None


def _all_of(parts: Iterable[object]) -> Narrowing | None:
    known = [part for part in map(_narrowed, parts) if part is not None]
    return _joined(" AND ", known) if known else None


def _any_of(parts: Iterable[object]) -> Narrowing | None:
    translated = [_narrowed(part) for part in parts]
    known = [part for part in translated if part is not None]
    return _joined(" OR ", known) if len(known) == len(translated) else None


def _joined(word: str, parts: list[Narrowing]) -> Narrowing:
    sql = "(" + word.join(part.sql for part in parts) + ")"
    return Narrowing(sql, tuple(value for part in parts for value in part.bindings))


def _leaf(operator: str, path: tuple[str, ...], operands: list[Any]) -> Narrowing | None:
    translate = _LEAVES.get(operator)
    return translate(path, *operands) if translate is not None else None


def _sure_value(value: object) -> str | int | None:
    """Return a value that means the same to Python and to the engine, or None.

    A subclass with an equality of its own is not sure; a word of a closed choice (a str) is.
    """
    if isinstance(value, str) and type(value).__eq__ is str.__eq__:
        return None if "\0" in value else str.__str__(value)
    if isinstance(value, bool | int) and type(value).__eq__ is int.__eq__:
        return int(value) if abs(value) < _EXACT_BELOW else None
    if type(value) is float and value.is_integer() and abs(value) < _EXACT_BELOW:
        return int(value)
    return None


def _equal(path: tuple[str, ...], value: object) -> Narrowing | None:
    if value is None:
        return Narrowing(f"{_type_of(path)} = 'null'")
    sure = _sure_value(value)
    return None if sure is None else Narrowing(f"{extracted(path)} = ?", (sure,))


def _one_of(path: tuple[str, ...], values: object) -> Narrowing | None:
    if not isinstance(values, tuple | frozenset) or not 0 < len(values) <= _MOST_VALUES:
        return _exists(path)
    sure = [_sure_value(value) for value in values]
    if any(value is None for value in sure):
        return _exists(path)
    bindings = tuple(value for value in sure if value is not None)
    return Narrowing(f"{extracted(path)} IN ({', '.join('?' * len(bindings))})", bindings)


def _exists(path: tuple[str, ...], *_unread: object) -> Narrowing:
    return Narrowing(f"{_type_of(path)} IS NOT NULL")


def _is_text(path: tuple[str, ...], *_unread: object) -> Narrowing:
    return Narrowing(f"{_type_of(path)} = 'text'")


def _has_parts(path: tuple[str, ...], *_unread: object) -> Narrowing:
    return Narrowing(f"{_type_of(path)} IN ('array', 'object', 'text')")


def _compared(operator: str) -> Callable[..., Narrowing | None]:
    """Translate an ordering; a number's bound is given room, since texts of numbers may be read one step apart."""
    upward = operator.startswith(">")

    def translate(path: tuple[str, ...], value: object) -> Narrowing | None:
        sure = _bound(value)
        if isinstance(sure, str):
            return Narrowing(f"{extracted(path)} {operator} ?", (sure,))
        if sure is None:
            return _exists(path)
        room = abs(sure) * _MARGIN + _MARGIN
        return Narrowing(f"{extracted(path)} {operator[0]}= ?", (sure - room if upward else sure + room,))

    return translate


def _bound(value: object) -> str | float | None:
    if type(value) is float:
        return value if abs(value) < _EXACT_BELOW else None
    return _sure_value(value)


_LEAVES: dict[str, Callable[..., Narrowing | None]] = {
    "==": _equal,
    "!=": _exists,
    "<": _compared("<"),
    "<=": _compared("<="),
    ">": _compared(">"),
    ">=": _compared(">="),
    "exists": _exists,
    "test": _exists,
    "matches": _is_text,
    "search": _is_text,
    "any": _has_parts,
    "all": _has_parts,
    "one_of": _one_of,
}
