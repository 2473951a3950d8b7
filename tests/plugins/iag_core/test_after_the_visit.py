"""The visit after closing: feedback, stability, a call in its place, and a decision where it finds trouble."""

import msgspec
import pytest

from iag_core.records.visit_after_closing import NoFeedback, NotReopened, VisitAfterClosing
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    EMERGENCY,
    Happened,
    answer,
    closed,
    contact,
    day,
    due,
    good_visit,
    in_time,
    on_file,
    on_saving,
    registered,
    the_case,
    the_duty,
)

ENDED = closed(ClosureReason.GOALS_MET, "2024-10-01")


def after_closing(*happened: Happened, as_of: str) -> CaseFile:
    """Return a case that was closed on 1 October 2024."""
    return the_case(registered("2024-03-04"), ENDED, *happened, as_of=as_of)


def form(on: str, stable: YesNo | None = YesNo.YES, **said: object) -> Record:
    """Return the form of a visit after closing."""
    body = VisitAfterClosing(stable=stable, child_feedback="liked it", family_gave_none=NoFeedback.DECLINED)
    return written(msgspec.structs.replace(body, **said), on)


@pytest.mark.rule("IAG-CLS-17")
def test_a_visit_without_feedback_is_not_in_order() -> None:
    case = after_closing(form("2024-12-15", child_feedback=""), as_of="2024-12-20")
    found = on_file("IAG-CLS-17", case, "2024-12-20")

    assert (found.result, found.missing) == (
        Result.FAIL,
        Missing(record="iag_core.visit_after_closing", field="child_feedback"),
    )
    in_order = after_closing(form("2024-12-15"), as_of="2024-12-20")
    assert on_file("IAG-CLS-17", in_order, "2024-12-20").result is Result.PASS


def test_a_visit_written_down_as_a_follow_up_lacks_the_feedback_and_before_a_visit_nothing_is_asked() -> None:
    assert on_file("IAG-CLS-17", after_closing(good_visit("2024-12-15"), as_of="2024-12-20"), "2024-12-20").result is (
        Result.FAIL
    )
    assert on_file("IAG-CLS-17", after_closing(as_of="2024-12-20"), "2024-12-20").result is Result.NA


def test_the_form_settles_the_visit_after_closing() -> None:
    item = the_duty("IAG-CLS-15", after_closing(form("2024-12-15"), as_of="2024-12-20"), "2024-12-20")

    assert (item.done, in_time(item)) == (day("2024-12-15"), True)
    call = after_closing(form("2024-12-15", channel=Channel.CALL, remote_because="flood"), as_of="2024-12-20")
    assert the_duty("IAG-CLS-15", call, "2024-12-20").done is None


@pytest.mark.rule("IAG-CLS-18")
def test_trouble_without_a_decision_by_the_next_day_is_not_in_order() -> None:
    trouble = form("2024-12-15", YesNo.NO)

    assert on_file("IAG-CLS-18", after_closing(trouble, as_of="2024-12-16"), "2024-12-16").result is Result.UNKNOWN
    assert on_file("IAG-CLS-18", after_closing(trouble, as_of="2024-12-17"), "2024-12-17").result is Result.FAIL


@pytest.mark.parametrize(
    "decided",
    [written(Reopening(reason="beaten again"), "2024-12-16"), written(NotReopened(reason="aunt"), "2024-12-16")],
)
def test_opening_again_or_saying_why_not_is_a_decision(decided: Record) -> None:
    case = after_closing(form("2024-12-15", YesNo.NO), decided, as_of="2024-12-17")

    assert on_file("IAG-CLS-18", case, "2024-12-17").result is Result.PASS


def test_a_follow_up_that_finds_things_worse_is_trouble_as_well() -> None:
    worse = contact("2024-12-15", Channel.HOME_VISIT, situation=Situation.WORSE)

    assert on_file("IAG-CLS-18", after_closing(worse, as_of="2024-12-20"), "2024-12-20").result is Result.FAIL
    assert on_file("IAG-CLS-18", after_closing(as_of="2024-12-20"), "2024-12-20").result is Result.NA


def c_3019(*happened: Happened, as_of: str) -> CaseFile:
    """Return the case of the page's example, closed on 30 November 2025."""
    ended = closed(ClosureReason.GOALS_MET, "2025-11-30")
    return the_case(registered("2025-03-04"), ended, *happened, as_of=as_of)


@pytest.mark.rule("FU-19")
def test_a_visit_in_february_is_in_time_and_one_in_march_is_late() -> None:
    assert answer("FU-19", c_3019(form("2026-02-20"), as_of="2026-03-10"), "2026-03-10").result is Result.PASS
    late = answer("FU-19", c_3019(form("2026-03-02"), as_of="2026-03-10"), "2026-03-10")
    assert (late.result, late.reason) == (Result.FAIL, "The visit after closing came late, on 2026-03-02.")


@pytest.mark.parametrize(
    ("happened", "as_of", "expected"),
    [
        ((), "2026-02-28", Result.NA),
        ((), "2026-03-01", Result.FAIL),
        ((form("2026-02-20", YesNo.NO),), "2026-03-01", Result.FAIL),
        ((form("2026-02-20", None),), "2026-03-01", Result.UNKNOWN),
        ((good_visit("2026-02-20"),), "2026-03-01", Result.PASS),
    ],
    ids=["still ahead", "nobody went", "not stable", "not said", "a follow-up"],
)
def test_what_the_visit_after_closing_found(happened: tuple[Happened, ...], as_of: str, expected: Result) -> None:
    assert answer("FU-19", c_3019(*happened, as_of=as_of), as_of).result is expected


@pytest.mark.rule("FU-19", "FU-20")
def test_the_page_asks_for_the_same_visit_so_it_stands_in_the_list_once() -> None:
    case = c_3019(as_of="2026-01-10")

    assert (due("FU-19", case, "2026-01-10"), due("FU-20", case, "2026-01-10")) == ((), ())
    assert the_duty("IAG-CLS-15", case, "2026-01-10").due == day("2026-02-28")


@pytest.mark.rule("FU-20")
def test_in_an_emergency_the_visit_comes_after_four_weeks() -> None:
    ended = closed(ClosureReason.GOALS_MET, "2025-03-03")
    case = the_case(registered("2025-01-06"), ended, as_of="2025-03-20", context=EMERGENCY)

    assert the_duty("IAG-CLS-16", case, "2025-03-20", emergency_post_closure_days=28).due == day("2025-03-31")


@pytest.mark.rule("FU-21")
def test_a_call_in_place_of_the_visit_needs_a_pandemic_or_a_reason() -> None:
    call = VisitAfterClosing(channel=Channel.CALL, stable=YesNo.YES)
    case = after_closing(as_of="2025-05-02")

    (found,) = on_saving("FU-21", case, call, "2025-05-02")
    assert found.field == "remote_because"
    assert on_saving("FU-21", case, call, "2025-05-02", pandemic="yes") == ()
    reasoned = VisitAfterClosing(channel=Channel.CALL, stable=YesNo.YES, remote_because="the bridge is gone")
    assert on_saving("FU-21", case, reasoned, "2025-05-02") == ()


def test_in_a_pandemic_a_call_stands_in_for_the_visit() -> None:
    case = c_3019(form("2026-02-20", channel=Channel.CALL), as_of="2026-03-10")

    assert answer("FU-19", case, "2026-03-10").result is Result.FAIL
    assert answer("FU-19", case, "2026-03-10", pandemic="yes").result is Result.PASS
