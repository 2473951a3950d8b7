"""The one place where everything is caught: a guidance set may fail, the product may not.

A fault names the set, where it happened and the kind of error. It never carries the error's own text, which could
hold words of a case.
"""

import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import ParamSpec, TypeVar

import msgspec

P = ParamSpec("P")
ValueT = TypeVar("ValueT")


class Fault(msgspec.Struct, frozen=True):
    """What went wrong in a guidance set.

    plugin: the set's id. where: the hook or the rule that was called. what: the kind of error in plain words.
    place: file and line of the code that failed, without its folder.
    """

    plugin: str
    where: str
    what: str
    place: str = ""


def guarded(
    plugin: str, where: str, function: Callable[P, ValueT], *args: P.args, **kwargs: P.kwargs
) -> ValueT | Fault:
    """Call a function of a guidance set and return its value, or the fault it ended in."""
    try:
        return function(*args, **kwargs)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the guard
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        return Fault(plugin, where, type(error).__name__, place)


def wrong_type(plugin: str, where: str, value: object, wanted: str) -> Fault:
    """Return the fault of a function that returned something else than it promised."""
    return Fault(plugin, where, f"{type(value).__name__} where {wanted} was promised")
