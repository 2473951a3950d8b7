"""Twelve months, one month after the final review, and the earliest closing day."""

from datetime import date

import pytest

from supervisor_tui.domain.answers import Answer, Fact, Missing, Result
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.closing import (
    ApprovalDecision,
    ApprovingBody,
    Closure,
    ClosureReason,
    Reopening,
)
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.testing import written
from tests.plugins.reintegration_benchmarks.the_case import (
    Happened,
    answer,
    approved,
    broke_down,
    conference,
    farewell,
    host_with,
    moved,
    review,
    short,
    the_case,
    visit,
)

MONITORED = "RB-SOP11-05"
MONTH_AFTER = "RB-SOP12-11"
EARLIEST = "RB-SOP13-17"

CONFERENCE = "closing conference with case manager and Sub-County Children's Officer"
MANAGER = "approval: case manager"
OFFICER = "approval: Sub-County Children's Officer"
VISIT = "closing visit after both approvals, child seen"

READY: tuple[Happened, ...] = (
    moved("2026-01-15"),
    visit("2027-01-15"),
    review("2027-02-15"),
    conference("2027-02-25"),
    approved("2027-03-01"),
    farewell("2027-03-15"),
)


@pytest.mark.rule("RB-SOP11-05")
def test_closing_is_possible_twelve_months_after_the_move_and_not_a_day_earlier() -> None:
    def on(day: str, *more: Happened) -> Answer:
        return answer(the_case(moved("2026-01-15"), visit("2027-01-14"), *more, as_of=day), day, MONITORED)

    assert short(on("2027-01-14")) == ("fail", date(2027, 1, 15))
    assert short(on("2027-01-15")) == ("pass", None)


@pytest.mark.rule("RB-SOP11-05")
def test_without_a_visit_in_month_twelve_or_later_monitoring_is_not_complete() -> None:
    move = moved("2026-01-15")
    case = the_case(move, visit("2026-12-30"), as_of="2027-02-01")

    assert answer(case, "2027-02-01", MONITORED) == Answer.fails(
        "No visit with the child seen is recorded since 2026-12-31, the window of month 12.",
        Fact("moved on 2026-01-15", date(2026, 1, 15), move.id),
        missing=Missing(record="follow_up", field="child_seen", who="caseworker"),
    )


def test_a_visit_in_a_later_month_stands_in_for_month_twelve() -> None:
    case = the_case(moved("2026-01-15"), visit("2027-03-20"), as_of="2027-04-01")

    assert short(answer(case, "2027-04-01", MONITORED)) == ("pass", None)


def test_a_visit_of_which_nobody_said_whether_the_child_was_seen_leaves_month_twelve_unknown() -> None:
    case = the_case(moved("2026-01-15"), visit("2027-01-10", None), as_of="2027-02-01")

    found = answer(case, "2027-02-01", MONITORED)

    assert (found.result, found.missing) == (
        Result.UNKNOWN,
        Missing(record="follow_up", field="child_seen", who="caseworker"),
    )


def test_an_answer_says_how_its_facts_came_to_be_known() -> None:
    seen = FollowUp(channel=Channel.HOME_VISIT, child_seen=YesNo.YES)
    told = written(seen, "2027-01-10", how_known=HowKnown.TOLD)
    case = the_case(moved("2026-01-15"), told, as_of="2027-02-01")

    assert [fact.how_known for fact in answer(case, "2027-02-01", MONITORED).facts] == [
        HowKnown.RECORDED,
        HowKnown.TOLD,
    ]


def test_an_agency_may_monitor_longer() -> None:
    case = the_case(moved("2026-01-15"), visit("2027-01-15"), as_of="2027-02-01")

    found = answer(case, "2027-02-01", MONITORED, host=host_with(min_monitoring_months=18))

    assert short(found) == ("fail", date(2027, 7, 15))


@pytest.mark.rule("RB-SOP12-11")
def test_a_case_closes_one_month_after_the_final_review() -> None:
    def on(day: str) -> Answer:
        case = the_case(moved("2026-01-15"), review("2027-01-15"), as_of=day)
        return answer(case, day, MONTH_AFTER)

    assert short(on("2027-02-14")) == ("fail", date(2027, 2, 15))
    assert short(on("2027-02-15")) == ("pass", None)


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    case = the_case(moved("2026-01-15"), review("2027-01-31"), as_of="2027-02-01")

    assert short(answer(case, "2027-02-01", MONTH_AFTER)) == ("fail", date(2027, 2, 28))


@pytest.mark.rule("RB-SOP12-11")
def test_without_a_complete_review_it_is_not_known_and_the_answer_says_what_is_missing() -> None:
    none = the_case(moved("2026-01-15"), as_of="2027-02-20")
    half = the_case(moved("2026-01-15"), review("2027-01-15", blank=("12.2",)), as_of="2027-02-20")

    assert answer(none, "2027-02-20", MONTH_AFTER) == Answer.unknown(
        "No case review with the benchmarks is recorded since the move.",
        missing=Missing(record="reintegration_benchmarks.scores_7a", who="caseworker"),
    )
    found = answer(half, "2027-02-20", MONTH_AFTER)
    assert (found.result, found.reason, found.missing) == (
        Result.UNKNOWN,
        "The review of 2027-01-15 is not complete: 1 indicator is blank.",
        Missing(record="reintegration_benchmarks.scores_7a", field="item_12_2"),
    )


