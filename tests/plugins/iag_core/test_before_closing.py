"""Before closing: talked over with the family, nothing that worries, the last look at risk and care, and providers."""

import msgspec
import pytest

from iag_core.records.before_closing import (
    CaregiverSupport,
    ClosingDiscussed,
    LastLook,
    ProviderView,
    RiskLeft,
    TookPart,
)
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.assessment import Concern, NeedAnswer, SituationChanged
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import GoalStatus
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    Happened,
    answer,
    assessed,
    closing_asked,
    goal,
    plan,
    registered,
    risk,
    the_case,
)

GOALS_MET, EARLY = ClosureReason.GOALS_MET, ClosureReason.AFTER_INITIAL
AS_OF = "2024-10-01"


def closing_for(reason: ClosureReason, *happened: Happened, as_of: str = AS_OF) -> CaseFile:
    """Return a case for whose closing somebody asked on 20 September 2024."""
    return the_case(registered("2024-03-04"), *happened, closing_asked(reason, "2024-09-20"), as_of=as_of)


def result(rule: str, *happened: Happened, reason: ClosureReason = GOALS_MET) -> Result:
    """Return what one check says of a case to be closed."""
    return answer(rule, closing_for(reason, *happened), AS_OF).result


def talked_over(on: str, **said: object) -> Record:
    """Return a talk about closing."""
    return written(msgspec.structs.replace(ClosingDiscussed(), **said), on)


@pytest.mark.rule("IAG-CLS-29")
def test_a_closing_that_was_never_talked_over_is_not_yet() -> None:
    blank = answer("IAG-CLS-29", closing_for(GOALS_MET), AS_OF)
    assert (blank.result, blank.missing) == (Result.FAIL, Missing(record="iag_core.closing_discussed"))

    assert result("IAG-CLS-29", talked_over("2024-09-24", child_view="is glad")) is Result.PASS


def test_where_the_childs_view_is_not_known_it_is_said_why() -> None:
    assert result("IAG-CLS-29", talked_over("2024-09-24", family_view="agree")) is Result.FAIL
    assert result("IAG-CLS-29", talked_over("2024-09-24", no_child_view_because="lives with an aunt")) is Result.PASS


def test_a_talk_after_the_closing_comes_too_late_and_after_a_death_nobody_asks() -> None:
    assert result("IAG-CLS-29", talked_over("2024-10-02", child_view="is glad")) is Result.FAIL
    assert result("IAG-CLS-29", reason=ClosureReason.DEATH) is Result.NA


@pytest.mark.rule("IAG-CLS-30")
def test_food_that_was_not_met_closes_the_early_exit_but_not_a_hand_over() -> None:
    unmet = assessed("2024-03-05", needs=NeedAnswer.UNMET)
    found = answer("IAG-CLS-30", closing_for(EARLY, unmet), AS_OF)

    assert found.result is Result.FAIL
    assert "food" in found.reason
    assert result("IAG-CLS-30", unmet, reason=ClosureReason.TRANSFER) is Result.NA


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ((), Result.UNKNOWN),
        ((assessed("2024-03-05"),), Result.UNKNOWN),
        ((assessed("2024-03-05", needs=NeedAnswer.NOT_KNOWN),), Result.UNKNOWN),
        ((assessed("2024-03-05", needs=NeedAnswer.MET),), Result.PASS),
        (
            (assessed("2024-03-05", needs=NeedAnswer.MET), written(Concern(concern="K1", text="hit"), "2024-03-06")),
            Result.FAIL,
        ),
    ],
    ids=["not assessed", "blank", "not known", "met", "met, but a concern is open"],
)
def test_the_early_exit_needs_every_basic_need_met_and_no_concern(
    happened: tuple[Happened, ...], expected: Result
) -> None:
    assert result("IAG-CLS-30", *happened, reason=EARLY) is expected


def looked(on: str, **said: object) -> Record:
    """Return an assessment before closing."""
    return written(msgspec.structs.replace(LastLook(), **said), on)


