"""A closed case opens again: the reason, consent, the new look that comes first, and how often it happens."""

import pytest

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    Happened,
    assessed,
    closed,
    day,
    figures,
    on_file,
    on_saving,
    open_duty,
    plan,
    registered,
    revised,
    the_case,
)

ENDED = closed(ClosureReason.GOALS_MET, "2024-02-01")
AGAIN = written(Reopening(reason="new worries"), "2024-05-10")


def c_0058(*happened: Happened, as_of: str) -> CaseFile:
    """Return a case with a plan of 2023 that was closed in February 2024."""
    opening = registered("2023-09-04")
    return the_case(opening, assessed("2023-09-05"), plan("2023-10-02", "O1"), ENDED, *happened, as_of=as_of)


def consent(on: str, until: str = "") -> Record:
    """Return a consent to services."""
    return written(
        Consent(
            giver=ConsentGiver.CAREGIVER,
            form=ConsentForm.CONSENT,
            purpose=ConsentPurpose.SERVICES,
            valid_until=day(until) if until else None,
        ),
        on,
    )


@pytest.mark.rule("IAG-CLS-22")
def test_the_clocks_begin_anew_with_the_day_of_the_reopening() -> None:
    assert open_duty("IAG-S5-12", c_0058(AGAIN, as_of="2024-05-20"), "2024-05-20").due == day("2024-08-10")


@pytest.mark.rule("IAG-CLS-22")
def test_only_a_closed_case_can_be_opened_again_and_the_reason_is_asked_for() -> None:
    still_open = the_case(registered("2024-03-04"), as_of="2024-05-10")
    (found,) = on_saving("IAG-CLS-22", still_open, Reopening(reason="new worries"), "2024-05-10")
    assert found.severity is Severity.REFUSE

    silent = on_saving("IAG-CLS-22", c_0058(as_of="2024-05-10"), Reopening(reason=""), "2024-05-10")
    assert [(one.severity, one.field) for one in silent] == [(Severity.WARN, "reason")]
    assert on_saving("IAG-CLS-22", c_0058(as_of="2024-05-10"), Reopening(reason="hit"), "2024-05-10") == ()


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ((), Result.NA),
        ((AGAIN,), Result.UNKNOWN),
        ((AGAIN, plan("2024-05-14", "O1")), Result.FAIL),
        ((AGAIN, plan("2024-05-14", "O1"), revised("2024-05-16")), Result.FAIL),
        ((AGAIN, revised("2024-05-12"), plan("2024-05-14", "O1")), Result.PASS),
    ],
    ids=["still closed", "nothing yet", "plan without a look", "plan before the look", "look first"],
)
def test_the_child_is_assessed_again_before_there_is_a_new_plan(
    happened: tuple[Happened, ...], expected: Result
) -> None:
    assert on_file("IAG-CLS-22", c_0058(*happened, as_of="2024-06-01"), "2024-06-01").result is expected


@pytest.mark.rule("IAG-CLS-23")
def test_a_consent_that_ran_out_has_to_be_given_anew() -> None:
    ran_out = consent("2023-09-04", until="2024-02-01")

    assert on_file("IAG-CLS-23", c_0058(ran_out, AGAIN, as_of="2024-05-20"), "2024-05-20").result is Result.FAIL
    renewed = c_0058(ran_out, AGAIN, consent("2024-05-15"), as_of="2024-05-20")
    assert on_file("IAG-CLS-23", renewed, "2024-05-20").result is Result.PASS
    holds = c_0058(consent("2023-09-04"), AGAIN, as_of="2024-05-20")
    assert on_file("IAG-CLS-23", holds, "2024-05-20").result is Result.PASS


@pytest.mark.rule("IAG-CLS-23")
def test_on_saving_a_reopening_the_consent_is_looked_at() -> None:
    ran_out = c_0058(consent("2023-09-04", until="2024-02-01"), as_of="2024-05-10")
    holds = c_0058(consent("2023-09-04"), as_of="2024-05-10")

    assert len(on_saving("IAG-CLS-23", ran_out, Reopening(reason="hit"), "2024-05-10")) == 1
    assert on_saving("IAG-CLS-23", holds, Reopening(reason="hit"), "2024-05-10") == ()


def closed_on(number: int, *after: Record) -> CaseFile:
    """Return one of twenty cases that were closed in the first quarter of 2024."""
    case = the_case(
        registered("2023-09-04", worker="W-04" if number % 2 else "W-05"),
        closed(ClosureReason.GOALS_MET, f"2024-0{1 + number % 3}-15"),
        *after,
        as_of="2024-12-31",
    )
    return CaseFile(CaseCode(f"C-{number:04}"), case.programme, case.records)


@pytest.mark.rule("IAG-CLS-26")
def test_two_of_twenty_closings_came_back_within_ninety_days() -> None:
    cases = [closed_on(number) for number in range(1, 18)]
    cases += [closed_on(18, written(Reopening(reason="hit"), "2024-04-14"))]
    cases += [closed_on(19, written(Reopening(reason="hit"), "2024-03-01"))]
    cases += [closed_on(20, written(Reopening(reason="hit"), "2024-12-01"))]
    found = figures("IAG-CLS-26", cases, "2024-12-31")

    assert found["again"].cases == ("C-0018", "C-0019")
    assert (found["share"].value, found["share"].unit) == (10, "%")
    assert found["reason.goals-met"].cases == ("C-0018", "C-0019")
    assert (found["W-04"].cases, found["W-05"].cases) == (("C-0019",), ("C-0018",))


def test_the_ninetieth_day_still_counts_as_soon() -> None:
    in_time = closed_on(3, written(Reopening(reason="hit"), "2024-04-14"))
    later = closed_on(3, written(Reopening(reason="hit"), "2024-04-15"))

    assert figures("IAG-CLS-26", [in_time], "2024-12-31")["again"].value == 1
    assert figures("IAG-CLS-26", [later], "2024-12-31")["again"].value == 0
