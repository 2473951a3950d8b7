"""Reading what lists are made of: summaries, the caseload, what is due, Today."""

from datetime import timedelta

import msgspec

from benchmarks.figures import Figure, compared, most_milliseconds, most_times
from benchmarks.stores import spread_out
from benchmarks.timing import side_by_side, timed
from supervisor_tui.casework.caseload import caseload
from supervisor_tui.casework.closings import closings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import due_lines
from supervisor_tui.casework.recording import worked_out
from supervisor_tui.casework.today import today
from supervisor_tui.store.rows import CaseSummary

__all__ = ["reading_lists"]

FIRST_ROWS = 200

WORKED_OUT = 50
"""Cases worked out as the anchor of the due list; all of them would take minutes."""


def reading_lists(desk: Desk, times: int) -> list[Figure]:
    """Measure the lists of one store."""
    return [*_of_summaries(desk, times), *_of_what_is_due(desk, times), *_of_pages(desk, times)]


def _of_summaries(desk: Desk, times: int) -> list[Figure]:
    held = desk.store.summaries.all()
    text = msgspec.json.encode(held)
    decoder = msgspec.json.Decoder(tuple[CaseSummary, ...])
    taken, anchor = side_by_side(
        times, lambda _number: desk.store.summaries.all(), lambda _number: decoder.decode(text)
    )
    return [compared(f"read {len(held):,} summaries", taken, "decoding them from memory", anchor)]


def _of_what_is_due(desk: Desk, times: int) -> list[Figure]:
    """Compare the range of this week, for a team and for everybody, with working every case out."""
    cases = len(desk.store.summaries.all())
    sample = spread_out(desk, WORKED_OUT)
    team = {person.code for person in desk.team()}
    rows, day, week = desk.store.due_rows, desk.as_of, desk.as_of + timedelta(days=7)
    of_team, first, of_all, lines = side_by_side(
        times,
        lambda _number: rows.until(week, since=day, workers=team),
        lambda _number: rows.until(week, since=day, most=FIRST_ROWS),
        lambda _number: rows.until(week, since=day),
        lambda _number: due_lines(desk),
    )
    one_case = timed(WORKED_OUT, lambda number: worked_out(desk, sample[number], desk.store.records.of(sample[number])))
    sweep = one_case.scaled(cases)
    against = f"working out all, from {WORKED_OUT} of them"
    count = len(rows.until(week, since=day))
    count_of_team = len(rows.until(week, since=day, workers=team))
    aim = most_milliseconds(10)
    what = f"due this week, {cases:,} cases"
    return [
        compared(f"{what}: one team and nobody's, {count_of_team:,} rows", of_team, against, sweep, aim),
        compared(f"{what}: everybody's, the first {FIRST_ROWS}", first, against, sweep, aim),
        compared(f"{what}: everybody's, {count:,} rows", of_all, against, sweep, aim),
        compared(f"the whole due list in order, {len(due_lines(desk)):,} lines", lines, against, sweep),
    ]


def _of_pages(desk: Desk, times: int) -> list[Figure]:
    """Compare what the screens Caseload and Today read with the summaries alone."""
    summaries, lines, page, closing = side_by_side(
        times,
        lambda _number: desk.store.summaries.all(),
        lambda _number: caseload(desk),
        lambda _number: today(desk),
        lambda _number: closings(desk),
    )
    cases = len(desk.store.summaries.all())
    against = f"the {cases:,} summaries alone"
    return [
        compared(f"read the caseload, {cases:,} cases", lines, against, summaries),
        compared(f"read Today, {cases:,} cases", page, against, summaries),
        compared(f"read the view of closing, {cases:,} cases", closing, against, summaries, most_times(1)),
    ]
