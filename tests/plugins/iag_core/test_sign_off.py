"""A manager authorises the closing, on a list that was checked."""

import pytest

from supervisor_tui.domain.answers import Answer, Fact, Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.closing import (
    ApprovalDecision,
    ApprovingBody,
    ClosureReason,
    Reopening,
)
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.seen import SeenCheck
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import Happened, answer, closed, closing_asked, day, registered, signed, the_case

ASKED = closing_asked(ClosureReason.GOALS_MET, "2024-09-20")
CLOSED = closed(ClosureReason.GOALS_MET, "2024-10-01")
NO_SIGNATURE = Missing(record="approval", field="decision", who="manager")


def closing(*happened: Happened) -> CaseFile:
    """Return a case that W-04 carries and whose closing was asked for on 20 September."""
    return the_case(registered("2024-03-04"), ASKED, *happened, as_of="2024-10-05")


def authorised(*happened: Happened) -> Answer:
    """Return whether a manager authorised the closing."""
    return answer("IAG-CLS-13", closing(*happened), "2024-10-05")


@pytest.mark.rule("IAG-CLS-13")
@pytest.mark.parametrize(
    ("signature", "expected", "reason"),
    [
        (signed("2024-10-03"), Result.FAIL, "The signature of 2024-10-03 is later than the closing."),
        (signed("2024-09-30"), Result.PASS, "A manager authorised the closing."),
        (signed("2024-10-01"), Result.PASS, "A manager authorised the closing."),
        (
            signed("2024-09-30", by="W-04"),
            Result.FAIL,
            "The caseworker who carries the case signed; somebody else has to.",
        ),
    ],
    ids=["after the closing", "the day before", "on the day", "by the caseworker"],
)
def test_a_manager_who_does_not_carry_the_case_signs_before_the_closing(
    signature: Record, expected: Result, reason: str
) -> None:
    found = authorised(CLOSED, signature)

    assert (found.result, found.reason) == (expected, reason)
    assert [fact.record for fact in found.facts] == [signature.id]


def test_without_a_signature_it_waits_for_the_manager() -> None:
    assert authorised() == Answer.fails("No manager has authorised the closing.", missing=NO_SIGNATURE)


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (signed("2024-09-30", body=ApprovingBody.SUPERVISOR), Result.PASS),
        (signed("2024-09-30", body=ApprovingBody.CASE_MANAGER), Result.UNKNOWN),
        (signed("2024-09-30", body=ApprovingBody.CWC), Result.FAIL),
        (signed("2024-09-30", by=None), Result.UNKNOWN),
        (signed("2024-09-19"), Result.FAIL),
        (signed("2024-09-20"), Result.PASS),
        (signed("2024-09-30", decision=ApprovalDecision.NOT_APPROVED), Result.FAIL),
        (signed("2024-09-30", decision=ApprovalDecision.CONDITIONAL), Result.FAIL),
        (signed("2024-09-30", decision=ApprovalDecision.CONDITIONAL, condition_met="2024-10-02"), Result.PASS),
    ],
    ids=[
        "supervisor",
        "role not known",
        "a body outside",
        "nobody named",
        "older than the request",
        "on the day of the request",
        "refused",
        "condition open",
        "condition met",
    ],
)
def test_who_signed_and_what_was_said(signature: Record, expected: Result) -> None:
    assert authorised(signature).result is expected


def test_a_later_refusal_takes_an_approval_back_and_so_does_one_of_the_same_day() -> None:
    def refused(on: str, by: str = "W-21") -> Record:
        return signed(on, by, decision=ApprovalDecision.NOT_APPROVED)

    assert authorised(signed("2024-09-25"), refused("2024-09-30")).result is Result.FAIL
    assert authorised(signed("2024-09-30"), refused("2024-09-30", "W-22")).result is Result.FAIL
    assert authorised(refused("2024-09-25"), signed("2024-09-30")).result is Result.PASS


def test_what_a_body_outside_decided_does_not_hide_what_is_wrong_with_the_managers_signature() -> None:
    found = authorised(CLOSED, signed("2024-10-03"), signed("2024-10-04", by=None, body=ApprovingBody.SCCO))

    assert found.reason == "The signature of 2024-10-03 is later than the closing."


def test_the_caseworker_of_the_day_counts_not_the_one_of_today() -> None:
    handed_over = written(Assignment(worker=PersonCode("W-21")), "2024-10-02")

    assert authorised(signed("2024-09-30", by="W-21"), handed_over).result is Result.PASS
    assert authorised(handed_over, signed("2024-10-03", by="W-21")).result is Result.FAIL


def test_without_a_caseworker_nobody_can_say_that_somebody_else_signed() -> None:
    opening = registered("2024-03-04")[0]
    found = answer("IAG-CLS-13", the_case(opening, ASKED, signed("2024-09-30"), as_of="2024-10-05"), "2024-10-05")

    assert (found.result, found.missing) == (Result.UNKNOWN, Missing(record="assignment", field="worker"))


def test_a_signature_of_the_episode_before_does_not_count() -> None:
    reopened = written(Reopening(reason="new worries"), "2024-10-03")

    assert authorised(signed("2024-09-30"), CLOSED, reopened) == Answer.fails(
        "No manager has authorised the closing.", missing=NO_SIGNATURE
    )


def seen(*checks: SeenCheck) -> Answer:
    """Return what a signature on this list is worth."""
    return answer("IAG-CLS-14", closing(signed("2024-09-30", seen=checks)), "2024-10-05")


@pytest.mark.rule("IAG-CLS-14")
def test_an_open_check_is_accepted_with_a_reason_and_not_without() -> None:
    accepted = seen(SeenCheck("IAG-CLS-10", "unknown", "pilot programme"))
    assert accepted.result is Result.PASS

    silent = seen(
        SeenCheck("IAG-CLS-10", "unknown"), SeenCheck("IAG-CLS-03", "pass"), SeenCheck("IAG-CLS-05", "fail", " ")
    )
    assert (silent.result, silent.reason) == (
        Result.FAIL,
        (
            "Not in order when signed, and accepted without a reason: "
            "The watching period is over, Care and well-being are supported."
        ),
    )
    assert silent.missing == Missing(record="approval", field="seen", who="manager")


def test_a_signature_without_a_list_is_blind() -> None:
    blind = signed("2024-09-30", seen=())
    found = answer("IAG-CLS-14", closing(blind), "2024-10-05")

    assert found == Answer.fails(
        "The signature was given without a list of checks.",
        Fact("Signed.", day("2024-09-30"), blind.id),
        missing=Missing(record="approval", field="seen", who="manager"),
    )
    assert seen(SeenCheck("RB-SOP13-17", "pass")).result is Result.FAIL


def test_the_signature_itself_and_other_sets_checks_need_no_reason() -> None:
    checks = (
        SeenCheck("IAG-CLS-02", "pass"),
        SeenCheck("IAG-CLS-13", "fail"),
        SeenCheck("IAG-CLS-14", "unknown"),
        SeenCheck("RB-SOP13-17", "fail"),
    )

    assert seen(*checks).result is Result.PASS


def test_before_anybody_signed_it_is_not_known() -> None:
    found = answer("IAG-CLS-14", closing(signed("2024-09-30", decision=ApprovalDecision.NOT_APPROVED)), "2024-10-05")

    assert (found.result, found.missing) == (Result.UNKNOWN, NO_SIGNATURE)
