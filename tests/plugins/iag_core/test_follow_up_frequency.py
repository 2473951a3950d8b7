"""How often a child is contacted, by risk, by plan and day by day."""

from collections.abc import Iterable

import pytest

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.placement import Placement, PlacementEnded, PlacementKind
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    Happened,
    assessed,
    closed,
    contact,
    day,
    due,
    duties,
    open_duty,
    plan,
    registered,
    risk,
    state,
    the_case,
)

RULE = "IAG-S5-04"


def next_contact(*happened: Happened, as_of: str, rule: str = RULE, **settings: int | str) -> str:
    """Return the day by which the next contact is due."""
    return str(open_duty(rule, the_case(*happened, as_of=as_of), as_of, **settings).due)


def not_kept(items: Iterable[DueItem]) -> list[tuple[str, str]]:
    """Return due day and day done of what was late or missed."""
    return [(str(item.due), str(item.done or "never")) for item in items]


def under(level: str, since: str) -> tuple[Happened, ...]:
    """Return a case assessed and given a risk level on a day."""
    return registered(since), assessed(since), risk(level, since)


@pytest.mark.rule("IAG-S2-08")
def test_at_medium_risk_the_first_contact_is_due_a_week_after_the_first_assessment() -> None:
    happened = (registered("2024-03-04"), assessed("2024-03-05"), risk("medium", "2024-03-05"))
    case = the_case(*happened, as_of="2024-03-13")

    assert due(RULE, case, "2024-03-13") == (
        DueItem(
            "Follow-up contact: every 7 days, at medium risk",
            due=day("2024-03-12"),
            rule=RuleId(RULE),
            settles="follow_up",
            slot="2024-03-05",
        ),
    )
    assert state(open_duty(RULE, case, "2024-03-13"), "2024-03-12") is DueState.DUE
    assert state(open_duty(RULE, case, "2024-03-13"), "2024-03-13") is DueState.OVERDUE
    assert due("IAG-S2-08", case, "2024-03-13") == ()


def test_before_the_first_assessment_no_contact_is_due() -> None:
    assert due(RULE, the_case(registered("2024-03-04"), as_of="2024-03-06"), "2024-03-06") == ()


def test_without_a_risk_level_nobody_can_say_how_often() -> None:
    item = open_duty(RULE, the_case(registered("2024-03-04"), assessed("2024-03-05"), as_of="2024-03-06"), "2024-03-06")

    assert state(item, "2024-03-06") is DueState.UNKNOWN
    assert item.missing == Missing(record="risk_level", field="level")


def test_a_level_that_the_agency_does_not_have_is_not_known() -> None:
    item = open_duty(RULE, the_case(*under("purple", "2024-03-05"), as_of="2024-03-06"), "2024-03-06")

    assert state(item, "2024-03-06") is DueState.UNKNOWN


def test_where_there_is_no_risk_the_agency_decides() -> None:
    case = the_case(*under("none", "2024-03-05"), as_of="2024-03-06")

    assert open_duty(RULE, case, "2024-03-06").missing == Missing(setting="iag_core.follow_up_no_risk_days")
    assert open_duty(RULE, case, "2024-03-06", follow_up_no_risk_days=30).due == day("2024-04-04")


@pytest.mark.rule("IAG-S5-02")
def test_a_case_still_in_assessment_is_followed_up_all_the_same() -> None:
    happened = (*under("low", "2024-02-20"), contact("2024-03-05"))
    case = the_case(*happened, as_of="2024-03-20")

    assert next_contact(*happened, as_of="2024-03-20") == "2024-03-19"
    assert state(open_duty(RULE, case, "2024-03-20"), "2024-03-20") is DueState.OVERDUE
    assert due("IAG-S5-02", case, "2024-03-20") == ()


@pytest.mark.rule("IAG-S5-03")
def test_the_plans_ten_days_go_before_the_fourteen_of_low_risk() -> None:
    happened = (*under("low", "2024-03-05"), plan("2024-04-18", every=10), contact("2024-04-20"))

    assert next_contact(*happened, as_of="2024-04-21", rule="IAG-S5-03") == "2024-04-30"
    item = open_duty("IAG-S5-03", the_case(*happened, as_of="2024-04-21"), "2024-04-21")
    assert item.title == "Follow-up contact: every 10 days, as the plan says"
    before = due(RULE, the_case(*happened, as_of="2024-04-21"), "2024-04-21")
    assert [(one.due, state(one, "2024-04-21")) for one in before] == [(day("2024-03-19"), DueState.MISSED)]


