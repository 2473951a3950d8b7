"""The four steps of the six months: as checks, and as what falls due. The numbers are the rulebook's."""

import pytest

from prerana_exit.records.client_request import Wish
from prerana_exit.records.committee_talk import CommitteeTalk, CommitteeTalkNeeded
from prerana_exit.records.discussion import Topic
from prerana_exit.records.family import FamilyConsent
from prerana_exit.records.step_left_out import Step
from prerana_exit.records.window_length import WindowLength
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Referrer
from supervisor_tui.testing import a_case, a_programme, written
from tests.plugins.prerana_exit.stories import (
    an_order,
    answer,
    answer_of,
    client,
    days,
    due,
    due_of,
    family,
    family_known,
    left_out,
    paper,
    result,
    sent_by,
    states,
    talk,
)

ASKED = client("2025-01-10")
"""The six months run from 2025-01-10 until 2025-07-10."""


@pytest.mark.rule("PX-P2-s1", "PX-P2-s5")
def test_two_talks_are_proposed_and_settled_by_the_talks_that_were_held() -> None:
    open_items = due("PX-P2-s1", "2025-02-11", ASKED)

    assert days(open_items) == ["2025-02-10", "2025-05-10"]
    assert states(open_items, "2025-02-11") == [DueState.OVERDUE, DueState.DUE]
    assert all(item.advisory for item in open_items)
    held = due("PX-P2-s1", "2025-05-09", ASKED, talk("2025-02-12"), talk("2025-05-09"))
    assert [str(item.done) for item in held] == ["2025-02-12", "2025-05-09"]
    assert result("PX-P2-s1", "2025-07-10", ASKED, talk("2025-02-12"), talk("2025-05-09")) is Result.PASS


@pytest.mark.rule("PX-P2-s1", "PX-P2-w")
def test_in_a_short_window_the_talks_are_due_by_its_end() -> None:
    short = written(WindowLength(months=2, decided_by=PersonCode("W-21"), reason="moves away"), "2025-01-12")

    assert days(due("PX-P2-s1", "2025-01-12", ASKED, short)) == ["2025-02-10", "2025-03-10"]


@pytest.mark.rule("PX-P2-s1")
def test_one_talk_passes_with_a_note_and_none_fails_once_the_window_is_over() -> None:
    assert answer("PX-P2-s1", "2025-07-10", ASKED, talk("2025-07-10")).reason == "One talk only."
    assert (
        result("PX-P2-s1", "2025-07-10", ASKED, talk("2025-01-09"), talk("2025-02-01", Topic.CWC_ORDER)) is Result.FAIL
    )
    assert result("PX-P2-s1", "2025-07-11", ASKED, talk("2025-07-11")) is Result.FAIL
    waiting = answer("PX-P2-s1", "2025-07-09", ASKED)
    assert (waiting.result, waiting.reason) == (Result.NA, "Not yet due: there is time until 2025-07-10.")


@pytest.mark.rule("PX-P2-s1", "PX-P2-s4a", "PX-P2-s5")
def test_a_step_left_out_with_a_reason_does_not_apply_and_is_no_longer_due() -> None:
    story = (ASKED, *(left_out(step, "2025-03-01") for step in Step))

    assert answer("PX-P2-s1", "2025-07-10", *story).reason == (
        "Talks on why the client hesitates: left out. the client moved away and asked for quiet"
    )
    for rule in ("PX-P2-s1", "PX-P2-s1b", "PX-P2-s2", "PX-P2-s3", "PX-P2-s4a", "PX-P2-s4b"):
        assert result(rule, "2025-07-10", *story) is Result.NA
    for rule in ("PX-P2-s1", "PX-P2-s4a", "PX-P2-s5"):
        assert due(rule, "2025-07-10", *story) == ()


@pytest.mark.rule("PX-P2-s1")
def test_a_step_that_was_taken_passes_even_if_somebody_wrote_that_it_was_left_out() -> None:
    story = (ASKED, left_out(Step.TALKS, "2025-03-01"), talk("2025-04-01"))

    assert result("PX-P2-s1", "2025-07-10", *story) is Result.PASS


