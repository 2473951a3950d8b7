"""The first assessment: 24 hours hoped for, 48 at most, sooner in danger."""

from datetime import datetime

import pytest

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    assessed,
    day,
    due,
    fully_assessed,
    in_time,
    moment,
    registered,
    state,
    the_case,
    the_duty,
)

REGISTERED = registered("2024-03-04", at="2024-03-04T10:00")


@pytest.mark.rule("IAG-S2-01")
def test_thirty_hours_miss_the_target_and_keep_the_limit() -> None:
    done = assessed("2024-03-05", at="2024-03-05T16:00")
    case = the_case(REGISTERED, done, as_of="2024-03-06")

    item = the_duty("IAG-S2-02", case, "2024-03-06")

    assert item == DueItem(
        "First assessment",
        due=moment("2024-03-06T10:00"),
        rule=RuleId("IAG-S2-02"),
        target=moment("2024-03-05T10:00"),
        done=moment("2024-03-05T16:00"),
        settled_by=done.id,
        settles="assessment",
    )
    assert in_time(item)
    assert due("IAG-S2-01", case, "2024-03-06") == ()


@pytest.mark.rule("IAG-S2-02")
@pytest.mark.parametrize(("at", "kept"), [("2024-03-06T10:00", True), ("2024-03-06T10:01", False)])
def test_exactly_48_hours_are_in_time_and_a_minute_more_is_late(at: str, *, kept: bool) -> None:
    case = the_case(REGISTERED, assessed("2024-03-06", at=at), as_of="2024-03-07")

    assert in_time(the_duty("IAG-S2-02", case, "2024-03-07")) is kept


@pytest.mark.parametrize(("at", "kept"), [("07:00", True), ("07:01", False)])
def test_an_hour_written_in_another_offset_is_compared_as_a_moment(at: str, *, kept: bool) -> None:
    in_utc = written(
        Assessment(stage=AssessmentStage.INITIAL, at=datetime.fromisoformat(f"2024-03-06T{at}:00+00:00")), "2024-03-06"
    )

    assert in_time(the_duty("IAG-S2-02", the_case(REGISTERED, in_utc, as_of="2024-03-07"), "2024-03-07")) is kept


@pytest.mark.parametrize(
    ("done", "expected"),
    [("2024-03-06", DueState.DONE), ("", DueState.OVERDUE)],
)
def test_without_hours_the_limit_is_the_end_of_the_second_day_and_says_so(done: str, expected: DueState) -> None:
    case = the_case(registered("2024-03-04"), *([assessed(done)] if done else []), as_of="2024-03-07")

    item = the_duty("IAG-S2-02", case, "2024-03-07")

    assert (item.title, item.target, item.due) == (
        "First assessment (hour of registration not recorded: read by days)",
        day("2024-03-05"),
        day("2024-03-06"),
    )
    assert state(item, "2024-03-07") is expected
    assert state(item, "2024-03-06") in {DueState.DONE, DueState.DUE}


def test_a_full_assessment_done_at_once_is_a_first_assessment_too() -> None:
    case = the_case(registered("2024-03-04"), fully_assessed("2024-03-06"), as_of="2024-03-07")

    assert in_time(the_duty("IAG-S2-02", case, "2024-03-07"))


def test_an_assessment_that_is_not_finished_settles_nothing() -> None:
    begun = assessed("2024-03-05", finished=YesNo.NO)
    case = the_case(registered("2024-03-04"), begun, as_of="2024-03-07")

    assert state(the_duty("IAG-S2-02", case, "2024-03-07"), "2024-03-07") is DueState.OVERDUE


def test_without_a_registration_no_limit_is_known() -> None:
    case = the_case(assessed("2024-03-05"), as_of="2024-03-07")

    for rule in ("IAG-S2-09", "IAG-S2-10"):
        item = the_duty(rule, case, "2024-03-07")
        assert (state(item, "2024-03-07"), item.missing) == (
            DueState.UNKNOWN,
            Missing(record="registration", field="at"),
        )
    assert the_duty("IAG-S2-02", case, "2024-03-07").missing == Missing(record="registration", field="at")


