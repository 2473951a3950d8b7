"""Consent and assent on file, and what goes to other agencies under them."""

from datetime import date
from typing import Any

import msgspec
import pytest

from iag_core.records.fund_use import FundUse
from iag_core.records.provider import Provider
from iag_core.records.service_gap import ServiceGap
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import PersonCode, ProgrammeId, RecordId
from supervisor_tui.domain.records.consent import (
    Capacity,
    Consent,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    ConsentWithdrawn,
)
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus, SharingMethod
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.transfer import Transfer, TransferWish
from supervisor_tui.domain.transfers import MayGo, may_go
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import day, due, figures, on_file, on_saving, registered, state, the_case

OPENING = registered("2024-03-01")
AS_OF = "2024-08-01"
SERVICES = Consent(
    giver=ConsentGiver.CHILD,
    form=ConsentForm.ASSENT,
    purpose=ConsentPurpose.SERVICES,
    able=Capacity.YES,
    voluntary=YesNo.YES,
    services_understood=YesNo.YES,
    risks_understood=YesNo.YES,
    information_understood=YesNo.YES,
    limits_understood=YesNo.YES,
    child_friendly=YesNo.YES,
    questions_invited=YesNo.YES,
)
SHARING = msgspec.structs.replace(
    SERVICES,
    purpose=ConsentPurpose.SHARING,
    agencies=("AG-02",),
    sections=("assessment",),
    methods=(SharingMethod.WRITTEN,),
    valid_until=day("2024-06-30"),
)
SENT = Referral(referral="R-0501", agency="AG-02", sections=("assessment",), method=SharingMethod.WRITTEN)


def shared(
    on: str = "2024-05-06", *, consent: Consent | None = SHARING, consent_cited: str = "", **changes: Any
) -> CaseFile:
    given = [written(consent, "2024-03-04", id="r-consent")] if consent else []
    if consent_cited:
        changes["consent"] = RecordId(consent_cited)
    return the_case(OPENING, given, written(msgspec.structs.replace(SENT, **changes), on), as_of=AS_OF)


def consented(consent: Consent, *more: Record, on: str = "2024-03-04") -> CaseFile:
    return the_case(OPENING, written(consent, on), *more, as_of=AS_OF)


def other(**changes: Any) -> Consent:
    return msgspec.structs.replace(SHARING, **changes)


@pytest.mark.parametrize(
    ("rule", "case", "expected"),
    [
        pytest.param(
            "IAG-S4-03", shared(consent=other(agencies=("AG-01",))), Result.FAIL, marks=pytest.mark.rule("IAG-S4-03")
        ),
        ("IAG-S4-03", shared(consent=None), Result.FAIL),
        ("IAG-S4-03", shared(consent=other(agreed=YesNo.NO)), Result.FAIL),
        ("IAG-S4-03", shared(consent=other(purpose=ConsentPurpose.SERVICES)), Result.FAIL),
        ("IAG-S4-03", shared("2024-03-03"), Result.FAIL),
        ("IAG-S4-03", shared("2024-07-01"), Result.FAIL),
        pytest.param(
            "IAG-CONS-07",
            shared(sections=("case notes",), method=SharingMethod.ELECTRONIC),
            Result.FAIL,
            marks=pytest.mark.rule("IAG-CONS-07"),
        ),
        ("IAG-CONS-07", shared(method=SharingMethod.SPOKEN), Result.FAIL),
        ("IAG-CONS-07", shared(sections=()), Result.UNKNOWN),
        pytest.param("IAG-CONS-09", shared("2024-07-01"), Result.FAIL, marks=pytest.mark.rule("IAG-CONS-09")),
        ("IAG-CONS-09", shared("2024-06-30"), Result.PASS),
        ("IAG-CONS-09", shared(consent=other(valid_until=None)), Result.UNKNOWN),
    ],
)
def test_what_is_shared_rests_on_a_consent_that_holds(rule: str, case: CaseFile, expected: Result) -> None:
    assert on_file(rule, shared(), AS_OF).result is Result.PASS
    assert on_file(rule, case, AS_OF).result is expected
    assert on_file(rule, the_case(OPENING, as_of=AS_OF), AS_OF).result is Result.NA


