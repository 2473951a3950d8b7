"""How far a long import has come, and whether somebody asked to stop it."""

import enum
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

import msgspec

__all__ = ["ImportStep", "ImportStoppedError", "Progress", "Watcher", "nobody_watches", "watched"]

_ROWS_BETWEEN_TELLS = 200

T = TypeVar("T")


class ImportStep(enum.StrEnum):
    """What an import is busy with."""

    CHECKING = "checking"
    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"


class Progress(msgspec.Struct, frozen=True):
    """Done so far, of how many; both in rows, or in bytes while checking."""

    step: ImportStep
    done: int
    of: int


Watcher: TypeAlias = Callable[[Progress], bool]
"""Is told how far it is; answers whether to go on."""


class ImportStoppedError(Exception):
    """Somebody asked to stop; nothing of the file is kept."""


def nobody_watches(_progress: Progress) -> bool:
    """Go on, whatever happens."""
    return True


def watched(rows: Sequence[T], step: ImportStep, watcher: Watcher) -> Iterator[T]:
    """Yield the rows, telling the watcher now and then; raises ImportStoppedError when it answers no."""
    of = len(rows)
    for done, row in enumerate(rows):
        if done % _ROWS_BETWEEN_TELLS == 0 and not watcher(Progress(step, done, of)):
            raise ImportStoppedError
        yield row
    if not watcher(Progress(step, of, of)):
        raise ImportStoppedError