@pytest.mark.rule("FU-15")
def test_a_low_risk_is_still_a_risk() -> None:
    case = closing_for(GOALS_MET, risk("low", "2025-04-01"), as_of="2025-04-01")
    found = answer("FU-15", case, "2025-04-01")

    assert (found.result, found.reason) == (Result.FAIL, "The level of risk is “low”.")


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ((), Result.UNKNOWN),
        ((looked("2024-09-10", risk_left=RiskLeft.NONE),), Result.PASS),
        ((looked("2024-09-10", risk_left=RiskLeft.SOME),), Result.FAIL),
        ((risk("low", "2024-04-01"), looked("2024-09-10", risk_left=RiskLeft.NONE)), Result.PASS),
        ((looked("2024-09-10", risk_left=RiskLeft.NONE), risk("low", "2024-09-12")), Result.FAIL),
        (
            (
                looked("2024-09-10", risk_left=RiskLeft.NONE),
                written(SituationChanged(what="father is back"), "2024-09-12"),
            ),
            Result.UNKNOWN,
        ),
    ],
    ids=["nobody looked", "none", "some", "an old level", "a level after it", "a change after it"],
)
def test_the_last_look_must_find_no_risk_and_be_newer_than_the_last_change(
    happened: tuple[Happened, ...], expected: Result
) -> None:
    assert result("FU-15", *happened) is expected


@pytest.mark.rule("FU-16")
def test_a_goal_that_is_not_feasible_was_not_reached() -> None:
    found = answer("FU-16", closing_for(GOALS_MET, *THREE_OF_FOUR), AS_OF)

    assert (found.result, found.reason) == (Result.FAIL, "Goals not reached: O4 (not feasible).")


THREE_OF_FOUR: tuple[Happened, ...] = (
    plan("2024-04-18", "O1", "O2", "O3", "O4"),
    *(goal(number, GoalStatus.MET, "2024-08-01") for number in ("O1", "O2", "O3")),
    goal("O4", GoalStatus.NOT_FEASIBLE, "2024-08-01"),
)


@pytest.mark.rule("FU-15", "FU-16")
def test_c_9001_wants_to_stop_with_a_low_risk_and_a_goal_that_could_not_be_reached() -> None:
    asked = closing_asked(ClosureReason.ENDED_BY_FAMILY, "2025-03-15", by="child", safe=YesNo.YES)
    case = the_case(registered("2024-03-04"), *THREE_OF_FOUR, risk("low", "2025-01-10"), asked, as_of="2025-03-16")

    assert answer("FU-15", case, "2025-03-16").result is Result.FAIL
    assert answer("FU-16", case, "2025-03-16").result is Result.FAIL


@pytest.mark.rule("FU-17")
def test_support_in_part_is_not_enough() -> None:
    found = answer("FU-17", closing_for(GOALS_MET, looked("2024-09-10", caregivers=CaregiverSupport.PARTLY)), AS_OF)

    assert (found.result, found.reason) == (Result.FAIL, "The caregivers support the child: in part.")


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        (CaregiverSupport.WELL, Result.PASS),
        (CaregiverSupport.NO, Result.FAIL),
        (CaregiverSupport.NO_CAREGIVER, Result.NA),
        (None, Result.UNKNOWN),
    ],
)
def test_how_the_caregivers_support_the_child(support: CaregiverSupport | None, expected: Result) -> None:
    assert result("FU-17", looked("2024-09-10", caregivers=support)) is expected


@pytest.mark.rule("FU-18")
def test_no_open_concern_and_the_word_that_nothing_else_worries() -> None:
    stated = closing_for(GOALS_MET, looked("2025-04-01", nothing_else_worries=YesNo.YES), as_of="2025-04-01")
    assert answer("FU-18", stated, "2025-04-01").result is Result.PASS

    said = looked("2024-09-10", nothing_else_worries=YesNo.YES)
    assert result("FU-18") is Result.UNKNOWN
    assert result("FU-18", looked("2024-09-10", nothing_else_worries=YesNo.NO)) is Result.FAIL
    assert result("FU-18", said, written(Concern(concern="K1", text="hit"), "2024-09-11")) is Result.FAIL


