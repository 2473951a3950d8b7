"""The visit after closing, and that nothing else stays due."""

import pytest

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    EMERGENCY,
    Happened,
    assessed,
    closed,
    closing_asked,
    contact,
    day,
    due,
    duties,
    in_time,
    plan,
    registered,
    risk,
    state,
    the_case,
    the_duty,
)

OPENING: tuple[Happened, ...] = (
    registered("2024-03-04"),
    assessed("2024-03-05"),
    risk("medium", "2024-03-05"),
    contact("2024-09-26"),
)
CLOSED = closed(ClosureReason.GOALS_MET, "2024-10-01")


def visit(on: str) -> Record:
    """Return a home visit."""
    return contact(on, Channel.HOME_VISIT)


@pytest.mark.rule("IAG-CLS-15")
def test_the_visit_is_due_within_three_months_of_closing() -> None:
    case = the_case(*OPENING, CLOSED, as_of="2024-12-01")
    item = the_duty("IAG-CLS-15", case, "2024-12-01")

    assert item == DueItem(
        "Visit after closing",
        due=day("2025-01-01"),
        rule=RuleId("IAG-CLS-15"),
        opens=day("2024-10-02"),
        settles="iag_core.visit_after_closing",
        slot="2024-10-01",
    )
    assert (state(item, "2024-12-01"), state(item, "2025-01-02")) == (DueState.DUE, DueState.OVERDUE)
    assert in_time(
        the_duty("IAG-CLS-15", the_case(*OPENING, CLOSED, visit("2024-12-15"), as_of="2025-02-01"), "2025-02-01")
    )
    late = the_duty("IAG-CLS-15", the_case(*OPENING, CLOSED, visit("2025-01-02"), as_of="2025-02-01"), "2025-02-01")
    assert not in_time(late)


@pytest.mark.parametrize("other", [contact("2024-11-01"), visit("2024-10-01")], ids=["a call", "on the day of closing"])
def test_a_call_or_a_visit_before_does_not_count(other: Record) -> None:
    assert the_duty("IAG-CLS-15", the_case(*OPENING, CLOSED, other, as_of="2024-12-01"), "2024-12-01").done is None


@pytest.mark.parametrize("reason", [ClosureReason.DEATH, ClosureReason.TRANSFER])
def test_after_a_death_or_a_transfer_nobody_visits(reason: ClosureReason) -> None:
    assert due("IAG-CLS-15", the_case(*OPENING, closed(reason, "2024-10-01"), as_of="2024-12-01"), "2024-12-01") == ()


@pytest.mark.parametrize(
    ("agreed", "expected"),
    [(YesNo.YES, [DueState.DUE]), (YesNo.NO, []), (None, [DueState.UNKNOWN]), (YesNo.NOT_KNOWN, [DueState.UNKNOWN])],
)
def test_where_the_family_ended_the_work_the_visit_must_be_agreed(
    agreed: YesNo | None, expected: list[DueState]
) -> None:
    ended = closed(ClosureReason.ENDED_BY_FAMILY, "2024-10-01", visit_agreed=agreed)
    items = due("IAG-CLS-15", the_case(*OPENING, ended, as_of="2024-12-01"), "2024-12-01")

    assert [state(item, "2024-12-01") for item in items] == expected


def test_at_18_and_after_an_early_closing_the_agency_decides() -> None:
    grown = the_case(*OPENING, closed(ClosureReason.TURNED_18, "2024-10-01"), as_of="2024-12-01")
    undecided = the_duty("IAG-CLS-15", grown, "2024-12-01")
    assert (state(undecided, "2024-12-01"), undecided.missing) == (
        DueState.UNKNOWN,
        Missing(setting="iag_core.visit_after_turning_18"),
    )
    assert due("IAG-CLS-15", grown, "2024-12-01", visit_after_turning_18="not_asked") == ()
    assert (
        state(the_duty("IAG-CLS-15", grown, "2024-12-01", visit_after_turning_18="asked"), "2024-12-01") is DueState.DUE
    )

    early = the_case(*OPENING, closed(ClosureReason.AFTER_INITIAL, "2024-10-01"), as_of="2024-12-01")
    assert the_duty("IAG-CLS-15", early, "2024-12-01").advisory


@pytest.mark.rule("IAG-CLS-16")
def test_in_an_emergency_the_agencys_thirty_days_hold() -> None:
    case = the_case(*OPENING, CLOSED, as_of="2024-10-15", context=EMERGENCY)

    assert the_duty("IAG-CLS-16", case, "2024-10-15", emergency_post_closure_days=30).due == day("2024-10-31")
    assert due("IAG-CLS-15", case, "2024-10-15", emergency_post_closure_days=30) == ()
    undecided = the_duty("IAG-CLS-15", case, "2024-10-15")
    assert (undecided.due, state(undecided, "2024-10-15")) == (day("2025-01-01"), DueState.UNKNOWN)


@pytest.mark.rule("IAG-CLS-27")
def test_a_follow_up_due_two_days_after_the_closing_falls_away() -> None:
    last_week = (*OPENING, plan("2024-09-20"))
    open_case = the_case(*last_week, as_of="2024-10-01")
    assert [str(item.due) for item in due("IAG-S5-04", open_case, "2024-10-01") if item.done is None] == ["2024-10-03"]

    case = the_case(*last_week, CLOSED, as_of="2024-10-04")
    still_open = [item.rule for item in duties(case, "2024-10-04") if state(item, "2024-10-04") is not DueState.DONE]
    assert "IAG-CLS-15" in still_open
    assert {state(item, "2024-10-04") for item in duties(case, "2024-10-04") if item.rule != "IAG-CLS-15"} <= {
        DueState.DONE,
        DueState.MISSED,
    }
    assert due("IAG-CLS-27", case, "2024-10-04") == ()


def test_once_closing_is_asked_for_because_the_child_died_nobody_is_asked_to_visit() -> None:
    case = the_case(*OPENING, closing_asked(ClosureReason.DEATH, "2024-10-02"), as_of="2024-11-01")

    states = {state(item, "2024-11-01") for item in duties(case, "2024-11-01")}

    assert states <= {DueState.DONE, DueState.MISSED}


def test_a_reopened_case_is_open_and_no_visit_after_closing_is_due() -> None:
    case = the_case(*OPENING, CLOSED, written(Reopening(reason="new worries"), "2024-11-01"), as_of="2024-12-01")

    assert due("IAG-CLS-15", case, "2024-12-01") == ()


def test_a_closing_before_we_began_asks_for_no_visit() -> None:
    long_ago = (registered("2020-01-02", duties_from="2024-06-01"), closed(ClosureReason.GOALS_MET, "2021-01-05"))

    assert due("IAG-CLS-15", the_case(*long_ago, as_of="2024-06-02"), "2024-06-02") == ()
