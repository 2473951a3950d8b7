"""Handing a case over: accepted, planned, agreed to, for a good cause, and looked after."""

import msgspec
import pytest

from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody, ClosureReason
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.transfer import (
    AgainstTheirWishes,
    HandOverPlan,
    TakenUp,
    Transfer,
    TransferGround,
    TransferWish,
)
from supervisor_tui.guidance.flows import Flow
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    HOST,
    Happened,
    answer,
    closed,
    closing_asked,
    day,
    figures,
    on_file,
    on_saving,
    registered,
    state,
    the_case,
    the_duty,
)

AS_OF = "2024-07-01"
USUAL = Transfer(
    agency="AG-11",
    accepted_on=day("2024-06-12"),
    reason="the family moved",
    grounds=(TransferGround.CHILD_MOVED,),
    why_better="works where the child lives",
    wish=TransferWish.AGREED,
    file_handed_on=day("2024-06-10"),
    accompanied_on=day("2024-06-11"),
)


def sent(on: str = "2024-06-01", **other: object) -> Record:
    """Return a hand-over with everything in it, but for what is said otherwise."""
    return written(msgspec.structs.replace(USUAL, **other), on)


def agreed(on: str = "2024-06-05", agency: str = "AG-11", *sections: str) -> Record:
    """Return a consent to hand the file to an agency."""
    return written(
        Consent(
            giver=ConsentGiver.CAREGIVER,
            form=ConsentForm.CONSENT,
            purpose=ConsentPurpose.TRANSFER,
            agencies=(agency,) if agency else (),
            sections=sections,
        ),
        on,
    )


def planned(on: str = "2024-06-05", **other: object) -> Record:
    """Return a plan for the hand-over, told to the family."""
    usual = HandOverPlan(what="file and plan", who="W-04", until=day("2024-06-12"), explained_on=day("2024-06-06"))
    return written(msgspec.structs.replace(usual, **other), on)


def approved(on: str, by: str = "W-31") -> Record:
    """Return a manager's approval of the hand-over."""
    return written(
        Approval(
            what=Approved.TRANSFER,
            body=ApprovingBody.MANAGER,
            decision=ApprovalDecision.APPROVED,
            approver=PersonCode(by),
        ),
        on,
    )


def handing_over(
    *happened: Happened, reason: ClosureReason = ClosureReason.TRANSFER, as_of: str = AS_OF, code: str = "C-0001"
) -> CaseFile:
    """Return a case that is to be closed; for a hand-over unless said otherwise."""
    case = the_case(registered("2024-03-04"), *happened, closing_asked(reason, "2024-06-01"), as_of=as_of)
    return CaseFile(type(case.code)(code), case.programme, case.records)


def result(rule: str, *happened: Happened, reason: ClosureReason = ClosureReason.TRANSFER) -> Result:
    """Return what one check says."""
    return answer(rule, handing_over(*happened, reason=reason), AS_OF).result


def test_a_hand_over_with_everything_in_order_has_nothing_in_the_way() -> None:
    case = handing_over(sent(), agreed(), planned())
    rules = [f"IAG-TRF-{number:02}" for number in range(1, 11)]
    found = {rule: answer(rule, case, AS_OF).result for rule in rules}

    assert found.pop("IAG-TRF-06") is Result.NA
    assert found.pop("IAG-TRF-10") is Result.NA
    assert set(found.values()) == {Result.PASS}


@pytest.mark.rule("IAG-TRF-01")
def test_the_case_may_close_from_the_day_on_which_the_other_agency_accepts() -> None:
    before = answer("IAG-TRF-01", handing_over(sent(), as_of="2024-06-11"), "2024-06-11")
    assert (before.result, before.earliest) == (Result.FAIL, day("2024-06-12"))

    assert answer("IAG-TRF-01", handing_over(sent(), as_of="2024-06-12"), "2024-06-12").result is Result.PASS
    assert result("IAG-TRF-01", sent(accepted_on=None)) is Result.FAIL
    assert result("IAG-TRF-01") is Result.FAIL


@pytest.mark.rule("IAG-TRF-02")
def test_a_hand_over_without_a_reason_is_not_in_order() -> None:
    assert result("IAG-TRF-02", sent(reason="")) is Result.FAIL
    assert result("IAG-TRF-02", sent(grounds=())) is Result.FAIL
    assert result("IAG-TRF-02", sent()) is Result.PASS