def service(number: str, agency: str, status: ReferralStatus = ReferralStatus.RECEIVED) -> tuple[Record, Record]:
    """Return a referral to an agency and what became of it."""
    return (
        written(Referral(referral=number, agency=agency), "2024-05-06"),
        written(ReferralProgress(referral=number, status=status), "2024-05-20"),
    )


THREE_PROVIDERS: tuple[Happened, ...] = (
    service("R-1", "AG-1"),
    service("R-2", "AG-2", ReferralStatus.NEED_MET),
    service("R-3", "AG-3", ReferralStatus.ACCEPTED),
)


def view(agency: str, *, goals: YesNo | None = YesNo.YES, risks: YesNo | None = YesNo.YES) -> Record:
    """Return what a provider says of the closing."""
    return written(ProviderView(agency=agency, said="going well", goals_reached=goals, risks_gone=risks), "2024-09-10")


@pytest.mark.rule("FU-22")
def test_the_provider_that_was_not_heard_is_named() -> None:
    found = answer("FU-22", closing_for(GOALS_MET, *THREE_PROVIDERS, view("AG-1"), view("AG-2")), AS_OF)

    assert (found.result, found.reason) == (Result.FAIL, "Not heard on the closing: AG-3.")
    assert result("FU-22", *THREE_PROVIDERS, view("AG-1"), view("AG-2"), view("AG-3")) is Result.PASS


def test_without_a_service_from_others_no_provider_is_asked() -> None:
    refused = service("R-1", "AG-1", ReferralStatus.REFUSED)

    assert {result(rule, refused) for rule in ("FU-22", "FU-23")} == {Result.NA}


@pytest.mark.rule("FU-23")
def test_one_provider_that_still_sees_a_risk_is_enough() -> None:
    others = (*THREE_PROVIDERS, view("AG-1"), view("AG-2"))

    assert result("FU-23", *others, view("AG-3", risks=YesNo.NO)) is Result.FAIL
    assert result("FU-23", *others, view("AG-3", risks=None)) is Result.UNKNOWN
    assert result("FU-23", *others, view("AG-3")) is Result.PASS


@pytest.mark.rule("FU-24")
def test_a_caregiver_who_was_not_asked_had_no_part() -> None:
    talk = talked_over("2025-04-03", child=TookPart.TOOK_PART, caregiver=TookPart.NOT_ASKED)
    found = answer("FU-24", closing_for(GOALS_MET, talk, as_of="2025-04-03"), "2025-04-03")

    assert (found.result, found.reason) == (Result.FAIL, "Not asked to take part: the caregiver.")


@pytest.mark.parametrize(
    ("child", "caregiver", "because", "expected"),
    [
        (TookPart.TOOK_PART, TookPart.DECLINED, "", Result.PASS),
        (TookPart.TOOK_PART, TookPart.NOT_POSSIBLE, "in hospital", Result.PASS),
        (TookPart.TOOK_PART, TookPart.NOT_POSSIBLE, "", Result.UNKNOWN),
        (TookPart.NOT_POSSIBLE, TookPart.NOT_POSSIBLE, "both moved on", Result.NA),
        (TookPart.TOOK_PART, None, "", Result.UNKNOWN),
    ],
)
def test_what_part_child_and_caregiver_had(
    child: TookPart, caregiver: TookPart | None, because: str, expected: Result
) -> None:
    talk = talked_over("2024-09-24", child=child, caregiver=caregiver, not_possible_because=because)

    assert result("FU-24", talk) is expected


def test_a_case_that_is_handed_over_is_not_asked_what_the_page_on_follow_up_advises() -> None:
    case = closing_for(ClosureReason.TRANSFER, written(Transfer(agency="AG-2"), "2024-09-01"))

    rules = ("FU-03", "FU-15", "FU-16", "FU-17", "FU-18", "FU-22", "FU-23", "FU-24")
    assert {answer(rule, case, AS_OF).result for rule in rules} == {Result.NA}
