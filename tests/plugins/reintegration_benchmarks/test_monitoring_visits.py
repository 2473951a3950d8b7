"""Visits after the move, as duties."""

from datetime import date

import pytest

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.ids import ProgrammeId, RuleId
from supervisor_tui.domain.records.closing import Closure, ClosureReason, Reopening
from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.placement import PlacementKind
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.testing import written
from tests.plugins.reintegration_benchmarks.the_case import (
    Happened,
    broke_down,
    duties,
    farewell,
    host_with,
    moved,
    scores,
    slot_days,
    state,
    the_case,
    visit,
)

FORTNIGHTLY = "RB-SOP11-03"
MONTHLY = "RB-SOP11-04"


@pytest.mark.rule("RB-SOP11-03")
def test_four_visits_are_asked_for_in_the_first_two_months() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-01-15")

    assert slot_days(duties(case, "2026-01-15", FORTNIGHTLY)) == {
        "F1": "2026-01-29",
        "F2": "2026-02-12",
        "F3": "2026-02-26",
        "F4": "2026-03-12",
    }


@pytest.mark.rule("RB-SOP11-04")
def test_a_visit_a_month_is_asked_for_from_the_third_month_on() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-01-15")

    days = slot_days(duties(case, "2026-01-15", MONTHLY))

    assert list(days) == [f"M{month}" for month in range(3, 15)]
    assert (days["M3"], days["M4"], days["M11"], days["M12"]) == (
        "2026-04-15",
        "2026-05-15",
        "2026-12-15",
        "2027-01-15",
    )


def test_a_visit_where_the_child_was_not_seen_does_not_count() -> None:
    case = the_case(moved("2026-01-15"), visit("2026-02-12", YesNo.NO), as_of="2026-02-14")

    second = duties(case, "2026-02-14", FORTNIGHTLY)["F2"]

    assert (second.done, second.unknown, state(second, "2026-02-14")) == (None, "", DueState.OVERDUE)


@pytest.mark.parametrize("channel", [Channel.CALL, Channel.PROVIDER, Channel.COMMUNITY])
def test_a_call_or_somebody_elses_word_never_fills_a_slot(channel: Channel) -> None:
    case = the_case(moved("2026-01-15"), visit("2026-01-29", channel=channel), as_of="2026-01-30")

    assert state(duties(case, "2026-01-30", FORTNIGHTLY)["F1"], "2026-01-30") is DueState.OVERDUE


@pytest.mark.parametrize("channel", [Channel.HOME_VISIT, Channel.UNANNOUNCED_VISIT, Channel.MEETING])
def test_a_visit_at_home_or_elsewhere_fills_it(channel: Channel) -> None:
    seen = visit("2026-01-28", channel=channel)
    case = the_case(moved("2026-01-15"), seen, as_of="2026-01-30")

    assert duties(case, "2026-01-30", FORTNIGHTLY)["F1"] == DueItem(
        "fortnightly visit 1, child to be seen",
        rule=RuleId(FORTNIGHTLY),
        due=date(2026, 1, 29),
        opens=date(2026, 1, 16),
        closes=date(2026, 2, 5),
        done=date(2026, 1, 28),
        settled_by=seen.id,
        settles="follow_up",
        slot="F1",
    )


@pytest.mark.parametrize("seen", [None, YesNo.NOT_KNOWN])
def test_a_visit_of_which_nobody_said_whether_the_child_was_seen_leaves_the_slot_unknown(seen: YesNo | None) -> None:
    case = the_case(moved("2026-01-15"), visit("2026-01-29", seen), as_of="2026-02-20")

    first = duties(case, "2026-02-20", FORTNIGHTLY)["F1"]

    assert state(first, "2026-02-20") is DueState.UNKNOWN
    assert first.unknown == "On 2026-01-29 there was a visit; whether the child was seen is not recorded."
    assert first.missing == Missing(record="follow_up", field="child_seen", who="caseworker")


def test_a_counted_visit_settles_what_an_unclear_one_left_open() -> None:
    case = the_case(moved("2026-01-15"), visit("2026-01-27", None), visit("2026-02-02"), as_of="2026-02-20")

    assert duties(case, "2026-02-20", FORTNIGHTLY)["F1"].done == date(2026, 2, 2)


def test_a_review_and_the_closing_visit_count_where_the_child_was_seen() -> None:
    case = the_case(
        moved("2026-01-15"),
        scores("2026-07-15", child_seen=YesNo.YES),
        scores("2026-08-15"),
        farewell("2027-03-15"),
        as_of="2027-03-15",
    )

    monthly = duties(case, "2027-03-15", MONTHLY)

    assert (monthly["M6"].done, monthly["M7"].done, monthly["M14"].done) == (
        date(2026, 7, 15),
        None,
        date(2027, 3, 15),
    )
    assert state(monthly["M7"], "2027-03-15") is DueState.MISSED


@pytest.mark.rule("RB-SOP11-03", "RB-SOP11-04")
def test_without_a_move_nobody_can_say_when_a_visit_is_due() -> None:
    case = the_case(moved("2026-01-15", PlacementKind.INSTITUTION), as_of="2026-02-01")

    assert [item for rule in (FORTNIGHTLY, MONTHLY) for item in duties(case, "2026-02-01", rule).values()] == [
        DueItem(
            f"{words} visits",
            rule=RuleId(rule),
            settles="placement",
            unknown="No move into family or community care is recorded, so no day can be told.",
            missing=Missing(record="placement", field="form", who="caseworker"),
        )
        for words, rule in (("fortnightly", FORTNIGHTLY), ("monthly", MONTHLY))
    ]