def test_the_agencys_own_rate_goes_before_the_example_of_the_guidance() -> None:
    case = the_case(*under("low", "2024-03-05"), as_of="2024-03-06")
    item = open_duty(RULE, case, "2024-03-06", follow_up_low_days=21)

    assert item.due == day("2024-03-26")
    assert item.title == "Follow-up contact: every 21 days, at low risk (the agency's own rate)"


@pytest.mark.rule("IAG-S5-04")
def test_at_high_risk_two_days_of_a_week_keep_it_and_one_does_not() -> None:
    kept = the_case(*under("high", "2024-04-08"), contact("2024-04-08"), contact("2024-04-11"), as_of="2024-04-15")
    assert [(str(item.due), str(item.done)) for item in due(RULE, kept, "2024-04-15")] == [
        ("2024-04-13", "2024-04-11"),
        ("2024-04-16", "None"),
    ]

    once = the_case(*under("high", "2024-04-08"), contact("2024-04-08"), as_of="2024-04-15")
    item = open_duty(RULE, once, "2024-04-15")
    assert (item.due, state(item, "2024-04-15")) == (day("2024-04-13"), DueState.OVERDUE)


def test_two_contacts_of_one_day_are_one() -> None:
    happened = (*under("high", "2024-04-08"), contact("2024-04-08"), contact("2024-04-08", Channel.HOME_VISIT))

    assert next_contact(*happened, as_of="2024-04-09") == "2024-04-13"


def test_at_high_risk_contacts_are_never_more_than_five_days_apart() -> None:
    happened = (*under("high", "2024-04-08"), contact("2024-04-08"), contact("2024-04-09"))

    assert next_contact(*happened, as_of="2024-04-10") == "2024-04-14"
    assert next_contact(*happened, as_of="2024-04-10", follow_up_high_gap_days=9) == "2024-04-18"
    far_apart = next_contact(*happened, as_of="2024-04-10", follow_up_high_gap_days=30)
    assert far_apart == "2024-04-20", "two different days of the next week must still be left"


@pytest.mark.parametrize(
    ("since", "first"),
    [
        ("2024-04-08", "2024-04-13"),  # Monday: five days
        ("2024-04-10", "2024-04-13"),  # Wednesday: two contacts, the first by Saturday
        ("2024-04-11", "2024-04-13"),  # Thursday: four days are left, so two contacts
        ("2024-04-12", "2024-04-14"),  # Friday: three days are left, so one by Sunday
        ("2024-04-14", "2024-04-14"),  # Sunday itself
    ],
)
def test_a_first_part_week_of_three_days_asks_for_one_contact(since: str, first: str) -> None:
    assert next_contact(*under("high", since), as_of=since) == first


def test_a_week_that_begins_on_sunday_is_counted_so() -> None:
    happened = (*under("high", "2024-04-07"), contact("2024-04-07"), contact("2024-04-13"))

    assert next_contact(*happened, as_of="2024-04-13", week_starts_on="sunday") == "2024-04-18"
    assert next_contact(*under("high", "2024-04-11"), as_of="2024-04-11", week_starts_on="sunday") == "2024-04-13"


def test_an_agencys_emergency_level_is_read_as_high() -> None:
    assert next_contact(*under("emergency", "2024-04-08"), as_of="2024-04-08") == "2024-04-13"


@pytest.mark.rule("IAG-S5-06")
def test_after_a_change_the_interval_counts_from_that_day_and_the_past_keeps_its_judgement() -> None:
    happened = (
        *under("high", "2024-04-15"),
        *(contact(on) for on in ("2024-04-15", "2024-04-18", "2024-04-29", "2024-05-02", "2024-05-04")),
        risk("medium", "2024-05-06"),
    )
    case = the_case(*happened, as_of="2024-05-07")

    assert next_contact(*happened, as_of="2024-05-07") == "2024-05-13"
    late = [item for item in due(RULE, case, "2024-05-07") if item.done is not None and item.done != day("2024-05-04")]
    assert [(item.title, str(item.due), str(item.done)) for item in late] == [
        ("Follow-up contact: 2 a week at high risk", "2024-04-23", "2024-04-29")
    ]
    assert due("IAG-S5-06", case, "2024-05-07") == ()