def test_a_referral_without_consent_is_pointed_out_before_it_is_saved() -> None:
    (said,) = on_saving("IAG-S4-03", the_case(OPENING, as_of=AS_OF), SENT, "2024-05-06")

    assert (said.message, said.field) == ("Referral R-0501: no consent stands for sharing with AG-02.", "consent")


@pytest.mark.rule("IAG-CONS-10")
def test_a_consent_for_one_time_serves_one_referral() -> None:
    once = written(other(once=YesNo.YES), "2024-03-04", id="r-consent")
    cited = RecordId("r-consent")
    first = written(msgspec.structs.replace(SENT, consent=cited), "2024-05-06")
    second = written(msgspec.structs.replace(SENT, referral="R-0503", consent=cited), "2024-05-20")

    assert on_file("IAG-CONS-10", the_case(OPENING, once, first, as_of=AS_OF), AS_OF).result is Result.PASS
    found = on_file("IAG-CONS-10", the_case(OPENING, once, first, second, as_of=AS_OF), AS_OF)
    assert (found.result, found.reason) == (
        Result.FAIL,
        "Referral R-0503 uses a consent that was given for referral R-0501 only.",
    )


@pytest.mark.rule("IAG-CONS-11")
@pytest.mark.parametrize(("on", "expected"), [("2024-06-15", Result.FAIL), ("2024-06-14", Result.PASS)])
def test_nothing_is_shared_from_the_day_consent_is_taken_back(on: str, expected: Result) -> None:
    back = written(ConsentWithdrawn(consent=RecordId("r-consent")), "2024-06-15")
    case = the_case(*shared(on).records, back, as_of=AS_OF)

    assert on_file("IAG-CONS-11", case, AS_OF).result is expected
    assert on_file("IAG-S4-03", case, AS_OF).result is expected


@pytest.mark.rule("IAG-CONS-12")
def test_a_consent_to_registration_does_not_serve_for_the_hand_over() -> None:
    sent = written(Transfer(agency="AG-03"), "2024-07-01")
    found = on_file("IAG-CONS-12", consented(SERVICES, sent), AS_OF)

    assert (found.result, found.reason) == (Result.FAIL, "No consent for handing over the file to AG-03 stands.")


TO_AG_03 = other(purpose=ConsentPurpose.TRANSFER, agencies=("AG-03",), valid_until=None)


def moved(*, consent: Consent = TO_AG_03, on: str = "2024-03-04", **changes: Any) -> CaseFile:
    sent = written(Transfer(agency="AG-03", **changes), "2024-05-01")
    return the_case(OPENING, written(consent, on, id="r-consent"), sent, as_of=AS_OF)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (moved(), Result.PASS),
        (moved(consent=msgspec.structs.replace(TO_AG_03, agencies=("AG-02",))), Result.FAIL),
        (moved(consent=msgspec.structs.replace(TO_AG_03, agencies=())), Result.UNKNOWN),
        (moved(on="2024-05-09", file_handed_on=day("2024-05-10")), Result.PASS),
        (moved(on="2024-05-11", file_handed_on=day("2024-05-10")), Result.FAIL),
        (moved(consent=msgspec.structs.replace(TO_AG_03, valid_until=day("2024-07-01"))), Result.FAIL),
        (moved(consent=SERVICES, wish=TransferWish.OVERRULED), Result.NA),
        (moved(consent=SERVICES, wish=TransferWish.DECLINED), Result.NA),
        (moved(consent=SERVICES, refused_on=day("2024-05-20")), Result.NA),
    ],
    ids=[
        "for this agency",
        "for another agency",
        "for no named agency",
        "asked after the proposal and before the file went",
        "asked after the file went",
        "over before the file goes",
        "against their wishes, decided by itself",
        "declined, so no file goes",
        "refused by the agency, so no file goes",
    ],
)
def test_a_consent_to_a_hand_over_serves_for_the_agency_that_it_names(case: CaseFile, expected: Result) -> None:
    assert on_file("IAG-CONS-12", case, AS_OF).result is expected