@pytest.mark.rule("PX-P2-s1b")
def test_where_an_order_is_in_force_the_talk_is_about_it_too() -> None:
    order = an_order("2024-09-01", 12)

    assert result("PX-P2-s1b", "2025-07-10", ASKED, order, talk("2025-03-11", Topic.CWC_ORDER)) is Result.PASS
    assert result("PX-P2-s1b", "2025-07-10", ASKED, order) is Result.FAIL
    assert result("PX-P2-s1b", "2025-07-09", ASKED, order) is Result.NA
    assert result("PX-P2-s1b", "2025-07-10", ASKED, an_order("2024-09-01", None)) is Result.UNKNOWN
    assert result("PX-P2-s1b", "2025-07-10", ASKED, an_order("2024-01-01", 12)) is Result.NA
    assert result("PX-P2-s1b", "2025-07-10", ASKED, an_order("2024-01-11", 12)) is Result.FAIL
    assert result("PX-P2-s1b", "2025-07-10", ASKED, an_order("2025-07-11", 12, passed="2025-07-01")) is Result.NA


@pytest.mark.rule("PX-P2-s1b")
@pytest.mark.parametrize(
    ("referrer", "expected"),
    [(Referrer.SELF, Result.NA), (Referrer.CWC, Result.UNKNOWN), (None, Result.UNKNOWN)],
)
def test_without_an_order_on_file_it_matters_who_sent_the_case(referrer: Referrer | None, expected: Result) -> None:
    case = a_case(sent_by(referrer), ASKED, programme=a_programme("prerana_exit"), as_of="2025-07-10")

    assert answer_of("PX-P2-s1b", case, "2025-07-10").result is expected


@pytest.mark.rule("PX-P2-s2")
def test_the_family_is_asked_and_either_answer_will_do() -> None:
    asked = talk("2025-03-01", Topic.WITH_FAMILY)
    refuses = written(FamilyConsent(agrees=YesNo.NO), "2025-03-08")
    consents = written(FamilyConsent(agrees=YesNo.YES), "2025-03-08")

    assert result("PX-P2-s2", "2025-07-10", ASKED, asked, refuses) is Result.PASS
    hint = answer("PX-P2-s2", "2025-07-10", ASKED, asked, consents)
    assert (hint.result, hint.reason) == (
        Result.PASS,
        "The family agrees: go on with the family instead of an exit.",
    )
    assert result("PX-P2-s2", "2025-07-10", ASKED, asked) is Result.UNKNOWN
    assert result("PX-P2-s2", "2025-07-10", ASKED, refuses) is Result.FAIL
    assert result("PX-P2-s2", "2025-07-10", ASKED, family_known(YesNo.NO)) is Result.NA
    assert result("PX-P2-s2", "2025-07-10", ASKED, asked, family("2025-02-01")) is Result.PASS


@pytest.mark.rule("PX-P2-s3")
def test_help_to_speak_with_the_committee_is_asked_for_only_where_it_is_needed() -> None:
    needed = written(CommitteeTalkNeeded(needed=YesNo.YES), "2025-02-01")
    held = written(CommitteeTalk(), "2025-04-22")

    assert result("PX-P2-s3", "2025-07-10", ASKED, needed, held) is Result.PASS
    assert result("PX-P2-s3", "2025-07-10", ASKED, needed) is Result.FAIL
    assert result("PX-P2-s3", "2025-07-10", ASKED, written(CommitteeTalkNeeded(needed=YesNo.NO), "2025-02-01")) is (
        Result.NA
    )
    blank = answer("PX-P2-s3", "2025-07-10", ASKED, held)
    assert blank.result is Result.UNKNOWN
    assert blank.missing == Missing("prerana_exit.committee_talk_needed", "needed")