def test_what_was_late_when_the_risk_fell_stays_missed() -> None:
    happened = (*under("high", "2024-04-15"), contact("2024-04-16"), risk("medium", "2024-05-06"))
    case = the_case(*happened, as_of="2024-05-07")
    missed = [item for item in due(RULE, case, "2024-05-07") if state(item, "2024-05-07") is DueState.MISSED]

    assert [(str(item.due), str(item.closes)) for item in missed] == [("2024-04-21", "2024-05-05")]
    assert next_contact(*happened, as_of="2024-05-07") == "2024-05-13"


@pytest.mark.rule("IAG-S5-06")
def test_what_was_late_when_the_risk_rose_stays_late_until_a_contact() -> None:
    """Otherwise raising the risk would take the case out of what is late."""
    happened = (*under("low", "2024-04-01"), risk("high", "2024-05-06"))

    def said(*contacts: Happened) -> list[tuple[str, str, DueState]]:
        case = the_case(*happened, *contacts, as_of="2024-05-07")
        return [(one.title, str(one.due), state(one, "2024-05-07")) for one in due(RULE, case, "2024-05-07")]

    by_old = ("Follow-up contact: every 14 days, at low risk", "2024-04-15")
    by_new = "Follow-up contact: 2 a week at high risk"
    assert said() == [(*by_old, DueState.OVERDUE), (by_new, "2024-05-11", DueState.UPCOMING)]
    assert said(contact("2024-05-07"))[0] == (*by_old, DueState.MISSED)
    assert DueState.OVERDUE not in {found for _title, _due, found in said(contact("2024-05-07"))}


@pytest.mark.parametrize(("change", "missed"), [("2024-04-22", ["2024-04-21"]), ("2024-04-21", [])])
def test_a_contact_is_missed_once_its_last_day_passed_under_the_old_risk(change: str, missed: list[str]) -> None:
    happened = (*under("high", "2024-04-15"), contact("2024-04-16"), risk("medium", change))
    items = due(RULE, the_case(*happened, as_of="2024-04-23"), "2024-04-23")

    assert [str(item.due) for item in items if state(item, "2024-04-23") is DueState.MISSED] == missed


def test_a_risk_that_rises_never_puts_a_contact_off() -> None:
    happened = (*under("medium", "2024-04-24"), contact("2024-05-01"), risk("high", "2024-05-07"))

    assert next_contact(*happened, as_of="2024-05-07") == "2024-05-08"


def test_the_same_level_set_again_changes_nothing() -> None:
    happened = (*under("low", "2024-03-05"), contact("2024-03-10"), risk("low", "2024-03-20"))

    assert next_contact(*happened, as_of="2024-03-21") == "2024-03-24"


def test_word_from_a_provider_does_not_count_unless_the_agency_says_so() -> None:
    happened = (*under("medium", "2024-04-01"), contact("2024-04-08"), contact("2024-04-11", Channel.PROVIDER))

    assert next_contact(*happened, as_of="2024-04-12") == "2024-04-15"
    assert next_contact(*happened, as_of="2024-04-12", counts_provider="yes") == "2024-04-18"


def test_the_day_agreed_with_the_family_stands_beside_the_limit() -> None:
    happened = (*under("low", "2024-03-05"), contact("2024-03-10", next_on="2024-03-15"))
    item = open_duty(RULE, the_case(*happened, as_of="2024-03-11"), "2024-03-11")

    assert (item.target, item.due) == (day("2024-03-15"), day("2024-03-24"))


def test_after_a_closing_nothing_is_due_and_what_was_late_is_history() -> None:
    happened = (*under("medium", "2024-09-01"), contact("2024-09-05"))

    quiet = the_case(*happened, contact("2024-09-28"), closed(ClosureReason.DEATH, "2024-10-01"), as_of="2024-10-20")
    assert not_kept(due(RULE, quiet, "2024-10-20")) == [("2024-09-12", "2024-09-28")]

    late = the_case(*happened, closed(ClosureReason.DEATH, "2024-10-01"), contact("2024-10-09"), as_of="2024-10-20")
    assert [(str(item.due), state(item, "2024-10-01")) for item in due(RULE, late, "2024-10-20")] == [
        ("2024-09-08", DueState.DONE),
        ("2024-09-12", DueState.MISSED),
    ]


@pytest.mark.parametrize(("closing", "missed"), [("2024-09-12", []), ("2024-09-13", ["2024-09-12"])])
def test_what_was_due_on_the_day_of_closing_falls_away_and_the_day_before_it_was_missed(
    closing: str, missed: list[str]
) -> None:
    happened = (*under("medium", "2024-09-01"), contact("2024-09-05"), closed(ClosureReason.DEATH, closing))
    items = due(RULE, the_case(*happened, as_of="2024-10-20"), "2024-10-20")

    assert [str(item.due) for item in items if state(item, "2024-10-20") is DueState.MISSED] == missed


