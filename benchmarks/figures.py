"""The figures of a run as one table of ratios, in Markdown that reads as plain text too."""

from collections.abc import Callable, Iterable

import msgspec

from benchmarks.timing import Spread

__all__ = ["Aim", "Figure", "compared", "most_milliseconds", "most_times", "table", "times_faster", "written"]


class Figure(msgspec.Struct, frozen=True):
    """One line: what was measured, against what in the same run, and whether that is what it should be.

    met: None where there is no aim.
    """

    what: str
    measured: str
    anchor: str
    ratio: str
    aim: str = ""
    met: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as cells of the table."""
        return (
            self.what,
            self.measured,
            self.anchor,
            self.ratio,
            self.aim,
            {None: "", True: "met", False: "NO"}[self.met],
        )


class Aim(msgspec.Struct, frozen=True):
    """What a figure should be, in words, and whether it is: told the measured and the anchor's median in seconds."""

    words: str
    holds: Callable[[float, float], bool]


def most_times(limit: float) -> Aim:
    """Ask for at most so many times the anchor."""
    return Aim(f"≤ {limit:g}×", lambda measured, anchor: measured <= limit * anchor)


def times_faster(least: float) -> Aim:
    """Ask for the anchor to take at least so many times as long."""
    return Aim(f"≥ {least:g}× faster", lambda measured, anchor: anchor >= least * measured)


def most_milliseconds(limit: float) -> Aim:
    """Ask for at most so many milliseconds."""
    return Aim(f"≤ {limit:g} ms", lambda measured, _anchor: measured * 1000 <= limit)


def compared(what: str, measured: Spread, anchor_name: str, anchor: Spread, aim: Aim | None = None) -> Figure:
    """Compare the medians of what was measured and of its anchor."""
    faster = anchor.median > measured.median
    times = anchor.median / measured.median if faster else measured.median / anchor.median
    return Figure(
        what,
        written(measured),
        f"{anchor_name}: {written(anchor)}",
        f"{times:,.0f}× faster" if faster and times >= 10 else f"{measured.median / anchor.median:.2f}×",
        aim.words if aim else "",
        aim.holds(measured.median, anchor.median) if aim else None,
    )


def written(durations: Spread) -> str:
    """Write durations as median (least–most) in milliseconds."""
    median, least, most = (_digits(seconds * 1000) for seconds in durations)
    return f"{median} ms ({least}–{most})"


def _digits(milliseconds: float) -> str:
    if milliseconds >= 100:
        return f"{milliseconds:,.0f}"
    return f"{milliseconds:.1f}" if milliseconds >= 10 else f"{milliseconds:.2f}"


_TITLES = ("what", "median (least–most)", "anchor in the same run", "ratio", "aim", "")


def table(figures: Iterable[Figure]) -> str:
    """Return the table."""
    rows = [_TITLES, *(figure.cells for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_TITLES))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
