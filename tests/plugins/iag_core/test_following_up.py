"""What the page on follow-up advises while a case runs: services, changes, others who watch, conferences."""

import pytest

from iag_core.records.watching_changes import PlanStays, ServiceChanged, ServiceState, Watcher
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.records.assessment import SituationChanged
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus, CasePlan, PlannedAction
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    Happened,
    answer,
    assessed,
    closing_asked,
    contact,
    day,
    due,
    on_file,
    on_saving,
    plan,
    registered,
    reviewed,
    risk,
    state,
    the_case,
    the_duty,
)


def followed(*happened: Happened, as_of: str) -> CaseFile:
    """Return a case that was planned on 10 January 2025."""
    return the_case(registered("2024-12-02"), plan("2025-01-10", "O1"), *happened, as_of=as_of)


@pytest.mark.rule("FU-01")
def test_tuition_that_has_not_begun_by_its_day_is_late_until_it_is_given() -> None:
    tuition = PlannedAction(action="A1", text="tuition", due_on=day("2025-03-01"))
    planned = (registered("2024-12-02"), written(CasePlan(actions=(tuition,)), "2025-01-10"))
    waiting = the_duty("FU-01", the_case(*planned, as_of="2025-03-10"), "2025-03-10")

    assert (waiting.title, state(waiting, "2025-03-10"), waiting.advisory) == (
        "Planned: tuition",
        DueState.OVERDUE,
        True,
    )
    given = written(ActionOutcome(action="A1", status=ActionStatus.DONE), "2025-03-05")
    assert the_duty("FU-01", the_case(*planned, given, as_of="2025-03-10"), "2025-03-10").done == day("2025-03-05")
    dropped = written(ActionOutcome(action="A1", status=ActionStatus.DROPPED), "2025-03-05")
    assert due("FU-01", the_case(*planned, dropped, as_of="2025-03-10"), "2025-03-10") == ()


def test_what_somebody_else_is_to_do_names_them_and_not_the_caseworker() -> None:
    mine = PlannedAction(action="A1", text="tuition", owner="W-04", due_on=day("2025-03-01"))
    theirs = PlannedAction(action="A2", text="call the clinic", owner="W-09", due_on=day("2025-03-01"))
    carried = written(Assignment(worker=PersonCode("W-04")), "2024-12-02")
    planned = (registered("2024-12-02"), carried, written(CasePlan(actions=(mine, theirs)), "2025-01-10"))
    assert [item.title for item in due("FU-01", the_case(*planned, as_of="2025-03-10"), "2025-03-10")] == [
        "Planned: tuition",
        "Planned, by W-09: call the clinic",
    ]


def seen(on: str, changed: YesNo | None = YesNo.NO, changes: str = "") -> Record:
    """Return a home visit that says whether anything changed."""
    return written(FollowUp(channel=Channel.HOME_VISIT, changed=changed, changes=changes), on)


@pytest.mark.rule("FU-02")
def test_a_follow_up_says_what_has_changed_for_the_child() -> None:
    case = followed(as_of="2025-03-10")

    def fields(changed: YesNo | None, changes: str = "") -> list[str]:
        draft = FollowUp(channel=Channel.HOME_VISIT, changed=changed, changes=changes)
        return [finding.field for finding in on_saving("FU-02", case, draft, "2025-03-10")]

    assert fields(None) == ["changed"]
    assert fields(YesNo.YES) == ["changes"]
    assert fields(YesNo.YES, "moved to aunt") == fields(YesNo.NO) == []


@pytest.mark.rule("FU-02")
def test_on_file_a_follow_up_that_does_not_say_is_named() -> None:
    assert on_file("FU-02", followed(contact("2025-03-10"), as_of="2025-03-11"), "2025-03-11").result is Result.FAIL
    assert on_file("FU-02", followed(seen("2025-03-10"), as_of="2025-03-11"), "2025-03-11").result is Result.PASS


CHANGED = seen("2025-03-10", YesNo.YES, "moved to aunt")


@pytest.mark.rule("FU-03")
def test_a_new_version_of_the_plan_answers_to_a_change() -> None:
    answered = the_duty("FU-03", followed(CHANGED, plan("2025-03-14", "O1"), as_of="2025-03-31"), "2025-03-31")
    assert answered.done == day("2025-03-14")

    waiting = the_duty("FU-03", followed(CHANGED, as_of="2025-03-31"), "2025-03-31")
    assert (waiting.due, state(waiting, "2025-03-31")) == (day("2025-03-24"), DueState.OVERDUE)


def test_that_the_plan_stays_as_it_is_answers_as_well_and_one_answer_serves_for_two_changes() -> None:
    twice = (CHANGED, written(SituationChanged(what="father is back"), "2025-03-12"))
    stays = written(PlanStays(reason="aunt was the goal"), "2025-03-20")

    item = the_duty("FU-03", followed(*twice, stays, as_of="2025-03-31"), "2025-03-31")
    assert (item.slot, item.done) == ("2025-03-10", day("2025-03-20"))