def test_a_consent_that_named_nobody_and_was_taken_back_leaves_nothing_open() -> None:
    for_nobody = msgspec.structs.replace(TO_AG_03, agencies=())
    back = written(ConsentWithdrawn(consent=RecordId("r-consent")), "2024-06-15")
    case = the_case(*moved(consent=for_nobody).records, back, as_of=AS_OF)
    wanted = Transfer(agency="AG-03", wish=TransferWish.AGREED)

    assert on_file("IAG-CONS-12", case, AS_OF).result is Result.FAIL
    assert [may_go(case, wanted, day(on)) for on in ("2024-06-14", AS_OF)] == [MayGo.UNKNOWN, MayGo.MISSING]


def test_a_consent_for_another_agency_is_pointed_out_by_the_name_of_the_right_one() -> None:
    for_another = msgspec.structs.replace(TO_AG_03, agencies=("AG-02",))
    found = on_file("IAG-CONS-12", moved(consent=for_another), AS_OF)
    draft = Transfer(agency="AG-03", file_handed_on=day("2024-05-10"))
    (said,) = on_saving("IAG-CONS-12", consented(for_another), draft, "2024-05-01")

    assert (found.reason, said.message) == ("No consent for handing over the file to AG-03 stands.",) * 2


@pytest.mark.rule("IAG-CONS-01")
@pytest.mark.parametrize(("began", "expected"), [("2024-03-03", Result.FAIL), ("2024-03-04", Result.PASS)])
def test_consent_comes_before_the_first_service(began: str, expected: Result) -> None:
    service = written(ActionOutcome(action="A1", status=ActionStatus.ONGOING), began)

    assert on_file("IAG-CONS-01", consented(SERVICES, service), AS_OF).result is expected
    assert on_file("IAG-CONS-01", consented(SERVICES), AS_OF).result is Result.NA


def test_a_service_without_any_consent_is_found() -> None:
    found = on_file("IAG-CONS-01", shared(consent=None), AS_OF)

    assert (found.result, found.missing) == (Result.FAIL, Missing(record="consent", field="purpose"))


@pytest.mark.parametrize(
    ("rule", "changes", "result", "field"),
    [
        pytest.param(
            "IAG-CONS-02",
            {"risks_understood": None},
            Result.FAIL,
            "risks_understood",
            marks=pytest.mark.rule("IAG-CONS-02"),
        ),
        ("IAG-CONS-02", {"limits_understood": YesNo.NOT_KNOWN}, Result.UNKNOWN, "limits_understood"),
        pytest.param(
            "IAG-CONS-03", {"able": Capacity.UNSURE}, Result.UNKNOWN, "able", marks=pytest.mark.rule("IAG-CONS-03")
        ),
        ("IAG-CONS-03", {"able": Capacity.NO}, Result.FAIL, "able"),
        ("IAG-CONS-03", {"voluntary": YesNo.NO}, Result.FAIL, "voluntary"),
        pytest.param(
            "IAG-CONS-06",
            {"child_friendly": None},
            Result.FAIL,
            "child_friendly",
            marks=pytest.mark.rule("IAG-CONS-06"),
        ),
        ("IAG-CONS-06", {"questions_invited": None}, Result.FAIL, "questions_invited"),
    ],
)
def test_consent_counts_when_it_was_understood_and_free(
    rule: str, changes: dict[str, Any], result: Result, field: str
) -> None:
    found = on_file(rule, consented(msgspec.structs.replace(SERVICES, **changes)), AS_OF)

    assert on_file(rule, consented(SERVICES), AS_OF).result is Result.PASS
    assert (found.result, found.missing) == (result, Missing(record="consent", field=field))
    assert on_file(rule, the_case(OPENING, as_of=AS_OF), AS_OF).result is Result.NA


