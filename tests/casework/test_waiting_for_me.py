"""What waits for the person at the desk: to sign, where they may; to go on with, where the next act is theirs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.steps import TransferStep
from supervisor_tui.casework.waiting_for_me import HandOverLine, waiting_for_me
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.records.responsibility import Assignment
from tests.casework.transfers.handing_over import AGAINST, AGREED, CODE, PROPOSED, TODAY, TOLD, done, planned, signed
from tests.tui.agency import AMOS, LEILA, RUTH, an_agency

GRACE = Person(PersonCode("M-01"), "Grace", (Role.MANAGER,))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    at_work = an_agency(tmp_path)
    at_work.store.people.add(GRACE, RUTH.code)
    yield at_work
    at_work.store.close()


def steps(lines: tuple[HandOverLine, ...]) -> list[tuple[str, str, TransferStep]]:
    return [(one.line.summary.case, one.agency, one.step) for one in lines]


def at_the_desk_of(person: Person, desk: Desk) -> Desk:
    return replace(desk, person=person)


def against_their_wishes(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.OVERRULE, AGAINST)


def test_a_hand_over_against_wishes_waits_for_the_manager_until_one_signed(desk: Desk) -> None:
    against_their_wishes(desk)
    signers = {
        person.code: steps(waiting_for_me(at_the_desk_of(person, desk)).to_sign) for person in (GRACE, RUTH, AMOS)
    }
    assert signers == {"M-01": [(CODE, "AG-11", TransferStep.PLAN)], "S-01": [], "W-04": []}
    signed(desk)
    assert waiting_for_me(at_the_desk_of(GRACE, desk)).to_sign == ()


def test_a_manager_who_said_no_is_not_asked_again(desk: Desk) -> None:
    against_their_wishes(desk)
    no = Approval(
        what=Approved.TRANSFER,
        body=ApprovingBody.MANAGER,
        decision=ApprovalDecision.NOT_APPROVED,
        approver=GRACE.code,
        reason="talk with them again",
    )
    save(desk, CODE, (Draft(no, TODAY, signed=True),))
    assert waiting_for_me(at_the_desk_of(GRACE, desk)).to_sign == ()


def test_nobody_is_shown_a_case_that_they_carry_to_sign(desk: Desk) -> None:
    against_their_wishes(desk)
    save(desk, CODE, (Draft(Assignment(worker=GRACE.code), TODAY),))
    found = waiting_for_me(at_the_desk_of(GRACE, desk))
    assert (found.to_sign, steps(found.hand_overs)) == ((), [(CODE, "AG-11", TransferStep.PLAN)])


def test_where_no_manager_works_a_supervisor_is_asked_to_sign(desk: Desk) -> None:
    seen = desk.store.people.seen(GRACE.code)
    assert seen is not None
    desk.store.people.replace(seen, msgspec.structs.replace(GRACE, active=False), RUTH.code)
    against_their_wishes(desk)
    assert steps(waiting_for_me(desk).to_sign) == [(CODE, "AG-11", TransferStep.PLAN)]


def test_the_next_act_is_the_caseworkers_until_the_file_has_gone(desk: Desk) -> None:
    amos = at_the_desk_of(AMOS, desk)
    waits = []
    for act, fields in (
        (TransferAct.PROPOSE, PROPOSED),
        (TransferAct.CONSENT, AGREED),
        (TransferAct.PLAN, TOLD),
        (TransferAct.SEND, {"file_handed_on": "2026-11-21"}),
        (TransferAct.ACCEPT, {"accepted_on": "2026-11-21"}),
    ):
        done(desk, act, fields)
        waits += [[step for _case, _agency, step in steps(waiting_for_me(amos).hand_overs)]]
    assert waits == [[TransferStep.ASK_FAMILY], [TransferStep.PLAN], [TransferStep.SEND], [], [TransferStep.CLOSE]]


def test_who_is_to_take_the_file_along_is_told_and_the_supervisor_when_it_is_to_be_closed(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.CONSENT, AGREED)
    done(desk, TransferAct.PLAN, {**TOLD, "who": LEILA.code})
    assert steps(waiting_for_me(at_the_desk_of(LEILA, desk)).hand_overs) == [(CODE, "AG-11", TransferStep.SEND)]
    assert waiting_for_me(desk).hand_overs == ()
    done(desk, TransferAct.SEND, {"file_handed_on": "2026-11-21"})
    done(desk, TransferAct.ACCEPT, {"accepted_on": "2026-11-21"})
    assert steps(waiting_for_me(desk).hand_overs) == [(CODE, "AG-11", TransferStep.CLOSE)]


def test_a_day_asked_about_answers_as_the_stored_rows_do(desk: Desk) -> None:
    planned(desk)
    amos = at_the_desk_of(AMOS, desk)
    found = [steps(waiting_for_me(asked).hand_overs) for asked in (amos, replace(amos, day=TODAY))]
    assert found == [[(CODE, "AG-11", TransferStep.SEND)]] * 2
