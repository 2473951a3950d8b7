"""A closed case opened again: a new episode, how soon it came back, and what is asked for first."""

from datetime import date, timedelta

import pytest

from supervisor_tui.casework.closings import closings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.reopening import came_back, came_back_words, reopen
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.status import Status, episodes, status
from tests.tui.demo_office import demo

__all__ = ["demo"]

TODAY = date(2026, 11, 21)


@pytest.fixture
def closed(demo: Desk) -> CaseCode:
    """The code of the case of the demo that was closed last for goals met."""
    rows = demo.store.closing_rows.at(["visit", "closed"])
    last = max((row for row in rows if row.reason == ClosureReason.GOALS_MET.value), key=lambda row: str(row.closed_on))
    return last.case


def test_the_new_episode_begins_and_the_first_things_due_are_told(demo: Desk, closed: CaseCode) -> None:
    due = reopen(demo, closed, "does not come to school")
    case = demo.case(closed)
    assert (status(case), [spell.number for spell in episodes(case)]) == (Status.OPEN, [1, 2])
    assert len(due) > 0


def test_how_soon_a_case_came_back_is_counted_to_its_reopening(demo: Desk, closed: CaseCode) -> None:
    before = came_back(demo, demo.case(closed), TODAY)
    reopen(demo, closed, "does not come to school")
    after = came_back(demo, demo.case(closed), TODAY + timedelta(days=30))
    assert before == after
    assert after is not None
    assert (after.soon_days, after.soon) == (90, after.days <= 90)
    assert came_back_words(after).startswith(f"{after.days} days after it was closed")


def test_a_case_that_came_back_leaves_the_list_of_closed_ones(demo: Desk, closed: CaseCode) -> None:
    reopen(demo, closed, "does not come to school")
    assert closed not in [line.row.case for line in closings(demo).visit]


def test_an_open_case_or_a_blank_reason_is_refused(demo: Desk, closed: CaseCode) -> None:
    reopen(demo, closed, "does not come to school")
    with pytest.raises(RefusedError, match=f"{closed} is not closed"):
        reopen(demo, closed, "again")
    assert came_back(demo, demo.case(CaseCode("C-0246")), TODAY) is None
