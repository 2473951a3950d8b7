"""A case is an intake until child and caregiver agree; who acts under a legal mandate says so, for that purpose."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from supervisor_tui.domain.agreements import mandate_on
from supervisor_tui.domain.ids import PersonCode, ProgrammeId
from supervisor_tui.domain.intake import is_waiting_for_agreement, yet_to_agree
from supervisor_tui.domain.records.closing import Closure, ClosureReason, ClosureRequest, Reopening
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose, ConsentWithdrawn
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.status import Status, status
from supervisor_tui.testing import a_case, written

GIVEN = written(Assignment(worker=PersonCode("W-04")), "2026-01-05")
CHILD, CAREGIVER, OTHER = ConsentGiver.CHILD, ConsentGiver.CAREGIVER, ConsentGiver.OTHER


def registered(**more: Any) -> Record:
    return written(Registration(programme=ProgrammeId("north"), **more), "2026-01-05")


def agreed(giver: ConsentGiver, on: str = "2026-01-06", purpose: ConsentPurpose = ConsentPurpose.SERVICES) -> Record:
    return written(Consent(giver=giver, form=ConsentForm.CONSENT, purpose=purpose), on)


def mandated(purpose: ConsentPurpose, reason: str = "Children Act") -> Record:
    return written(Consent(giver=OTHER, form=ConsentForm.LEGAL_MANDATE, purpose=purpose, reason=reason), "2026-01-06")


@pytest.mark.rule("IAG-S1-03")
def test_a_case_is_an_intake_until_both_agree() -> None:
    records = (registered(), GIVEN, agreed(CHILD, "2026-01-06"), agreed(CAREGIVER, "2026-01-09"))

    def on(day: str) -> tuple[Status, tuple[ConsentGiver, ...]]:
        case = a_case(*records, as_of=day)
        return status(case), yet_to_agree(case)

    assert [on(day) for day in ("2026-01-05", "2026-01-06", "2026-01-08", "2026-01-09")] == [
        (Status.INTAKE, (CHILD, CAREGIVER)),
        (Status.INTAKE, (CAREGIVER,)),
        (Status.INTAKE, (CAREGIVER,)),
        (Status.OPEN, ()),
    ]


@pytest.mark.parametrize(
    ("records", "stands"),
    [
        ((agreed(CHILD), agreed(OTHER)), Status.OPEN),
        ((agreed(CHILD), agreed(CAREGIVER, purpose=ConsentPurpose.SHARING)), Status.INTAKE),
        ((mandated(ConsentPurpose.SERVICES),), Status.OPEN),
        ((mandated(ConsentPurpose.SHARING),), Status.INTAKE),
        ((mandated(ConsentPurpose.SERVICES, reason=" "),), Status.INTAKE),
        ((written(ClosureRequest(reason=ClosureReason.GOALS_MET), "2026-01-07"),), Status.CLOSING),
    ],
)
def test_what_opens_a_case_and_what_does_not(records: tuple[Record, ...], stands: Status) -> None:
    assert status(a_case(registered(), GIVEN, *records)) is stands


def test_where_no_caregiver_can_be_asked_only_the_child_is() -> None:
    alone = registered(no_caregiver="nobody is known")
    assert yet_to_agree(a_case(alone, GIVEN)) == (CHILD,)
    assert status(a_case(alone, GIVEN, agreed(CHILD))) is Status.OPEN


def test_a_case_that_was_opened_again_is_no_intake() -> None:
    ended = written(Closure(reason=ClosureReason.GOALS_MET), "2026-02-01")
    again = written(Reopening(reason="new harm"), "2026-03-01")
    assert status(a_case(registered(), GIVEN, ended, again)) is Status.OPEN


def test_a_no_is_no_agreement() -> None:
    refused = written(
        Consent(giver=CHILD, form=ConsentForm.ASSENT, purpose=ConsentPurpose.SERVICES, agreed=YesNo.NO), "2026-01-06"
    )
    assert yet_to_agree(a_case(registered(), GIVEN, refused, agreed(CAREGIVER))) == (CHILD,)


def test_a_case_registered_before_we_began_was_at_work_before() -> None:
    before = registered(duties_from=date(2026, 2, 1))
    assert not is_waiting_for_agreement(a_case(before, GIVEN))
    assert status(a_case(before, GIVEN)) is Status.OPEN


@pytest.mark.rule("IAG-S1-03")
@pytest.mark.parametrize("duties_from", [None, date(2026, 1, 5), date(2025, 6, 1)])
def test_a_new_case_that_a_file_brings_in_waits_like_any_other(duties_from: date | None) -> None:
    """Registered on 5 January: on the first day that is counted here, or later."""
    body = Registration(programme=ProgrammeId("north"), duties_from=duties_from)
    imported = written(body, "2026-01-05", how_known=HowKnown.IMPORTED)
    corrected = written(body, "2026-01-05", amends=imported.id)
    assert [status(a_case(*opening, GIVEN)) for opening in ((imported,), (imported, corrected))] == [Status.INTAKE] * 2
    assert status(a_case(imported, GIVEN, agreed(CHILD), agreed(CAREGIVER))) is Status.OPEN


def test_all_agree_on_one_day_or_it_is_an_intake() -> None:
    caregiver, later = agreed(CAREGIVER, "2026-01-06"), agreed(CHILD, "2026-01-20")
    taken_back = written(ConsentWithdrawn(consent=caregiver.id), "2026-01-10")
    ended = written(
        Consent(
            giver=CAREGIVER,
            form=ConsentForm.CONSENT,
            purpose=ConsentPurpose.SERVICES,
            valid_until=date(2026, 1, 19),
        ),
        "2026-01-06",
    )
    assert yet_to_agree(a_case(registered(), GIVEN, caregiver, taken_back, later)) == (CAREGIVER,)
    assert yet_to_agree(a_case(registered(), GIVEN, ended, later)) == (CAREGIVER,)
    assert status(a_case(registered(), GIVEN, caregiver, agreed(CHILD), taken_back)) is Status.OPEN


def test_who_took_an_agreement_back_is_waited_for_again_with_who_never_gave_one() -> None:
    child = agreed(CHILD)
    taken_back = written(ConsentWithdrawn(consent=child.id), "2026-01-10")
    assert yet_to_agree(a_case(registered(), GIVEN, child)) == (CAREGIVER,)
    assert yet_to_agree(a_case(registered(), GIVEN, child, taken_back)) == (CHILD, CAREGIVER)


def test_the_order_of_one_day_changes_nothing() -> None:
    child = agreed(CHILD, "2026-01-05")
    taken_back = written(ConsentWithdrawn(consent=child.id), "2026-01-05")
    records = (registered(), GIVEN, child, agreed(CAREGIVER, "2026-01-05"))
    assert {status(a_case(*order)) for order in permutations(records)} == {Status.OPEN}
    assert {status(a_case(*order)) for order in permutations((*records, taken_back))} == {Status.INTAKE}


def test_what_was_entered_later_changes_no_earlier_answer() -> None:
    body = Consent(giver=CHILD, form=ConsentForm.ASSENT, purpose=ConsentPurpose.SERVICES)
    child = written(body, "2026-01-06", entered_on="2026-01-12")
    records = (registered(), GIVEN, agreed(CAREGIVER), child)
    known = {day: status(a_case(*records, known_at=day)) for day in ("2026-01-11", "2026-01-12")}
    assert known == {"2026-01-11": Status.INTAKE, "2026-01-12": Status.OPEN}


@pytest.mark.rule("IAG-CONS-12")
def test_a_mandate_covers_the_purpose_it_names_and_no_other_until_it_is_taken_back() -> None:
    mandate = mandated(ConsentPurpose.TRANSFER)
    taken_back = written(ConsentWithdrawn(consent=mandate.id), "2026-02-01")
    case = a_case(registered(), GIVEN, mandate, taken_back)

    def stands(day: str, purpose: ConsentPurpose) -> bool:
        return mandate_on(case, date.fromisoformat(day), purpose) is not None

    assert [stands(day, ConsentPurpose.TRANSFER) for day in ("2026-01-05", "2026-01-06", "2026-02-01")] == [
        False,
        True,
        False,
    ]
    assert not any(stands("2026-01-06", one) for one in ConsentPurpose if one is not ConsentPurpose.TRANSFER)