@pytest.mark.rule("IAG-TRF-03")
def test_a_plan_for_the_hand_over_that_nobody_was_told_is_not_in_order() -> None:
    found = answer("IAG-TRF-03", handing_over(sent(), planned(explained_on=None)), AS_OF)

    assert (found.result, found.missing) == (
        Result.FAIL,
        Missing(record="hand_over_plan", field="explained_on"),
    )
    assert result("IAG-TRF-03", sent()) is Result.FAIL
    assert result("IAG-TRF-03", sent(), planned(who="")) is Result.FAIL


@pytest.mark.rule("IAG-TRF-04")
def test_the_file_went_on_the_10th_and_consent_came_on_the_12th() -> None:
    assert result("IAG-TRF-04", sent(), agreed("2024-06-12")) is Result.FAIL
    assert result("IAG-TRF-04", sent(), agreed("2024-06-10")) is Result.PASS
    assert result("IAG-TRF-04", sent(), agreed(agency="AG-12")) is Result.FAIL
    assert result("IAG-TRF-04", sent(wish=TransferWish.OVERRULED)) is Result.NA


def test_while_the_file_is_still_here_it_may_go_only_with_consent() -> None:
    found = answer("IAG-TRF-04", handing_over(sent(file_handed_on=None)), AS_OF)

    assert (found.result, found.reason) == (
        Result.FAIL,
        "There is no consent to give the file to AG-11; it may not go.",
    )


@pytest.mark.rule("IAG-TRF-05")
def test_where_the_family_declines_no_file_goes() -> None:
    declined = sent("2024-06-08", wish=TransferWish.DECLINED, accepted_on=None, file_handed_on=day("2024-06-10"))
    stayed = sent(wish=TransferWish.DECLINED, accepted_on=None, file_handed_on=None)

    assert result("IAG-TRF-05", declined, reason=ClosureReason.ENDED_BY_FAMILY) is Result.FAIL
    assert result("IAG-TRF-05", stayed, reason=ClosureReason.ENDED_BY_FAMILY) is Result.PASS
    assert result("IAG-TRF-05", stayed) is Result.FAIL
    assert result("IAG-TRF-05", sent(wish=None)) is Result.UNKNOWN
    assert result("IAG-TRF-05", reason=ClosureReason.ENDED_BY_FAMILY) is Result.NA


AGAINST = AgainstTheirWishes(
    reason="the uncle knows the house", best_interests="is safe there", discussed_on=day("2024-06-03")
)


@pytest.mark.rule("IAG-TRF-06")
def test_against_their_wishes_it_was_talked_over_explained_and_signed() -> None:
    overruled = sent(wish=TransferWish.OVERRULED)
    silent = written(msgspec.structs.replace(AGAINST, discussed_on=None), "2024-06-04")
    said = written(AGAINST, "2024-06-04")

    assert result("IAG-TRF-06", overruled) is Result.FAIL
    assert result("IAG-TRF-06", overruled, silent, approved("2024-06-05")) is Result.FAIL
    assert result("IAG-TRF-06", overruled, said) is Result.FAIL
    assert result("IAG-TRF-06", overruled, said, approved("2024-06-05", by="W-04")) is Result.FAIL
    assert result("IAG-TRF-06", overruled, said, approved("2024-06-05")) is Result.PASS


@pytest.mark.rule("IAG-TRF-07")
def test_nobody_went_along_because_it_is_400_km_away() -> None:
    far = sent(accompanied_on=None, not_accompanied_because="receiver 400 km away")

    assert result("IAG-TRF-07", far) is Result.PASS
    assert result("IAG-TRF-07", sent(accompanied_on=None)) is Result.FAIL


@pytest.mark.rule("IAG-TRF-08")
def test_a_hand_over_has_to_serve_the_child_better() -> None:
    assert result("IAG-TRF-08", sent(why_better="")) is Result.FAIL
    assert result("IAG-TRF-08", sent()) is Result.PASS


@pytest.mark.rule("IAG-TRF-09")
def test_that_needs_are_hard_to_manage_is_no_reason_by_itself() -> None:
    alone = (TransferGround.CHALLENGING_NEEDS,)

    assert result("IAG-TRF-09", sent(grounds=alone)) is Result.FAIL
    both = answer("IAG-TRF-09", handing_over(sent(grounds=(*alone, TransferGround.CHILD_MOVED))), AS_OF)
    assert (both.result, "please check" in both.reason) == (Result.PASS, True)


THREE = (sent("2023-11-05"), sent("2024-03-05"), sent("2024-06-01"))
C_0067 = (sent("2023-11-05"), sent("2024-03-01"), sent("2024-07-01"))


