"""Registration on file: each thing it has to say, the criteria, the code, and agreement before it."""

from datetime import date
from typing import Any

import msgspec
import pytest

from iag_core.case_checks.one_child_one_code import fits
from iag_core.records.not_eligible import NotEligible, Outcome
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import PersonCode, ProgrammeId
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.registration import LivingWith, Pathway, Reach, Registration, Sex
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import closed, figures, moment, on_file, on_saving, the_case

ON = "2024-03-04"
COMPLETE = Registration(
    programme=ProgrammeId("north"),
    at=moment("2024-03-04T10:00"),
    place="office north",
    pathway=Pathway.COMMUNITY,
    sex=Sex.FEMALE,
    age_years=9,
    age_estimated=YesNo.YES,
    living_with=LivingWith.PARENTS,
    reach=Reach.MEETING_POINT,
    concerns=("alone in the day",),
    criteria_version="V2",
    criteria_met=("unaccompanied",),
    verified_by=PersonCode("W-21"),
)
GIVEN = written(Assignment(worker=PersonCode("W-04")), ON)


def registered_as(**changes: Any) -> CaseFile:
    opening = written(msgspec.structs.replace(COMPLETE, **changes), ON)
    return the_case(opening, GIVEN, as_of="2024-03-10")


def agreed(giver: ConsentGiver, on: str, **more: Any) -> Record:
    form = ConsentForm.ASSENT if giver is ConsentGiver.CHILD else ConsentForm.CONSENT
    return written(Consent(giver=giver, form=form, purpose=ConsentPurpose.SERVICES, **more), on)


BOTH_BLANK = {"sex": None, "age_years": None}


@pytest.mark.parametrize(
    ("rule", "changes", "result", "field"),
    [
        pytest.param("IAG-S1-01", {"pathway": None}, Result.UNKNOWN, "pathway", marks=pytest.mark.rule("IAG-S1-01")),
        pytest.param(
            "IAG-S1-02", {"criteria_met": ()}, Result.FAIL, "criteria_met", marks=pytest.mark.rule("IAG-S1-02")
        ),
        pytest.param(
            "IAG-S1-04", {"verified_by": None}, Result.FAIL, "verified_by", marks=pytest.mark.rule("IAG-S1-04")
        ),
        pytest.param("IAG-S1-07", {"sex": None}, Result.FAIL, "sex", marks=pytest.mark.rule("IAG-S1-07")),
        ("IAG-S1-07", {"age_years": None}, Result.FAIL, "age_years"),
        ("IAG-S1-07", BOTH_BLANK, Result.FAIL, "sex"),
        ("IAG-S1-07", BOTH_BLANK | {"asked_in_vain": "neighbour and chief"}, Result.UNKNOWN, "sex"),
        ("IAG-S1-09", {"reach": Reach.NO_FIXED_PLACE}, Result.FAIL, "reach_note"),
        ("IAG-S1-08", {"living_with": None}, Result.FAIL, "living_with"),
        pytest.param("IAG-S1-09", {"reach": None}, Result.FAIL, "reach", marks=pytest.mark.rule("IAG-S1-09")),
        pytest.param("IAG-S1-10", {"place": ""}, Result.FAIL, "place", marks=pytest.mark.rule("IAG-S1-10")),
        ("IAG-S1-10", {"at": None}, Result.UNKNOWN, "at"),
        pytest.param("IAG-S1-11", {"concerns": ()}, Result.FAIL, "concerns", marks=pytest.mark.rule("IAG-S1-11")),
    ],
)
def test_what_registration_leaves_blank_is_found_with_the_field_to_fill(
    rule: str, changes: dict[str, Any], result: Result, field: str
) -> None:
    complete, blank = (
        on_file(rule, registered_as(), "2024-03-10"),
        on_file(rule, registered_as(**changes), "2024-03-10"),
    )

    assert complete.result is Result.PASS
    assert (blank.result, blank.missing) == (result, Missing(record="registration", field=field))


