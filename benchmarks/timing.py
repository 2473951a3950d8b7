"""Times taken side by side: on a shared machine only what was measured in turns can be compared."""

from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter
from typing import NamedTuple

__all__ = ["Spread", "side_by_side", "spread", "timed"]


class Spread(NamedTuple):
    """The median of some durations with the shortest and the longest, in seconds."""

    median: float
    least: float
    most: float

    def less(self, seconds: float) -> "Spread":
        """Return the same without a part that is known, never below nothing."""
        return Spread(*(max(0.0, duration - seconds) for duration in self))

    def scaled(self, factor: float) -> "Spread":
        """Return so many times as much."""
        return Spread(*(duration * factor for duration in self))


def spread(seconds: Iterable[float]) -> Spread:
    """Sum up durations."""
    found = sorted(seconds)
    return Spread(median(found), found[0], found[-1])


def timed(times: int, step: Callable[[int], object]) -> Spread:
    """Run a step so many times, each told its number, and return how long it took."""
    return side_by_side(times, step)[0]


def side_by_side(times: int, *steps: Callable[[int], object]) -> tuple[Spread, ...]:
    """Run several steps in turns, so that a busy moment of the machine falls on all of them."""
    taken: tuple[list[float], ...] = tuple([] for _step in steps)
    for number in range(times):
        for step, durations in zip(steps, taken, strict=True):
            began = perf_counter()
            step(number)
            durations.append(perf_counter() - began)
    return tuple(map(spread, taken))
