"""A whole load: every file is looked at, none goes while one is not known, and who has no consent stays."""

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.batches import BatchSent, batch_view, batches, propose_together, send_together
from supervisor_tui.casework.transfers.steps import TransferStep, step_of
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.transfers import MayGo
from tests.casework.transfers.handing_over import AGAINST, AGREED, PROPOSED, TODAY, TOLD, done

LOAD = tuple(map(CaseCode, ("C-0048", "C-0062", "C-0093", "C-0117")))


@pytest.fixture
def batch(desk: Desk) -> str:
    """A load of four: two agree and are planned, one declines, and of one nobody has written down anything."""
    name = propose_together(desk, LOAD, PROPOSED)
    assert isinstance(name, str)
    for code, answer in zip(LOAD, ("yes", "yes", "no"), strict=False):
        done(desk, TransferAct.CONSENT, {**AGREED, "agreed": answer}, code)
    for code in LOAD[:2]:
        done(desk, TransferAct.PLAN, TOLD, code)
    return name


@pytest.mark.rule("IAG-TRF-03")
def test_a_file_without_a_plan_holds_the_load_back(desk: Desk, batch: str) -> None:
    done(desk, TransferAct.CONSENT, AGREED, LOAD[3])
    with pytest.raises(RefusedError, match="C-0117: There is no plan for the hand-over"):
        send_together(desk, batch)
    done(desk, TransferAct.PLAN, TOLD, LOAD[3])
    assert send_together(desk, batch).went == (*LOAD[:2], LOAD[3])


@pytest.mark.rule("IAG-TRF-11")
def test_one_file_that_nobody_looked_at_holds_the_whole_load_back_and_nothing_is_written(
    desk: Desk, batch: str
) -> None:
    before = {code: desk.store.records.of(code) for code in LOAD}
    with pytest.raises(RefusedError) as refused:
        send_together(desk, batch)
    assert str(refused.value) == (
        "C-0117: It is not known whether child or family agree that AG-11 gets the file; it stays here. "
        "Until that is settled, nothing of B-20261121 goes."
    )
    assert {code: desk.store.records.of(code) for code in LOAD} == before


@pytest.mark.rule("IAG-TRF-11")
def test_once_every_file_is_settled_those_with_consent_go_and_the_others_stay_out_of_the_load(
    desk: Desk, batch: str
) -> None:
    done(desk, TransferAct.CONSENT, {**AGREED, "agreed": "no"}, CaseCode("C-0117"))
    assert send_together(desk, batch) == BatchSent(LOAD[:2], LOAD[2:])
    assert [step_of(desk.case(code), TODAY) for code in LOAD] == [
        TransferStep.ANSWER,
        TransferStep.ANSWER,
        TransferStep.DECLINED,
        TransferStep.DECLINED,
    ]
    assert [line.case for line in batch_view(desk, batch).lines] == list(LOAD[:2])


def test_each_file_is_listed_with_its_consent_the_open_ones_first(desk: Desk, batch: str) -> None:
    assert [(line.case, line.state, line.goes, line.is_open) for line in batch_view(desk, batch).lines] == [
        ("C-0117", MayGo.UNKNOWN, False, True),
        ("C-0048", MayGo.VALID, True, False),
        ("C-0062", MayGo.VALID, True, False),
        ("C-0093", MayGo.MISSING, False, False),
    ]


def test_an_overruled_wish_without_a_signature_holds_the_load_back_too(desk: Desk, batch: str) -> None:
    done(desk, TransferAct.OVERRULE, AGAINST, CaseCode("C-0117"))
    assert [line.case for line in batch_view(desk, batch).open_lines] == ["C-0117"]
    with pytest.raises(RefusedError, match="No manager has signed"):
        send_together(desk, batch)


def test_a_load_is_proposed_whole_or_not_at_all(desk: Desk, batch: str) -> None:
    with pytest.raises(RefusedError, match="C-0048: The case is being handed over to AG-11 already"):
        propose_together(desk, (CaseCode("C-0120"), LOAD[0]), PROPOSED)
    assert step_of(desk.case(CaseCode("C-0120")), TODAY) is TransferStep.NONE
    assert batches(desk) == (batch,)


def test_a_second_load_of_one_day_has_a_number(desk: Desk, batch: str) -> None:
    assert propose_together(desk, (CaseCode("C-0120"),), PROPOSED) == "B-20261121-2"


def test_a_load_that_is_not_there_is_said_to_be_missing(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="There is no batch B-9 with an open case here"):
        send_together(desk, "B-9")
