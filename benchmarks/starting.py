"""Starting in a terminal: to the unlock screen, and from the passphrase's Enter to Today."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, compared, most_milliseconds, most_times
from benchmarks.minimal_application import READY
from benchmarks.opening import key_derivation
from benchmarks.stores import PASSPHRASE, opener
from benchmarks.terminal import in_terminal
from benchmarks.timing import Spread, spread

__all__ = ["starting"]

ON_UNLOCK_SCREEN = "Passphrase"
ON_TODAY = "ACT NOW"
TYPING_SECONDS = 1.5
"""How long somebody takes over the passphrase; the program loads its rest meanwhile."""


def starting(folder: Path, size: int, times: int) -> list[Figure]:
    """Measure the start on one store, against a minimal Textual application, in turns."""
    name = opener().short_name
    minimal: list[float] = []
    unlock: list[float] = []
    today: list[float] = []
    for _turn in range(times + 1):
        minimal.append(_shown_after(("benchmarks.minimal_application",), READY))
        unlock.append(_shown_after(("supervisor_tui", "--store", str(folder), "--person", name), ON_UNLOCK_SCREEN))
        today.append(_today_after_enter(folder, name))
    anchor = _warm(minimal)
    against = "a minimal Textual application's start"
    return [
        compared("start to the unlock screen", _warm(unlock), against, anchor, most_times(1.4)),
        compared(
            f"from Enter to Today less the key derivation, {size:,} cases",
            _warm(today).less(key_derivation(folder, times).median),
            against,
            anchor,
            most_milliseconds(250),
        ),
    ]


def _warm(seconds: list[float]) -> Spread:
    """Leave out the first time, which reads files that nobody had read, and makes the backup of the day."""
    return spread(seconds[1:])


def _shown_after(command: Sequence[str], word: str) -> float:
    with in_terminal(command) as program:
        return program.wait_for(word) - program.started


def _today_after_enter(folder: Path, name: str) -> float:
    with in_terminal(("benchmarks.application_on_monday", str(folder), name)) as program:
        program.wait_for(ON_UNLOCK_SCREEN)
        program.rest(TYPING_SECONDS / 2)
        program.type(PASSPHRASE)
        program.rest(TYPING_SECONDS / 2)
        entered = program.type("\r")
        shown = program.wait_for(ON_TODAY)
        program.rest(0.5)
        return shown - entered