@pytest.mark.rule("FU-03")
def test_before_closing_a_change_without_an_answer_is_pointed_out() -> None:
    asked = closing_asked(ClosureReason.GOALS_MET, "2025-03-30")

    def result(*happened: Happened) -> Result:
        return answer("FU-03", followed(*happened, asked, as_of="2025-03-31"), "2025-03-31").result

    assert result(CHANGED) is Result.FAIL
    assert result(CHANGED, plan("2025-03-14", "O1")) is Result.PASS
    assert result() is Result.NA


@pytest.mark.rule("FU-07")
def test_a_clinic_that_stopped_in_a_pandemic_asks_for_a_new_plan() -> None:
    stopped = written(ServiceChanged(service="clinic", state=ServiceState.SUSPENDED), "2020-04-06")
    opening = (registered("2020-01-06"), plan("2020-02-03", "O1"))

    before = the_case(*opening, stopped, as_of="2020-04-08")
    assert on_file("FU-07", before, "2020-04-08", pandemic="yes").result is Result.FAIL
    assert on_file("FU-07", before, "2020-04-08").result is Result.NA
    after = the_case(*opening, stopped, plan("2020-04-09", "O1"), as_of="2020-04-10")
    assert on_file("FU-07", after, "2020-04-10", pandemic="yes").result is Result.PASS


@pytest.mark.rule("FU-08")
def test_a_video_call_counts_as_a_follow_up() -> None:
    opening = (registered("2020-04-20"), assessed("2020-04-21"), risk("low", "2020-04-21"))
    case = the_case(*opening, contact("2020-05-04", Channel.CALL), as_of="2020-05-05")

    assert [item.done for item in due("IAG-S5-04", case, "2020-05-05") if item.done] == [day("2020-05-04")]


def watcher(on: str, trained: str = "", decided: str = "") -> Watcher:
    """Return a teacher who watches with us."""
    return Watcher(
        watcher="teacher",
        trained_on=day(trained) if trained else None,
        decided_on=day(decided) if decided else None,
    )


@pytest.mark.rule("FU-09")
def test_a_report_of_the_10th_by_somebody_trained_on_the_12th() -> None:
    teacher = written(watcher("2020-05-08", trained="2020-05-12"), "2020-05-08")
    opening = (registered("2020-04-20"), teacher)
    draft = FollowUp(channel=Channel.COMMUNITY)

    assert len(on_saving("FU-09", the_case(*opening, as_of="2020-05-10"), draft, "2020-05-10")) == 1
    assert on_saving("FU-09", the_case(*opening, as_of="2020-05-12"), draft, "2020-05-12") == ()
    own_visit = FollowUp(channel=Channel.HOME_VISIT)
    assert on_saving("FU-09", the_case(*opening, as_of="2020-05-10"), own_visit, "2020-05-10") == ()


@pytest.mark.rule("FU-09")
def test_on_file_a_report_before_the_training_is_named() -> None:
    teacher = written(watcher("2020-05-08", trained="2020-05-12"), "2020-05-08")
    case = the_case(registered("2020-04-20"), teacher, contact("2020-05-10", Channel.COMMUNITY), as_of="2020-05-13")

    assert on_file("FU-09", case, "2020-05-13").result is Result.FAIL


@pytest.mark.rule("FU-10")
def test_the_duty_to_watch_begins_after_the_supervisor_decided() -> None:
    case = the_case(registered("2020-04-20"), as_of="2020-05-12")

    assert on_saving("FU-10", case, watcher("2020-05-12", decided="2020-05-11"), "2020-05-12") == ()
    assert len(on_saving("FU-10", case, watcher("2020-05-12"), "2020-05-12")) == 1
    assert len(on_saving("FU-10", case, watcher("2020-05-12", decided="2020-05-13"), "2020-05-12")) == 1


@pytest.mark.rule("FU-10")
def test_on_file_somebody_who_watches_without_a_decision_is_named() -> None:
    case = the_case(registered("2020-04-20"), written(watcher("2020-05-12"), "2020-05-12"), as_of="2020-05-13")

    assert on_file("FU-10", case, "2020-05-13").result is Result.FAIL


def served(number: str, agency: str) -> tuple[Record, Record]:
    """Return a referral to an agency that gives the service."""
    return (
        written(Referral(referral=number, agency=agency), "2025-01-12"),
        written(ReferralProgress(referral=number, status=ReferralStatus.RECEIVED), "2025-01-20"),
    )


@pytest.mark.rule("FU-11")
def test_three_agencies_meet_before_the_review() -> None:
    three = (served("R-1", "AG-1"), served("R-2", "AG-2"), served("R-3", "AG-3"))
    waiting = the_duty("FU-11", followed(*three, as_of="2025-04-10"), "2025-04-10")
    assert (waiting.due, waiting.done, waiting.advisory) == (day("2025-04-10"), None, True)

    met = written(MeetingHeld(kind=MeetingKind.CONFERENCE), "2025-03-20")
    assert the_duty("FU-11", followed(*three, met, as_of="2025-04-10"), "2025-04-10").done == day("2025-03-20")
    again = followed(*three, met, reviewed("2025-04-10"), as_of="2025-05-10")
    assert the_duty("FU-11", again, "2025-05-10").done is None


def test_one_agency_needs_no_conference() -> None:
    assert due("FU-11", followed(served("R-1", "AG-1"), as_of="2025-04-10"), "2025-04-10") == ()
