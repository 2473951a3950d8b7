"""Measure: `python -m benchmarks`, or `make bench`. One run, one table of ratios."""

import argparse
import os
import platform
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import platformdirs

from benchmarks.appending import appending
from benchmarks.asking_sets import asking_sets
from benchmarks.bringing_up_to_date import bringing_up_to_date
from benchmarks.cases import case_code
from benchmarks.drawing import drawing
from benchmarks.figures import Figure, table
from benchmarks.lists import reading_lists
from benchmarks.opening import opening
from benchmarks.starting import starting
from benchmarks.stores import Stores, agency, open_desk
from benchmarks.syncs import syncs_a_commit
from benchmarks.terminal import there_are_terminals
from supervisor_tui.casework.desk import Desk

SIZES = (250, 5000, 35_000)
START_CASES = 5000
"""The size of store for which the time to Today is aimed at."""


class Wanted(NamedTuple):
    """What the command line asked for; `times` is how often the cheap steps are repeated."""

    sizes: tuple[int, ...]
    folder: Path
    times: int


def main() -> None:
    """Measure and print the table."""
    wanted = _wanted()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with Stores(wanted.folder).copies(wanted.sizes) as folders:
        place = next(iter(folders.values())).parent
        print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        figures = list(_figures(wanted, folders, place))
    print(table(figures))


def _wanted() -> Wanted:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="", help="numbers of cases, with commas (usual: 250,5000,35000)")
    parser.add_argument("--quick", action="store_true", help="few repetitions, and no store of 35,000 unless asked")
    parser.add_argument(
        "--stores",
        type=Path,
        default=platformdirs.user_cache_path("supervisor-tui") / "benchmarks",
        help="where the synthetic stores are kept between runs (1 GB for 35,000 cases, another for the run)",
    )
    given = parser.parse_args()
    sizes = tuple(sorted(int(size) for size in given.sizes.split(",") if size))
    return Wanted(sizes or (SIZES[:2] if given.quick else SIZES), given.stores, 20 if given.quick else 100)


def _figures(wanted: Wanted, folders: dict[int, Path], place: Path) -> Iterator[Figure]:
    """Give the figures, each group of them told as it is begun."""
    times = wanted.times
    near_start = min(folders, key=lambda size: abs(size - START_CASES))
    _tell("starting in a terminal")
    if there_are_terminals():
        yield from starting(folders[near_start], near_start, max(3, times // 10))
    _tell("counting fsyncs")
    yield syncs_a_commit(folders[near_start], near_start, 2 * times)
    _tell("opening")
    yield from opening(folders, place, times // 2)
    with ExitStack() as opened:
        desks: dict[int, Desk] = {}
        for size, folder in folders.items():
            desks[size] = open_desk(folder)
            opened.callback(desks[size].store.close)
        yield from _on_open_stores(desks, place, times)


def _on_open_stores(desks: dict[int, Desk], place: Path, times: int) -> Iterator[Figure]:
    largest = desks[max(desks)]
    _tell("reading lists")
    for desk in dict.fromkeys((desks[min(desks, key=lambda size: abs(size - START_CASES))], largest)):
        yield from reading_lists(desk, max(5, times // 10))
    _tell("drawing")
    yield from drawing(largest, max(5, times // 5))
    _tell("asking guidance sets")
    yield from asking_sets(largest, map(case_code, range(min(max(desks), len(agency().cases)))), times)
    _tell("appending")
    yield from appending(desks, place, times)
    _tell("bringing up to date")
    yield from bringing_up_to_date(largest, times)


def _tell(what: str) -> None:
    print(f"{what} …", flush=True)


if __name__ == "__main__":
    main()