def aged(years: int | None, *records: Record) -> CaseFile:
    opening = Registration(programme=ProgrammeId("north"), age_years=years)
    return the_case(written(opening, "2024-03-04"), *records, as_of=AS_OF)


@pytest.mark.rule("IAG-CONS-04")
@pytest.mark.parametrize(
    ("years", "form", "limit", "expected"),
    [
        (12, ConsentForm.CONSENT, 15, Result.FAIL),
        (12, ConsentForm.ASSENT, 15, Result.PASS),
        (15, ConsentForm.ASSENT, 15, Result.FAIL),
        (15, ConsentForm.CONSENT, 15, Result.PASS),
        (12, ConsentForm.CONSENT, None, Result.UNKNOWN),
        (None, ConsentForm.CONSENT, 15, Result.UNKNOWN),
    ],
)
def test_a_child_below_the_agencys_age_assents(
    years: int | None, form: ConsentForm, limit: int | None, expected: Result
) -> None:
    case = aged(years, written(msgspec.structs.replace(SERVICES, form=form), "2024-03-04"))
    decided = {"consent_age_years": limit} if limit else {}

    assert on_file("IAG-CONS-04", case, AS_OF, **decided).result is expected


@pytest.mark.rule("IAG-CONS-05")
def test_a_child_of_three_is_asked_too() -> None:
    cannot_tell = msgspec.structs.replace(SERVICES, agreed=YesNo.NOT_KNOWN)
    observed = msgspec.structs.replace(cannot_tell, reason="turns away, then plays")
    cases = [
        aged(3),
        aged(3, written(cannot_tell, "2024-03-04")),
        aged(3, written(observed, "2024-03-04")),
        aged(3, written(msgspec.structs.replace(SERVICES, agreed=YesNo.NO), "2024-03-04")),
        aged(5),
        aged(None),
    ]

    assert [on_file("IAG-CONS-05", case, AS_OF).result for case in cases] == [
        Result.FAIL,
        Result.FAIL,
        Result.PASS,
        Result.PASS,
        Result.NA,
        Result.UNKNOWN,
    ]


MANDATE = Consent(
    giver=ConsentGiver.OTHER,
    form=ConsentForm.LEGAL_MANDATE,
    purpose=ConsentPurpose.SHARING,
    reason="Children Act",
    protection_reason="beaten again",
    explained_on=date(2024, 5, 5),
    participation="mother comes to each talk",
    approved_by=PersonCode("W-21"),
)


@pytest.mark.rule("IAG-CONS-08")
@pytest.mark.parametrize("field", ["reason", "protection_reason", "explained_on", "participation", "approved_by"])
def test_acting_without_consent_says_mandate_reason_and_how_the_family_still_takes_part(field: str) -> None:
    blank = msgspec.structs.replace(MANDATE, **{field: None if field in {"explained_on", "approved_by"} else ""})
    found = on_file("IAG-CONS-08", consented(blank), AS_OF)

    assert (found.result, found.missing) == (Result.FAIL, Missing(record="consent", field=field))
    assert on_file("IAG-CONS-08", consented(MANDATE), AS_OF).result is Result.PASS
    assert (
        on_file(
            "IAG-S4-03", the_case(*consented(MANDATE).records, *shared(consent=None).records[2:], as_of=AS_OF), AS_OF
        ).result
        is Result.PASS
    )


