"""Every state that a screen must be able to show is there, and the whole is believable: mostly in order, some late."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState, days_late, due_state
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.programme import Context, GuidanceRisk, Standing
from supervisor_tui.domain.records.assessment import Concern, ImmediateAction
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentWithdrawn
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingDecision, Retraction
from supervisor_tui.domain.records.order import Order
from supervisor_tui.domain.records.placement import Placement, PlacementEnded
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.responsibility import GuidanceForCase, Postponement
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.risk import risk, risk_history
from supervisor_tui.domain.standing import context_on
from supervisor_tui.domain.status import Status, closing_request, closure, episodes, registration, status, step
from tests.demo.opened import (
    MOMENTS,
    SATURDAY,
    agency,
    case_files,
    deciding_review,
    due_items,
    late,
    open_cases,
)

TODAY = SATURDAY.date()


def closed_for(case: CaseFile, reason: ClosureReason) -> bool:
    ended = closure(case)
    return ended is not None and ended.body.reason is reason


def is_new(case: CaseFile, least_hours: int, most_hours: int) -> bool:
    opening = registration(case)
    if status(case) is not Status.INTAKE or opening is None or opening.body.at is None:
        return False
    return timedelta(hours=least_hours) <= SATURDAY - opening.body.at <= timedelta(hours=most_hours)


def is_silent(case: CaseFile) -> bool:
    last = case.latest(FollowUp)
    return status(case) is Status.OPEN and last is not None and (TODAY - last.on).days > 45


def imminent(case: CaseFile) -> bool:
    return any(entry.body.imminent is YesNo.YES for entry in case.of(Concern))


def in_the_way(case: CaseFile) -> tuple[str, ...] | None:
    review = deciding_review(case)
    if review is None or review.alternatives:
        return None
    return tuple(check.rule.id for check in review.checks if check.stands_in_the_way)


def waits_for_visit_after_closing(case: CaseFile) -> bool:
    return status(case) is Status.CLOSED and any(
        item.done is None and due_state(item, SATURDAY) in {DueState.DUE, DueState.UPCOMING} for item in due_items(case)
    )


STATES: dict[str, tuple[int, Callable[[CaseFile], bool]]] = {
    "new intake inside 24 hours": (2, lambda case: is_new(case, 0, 24)),
    "new intake between 24 and 48 hours": (1, lambda case: is_new(case, 24, 48)),
    "new intake past 48 hours": (1, lambda case: is_new(case, 48, 72)),
    "something late": (20, lambda case: status(case) is not Status.CLOSED and bool(late(case))),
    "silent": (3, is_silent),
    "closing asked for": (12, lambda case: status(case) is Status.CLOSING),
    "closing asked for and taken back": (
        1,
        lambda case: status(case) is Status.OPEN and any(r.kind == "closure_request" for r in case.records),
    ),
    "nothing in the way of closing": (4, lambda case: in_the_way(case) == ()),
    "one single thing in the way": (
        4,
        lambda case: status(case) is Status.CLOSING and len(in_the_way(case) or ()) == 1,
    ),
    "one way out is open": (
        4,
        lambda case: (
            (review := deciding_review(case)) is not None
            and any(way.result is Result.PASS for way in review.alternatives)
        ),
    ),
    "closed and due for a visit": (4, waits_for_visit_after_closing),
    "closed, the visit late": (1, lambda case: status(case) is Status.CLOSED and bool(late(case))),
    "closed long ago, visited": (10, lambda case: closed_for(case, ClosureReason.GOALS_MET) and not late(case)),
    "reopened": (2, lambda case: len(episodes(case)) == 2 and status(case) is Status.OPEN),
    "transferred": (2, lambda case: closed_for(case, ClosureReason.TRANSFER)),
    "transfer waits for the other agency": (
        1,
        lambda case: status(case) is not Status.CLOSED and case.latest(Transfer) is not None,
    ),
    "died": (2, lambda case: closed_for(case, ClosureReason.DEATH)),
    "turned 18": (3, lambda case: closed_for(case, ClosureReason.TURNED_18)),
    "ended by the family": (2, lambda case: closed_for(case, ClosureReason.ENDED_BY_FAMILY)),
    "closed after the first assessment": (2, lambda case: closed_for(case, ClosureReason.AFTER_INITIAL)),
    "urgent, acted at once": (2, lambda case: imminent(case) and case.latest(ImmediateAction) is not None),
    "urgent, nothing recorded": (1, lambda case: imminent(case) and case.latest(ImmediateAction) is None),
    "before we began": (
        8,
        lambda case: (
            any(r.how_known is HowKnown.IMPORTED for r in case.records)
            and (found := registration(case)) is not None
            and found.body.duties_from is not None
        ),
    ),
    "as told, form outstanding": (
        3,
        lambda case: any(r.how_known is HowKnown.TOLD and r.told_by for r in case.records),
    ),
    "two levels of risk on one day": (
        1,
        lambda case: (
            len({r.on for r in case.records if r.kind == "risk_level"})
            < sum(r.kind == "risk_level" for r in case.records)
        ),
    ),
    "risk in words of another scale": (
        1,
        lambda case: (level := risk(case)) is not None and level.level is None,
    ),
    "risk never set": (1, lambda case: status(case) is Status.OPEN and not risk_history(case)),
    "high risk": (
        5,
        lambda case: (
            status(case) is Status.OPEN and (level := risk(case)) is not None and level.guidance is GuidanceRisk.HIGH
        ),
    ),
    "in an emergency": (40, lambda case: context_on(case, TODAY) is Context.EMERGENCY),
    "guidance of its own": (1, lambda case: any(e.body.standing is Standing.INFORMS for e in case.of(GuidanceForCase))),
    "put off with a reason": (2, lambda case: case.latest(Postponement) is not None),
    "decided in a meeting": (10, lambda case: case.latest(MeetingDecision) is not None),
    "open action of a meeting": (
        5,
        lambda case: any(action.is_open and action.meeting is not None for action in actions(case)),
    ),
    "open action past its day": (
        2,
        lambda case: any(a.is_open and a.action.due_on is not None and a.action.due_on < TODAY for a in actions(case)),
    ),
    "placed, visits by the calendar": (
        30,
        lambda case: (
            status(case) is Status.OPEN and any(e.body.form in {"reunification", "kinship"} for e in case.of(Placement))
        ),
    ),
    "placement broken down": (1, lambda case: any("want" in e.body.reason for e in case.of(PlacementEnded))),
    "order of the committee": (20, lambda case: case.latest(Order) is not None),
    "assent of the child": (
        100,
        lambda case: case.latest_where(Consent, lambda body: body.form is ConsentForm.ASSENT) is not None,
    ),
    "consent taken back": (1, lambda case: case.latest(ConsentWithdrawn) is not None),
    "referred": (50, lambda case: case.latest(Referral) is not None),
    "reviewed": (50, lambda case: case.latest(Review) is not None),
}


@pytest.mark.parametrize("state", STATES)
def test_the_state_is_there(state: str) -> None:
    least, holds = STATES[state]
    assert sum(map(holds, case_files())) >= least


def test_a_record_entered_in_error_was_taken_back() -> None:
    assert any(record.kind == Retraction.KIND for _code, records in agency().cases for record in records)


def test_every_step_of_the_work_has_cases() -> None:
    assert {step(case).value for case in case_files()} == {"2", "3", "4", "5", "6"}


@pytest.mark.parametrize("moment", MOMENTS)
def test_most_cases_are_in_order_and_some_are_late(moment: datetime) -> None:
    share = sum(1 for case in open_cases(moment) if late(case, moment)) / len(open_cases(moment))
    assert 0.15 <= share <= 0.25


@pytest.mark.parametrize("moment", MOMENTS)
def test_few_things_are_not_known(moment: datetime) -> None:
    unknown = [
        case
        for case in case_files(moment)
        if any(not item.advisory and due_state(item, moment) is DueState.UNKNOWN for item in due_items(case, moment))
    ]
    assert 3 <= len(unknown) <= 16


@pytest.mark.parametrize("moment", MOMENTS)
def test_meetings_lie_behind_and_ahead(moment: datetime) -> None:
    found = {(meeting.kind, meeting.state) for meeting in agency(moment).meetings}
    assert found == {
        (MeetingKind.MANAGEMENT, MeetingState.CLOSED),
        (MeetingKind.MANAGEMENT, MeetingState.PLANNED),
        (MeetingKind.CONFERENCE, MeetingState.CLOSED),
        (MeetingKind.CONFERENCE, MeetingState.PLANNED),
        (MeetingKind.PLANNING, MeetingState.CLOSED),
    }
    ahead = [meeting.starts for meeting in agency(moment).meetings if meeting.state is MeetingState.PLANNED]
    assert all(starts > moment - timedelta(hours=15) for starts in ahead)


def test_a_closing_request_that_was_taken_back_counts_no_longer() -> None:
    case = next(case for case in case_files() if STATES["closing asked for and taken back"][1](case))
    assert closing_request(case) is None


def test_the_team_decided_on_an_exit_and_another_way_out_still_waits_for_it() -> None:
    answers = {
        check.answer.result
        for case in open_cases()
        if (review := deciding_review(case)) is not None
        for check in review.checks
        if check.rule.id == "PX-G-09"
    }
    assert answers == {Result.PASS, Result.UNKNOWN}


@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_advised_for_so_long_that_nobody_would_believe_it(moment: datetime) -> None:
    days = 120
    forgotten = [
        (case.code, item.title)
        for case in case_files(moment)
        for item in due_items(case, moment)
        if item.due is not None
        and due_state(item, moment) is DueState.OVERDUE
        and days_late(item, moment.date()) > days
    ]

    assert forgotten == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_consent_is_renewed_before_it_runs_out(moment: datetime) -> None:
    asked_again = [
        item for case in case_files(moment) for item in due_items(case, moment) if item.rule == "IAG-CONS-09"
    ]

    assert any(due_state(item, moment) is DueState.DUE for item in asked_again)
    assert not any(due_state(item, moment) is DueState.OVERDUE for item in asked_again)