def test_a_mandate_that_came_after_the_registration_does_not_stand_in_for_agreement_before_it() -> None:
    mandate = Consent(
        giver=ConsentGiver.OTHER,
        form=ConsentForm.LEGAL_MANDATE,
        purpose=ConsentPurpose.SERVICES,
        reason="Children Act",
    )
    later = the_case(written(COMPLETE, ON), GIVEN, written(mandate, "2024-03-08"), as_of="2024-03-10")
    in_time = the_case(written(COMPLETE, ON), GIVEN, written(mandate, ON), as_of="2024-03-10")
    assert on_file("IAG-S1-03", later, "2024-03-10").result is Result.FAIL
    assert on_file("IAG-S1-03", in_time, "2024-03-10").result is Result.PASS


def test_which_criteria_are_in_force_may_stand_in_the_settings_and_is_else_not_known() -> None:
    case = registered_as(criteria_version="", criteria_met=())
    silent = on_file("IAG-S1-02", case, "2024-03-10")

    assert (silent.result, silent.missing) == (Result.UNKNOWN, Missing(setting="iag_core.criteria_version"))
    undated = on_file("IAG-S1-02", case, "2024-03-10", criteria_version="V2")
    assert (undated.result, undated.missing) == (Result.UNKNOWN, Missing(setting="iag_core.criteria_since"))


@pytest.mark.rule("IAG-S1-02")
@pytest.mark.parametrize(
    ("since", "ticked", "result"),
    [
        ("2024-01-01", (), Result.FAIL),
        ("2024-01-01", ("unaccompanied",), Result.PASS),
        ("2024-03-05", ("unaccompanied",), Result.UNKNOWN),
    ],
)
def test_criteria_that_were_in_force_on_the_day_of_registration_are_ticked(
    since: str, ticked: tuple[str, ...], result: Result
) -> None:
    case = registered_as(criteria_version="", criteria_met=ticked)
    found = on_file("IAG-S1-02", case, "2024-03-10", criteria_version="V2", criteria_since=since)
    assert found.result is result


@pytest.mark.rule("IAG-S1-08")
def test_a_child_with_nobody_is_in_order_on_paper_and_asks_to_look_at_once() -> None:
    alone = on_file("IAG-S1-08", registered_as(living_with=LivingWith.NOBODY), "2024-03-10")

    assert (alone.result, alone.reason) == (
        Result.PASS,
        "No adult with the child: ask at once whether it is unaccompanied.",
    )


def test_what_was_registered_before_we_began_is_not_asked_again() -> None:
    brought_in = registered_as(duties_from=date(2024, 6, 1), sex=None)

    assert on_file("IAG-S1-07", brought_in, "2024-03-10").result is Result.NA


@pytest.mark.rule("IAG-S1-03", "IAG-PRIN-05")
def test_an_assent_two_days_after_registration_comes_too_late() -> None:
    case = the_case(
        written(COMPLETE, ON),
        GIVEN,
        agreed(ConsentGiver.CAREGIVER, "2024-03-04"),
        agreed(ConsentGiver.CHILD, "2024-03-06"),
        as_of="2024-03-10",
    )
    found = on_file("IAG-S1-03", case, "2024-03-10")

    assert (found.result, found.reason) == (Result.FAIL, "Agreed 2 days after registration: child.")
    assert on_file("IAG-PRIN-05", case, "2024-03-10").result is Result.NA


@pytest.mark.parametrize(
    ("consents", "more", "expected"),
    [
        ((agreed(ConsentGiver.CAREGIVER, ON), agreed(ConsentGiver.CHILD, ON)), {}, Result.PASS),
        ((agreed(ConsentGiver.CAREGIVER, ON),), {}, Result.FAIL),
        ((agreed(ConsentGiver.CAREGIVER, ON), agreed(ConsentGiver.CHILD, ON, agreed=YesNo.NO)), {}, Result.FAIL),
        ((agreed(ConsentGiver.CHILD, ON),), {"no_caregiver": "parents not found"}, Result.PASS),
        (
            (
                written(
                    Consent(
                        giver=ConsentGiver.OTHER,
                        form=ConsentForm.LEGAL_MANDATE,
                        purpose=ConsentPurpose.SERVICES,
                        reason="Children Act",
                    ),
                    ON,
                ),
            ),
            {},
            Result.PASS,
        ),
    ],
)
def test_child_and_caregiver_agree_or_there_is_a_reason(
    consents: tuple[Record, ...], more: dict[str, Any], expected: Result
) -> None:
    case = the_case(written(msgspec.structs.replace(COMPLETE, **more), ON), GIVEN, consents, as_of="2024-03-10")

    assert on_file("IAG-S1-03", case, "2024-03-10").result is expected