@pytest.mark.rule("IAG-S2-03")
@pytest.mark.parametrize(("at", "kept"), [("2024-03-04T13:30", True), ("2024-03-04T15:00", False)])
def test_in_danger_the_agencys_four_hours_hold(at: str, *, kept: bool) -> None:
    opening = registered("2024-03-04", at="2024-03-04T10:00", urgent=YesNo.YES)
    case = the_case(opening, assessed("2024-03-04", at=at), as_of="2024-03-05")

    item = the_duty("IAG-S2-03", case, "2024-03-05", urgent_hours=4)

    assert item.due == moment("2024-03-04T14:00")
    assert in_time(item) is kept
    assert due("IAG-S2-02", case, "2024-03-05") == ()


@pytest.mark.rule("IAG-S2-03")
def test_in_danger_nothing_is_known_inside_24_hours_while_the_agency_has_not_decided() -> None:
    opening = registered("2024-03-04", at="2024-03-04T10:00", urgent=YesNo.YES)
    waiting = the_duty("IAG-S2-03", the_case(opening, as_of="2024-03-04"), "2024-03-04")

    assert state(waiting, "2024-03-04") is DueState.UNKNOWN
    assert waiting.missing == Missing(setting="iag_core.urgent_hours")

    late = the_case(opening, assessed("2024-03-05", at="2024-03-05T10:00"), as_of="2024-03-06")
    item = the_duty("IAG-S2-03", late, "2024-03-06")
    assert (in_time(item), item.unknown) == (False, "")

    never = the_duty("IAG-S2-03", the_case(opening, as_of="2024-03-06"), "2024-03-06")
    assert state(never, "2024-03-06") is DueState.OVERDUE


def test_without_danger_nothing_urgent_is_asked() -> None:
    assert due("IAG-S2-03", the_case(REGISTERED, as_of="2024-03-04"), "2024-03-04", urgent_hours=4) == ()


def test_danger_that_nobody_asked_about_is_not_known_until_the_first_assessment() -> None:
    opening = registered("2024-03-04", urgent=None)
    item = the_duty("IAG-S2-03", the_case(opening, as_of="2024-03-04"), "2024-03-04")

    assert state(item, "2024-03-04") is DueState.UNKNOWN
    assert item.missing == Missing(record="registration", field="urgent")
    assert due("IAG-S2-03", the_case(opening, assessed("2024-03-05"), as_of="2024-03-05"), "2024-03-05") == ()


def test_what_was_due_before_we_began_is_left_out() -> None:
    brought_in = registered("2024-03-04", urgent=None, duties_from="2024-06-01")

    assert due("IAG-S2-02", the_case(brought_in, as_of="2024-06-02"), "2024-06-02") == ()
    assert due("IAG-S2-03", the_case(brought_in, as_of="2024-06-02"), "2024-06-02") == ()


@pytest.mark.parametrize(("began", "counted"), [("2024-03-06", 1), ("2024-03-07", 0)])
def test_what_is_due_on_the_day_we_began_is_counted(began: str, counted: int) -> None:
    brought_in = registered("2024-03-04", duties_from=began)

    assert len(due("IAG-S2-02", the_case(brought_in, as_of="2024-03-08"), "2024-03-08")) == counted


def test_what_was_done_in_time_before_we_began_stays_in_the_list_and_what_was_late_does_not() -> None:
    for done, listed in (("2024-03-05", 1), ("2024-03-20", 0)):
        case = the_case(registered("2024-03-04", duties_from="2024-06-01"), assessed(done), as_of="2024-06-02")
        assert len(due("IAG-S2-02", case, "2024-06-02")) == listed


def test_an_empty_file_breaks_nothing() -> None:
    items = due("IAG-S2-02", the_case(as_of="2024-03-04"), "2024-03-04")
    assert [state(item, "2024-03-04") for item in items] == [DueState.UNKNOWN]
