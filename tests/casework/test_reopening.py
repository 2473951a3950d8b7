"""A closed case opened again: a new episode, how soon it came back, and what is asked for first."""

from datetime import date, timedelta

import pytest

from supervisor_tui.casework.closings import closings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.endings import endings_of
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.reopening import ReopeningView, came_back, came_back_words, reopen, reopening_view
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


def asked(view: ReopeningView) -> dict[str, list[tuple[str, str]]]:
    return {found.set.id: [(one.rule.id, one.answer.result.value) for one in found.checks] for found in view.asked}


def test_a_closed_case_says_what_each_set_would_ask_for_and_nothing_is_written(demo: Desk, closed: CaseCode) -> None:
    before = demo.store.records.of(closed)
    view = reopening_view(demo, demo.case(closed))
    assert (view.is_closed, asked(view)["iag_core"][0]) == (True, ("IAG-CLS-22", "unknown"))
    assert demo.store.records.of(closed) == before


def test_what_was_asked_for_stays_in_view_after_the_case_was_opened_again(demo: Desk, closed: CaseCode) -> None:
    expected = asked(reopening_view(demo, demo.case(closed)))
    reopen(demo, closed, "does not come to school")
    view = reopening_view(demo, demo.case(closed))
    assert (view.is_closed, asked(view)) == (False, expected)
    endings = endings_of(demo, demo.case(closed))
    assert endings is not None
    assert endings.again is not None
    assert asked(endings.again) == expected


def test_a_case_that_was_never_closed_is_asked_nothing(demo: Desk) -> None:
    view = reopening_view(demo, demo.case(CaseCode("C-0246")))
    assert (view.back, view.is_closed, view.asked) == (None, False, ())