def test_without_agreement_a_case_that_nobody_carries_stays_an_intake() -> None:
    found = on_file("IAG-S1-03", the_case(written(COMPLETE, ON), as_of="2024-03-05"), "2024-03-05")

    assert (found.result, found.reason) == (Result.UNKNOWN, "An intake until they agree: child, caregiver.")
    assert found.missing == Missing(record="consent", field="giver")


@pytest.mark.rule("IAG-S1-03")
def test_of_a_case_from_elsewhere_it_is_not_known_who_agreed() -> None:
    from_a_file = the_case(written(COMPLETE, ON, how_known=HowKnown.IMPORTED), GIVEN, as_of="2024-03-10")
    before_we_began = registered_as(duties_from=date(2024, 6, 1))
    opening = written(msgspec.structs.replace(COMPLETE, duties_from=date(2024, 6, 1)), ON)
    looked_up = (agreed(ConsentGiver.CHILD, "2024-03-08"), agreed(ConsentGiver.CAREGIVER, "2024-03-08"))
    on_record = the_case(opening, GIVEN, looked_up, as_of="2024-03-10")

    def said(case: CaseFile) -> tuple[Result, str]:
        found = on_file("IAG-S1-03", case, "2024-03-10")
        return found.result, found.reason

    assert [said(case) for case in (from_a_file, before_we_began, on_record)] == [
        (Result.UNKNOWN, "An intake until they agree: child, caregiver."),
        (Result.UNKNOWN, "At work before we began; whether they agreed is not on record: child, caregiver."),
        (Result.PASS, "They agreed; the case was at work before we began."),
    ]


@pytest.mark.rule("IAG-CONS-01")
def test_a_service_begun_before_we_began_says_nothing_against_anybody() -> None:
    def said(duties_from: date | None) -> Result:
        opening = written(msgspec.structs.replace(COMPLETE, duties_from=duties_from), ON)
        referral = written(Referral(referral="R-1"), "2024-03-08")
        return on_file("IAG-CONS-01", the_case(opening, GIVEN, referral, as_of="2024-03-10"), "2024-03-10").result

    assert (said(None), said(date(2024, 6, 1))) == (Result.FAIL, Result.UNKNOWN)


@pytest.mark.rule("IAG-S1-12")
def test_the_code_of_a_closed_case_is_not_given_again() -> None:
    used = the_case(written(COMPLETE, ON), GIVEN, closed(ClosureReason.GOALS_MET, "2024-06-01"), as_of="2024-07-01")
    again = msgspec.structs.replace(COMPLETE, sex=Sex.MALE)

    (said,) = on_saving("IAG-S1-12", used, again, "2024-07-01")
    assert (said.severity, said.message) == (
        Severity.WARN,
        "This code belongs to a case that was closed; another child needs a code of its own.",
    )
    twice = the_case(*used.records, written(again, "2024-07-01"), as_of="2024-07-02")
    assert on_file("IAG-S1-12", twice, "2024-07-02").result is Result.FAIL
    assert on_file("IAG-S1-12", used, "2024-07-01").result is Result.PASS


@pytest.mark.parametrize(
    ("code", "pattern", "expected"),
    [("C-0117", "C-####", True), ("C-117", "C-####", False), ("CX-1", "C?-#", True), ("C1-1", "C?-#", False)],
)
def test_a_code_fits_the_agencys_numbering(code: str, pattern: str, *, expected: bool) -> None:
    assert fits(code, pattern) is expected


def test_a_code_outside_the_numbering_is_found() -> None:
    assert on_file("IAG-S1-12", registered_as(), "2024-03-10", case_code_pattern="N-####").result is Result.FAIL
    assert on_file("IAG-S1-12", registered_as(), "2024-03-10", case_code_pattern="C-####").result is Result.PASS