def test_after_a_placement_ended_no_visit_is_asked_for() -> None:
    case = the_case(moved("2026-01-15"), visit("2026-01-29"), broke_down("2026-02-20"), as_of="2026-06-01")

    found = duties(case, "2026-06-01", FORTNIGHTLY, MONTHLY)

    assert {slot: state(item, "2026-06-01") for slot, item in found.items()} == {
        "F1": DueState.DONE,
        "F2": DueState.MISSED,
    }


def test_a_duty_that_was_open_when_the_placement_ended_is_not_late_for_ever() -> None:
    case = the_case(moved("2026-01-15"), broke_down("2026-02-13"), as_of="2026-02-14")

    assert state(duties(case, "2026-02-14", FORTNIGHTLY)["F2"], "2026-02-14") is DueState.MISSED


@pytest.mark.parametrize("ended", [(), (broke_down("2026-06-10"),)])
def test_a_new_placement_starts_a_new_calendar(ended: tuple[Happened, ...]) -> None:
    case = the_case(
        moved("2026-01-15"),
        *ended,
        moved("2026-06-10", PlacementKind.FOSTER),
        visit("2026-06-24"),
        as_of="2026-06-30",
    )

    first_four = duties(case, "2026-06-30", FORTNIGHTLY)

    assert slot_days(first_four) == {
        "2/F1": "2026-06-24",
        "2/F2": "2026-07-08",
        "2/F3": "2026-07-22",
        "2/F4": "2026-08-05",
    }
    assert first_four["2/F1"].done == date(2026, 6, 24)


def test_a_placement_that_ended_on_the_day_it_began_asks_for_nothing() -> None:
    case = the_case(moved("2026-01-15"), broke_down("2026-01-15"), as_of="2026-02-01")

    assert duties(case, "2026-02-01", FORTNIGHTLY, MONTHLY) == {}


def test_closing_cuts_the_calendar_off_and_reopening_takes_it_up_again() -> None:
    closed = written(Closure(reason=ClosureReason.GOALS_MET), "2027-03-15")
    reopened = written(Reopening(reason="quarrel"), "2027-05-02")

    def after_closing(*more: Happened, as_of: str) -> list[str]:
        case = the_case(moved("2026-01-15"), closed, *more, as_of=as_of)
        return [slot for slot, item in duties(case, as_of, MONTHLY).items() if item.due and item.due > date(2027, 2, 1)]

    assert after_closing(as_of="2027-04-20") == ["M13", "M14"]
    assert after_closing(reopened, as_of="2027-05-02") == ["M13", "M14", "M16", "M17"]


def test_a_visit_paid_while_the_case_was_closed_does_not_count() -> None:
    closed = written(Closure(reason=ClosureReason.GOALS_MET), "2027-03-10")
    case = the_case(moved("2026-01-15"), visit("2027-01-20"), closed, visit("2027-03-12"), as_of="2027-04-01")

    assert "M14" not in duties(case, "2027-04-01", MONTHLY)
    assert duties(case, "2027-04-01", MONTHLY)["M12"].done == date(2027, 1, 20)


def test_duties_from_before_the_agency_began_to_count_are_not_late() -> None:
    opening = Registration(programme=ProgrammeId("north"), duties_from=date(2026, 6, 1))
    case = the_case(moved("2026-01-15"), visit("2026-02-26"), written(opening, "2025-06-02"), as_of="2026-06-10")

    found = duties(case, "2026-06-10", FORTNIGHTLY, MONTHLY)

    assert list(found)[:3] == ["F3", "M5", "M6"]
    assert (found["F3"].done, found["M5"].due) == (date(2026, 2, 26), date(2026, 6, 15))


def test_days_of_grace_are_the_agencys_own() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-02-01")

    first = duties(case, "2026-02-01", FORTNIGHTLY, host=host_with(visit_grace_days=3))["F1"]

    assert (first.target, first.due, state(first, "2026-02-01")) == (
        date(2026, 1, 29),
        date(2026, 2, 1),
        DueState.DUE,
    )


def test_another_rhythm_is_the_agencys_own() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-02-01")
    weekly = host_with(fortnight_days=7, fortnight_months=1)

    assert list(duties(case, "2026-02-01", FORTNIGHTLY, host=weekly)) == ["F1", "F2", "F3", "F4"]
    assert next(iter(duties(case, "2026-02-01", MONTHLY, host=weekly))) == "M2"


def test_the_last_day_of_a_placement_still_has_its_visit_and_the_day_of_the_move_has_none() -> None:
    case = the_case(moved("2026-01-15"), visit("2026-01-15"), broke_down("2026-01-29"), as_of="2026-02-01")

    first = duties(case, "2026-02-01", FORTNIGHTLY)

    assert {slot: (item.due, item.done) for slot, item in first.items()} == {"F1": (date(2026, 1, 29), None)}
    assert duties(case, "2026-02-01", "RB-SOP11-10") == {}