@pytest.mark.rule("IAG-TRF-10")
def test_the_third_hand_over_is_signed_by_a_manager() -> None:
    on = "2024-07-01"
    assert answer("IAG-TRF-10", handing_over(*C_0067, as_of=on), on).result is Result.FAIL
    assert answer("IAG-TRF-10", handing_over(*C_0067, approved(on), as_of=on), on).result is Result.PASS
    assert result("IAG-TRF-10", *THREE[1:]) is Result.NA
    assert result("IAG-TRF-10", *THREE) is Result.FAIL
    assert result("IAG-TRF-10", *THREE, approved("2024-03-04")) is Result.FAIL
    assert result("IAG-TRF-10", *THREE, approved("2024-06-05")) is Result.PASS


@pytest.mark.rule("IAG-TRF-10")
def test_children_who_are_handed_over_again_and_again_are_counted() -> None:
    cases = (
        handing_over(*THREE[2:], code="C-0001"),
        handing_over(*THREE[1:], code="C-0002"),
        handing_over(*THREE, code="C-0067"),
    )
    found = figures("IAG-TRF-10", cases, AS_OF)

    assert {slot: figure.cases for slot, figure in found.items()} == {"again": ("C-0002",), "often": ("C-0067",)}


@pytest.mark.rule("IAG-TRF-14")
def test_the_strict_part_goes_only_where_the_consent_names_it() -> None:
    pack = planned(sections=("assessment",), strict_section=YesNo.YES, others_taken_out=YesNo.YES)

    assert on_file("IAG-TRF-14", handing_over(agreed("2024-06-04", "AG-11", "assessment"), pack), AS_OF).result is (
        Result.FAIL
    )
    named = agreed("2024-06-04", "AG-11", "assessment", "strictly confidential")
    assert on_file("IAG-TRF-14", handing_over(named, pack), AS_OF).result is Result.PASS


def test_more_than_was_agreed_is_said_on_saving() -> None:
    case = handing_over(agreed("2024-06-04", "AG-11", "assessment"))
    draft = HandOverPlan(sections=("assessment", "health"), strict_section=YesNo.NO, others_taken_out=YesNo.YES)

    (found,) = on_saving("IAG-TRF-14", case, draft, "2024-06-05")
    assert (found.message, found.field) == ("Not named in the consent for the hand-over: health.", "sections")


@pytest.mark.rule("IAG-TRF-15")
def test_the_other_agency_is_asked_a_month_later_also_after_the_closing() -> None:
    ended = closed(ClosureReason.TRANSFER, "2024-06-13")
    waiting = the_duty("IAG-TRF-15", handing_over(sent(), ended, as_of="2024-07-13"), "2024-07-13")
    assert (waiting.due, state(waiting, "2024-07-13")) == (day("2024-07-12"), DueState.OVERDUE)

    told = written(TakenUp(works=YesNo.YES), "2024-07-10")
    asked = the_duty("IAG-TRF-15", handing_over(sent(), ended, told, as_of="2024-07-13"), "2024-07-13")
    assert asked.done == day("2024-07-10")


def test_a_word_that_nobody_works_with_the_child_settles_nothing() -> None:
    told = written(TakenUp(works=YesNo.NO), "2024-07-10")

    assert the_duty("IAG-TRF-15", handing_over(sent(), told, as_of="2024-07-13"), "2024-07-13").done is None


@pytest.mark.parametrize("reason", [ClosureReason.TURNED_18, ClosureReason.AFTER_INITIAL])
def test_who_turns_18_or_leaves_early_is_asked_only_if_also_handed_over(reason: ClosureReason) -> None:
    assert result("IAG-TRF-01", reason=reason) is Result.NA
    assert result("IAG-TRF-01", sent(accepted_on=None), reason=reason) is Result.FAIL


@pytest.mark.parametrize("reason", [None, ClosureReason.GOALS_MET, ClosureReason.TRANSFER])
def test_a_hand_over_asks_for_its_parts_whether_or_not_closing_is_asked_for(reason: ClosureReason | None) -> None:
    asked = closing_asked(reason, "2024-06-01") if reason else ()
    case = the_case(registered("2024-03-04"), sent(accepted_on=None), planned(), asked, as_of=AS_OF)
    (found,) = HOST.flows.parts(case, Flow.TRANSFER, day(AS_OF))

    assert {check.rule.id: check.answer.result for check in found.checks} == {
        "IAG-TRF-01": Result.FAIL,
        "IAG-TRF-03": Result.PASS,
        "IAG-TRF-04": Result.FAIL,
        "IAG-TRF-07": Result.PASS,
        "IAG-TRF-10": Result.NA,
    }
