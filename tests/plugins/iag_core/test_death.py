"""After a child's death: looked into, reported, and nothing else asked of anybody."""

import pytest

from iag_core.records.death import Death, DeathInquiry, DeathReport
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    HOST,
    Happened,
    answer,
    assessed,
    closed,
    closing_asked,
    day,
    due,
    duties,
    on_file,
    registered,
    risk,
    signed,
    state,
    the_case,
    the_duty,
)

BY = PersonCode("W-21")
DIED = written(Death(), "2024-06-10")
BEGUN = written(DeathInquiry(by=BY), "2024-06-12")
KNOWN = written(
    DeathInquiry(by=BY, outcome="fever", outcome_on=day("2024-06-20"), no_other_children=YesNo.YES), "2024-06-12"
)
REPORTED = written(DeathReport(department="child protection", reference="CP-7"), "2024-06-13")


def after_the_death(*happened: Happened, as_of: str) -> CaseFile:
    """Return a case to be closed because the child died on 10 June 2024."""
    asked = closing_asked(ClosureReason.DEATH, "2024-06-13")
    return the_case(registered("2024-03-04"), assessed("2024-03-05"), DIED, asked, *happened, as_of=as_of)


@pytest.mark.rule("IAG-CLS-19")
def test_without_an_outcome_the_case_stays_open() -> None:
    found = answer("IAG-CLS-19", after_the_death(BEGUN, as_of="2024-07-15"), "2024-07-15")

    assert (found.result, found.reason, found.missing) == (
        Result.FAIL,
        "The death is being looked into; the outcome is not recorded.",
        Missing(record="iag_core.death_inquiry", field="outcome"),
    )


@pytest.mark.parametrize(
    ("inquiry", "expected"),
    [
        (None, Result.FAIL),
        (DeathInquiry(outcome="fever", no_other_children=YesNo.YES), Result.FAIL),
        (DeathInquiry(by=BY, outcome="fever"), Result.FAIL),
        (DeathInquiry(by=BY, outcome="fever", outcome_on=day("2024-08-01"), no_other_children=YesNo.YES), Result.FAIL),
        (DeathInquiry(by=BY, outcome="fever", other_children=("C-0058",)), Result.UNKNOWN),
        (DeathInquiry(by=BY, outcome="hit", other_children=("C-0058",), others_safe=YesNo.NO), Result.FAIL),
        (DeathInquiry(by=BY, outcome="fever", other_children=("C-0058",), others_safe=YesNo.YES), Result.PASS),
        (DeathInquiry(by=BY, outcome="fever", no_other_children=YesNo.YES), Result.PASS),
    ],
    ids=[
        "not begun",
        "nobody named",
        "no word on others",
        "outcome still ahead",
        "others safe not known",
        "others not safe",
        "others safe",
        "no others",
    ],
)
def test_other_children_are_looked_at_and_safe(inquiry: DeathInquiry | None, expected: Result) -> None:
    happened = () if inquiry is None else (written(inquiry, "2024-06-12"),)

    assert answer("IAG-CLS-19", after_the_death(*happened, as_of="2024-07-15"), "2024-07-15").result is expected


@pytest.mark.rule("IAG-CLS-19")
def test_the_outcome_is_waited_for_thirty_days() -> None:
    waiting = the_duty("IAG-CLS-19", after_the_death(BEGUN, as_of="2024-07-11"), "2024-07-11")
    assert (waiting.due, state(waiting, "2024-07-11")) == (day("2024-07-10"), DueState.OVERDUE)

    told = the_duty("IAG-CLS-19", after_the_death(KNOWN, as_of="2024-07-11"), "2024-07-11")
    assert told.done == day("2024-06-20")


@pytest.mark.rule("IAG-CLS-20")
def test_the_department_is_told() -> None:
    assert answer("IAG-CLS-20", after_the_death(REPORTED, as_of="2024-07-15"), "2024-07-15").result is Result.PASS
    blank = answer("IAG-CLS-20", after_the_death(as_of="2024-07-15"), "2024-07-15")
    assert (blank.result, blank.missing) == (Result.FAIL, Missing(record="iag_core.death_report"))


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (DeathReport(department="child protection"), Result.FAIL),
        (DeathReport(not_reported_because="the police is a danger"), Result.FAIL),
        (DeathReport(not_reported_because="the police is a danger", decided_by=BY), Result.PASS),
    ],
    ids=["no reference", "nobody decided", "decided"],
)
def test_a_report_is_never_left_out_in_silence(report: DeathReport, expected: Result) -> None:
    case = after_the_death(written(report, "2024-06-13"), as_of="2024-07-15")

    assert answer("IAG-CLS-20", case, "2024-07-15").result is expected


@pytest.mark.rule("IAG-CLS-20")
def test_a_death_after_closing_is_reported_as_well() -> None:
    case = the_case(registered("2024-03-04"), closed(ClosureReason.GOALS_MET, "2024-05-01"), DIED, as_of="2024-07-01")

    assert on_file("IAG-CLS-20", case, "2024-07-01").result is Result.FAIL
    assert due("IAG-CLS-15", case, "2024-07-01") == ()


@pytest.mark.rule("IAG-CLS-21")
def test_of_the_family_nothing_more_is_asked() -> None:
    case = after_the_death(KNOWN, REPORTED, signed("2024-07-01"), as_of="2024-07-15")
    (review,) = HOST.review_closing(case, day("2024-07-15"))
    step_6 = {
        str(check.rule.id): check.answer.result for check in review.checks if check.rule.id.startswith("IAG-CLS-")
    }

    not_asked = {"03", "04", "05", "06", "10", "11", "12", "29"}
    assert {step_6[f"IAG-CLS-{number}"] for number in not_asked} == {Result.NA}
    assert {step_6[f"IAG-CLS-{number}"] for number in ("13", "14", "19", "20", "21")} == {Result.PASS}
    assert review.verdict is Result.PASS


def test_the_day_of_the_death_is_on_file() -> None:
    asked = closing_asked(ClosureReason.DEATH, "2024-06-13")

    assert answer("IAG-CLS-21", the_case(registered("2024-03-04"), asked, as_of="2024-07-15"), "2024-07-15").result is (
        Result.UNKNOWN
    )


def test_from_the_day_of_the_death_no_visit_is_asked_for() -> None:
    case = the_case(
        registered("2024-03-04"), assessed("2024-03-05"), risk("high", "2024-06-09"), DIED, as_of="2024-06-20"
    )
    still_open = {item.rule for item in duties(case, "2024-06-20") if state(item, "2024-06-20") is DueState.DUE}

    assert still_open == {"IAG-CLS-19"}