def test_a_reopened_case_starts_anew() -> None:
    happened = (
        *under("low", "2024-01-02"),
        contact("2024-01-03"),
        closed(ClosureReason.GOALS_MET, "2024-02-01"),
        written(Reopening(reason="new worries"), "2024-05-10"),
    )

    assert next_contact(*happened, as_of="2024-05-11") == "2024-05-24"
    assert len(due(RULE, the_case(*happened, as_of="2024-05-11"), "2024-05-11")) == 1


def test_a_case_brought_in_is_not_late_for_the_time_before() -> None:
    brought_in = (registered("2023-01-02", duties_from="2024-06-01"), risk("low", "2023-01-02"))

    assert next_contact(*brought_in, as_of="2024-06-02") == "2024-06-15"
    with_contacts = (*brought_in, assessed("2023-01-03"), contact("2023-02-01"), contact("2023-05-01"))
    assert next_contact(*with_contacts, as_of="2024-06-02") == "2024-06-15"
    assert [item for item in duties(the_case(*with_contacts, as_of="2024-06-02"), "2024-06-02") if item.rule == RULE][
        :-1
    ] == []
    recent = (*brought_in, assessed("2023-01-03"), contact("2024-05-25"))
    assert next_contact(*recent, as_of="2024-06-02") == "2024-06-08"


SAFE_HOUSE = written(Placement(form=PlacementKind.SAFE_HOUSE), "2024-05-01")
DAILY = plan("2024-05-01", interim=YesNo.YES, daily=YesNo.YES)


@pytest.mark.rule("IAG-S5-05")
def test_a_day_in_the_safe_house_without_a_call_is_missed() -> None:
    calls = [contact(on) for on in ("2024-05-01", "2024-05-02", "2024-05-04", "2024-05-05")]
    left = written(PlacementEnded(), "2024-05-05")
    case = the_case(*under("low", "2024-04-30"), SAFE_HOUSE, DAILY, *calls, left, as_of="2024-05-07")
    items = due("IAG-S5-05", case, "2024-05-07")

    assert [(str(item.due), state(item, "2024-05-07")) for item in items] == [
        ("2024-05-03", DueState.MISSED),
        ("2024-05-05", DueState.DONE),
    ]
    assert str(open_duty(RULE, case, "2024-05-07").due) == "2024-05-20"


def test_while_the_stay_lasts_the_next_day_is_owed_once() -> None:
    happened = (*under("low", "2024-04-30"), SAFE_HOUSE, DAILY, contact("2024-05-01"))
    case = the_case(*happened, as_of="2024-05-04")
    item = open_duty("IAG-S5-05", case, "2024-05-04")

    assert (item.due, state(item, "2024-05-02"), state(item, "2024-05-04")) == (
        day("2024-05-02"),
        DueState.DUE,
        DueState.OVERDUE,
    )
    assert [one for one in due(RULE, case, "2024-05-04") if one.done is None] == []


def test_a_safe_house_without_the_plans_word_asks_for_no_daily_contact() -> None:
    case = the_case(*under("low", "2024-04-30"), SAFE_HOUSE, as_of="2024-05-04")

    assert due("IAG-S5-05", case, "2024-05-04") == ()
    assert str(open_duty(RULE, case, "2024-05-04").due) == "2024-05-14"


def test_the_next_placement_ends_the_stay() -> None:
    moved = written(Placement(form=PlacementKind.FOSTER), "2024-05-04")
    calls = [contact(on) for on in ("2024-05-01", "2024-05-02")]
    case = the_case(*under("low", "2024-04-30"), SAFE_HOUSE, DAILY, *calls, moved, as_of="2024-05-06")

    assert [str(item.due) for item in due("IAG-S5-05", case, "2024-05-06") if item.done is None] == ["2024-05-03"]
    assert str(open_duty(RULE, case, "2024-05-06").due) == "2024-05-18"


def test_a_case_with_a_plan_and_no_first_assessment_on_file_is_followed_up_from_the_plan() -> None:
    case = the_case(
        registered("2024-03-04"), risk("medium", "2024-03-04"), plan("2024-04-18", "O1"), as_of="2024-04-30"
    )

    assert open_duty("IAG-S5-04", case, "2024-04-30").due == day("2024-04-25")