def provided(**changes: Any) -> CaseFile:
    known = Provider(agency="AG-02", pathway_paper="P-3", focal_point="social worker", agreement_from=day("2024-05-01"))
    checked = written(msgspec.structs.replace(known, **changes), "2024-05-02")
    return the_case(*shared().records, checked, as_of=AS_OF)


@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    [
        pytest.param("IAG-S4-07", {"focal_point": ""}, Result.FAIL, marks=pytest.mark.rule("IAG-S4-07")),
        ("IAG-S4-07", {"pathway_paper": ""}, Result.FAIL),
        pytest.param(
            "IAG-S4-08", {"agreement_from": day("2024-06-01")}, Result.FAIL, marks=pytest.mark.rule("IAG-S4-08")
        ),
        ("IAG-S4-08", {"agreement_until": day("2024-05-05")}, Result.FAIL),
        ("IAG-S4-08", {"agreement_until": day("2024-05-06")}, Result.PASS),
        ("IAG-S4-08", {"agreement_from": None}, Result.UNKNOWN),
    ],
)
def test_the_agency_is_known_and_rules_are_agreed_before_sharing(
    rule: str, changes: dict[str, Any], expected: Result
) -> None:
    assert on_file(rule, provided(), AS_OF).result is Result.PASS
    assert on_file(rule, provided(**changes), AS_OF).result is expected
    assert on_file(rule, shared(), AS_OF).result is Result.UNKNOWN


@pytest.mark.rule("IAG-S4-04")
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Result.FAIL),
        ({"accompanied": YesNo.YES}, Result.PASS),
        ({"accompanied": YesNo.NO, "not_accompanied_because": "wished to go alone"}, Result.PASS),
    ],
)
def test_somebody_goes_along_once_a_referral_is_accepted(changes: dict[str, Any], expected: Result) -> None:
    accepted = written(ReferralProgress(referral="R-0501", status=ReferralStatus.ACCEPTED), "2024-05-08")
    case = shared(**changes)

    assert on_file("IAG-S4-04", the_case(*case.records, accepted, as_of=AS_OF), AS_OF).result is expected
    assert on_file("IAG-S4-04", case, AS_OF).result is Result.NA


@pytest.mark.rule("IAG-S4-06")
def test_a_provider_not_checked_for_112_days_is_stale_and_opens_the_cases_that_wait_there() -> None:
    checked = written(Provider(agency="AG-02"), "2024-01-10")
    waiting = the_case(OPENING, written(SENT, "2024-04-20"), checked, as_of="2024-05-01")

    stale = figures("IAG-S4-06", [waiting], "2024-05-01")["AG-02"]
    assert (stale.value, stale.unit, stale.cases) == (112, "days", ("C-0001",))
    assert figures("IAG-S4-06", [waiting], "2024-04-09") == {}


@pytest.mark.rule("IAG-S4-10")
def test_a_need_without_a_service_is_told_raised_and_counted() -> None:
    def noted(**more: Any) -> CaseFile:
        return the_case(OPENING, written(ServiceGap(need="N2", **more), "2024-05-01"), as_of=AS_OF)

    silent = on_file("IAG-S4-10", noted(), AS_OF)
    assert (silent.result, silent.missing) == (Result.FAIL, Missing(record="iag_core.service_gap", field="told_on"))
    told = day("2024-05-02")
    assert on_file("IAG-S4-10", noted(told_on=told), AS_OF).result is Result.UNKNOWN
    assert on_file("IAG-S4-10", noted(told_on=told, raised_on=told), AS_OF).result is Result.PASS
    assert figures("IAG-S4-10", [noted(), the_case(OPENING, as_of=AS_OF)], AS_OF)[""].value == 1


