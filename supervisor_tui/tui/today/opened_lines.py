"""The lines of files that somebody else opened with a reason."""

from datetime import date

from supervisor_tui.casework.opening_files import OtherReader
from supervisor_tui.kit.columns import Cell
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.today.today_lines import TodayLine
from supervisor_tui.tui.ways_on import OpenCase

__all__ = ["opened_line"]


def opened_line(other: OtherReader, today: date) -> TodayLine:
    """Return who opened a file, why and when; Enter opens the case file, where `v` shows all who read it."""
    one = other.let_in
    return TodayLine(
        key=f"opened/{one.case}/{one.person}/{one.at.isoformat()}",
        case=one.case,
        what=" · ".join(part for part in (one.because.label, one.words) if part),
        who=other.name,
        when=Cell(day_and_hour(one.at, today)),
        way=OpenCase(one.case),
    )
