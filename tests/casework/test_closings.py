"""The caseload seen from closing: each case at its place, moved by what is recorded, nothing decided by itself."""

from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.closing_work import end_task, make_task
from supervisor_tui.casework.closings import Closings, closings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.casework.turns import Turn
from supervisor_tui.casework.working_out import rows_of
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.closing import (
    Approval,
    ApprovalDecision,
    Approved,
    ApprovingBody,
    ClosureRequest,
    Reopening,
)
from supervisor_tui.domain.records.closing_task import TaskState
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.seen import SeenCheck
from supervisor_tui.store.rows import ClosingRow
from tests.tui.demo_office import demo

__all__ = ["demo"]

TODAY = date(2026, 11, 21)


@pytest.fixture
def current(demo: Desk) -> Desk:
    """The demo with every row worked out for the day."""
    bring_up_to_date(demo, out_of_date(demo))
    return demo


def place_of(desk: Desk, code: str) -> str:
    row = desk.store.closing_rows.of(CaseCode(code))
    return row.place if row else ""


def codes(view: Closings, group: str) -> list[str]:
    return [line.row.case for line in getattr(view, group)]


def test_what_is_stored_is_what_asking_every_set_about_every_case_would_say(current: Desk) -> None:
    stored = {row.case: row for row in current.store.closing_rows.at([place.value for place in Place])}
    assert stored == {case.code: rows_of(current.host, case, TODAY).closing for case in current.cases()}


def test_the_list_of_a_day_worked_out_directly_is_the_stored_one(current: Desk) -> None:
    assert closings(replace(current, day=TODAY)) == closings(current)


def test_every_place_of_the_demo_has_its_cases(current: Desk) -> None:
    view = closings(current)
    groups = ("ready", "one_away", "waiting", "moving", "visit", "to_decide", "held")
    assert {group: len(getattr(view, group)) for group in groups} == {
        "ready": 2,
        "one_away": 8,
        "waiting": 3,
        "moving": 2,
        "visit": 11,
        "to_decide": 2,
        "held": 1,
    }
    waits = {line.waits_on for line in view.one_away if line.turn is Turn.SOMEONE}
    assert (waits, [person.short_name for person in view.deciders]) == ({"manager"}, ["Grace"])


def test_one_signature_that_settles_two_checks_is_one_item(current: Desk) -> None:
    view = closings(current)
    signed = next(line for line in view.one_away if line.turn is Turn.SOMEONE)
    (verdict,) = signed.row.verdicts
    assert (verdict.in_the_way, verdict.items) == (2, 1)

    signature = Approval(
        what=Approved.CLOSURE,
        body=ApprovingBody.MANAGER,
        decision=ApprovalDecision.APPROVED,
        approver=PersonCode("W-31"),
        seen=(SeenCheck("IAG-CLS-03", "pass"),),
    )
    save(current, signed.row.case, [Draft(signature, TODAY, signed=True)])
    assert place_of(current, signed.row.case) == Place.READY


def test_a_task_that_is_left_keeps_a_case_from_being_ready_until_it_is_done(current: Desk) -> None:
    view = closings(current)
    (left,) = (line for line in view.one_away if line.is_a_task)
    row = left.row
    assert (left.what, left.turn, left.waits_on) == ("K1 Give the family the numbers they can call.", Turn.NOW, "Leila")
    assert [one.verdict for one in row.verdicts] == ["pass"]

    end_task(current, row.case, "K1", TaskState.DONE)
    assert place_of(current, row.case) == Place.READY

    for text in ("carry the file to the archive", "tell the school"):
        make_task(current, row.case, text, owner="W-31")
    (again,) = (line for line in closings(current).waiting if line.row.case == row.case)
    assert (again.turn, again.waits_on, again.row.tasks) == (Turn.SOMEONE, "Grace", 2)


def test_tasks_count_only_once_closing_is_asked_for(current: Desk) -> None:
    code = closings(current).ready[0].row.case
    make_task(current, code, "tell the school")
    save(current, code, [Draft(ClosureRequest(withdrawn=YesNo.YES), TODAY)])
    row = current.store.closing_rows.of(code)
    assert row is not None
    assert (row.asked_on, row.tasks) == (None, 0)


def test_a_request_taken_back_takes_the_case_off_the_list(current: Desk) -> None:
    code = closings(current).waiting[0].row.case
    save(current, code, [Draft(ClosureRequest(withdrawn=YesNo.YES), TODAY)])
    assert (place_of(current, code), code in codes(closings(current), "waiting")) == (Place.FAR, False)


def test_a_file_is_listed_for_a_decision_when_its_day_has_come_and_not_while_something_holds_it(current: Desk) -> None:
    code = closings(current).to_decide[0].row.case
    save(current, code, [Draft(FileKept(until=TODAY + timedelta(days=1), reason="asked for by the client"), TODAY)])
    assert code not in codes(closings(current), "to_decide")
    on_the_day = replace(current, day=TODAY + timedelta(days=1))
    assert code in codes(closings(on_the_day), "to_decide")
    save(current, code, [Draft(FileKept(until=TODAY, held=YesNo.YES, reason="an inquiry"), TODAY)])
    view = closings(current)
    assert code not in codes(view, "to_decide")
    assert (place_of(current, code), code in codes(view, "visit")) == (Place.VISIT, True)


def test_a_held_file_stands_in_its_own_group_with_the_reason_until_the_hold_ends(current: Desk) -> None:
    rows = current.store.closing_rows.at([Place.CLOSED.value])
    closed = next(row.case for row in rows if row.worker not in current.others_answer_for())
    save(current, closed, [Draft(FileKept(held=YesNo.YES, reason="a court asks for it"), TODAY)])
    held = {line.row.case: line.what for line in closings(current).held}
    assert held[closed] == "held: a court asks for it"
    assert closings(replace(current, day=TODAY)).held == closings(current).held

    save(current, closed, [Draft(FileKept(until=TODAY, held=YesNo.NO, reason="the court is done"), TODAY)])
    view = closings(current)
    assert (closed in codes(view, "held"), closed in codes(view, "to_decide")) == (False, True)


def test_where_nobody_decided_how_long_a_file_is_kept_no_day_is_invented(current: Desk) -> None:
    closed = current.store.closing_rows.at([Place.CLOSED.value])
    undecided = [row for row in closed if not row.held and row.kept_until is None]
    assert len(undecided) > 10


def test_opening_a_case_again_ends_the_keeping_time(current: Desk) -> None:
    code = closings(current).to_decide[0].row.case
    save(current, code, [Draft(Reopening(reason="has nowhere to sleep"), TODAY)])
    row = current.store.closing_rows.of(code)
    assert row is not None
    assert (row.place, row.kept_until, row.closed_on) == (Place.FAR, None, None)


def carried_by_somebody_else(row: ClosingRow) -> ClosingRow:
    return msgspec.structs.replace(row, worker=PersonCode("W-99"))


def test_a_row_is_written_only_where_it_changed(current: Desk) -> None:
    row = current.store.closing_rows.of(closings(current).ready[0].row.case)
    assert row is not None
    written = [current.store.closing_rows.put(one) for one in (row, carried_by_somebody_else(row), row)]
    assert written == [False, True, True]
