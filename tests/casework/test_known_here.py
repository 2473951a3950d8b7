"""A mistyped owner or agency is told before it is kept, with those known; a new agency is given knowingly."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.casework.closing_work import end_task, make_task
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.known_here import findings_on_agency, known_agencies
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.findings import Severity
from tests.casework.transfers.handing_over import CODE, PROPOSED, TODAY, done, planned
from tests.tui.agency import an_agency

OTHER = CaseCode("C-0062")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    at_work = an_agency(tmp_path)
    yield at_work
    at_work.store.close()


def test_a_task_goes_to_somebody_who_works_here_or_to_a_role(desk: Desk) -> None:
    for owner in ("W-04", "manager", "Manager", ""):
        make_task(desk, CODE, "tell the school", owner=owner)
    before = desk.store.records.of(CODE)
    with pytest.raises(RefusedError) as refused:
        make_task(desk, CODE, "tell the school", owner="W-99")
    assert str(refused.value) == (
        "Nobody who works here has the code W-99. Known: S-01, W-04, W-05; or name a role, such as supervisor, manager."
    )
    assert (refused.value.findings[0].field, desk.store.records.of(CODE)) == ("owner", before)


def test_a_task_of_somebody_who_is_not_here_any_more_can_still_be_ended(desk: Desk) -> None:
    done_by_nobody = ClosingTask(task="K1", text="tell the school", owner="W-99", state=TaskState.DROPPED, because="x")
    save(desk, CODE, [Draft(done_by_nobody, TODAY)])
    assert end_task(desk, CODE, "K1", TaskState.DONE).kind == ClosingTask.KIND


def test_where_no_agency_is_known_none_is_pointed_out(desk: Desk) -> None:
    assert findings_on_agency(desk, [desk.case(CODE)], "AG-11") == ()


def test_an_agency_that_nobody_worked_with_is_pointed_out_with_those_known(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    save(desk, OTHER, [Draft(Referral(referral="R1", agency="AG-07"), TODAY)])
    case = desk.case(OTHER)
    (found,) = findings_on_agency(desk, [case], "AG-1l")
    assert (found.severity, found.field, found.message) == (
        Severity.WARN,
        "agency",
        "No agency AG-1l is known here. Known: AG-07, AG-11. A new one is given knowingly.",
    )
    assert findings_on_agency(desk, [case], " AG-11 ") == ()


def test_an_agency_to_which_a_case_went_stays_known(desk: Desk) -> None:
    planned(desk)
    done(desk, TransferAct.SEND, {"file_handed_on": "2026-11-21"})
    done(desk, TransferAct.ACCEPT, {"accepted_on": "2026-11-21"})
    done(desk, TransferAct.CLOSE, {"because": "the set of these tests is never ready"})
    assert (status(desk.case(CODE)), known_agencies(desk, ())) == (Status.CLOSED, ("AG-11",))