@pytest.mark.rule("PX-P2-s4a")
def test_the_report_is_due_and_counts_when_the_six_months_are_over() -> None:
    in_time = paper("cwc_progress_report", "2025-07-12", "2025-07-14")
    early = paper("cwc_progress_report", "2025-06-28", "2025-06-30")

    assert days(due("PX-P2-s4a", "2025-02-01", ASKED)) == ["2025-07-10"]
    assert str(due("PX-P2-s4a", "2025-07-14", ASKED, in_time)[0].done) == "2025-07-14"
    assert due("PX-P2-s4a", "2025-07-14", ASKED, early)[0].done is None
    assert result("PX-P2-s4a", "2025-07-14", ASKED, in_time) is Result.PASS
    too_early = answer("PX-P2-s4a", "2025-07-01", ASKED, early)
    assert too_early.result is Result.FAIL
    assert too_early.reason.startswith("Sent on 2025-06-30, before the end of the window")
    assert result("PX-P2-s4a", "2025-07-09", ASKED) is Result.NA
    assert result("PX-P2-s4a", "2025-07-10", ASKED) is Result.FAIL
    assert answer("PX-P2-s4a", "2025-07-10", ASKED, paper("cwc_progress_report", "2025-07-09")).reason == (
        "The report is written but not sent."
    )
    assert result("PX-P2-s4a", "2025-07-13", ASKED, in_time) is Result.FAIL


@pytest.mark.rule("PX-P2-s4b")
def test_the_letter_goes_with_the_report() -> None:
    report = paper("cwc_progress_report", "2025-07-12", "2025-07-14")
    letter = paper("client_letter", "2025-07-11", regards="cwc_progress_report")

    assert result("PX-P2-s4b", "2025-07-14", ASKED, report) is Result.FAIL
    assert result("PX-P2-s4b", "2025-07-14", ASKED, report, letter) is Result.PASS
    loose = answer("PX-P2-s4b", "2025-07-14", ASKED, report, paper("client_letter", "2025-07-11"))
    assert (loose.result, loose.reason) == (Result.FAIL, "A letter is on file, but not with the report.")
    reason = left_out(Step.LETTER, "2025-07-11", "cannot be moved to write")
    assert result("PX-P2-s4b", "2025-07-14", ASKED, report, reason) is Result.NA


@pytest.mark.rule("PX-P2-s5")
def test_the_step_plan_ends_with_the_clamped_window_and_is_dropped_when_the_wish_is_taken_back() -> None:
    asked, taken_back = client("2025-08-31"), client("2025-11-02", Wish.GO_ON)

    plan = due("PX-P2-s5", "2025-09-01", asked)

    assert [(item.slot, str(item.due)) for item in plan] == [("family", "2026-02-28"), ("letter", "2026-02-28")]
    assert days(due("PX-P2-s4a", "2025-09-01", asked)) == ["2026-02-28"]
    for rule in ("PX-P2-s1", "PX-P2-s4a", "PX-P2-s5"):
        assert due(rule, "2025-11-02", asked, taken_back) == ()


@pytest.mark.rule("PX-P2-s5")
def test_the_committee_stands_in_the_plan_only_where_it_is_needed() -> None:
    needed = written(CommitteeTalkNeeded(needed=YesNo.YES), "2025-02-01")
    held = written(CommitteeTalk(), "2025-04-22")

    plan = due("PX-P2-s5", "2025-04-22", ASKED, needed, held, family_known(YesNo.NO))

    assert [item.slot for item in plan] == ["committee", "letter"]
    assert plan[0] == DueItem(
        "Help the client to speak with the committee",
        due=plan[1].due,
        rule=plan[0].rule,
        opens=ASKED.on,
        closes=plan[1].due,
        done=held.on,
        settled_by=held.id,
        settles="prerana_exit.committee_talk",
        slot="committee",
        advisory=True,
    )


@pytest.mark.rule("PX-P2-s1")
def test_what_was_due_before_the_agency_began_to_count_is_not_shown_as_late() -> None:
    brought_in = sent_by(Referrer.SELF, duties_from="2025-03-01")
    case = a_case(brought_in, ASKED, programme=a_programme("prerana_exit"), as_of="2025-03-02")

    assert days(due_of("PX-P2-s1", case, "2025-03-02")) == ["2025-05-10"]
