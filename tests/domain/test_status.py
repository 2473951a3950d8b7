"""Where a case stands: status, episodes and the step it has reached."""

from datetime import date

import pytest

from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.closing import Closure, ClosureReason, ClosureRequest, Reopening
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.contact import Channel, FollowUp, Review
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.domain.status import (
    Episode,
    Status,
    closing_request,
    closure,
    episode,
    episodes,
    registration,
    status,
    step,
    worker,
)
from supervisor_tui.testing import a_case, registered, written

OPENED = (
    *registered("2026-01-05"),
    *(
        written(Consent(giver=who, form=ConsentForm.CONSENT, purpose=ConsentPurpose.SERVICES), "2026-01-05")
        for who in (ConsentGiver.CHILD, ConsentGiver.CAREGIVER)
    ),
)
CLOSED = written(Closure(reason=ClosureReason.GOALS_MET), "2026-06-01")
REOPENED = written(Reopening(reason="new harm"), "2026-08-01")
ASKED = written(ClosureRequest(reason=ClosureReason.GOALS_MET), "2026-05-20")


def assessed(stage: AssessmentStage, on: str, finished: YesNo = YesNo.YES) -> Record:
    return written(Assessment(stage=stage, finished=finished), on)


def test_an_intake_that_nobody_carries_is_not_open() -> None:
    intake = written(Registration(programme=ProgrammeId("north")), "2026-01-05")

    assert status(a_case(intake)) is Status.INTAKE
    assert worker(a_case(intake)) is None
    assert status(a_case()) is Status.INTAKE
    assert registration(a_case()) is None


def test_open_closing_closed_and_open_again() -> None:
    def on(day: str) -> Status:
        return status(a_case(OPENED, ASKED, CLOSED, REOPENED, as_of=day))

    assert [on(day) for day in ("2026-01-05", "2026-05-20", "2026-06-01", "2026-08-01")] == [
        Status.OPEN,
        Status.CLOSING,
        Status.CLOSED,
        Status.OPEN,
    ]


def test_a_request_that_was_taken_back_or_is_from_before_the_reopening_does_not_count() -> None:
    taken_back = written(ClosureRequest(withdrawn=YesNo.YES), "2026-05-25")

    assert closing_request(a_case(OPENED, ASKED, taken_back)) is None
    assert status(a_case(OPENED, ASKED, taken_back)) is Status.OPEN
    assert closing_request(a_case(OPENED, ASKED, CLOSED, REOPENED)) is None
    asked = closing_request(a_case(OPENED, ASKED))
    assert asked is not None
    assert asked.on == date(2026, 5, 20)


def test_episodes_run_from_opening_to_closing() -> None:
    case = a_case(OPENED, CLOSED, REOPENED)

    assert episodes(case) == (
        Episode(1, date(2026, 1, 5), date(2026, 6, 1)),
        Episode(2, date(2026, 8, 1)),
    )
    assert episode(case) == Episode(2, date(2026, 8, 1))
    assert closure(case) is None
    assert episodes(a_case(CLOSED)) == ()
    assert episode(a_case()) is None


def test_a_case_closed_and_reopened_on_one_day_is_open_and_a_second_closing_changes_nothing() -> None:
    same_day = written(Reopening(reason="closed by mistake"), "2026-06-01")
    again = written(Closure(reason=ClosureReason.OTHER), "2026-06-10")

    assert status(a_case(OPENED, CLOSED, same_day)) is Status.OPEN
    assert episodes(a_case(OPENED, CLOSED, again)) == (Episode(1, date(2026, 1, 5), date(2026, 6, 1)),)
    assert episodes(a_case(OPENED, REOPENED)) == (Episode(1, date(2026, 1, 5)),)


def test_the_closure_of_a_closed_case() -> None:
    found = closure(a_case(OPENED, CLOSED))

    assert found is not None
    assert (found.on, found.body.reason) == (date(2026, 6, 1), ClosureReason.GOALS_MET)
    assert closure(a_case(OPENED)) is None


STORY = (
    *OPENED,
    assessed(AssessmentStage.INITIAL, "2026-01-06"),
    assessed(AssessmentStage.COMPREHENSIVE, "2026-01-15", YesNo.NO),
    assessed(AssessmentStage.COMPREHENSIVE, "2026-01-20"),
    written(CasePlan(interim=YesNo.YES), "2026-01-21"),
    written(CasePlan(), "2026-01-28"),
    written(FollowUp(channel=Channel.CALL), "2026-02-03"),
    ASKED,
    CLOSED,
    REOPENED,
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-04", Step.REGISTRATION),
        ("2026-01-05", Step.ASSESSMENT),
        ("2026-01-15", Step.ASSESSMENT),
        ("2026-01-20", Step.PLAN),
        ("2026-01-21", Step.PLAN),
        ("2026-01-28", Step.IMPLEMENTATION),
        ("2026-02-03", Step.FOLLOW_UP),
        ("2026-05-20", Step.CLOSURE),
        ("2026-06-01", Step.CLOSURE),
        ("2026-08-01", Step.ASSESSMENT),
    ],
)
def test_the_step_that_the_records_show(day: str, expected: Step) -> None:
    assert step(a_case(STORY, as_of=day)) is expected


def test_a_follow_up_from_before_the_plan_does_not_begin_step_five() -> None:
    early, plan = written(FollowUp(channel=Channel.CALL), "2026-01-28"), written(CasePlan(), "2026-01-28")

    assert step(a_case(OPENED, early, plan)) is Step.IMPLEMENTATION
    assert step(a_case(OPENED, early, plan, written(Review(), "2026-01-29"))) is Step.FOLLOW_UP


def test_a_request_taken_back_on_the_day_it_was_made_is_no_request() -> None:
    case = a_case(
        registered("2026-01-01"),
        written(ClosureRequest(reason=ClosureReason.GOALS_MET), "2026-02-01"),
        written(ClosureRequest(reason=ClosureReason.GOALS_MET, withdrawn=YesNo.YES), "2026-02-01"),
    )
    assert closing_request(case) is None


@pytest.mark.parametrize(
    ("to", "later", "expected"),
    [
        (Step.ASSESSMENT, (), Step.ASSESSMENT),
        (Step.ASSESSMENT, ("assessed",), Step.PLAN),
        (Step.ASSESSMENT, ("assessed", "planned"), Step.IMPLEMENTATION),
        (Step.PLAN, (), Step.PLAN),
        (Step.PLAN, ("planned", "seen"), Step.FOLLOW_UP),
        (Step.IMPLEMENTATION, (), Step.IMPLEMENTATION),
        (Step.IMPLEMENTATION, ("seen",), Step.FOLLOW_UP),
    ],
)
def test_the_work_may_go_back_to_an_earlier_step(to: Step, later: tuple[str, ...], expected: Step) -> None:
    def work(on: str, *which: str) -> list[Record]:
        made = {
            "assessed": written(Assessment(stage=AssessmentStage.COMPREHENSIVE), on),
            "planned": written(CasePlan(), on),
            "seen": written(FollowUp(channel=Channel.CALL), f"{on[:-2]}28"),
        }
        return [made[one] for one in which]

    case = a_case(
        registered("2026-01-04"),
        work("2026-01-10", "assessed", "planned", "seen"),
        written(StepBack(to=to, reason="a new need"), "2026-02-01"),
        work("2026-02-10", *later),
    )

    assert step(case) is expected