@pytest.mark.rule("IAG-S1-14")
def test_two_children_in_one_file_are_found_and_brothers_linked_by_code_are_in_order() -> None:
    linked = registered_as(related_cases=("C-0021",))
    second = msgspec.structs.replace(COMPLETE, sex=Sex.MALE)
    both = the_case(*linked.records, written(second, "2024-03-05"), as_of="2024-03-10")

    assert on_file("IAG-S1-14", linked, "2024-03-10").result is Result.PASS
    assert on_file("IAG-S1-14", both, "2024-03-10").result is Result.FAIL
    assert len(on_saving("IAG-S1-14", linked, second, "2024-03-05")) == 1


@pytest.mark.rule("IAG-S1-05")
def test_a_child_that_does_not_fit_is_pointed_somewhere() -> None:
    def sent_away(**more: Any) -> CaseFile:
        return the_case(
            written(COMPLETE, "2024-05-02"),
            written(NotEligible(source="SRC-03", **more), "2024-05-02"),
            as_of="2024-05-03",
        )

    silent = on_file("IAG-S1-05", sent_away(), "2024-05-03")
    assert (silent.result, silent.missing) == (Result.FAIL, Missing(record="iag_core.not_eligible", field="outcome"))
    onward = sent_away(outcome=Outcome.REFERRED_ONWARD)
    assert on_file("IAG-S1-05", onward, "2024-05-03").missing == Missing("iag_core.not_eligible", "service")
    assert on_file("IAG-S1-05", sent_away(outcome=Outcome.INFORMATION_GIVEN), "2024-05-03").result is Result.PASS
    assert on_file("IAG-S1-02", sent_away(), "2024-05-03").result is Result.NA


def sent_by(source: str, *days: str) -> list[CaseFile]:
    return [the_case(written(COMPLETE, on), written(NotEligible(source=source), on), as_of="2024-06-30") for on in days]


@pytest.mark.rule("IAG-S1-06")
def test_three_children_that_do_not_fit_from_one_source_in_30_days_ask_a_question() -> None:
    cases = sent_by("SRC-03", "2024-05-02", "2024-05-10", "2024-05-28")

    third = figures("IAG-S1-06", cases, "2024-05-28")["SRC-03"]
    assert (third.value, bool(third.question)) == (3, True)
    later = figures("IAG-S1-06", cases, "2024-06-01")["SRC-03"]
    assert (later.value, later.question) == (2, "")


@pytest.mark.rule("IAG-S1-01", "IAG-DB-04")
def test_ways_in_and_sexes_are_counted_and_what_is_blank_is_counted_too() -> None:
    cases = [registered_as(), registered_as(pathway=None, sex=None)]
    ways, sexes = figures("IAG-S1-01", cases, "2024-03-10"), figures("IAG-DB-04", cases, "2024-03-10")

    assert {slot: figure.value for slot, figure in ways.items() if figure.value} == {
        "community-member": 1,
        "not_recorded": 1,
    }
    assert {slot: figure.value for slot, figure in sexes.items()} == {"female": 1, "male": 0, "other": 0, "unmapped": 1}


@pytest.mark.rule("IAG-S1-08")
def test_a_child_with_no_adult_is_asked_about_while_it_is_registered() -> None:
    alone = Registration(programme=ProgrammeId("north"), living_with=LivingWith.NOBODY)
    (said,) = on_saving("IAG-S1-08", the_case(as_of="2024-06-01"), alone, "2024-06-01")

    assert said.message == (
        "No adult with the child: ask at once whether it is unaccompanied, and whether it is in danger."
    )


@pytest.mark.rule("IAG-S1-03")
def test_a_case_without_consent_stays_an_intake_whoever_takes_it() -> None:
    opening = written(Registration(programme=ProgrammeId("north")), "2024-03-04")
    taken = Assignment(worker=PersonCode("W-04"))
    (said,) = on_saving("IAG-S1-03", the_case(opening, as_of="2024-03-05"), taken, "2024-03-05")

    assert said.message == (
        "Not agreed on record: child, caregiver. Until they agree, or a legal mandate is on record, it stays an "
        "intake: safety first, services after."
    )