def test_a_later_review_that_is_not_complete_does_not_move_the_final_one() -> None:
    case = the_case(
        moved("2026-01-15"), review("2027-01-15"), review("2027-02-10", family_agreed=None), as_of="2027-02-20"
    )

    assert short(answer(case, "2027-02-20", MONTH_AFTER)) == ("pass", None)


@pytest.mark.rule("RB-SOP13-17")
def test_the_earliest_closing_day_is_the_latest_of_its_limits() -> None:
    case = the_case(*READY, as_of="2027-03-15")

    found = answer(case, "2027-03-15", EARLIEST)

    assert (found.result, found.reason) == (Result.PASS, "The earliest closing day was 2027-03-15.")
    assert [fact.text for fact in found.facts] == [
        "moved on 2026-01-15",
        "final review on 2027-02-15",
        "conference on 2027-02-25",
        "approved on 2027-03-01",
        "approved on 2027-03-01",
        "closing visit on 2027-03-15",
    ]


@pytest.mark.rule("RB-SOP13-17")
def test_before_the_closing_visit_the_earliest_closing_day_is_not_known_yet() -> None:
    case = the_case(*READY, as_of="2027-03-14")

    found = answer(case, "2027-03-14", EARLIEST)

    assert (found.result, found.earliest, found.reason, found.missing) == (
        Result.UNKNOWN,
        None,
        "The earliest closing day is not known yet; it waits for: closing visit after both approvals, child seen.",
        Missing(record="reintegration_benchmarks.closure_visit", field="child_seen", who="caseworker"),
    )


def test_everything_else_done_early_still_waits_for_the_month_after_the_review() -> None:
    case = the_case(
        moved("2026-01-15"),
        visit("2027-01-15"),
        review("2027-01-15"),
        conference("2027-01-20"),
        approved("2027-01-22"),
        farewell("2027-01-25"),
        as_of="2027-01-25",
    )

    assert short(answer(case, "2027-01-25", EARLIEST)) == ("fail", date(2027, 2, 15))


def test_a_final_review_in_month_eleven_lets_a_case_close_at_month_twelve() -> None:
    case = the_case(
        moved("2026-01-15"),
        review("2026-12-15"),
        conference("2026-12-20"),
        approved("2026-12-22"),
        farewell("2027-01-04"),
        as_of="2027-01-14",
    )

    assert short(answer(case, "2027-01-14", EARLIEST)) == ("fail", date(2027, 1, 15))


@pytest.mark.rule("RB-SOP13-17")
@pytest.mark.parametrize(
    ("happened", "waits_for"),
    [
        (
            (conference("2027-02-25"), approved("2027-03-01"), farewell("2027-03-15")),
            ("final review and 1 month for the family to prepare",),
        ),
        (
            (review("2027-02-15"), conference("2027-02-14"), approved("2027-03-01"), farewell("2027-03-15")),
            (CONFERENCE, MANAGER, OFFICER, VISIT),
        ),
        (
            (review("2027-02-15"), conference("2027-02-25", ApprovingBody.CASE_MANAGER), farewell("2027-03-15")),
            (CONFERENCE, MANAGER, OFFICER, VISIT),
        ),
        (
            (
                review("2027-02-15"),
                conference("2027-02-25"),
                approved("2027-03-01", ApprovingBody.CASE_MANAGER, ApprovingBody.ACC),
                farewell("2027-03-15"),
            ),
            (OFFICER, VISIT),
        ),
        (
            (
                review("2027-02-15"),
                conference("2027-02-25"),
                approved("2027-03-01"),
                approved("2027-03-02", ApprovingBody.SCCO, decision=ApprovalDecision.NOT_APPROVED),
                farewell("2027-03-15"),
            ),
            (OFFICER, VISIT),
        ),
        (
            (
                review("2027-02-15"),
                conference("2027-02-25"),
                approved("2027-03-01", decision=ApprovalDecision.CONDITIONAL),
                farewell("2027-03-15"),
            ),
            (MANAGER, OFFICER, VISIT),
        ),
        (
            (review("2027-02-15"), conference("2027-02-25"), approved("2027-03-01"), farewell("2027-02-28")),
            (VISIT,),
        ),
        (
            (review("2027-02-15"), conference("2027-02-25"), approved("2027-03-01"), farewell("2027-03-15", None)),
            (VISIT,),
        ),
    ],
)
def test_each_limit_has_to_be_known_and_in_its_place(
    happened: tuple[Happened, ...], waits_for: tuple[str, ...]
) -> None:
    case = the_case(moved("2026-01-15"), *happened, as_of="2027-04-01")

    found = answer(case, "2027-04-01", EARLIEST)

    assert (found.result, found.earliest) == (Result.UNKNOWN, None)
    assert found.reason == f"The earliest closing day is not known yet; it waits for: {'; '.join(waits_for)}."