@pytest.mark.rule("IAG-S4-12")
def test_money_from_the_fund_can_be_traced() -> None:
    paid = FundUse(amount=1200, currency="KES", purpose="medical", approver=PersonCode("W-21"))
    found = on_file(
        "IAG-S4-12",
        the_case(OPENING, written(msgspec.structs.replace(paid, approver=None), "2024-05-02"), as_of=AS_OF),
        AS_OF,
    )

    assert (found.result, found.reason) == (Result.FAIL, "Payment of 2024-05-02: nobody is named who approved it.")
    assert (
        on_file("IAG-S4-12", the_case(OPENING, written(paid, "2024-05-02"), as_of=AS_OF), AS_OF).result is Result.PASS
    )


@pytest.mark.rule("IAG-PRIN-06")
def test_what_left_the_agency_without_consent_is_counted() -> None:
    cases = (
        shared(consent=None),
        shared(),
        the_case(OPENING, written(Transfer(agency="AG-02"), "2024-05-06"), as_of=AS_OF),
        the_case(
            OPENING, written(Transfer(agency="AG-02", file_handed_on=day("2024-05-07")), "2024-05-06"), as_of=AS_OF
        ),
    )

    assert [bool(figures("IAG-PRIN-06", (case,), AS_OF)[""].cases) for case in cases] == [True, False, False, True]


def test_a_referral_that_cites_a_consent_for_another_agency_has_none() -> None:
    cited = shared(consent=other(agencies=("AG-01",)), consent_cited="r-consent")

    assert on_file("IAG-S4-03", cited, AS_OF).result is Result.FAIL
    assert on_file("IAG-S4-03", shared(consent_cited="r-consent"), AS_OF).result is Result.PASS


def test_a_legal_mandate_that_ran_out_covers_nothing_any_more() -> None:
    mandate = Consent(
        giver=ConsentGiver.OTHER,
        form=ConsentForm.LEGAL_MANDATE,
        purpose=ConsentPurpose.SHARING,
        reason="court order 12",
        valid_until=day("2024-05-01"),
    )

    def under(sent_on: str) -> CaseFile:
        return the_case(OPENING, written(mandate, "2024-04-01"), written(SENT, sent_on), as_of=AS_OF)

    assert on_file("IAG-S4-03", under("2024-05-01"), AS_OF).result is Result.PASS
    assert on_file("IAG-S4-03", under("2024-05-02"), AS_OF).result is Result.FAIL


@pytest.mark.rule("IAG-CONS-09")
def test_a_consent_that_runs_out_is_asked_for_again_two_weeks_ahead() -> None:
    lasting = written(other(valid_until=day("2024-06-30")), "2024-03-04")
    renewed = written(other(valid_until=day("2024-12-31")), "2024-06-20")

    def asked(as_of: str, *more: Record) -> DueState:
        return state(due("IAG-CONS-09", the_case(OPENING, lasting, *more, as_of=as_of), as_of)[0], as_of)

    days = ("2024-06-15", "2024-06-16", "2024-06-30")
    assert [asked(on) for on in days] == [DueState.UPCOMING, DueState.DUE, DueState.DUE]
    assert asked("2024-06-30", renewed) is DueState.DONE
    assert due("IAG-CONS-09", the_case(OPENING, written(other(once=YesNo.YES), "2024-03-04"), as_of=AS_OF), AS_OF) == ()


@pytest.mark.rule("IAG-CONS-11")
def test_services_do_not_go_on_once_consent_to_them_is_taken_back() -> None:
    given = written(SERVICES, "2024-03-01", id="r-services")
    back = written(ConsentWithdrawn(consent=RecordId("r-services")), "2024-06-15")
    work = written(ActionOutcome(action="A1", status=ActionStatus.ONGOING), "2024-06-20")
    again = written(SERVICES, "2024-06-18", id="r-again")

    def said(*happened: Record) -> Result:
        return on_file("IAG-CONS-11", the_case(OPENING, given, *happened, as_of=AS_OF), AS_OF).result

    assert [said(back), said(back, work), said(back, again, work), said(work)] == [
        Result.UNKNOWN,
        Result.FAIL,
        Result.NA,
        Result.NA,
    ]
