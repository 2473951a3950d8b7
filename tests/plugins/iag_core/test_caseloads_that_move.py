"""Whole caseloads that move, and programmes that end: every case is looked at and has a way on."""

import pytest

from iag_core.records.kept_at_exit import KeptAtExit
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.transfer import Transfer, TransferWish
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import Happened, closed, day, figures, on_file, registered, the_case

AS_OF = "2024-12-31"


def coded(code: str, *happened: Happened, as_of: str = AS_OF) -> CaseFile:
    """Return a case of this code."""
    case = the_case(registered("2024-03-04"), *happened, as_of=as_of)
    return CaseFile(CaseCode(code), case.programme, case.records)


def in_batch(wish: TransferWish = TransferWish.AGREED) -> Record:
    """Return a hand-over in batch B-1."""
    return written(Transfer(agency="AG-11", batch="B-1", wish=wish), "2024-12-01")


def agreed(*agencies: str, form: ConsentForm = ConsentForm.CONSENT, reason: str = "") -> Record:
    """Return a consent to hand the file to these agencies."""
    giver, purpose = ConsentGiver.CAREGIVER, ConsentPurpose.TRANSFER
    return written(Consent(giver=giver, form=form, purpose=purpose, agencies=agencies, reason=reason), "2024-11-20")


@pytest.mark.rule("IAG-TRF-11")
def test_one_file_that_nobody_can_judge_holds_back_the_whole_batch() -> None:
    batch = [coded(f"C-{number:04}", in_batch(), agreed("AG-11")) for number in range(1, 21)]
    batch += [coded(f"C-{number:04}", in_batch()) for number in range(21, 24)]
    batch.append(coded("C-0024", in_batch(), agreed()))
    found = figures("IAG-TRF-11", batch, AS_OF)

    assert {slot: len(figure.cases) for slot, figure in found.items()} == {
        "B-1.valid": 20,
        "B-1.not_needed": 0,
        "B-1.missing": 3,
        "B-1.unknown": 1,
    }
    assert "nothing of this batch goes" in found["B-1.unknown"].question

    resolved = figures("IAG-TRF-11", [*batch[:-1], coded("C-0024", in_batch())], AS_OF)
    assert (len(resolved["B-1.valid"].cases), len(resolved["B-1.missing"].cases)) == (20, 4)
    assert resolved["B-1.unknown"].question == ""


def test_a_mandate_or_an_overruled_wish_needs_no_consent_and_other_cases_are_in_no_batch() -> None:
    by_law = coded("C-0001", in_batch(), agreed(form=ConsentForm.LEGAL_MANDATE, reason="court"))
    overruled = coded("C-0002", in_batch(TransferWish.OVERRULED))
    alone = coded("C-0003", written(Transfer(agency="AG-11"), "2024-12-01"))
    found = figures("IAG-TRF-11", [by_law, overruled, alone], AS_OF)

    assert found["B-1.not_needed"].cases == ("C-0001", "C-0002")
    assert {code for figure in found.values() for code in figure.cases} == {"C-0001", "C-0002"}


ACCEPTED = written(Transfer(agency="AG-11", accepted_on=day("2024-12-10")), "2024-12-01")
KEPT = written(KeptAtExit(by=PersonCode("W-04"), reason="goes on with other money"), "2024-12-15")


@pytest.mark.rule("IAG-TRF-12")
def test_an_open_case_without_a_way_on_stands_out_when_the_programme_ends() -> None:
    found = on_file("IAG-TRF-12", coded("C-0068"), AS_OF, programme_ends_on="2024-12-31")
    assert (found.result, found.reason) == (
        Result.FAIL,
        "The programme ended on 2024-12-31, and this case has no way on.",
    )

    before = on_file("IAG-TRF-12", coded("C-0068"), "2024-12-30", programme_ends_on="2024-12-31")
    assert before.result is Result.UNKNOWN


@pytest.mark.parametrize(
    "way_on", [ACCEPTED, KEPT, closed(ClosureReason.GOALS_MET, "2024-12-01")], ids=["accepted", "kept", "closed"]
)
def test_handed_over_closed_or_kept_is_a_way_on(way_on: Record) -> None:
    assert on_file("IAG-TRF-12", coded("C-0001", way_on), AS_OF, programme_ends_on="2024-12-31").result is Result.PASS


@pytest.mark.rule("IAG-TRF-12")
def test_the_cases_without_a_way_on_are_counted_and_a_programme_without_an_end_has_none() -> None:
    cases = [coded("C-0068"), coded("C-0069", ACCEPTED)]

    assert figures("IAG-TRF-12", cases, AS_OF) == {}
    counted = figures("IAG-TRF-12", cases, AS_OF, programme_ends_on="2024-12-31")
    assert [figure.cases for figure in counted.values()] == [("C-0068",)]
    assert on_file("IAG-TRF-12", cases[0], AS_OF).result is Result.NA


@pytest.mark.rule("IAG-TRF-13")
def test_a_programme_beside_the_states_system_has_settled_its_end() -> None:
    beside = figures("IAG-TRF-13", [coded("C-0001")], AS_OF, beside_the_state="yes", exit_plan="P-02, page 4")
    assert {slot: figure.unknown for slot, figure in beside.items()} == {
        "files_after_exit": "The programme runs beside the state's system and has not settled this."
    }

    nobody = figures("IAG-TRF-13", [coded("C-0001")], AS_OF)
    assert {slot: figure.unknown for slot, figure in nobody.items()} == {
        "exit_plan": "Nobody has answered this yet.",
        "files_after_exit": "Nobody has answered this yet.",
    }