def test_a_condition_that_is_met_counts_from_its_day() -> None:
    case = the_case(
        moved("2026-01-15"),
        review("2027-02-15"),
        conference("2027-02-25"),
        approved("2027-03-01", decision=ApprovalDecision.CONDITIONAL, condition_met_on="2027-03-20"),
        farewell("2027-03-21"),
        as_of="2027-03-21",
    )

    assert answer(case, "2027-03-21", EARLIEST).reason == "The earliest closing day was 2027-03-21."


def test_a_closed_case_is_judged_for_the_day_it_was_closed() -> None:
    closed = written(Closure(reason=ClosureReason.GOALS_MET), "2027-02-20")
    case = the_case(*READY[:3], closed, as_of="2027-06-01")

    assert short(answer(case, "2027-06-01", MONTH_AFTER)) == ("fail", date(2027, 3, 15))


def test_after_a_reopening_reviews_and_visits_count_anew() -> None:
    closed = written(Closure(reason=ClosureReason.GOALS_MET), "2027-03-15")
    case = the_case(*READY, closed, written(Reopening(reason="quarrel"), "2027-05-02"), as_of="2027-05-10")

    assert answer(case, "2027-05-10", MONTH_AFTER).reason == (
        "No case review with the benchmarks is recorded since the move."
    )


@pytest.mark.rule("RB-SOP11-05", "RB-SOP12-11", "RB-SOP13-17")
@pytest.mark.parametrize("rule", [MONITORED, MONTH_AFTER, EARLIEST, "RB-CC-06"])
def test_without_a_move_nothing_about_closing_is_known(rule: str) -> None:
    missing = Missing(record="placement", field="form", who="caseworker")

    assert answer(the_case(as_of="2027-05-10"), "2027-05-10", rule) == Answer.unknown(
        "No move into family or community care is recorded.", missing=missing
    )
    ended = the_case(*READY, broke_down("2027-04-01"), as_of="2027-05-10")
    assert answer(ended, "2027-05-10", rule) == Answer.unknown(
        "The placement has ended and no other is recorded; every time frame starts again with the next move.",
        missing=missing,
    )


def test_a_new_placement_starts_the_twelve_months_again() -> None:
    case = the_case(*READY, broke_down("2027-04-01"), moved("2027-04-10"), as_of="2027-05-10")

    assert short(answer(case, "2027-05-10", MONITORED)) == ("fail", date(2028, 4, 10))
    assert short(answer(case, "2027-05-10", MONTH_AFTER)) == ("unknown", None)


def test_conference_approvals_and_visit_may_all_fall_on_the_day_of_the_review() -> None:
    case = the_case(
        moved("2026-01-15"),
        review("2027-02-15"),
        conference("2027-02-15"),
        approved("2027-02-15"),
        farewell("2027-02-15"),
        as_of="2027-03-15",
    )

    assert short(answer(case, "2027-03-15", EARLIEST)) == ("pass", None)


def test_the_first_day_of_the_window_of_month_twelve_counts() -> None:
    case = the_case(moved("2026-01-15"), visit("2026-12-31"), as_of="2027-02-01")

    assert short(answer(case, "2027-02-01", MONITORED)) == ("pass", None)


@pytest.mark.rule("RB-CC-06")
def test_a_conference_between_the_final_review_and_closing_decides_about_it() -> None:
    def on(day: str, *more: Happened) -> tuple[Result, str]:
        case = the_case(moved("2026-01-15"), review("2027-02-15"), *more, as_of=day)
        found = answer(case, day, "RB-CC-06")
        return found.result, found.reason

    held = conference("2027-02-25")
    assert on("2027-02-25", held) == (Result.PASS, "A conference on closing was held on 2027-02-25.")
    assert on("2027-02-24", held) == (Result.UNKNOWN, "No conference on closing is recorded since the final review.")
    assert on("2027-03-01", conference("2027-02-14")) == (
        Result.FAIL,
        "The conference of 2027-02-14 came before the final review of 2027-02-15.",
    )


def test_a_conference_after_the_case_was_closed_decides_nothing() -> None:
    closed = written(Closure(reason=ClosureReason.GOALS_MET), "2027-03-15")
    case = the_case(*READY[:3], closed, conference("2027-03-20"), as_of="2027-06-01")
    assert answer(case, "2027-06-01", "RB-CC-06").result is Result.UNKNOWN


def test_whoever_came_as_case_manager_came_for_that_body() -> None:
    roles, bodies = (ParticipantRole.CASE_MANAGER,), (ApprovingBody.SCCO,)
    came = MeetingHeld(kind=MeetingKind.CONFERENCE, purpose=ConferencePurpose.CLOSURE, roles=roles, bodies=bodies)
    case = the_case(*READY[:3], written(came, "2027-02-25"), *READY[4:], as_of="2027-03-15")
    assert short(answer(case, "2027-03-15", EARLIEST)) == ("pass", None)
