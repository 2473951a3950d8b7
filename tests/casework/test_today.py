"""Today: every group says only what is known, the first line is the one to act on."""

import dataclasses
import threading
from datetime import date, timedelta

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import due_lines
from supervisor_tui.casework.exporting import everything_as_json
from supervisor_tui.casework.meetings.diaries import diaries
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.casework.today import today
from supervisor_tui.casework.working_out import age_band
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, MeetingId, ProgrammeId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody, ClosureRequest
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.store.open_store import unlock
from tests.tui.agency import AMOS, NORTH, NOW, PASSPHRASE, RUTH, registered

TODAY = NOW.date()
CODE = CaseCode("C-0117")


def test_each_group_holds_its_cases(desk: Desk) -> None:
    page = today(desk)
    assert [(one.line.summary.case, one.hours) for one in page.intakes] == [("C-0120", 20), ("C-0121", 2)]
    assert [(line.row.case, line.row.rule) for line in page.act_now] == [
        ("C-0093", "FP-1"),
        ("C-0117", "FP-1"),
        ("C-0093", "FP-2"),
        ("C-0048", "FP-1"),
    ]
    assert [line.summary.case for line in page.for_me.closings] == ["C-0048"]
    assert {missing.fact: len({line.row.case for line in missing.lines}) for missing in page.nothing_recorded} == {
        "no consent is recorded": 4,
        "how long to watch is not decided": 1,
    } | {"This schedule broke, so nobody can say. The Plugins screen names the fault.": 1}
    assert {line.state for line in page.this_week} <= {DueState.DUE, DueState.UPCOMING}
    assert page.contexts == ("North: development",)


def test_every_line_of_the_due_list_stands_in_one_group(desk: Desk) -> None:
    page = today(desk)
    shown = [*page.act_now, *page.this_week, *(line for missing in page.nothing_recorded for line in missing.lines)]
    assert sorted(line.row.rule + line.row.case for line in shown) == sorted(
        line.row.rule + line.row.case for line in due_lines(desk, until=TODAY + timedelta(days=7))
    )


def test_hours_of_an_intake_are_counted_to_the_end_of_a_day_asked_about(desk: Desk) -> None:
    then = dataclasses.replace(desk, day=date(2026, 11, 20))
    assert [(one.line.summary.case, one.hours) for one in today(then).intakes] == [("C-0120", 10)]


def test_an_intake_without_its_hour_says_no_hours(desk: Desk) -> None:
    save(desk, CaseCode("C-0130"), [Draft(registered(), date(2026, 11, 1))])
    oldest = today(desk).intakes[0]
    assert (oldest.line.summary.case, oldest.hours) == ("C-0130", None)


def test_a_request_taken_back_waits_for_nobody(desk: Desk) -> None:
    save(desk, CaseCode("C-0048"), [Draft(ClosureRequest(withdrawn=YesNo.YES), TODAY)])
    assert today(desk).for_me.count == 0


@pytest.mark.parametrize(("approved_on", "waits"), [("2026-11-11", 1), ("2026-11-12", 0), ("2026-11-20", 0)])
def test_a_request_that_was_answered_since_waits_for_nobody(desk: Desk, approved_on: str, waits: int) -> None:
    answer = Approval(
        what=Approved.CLOSURE,
        body=ApprovingBody.SUPERVISOR,
        decision=ApprovalDecision.NOT_APPROVED,
        reason="hear the school first",
        approver=RUTH.code,
    )
    save(desk, CaseCode("C-0048"), [Draft(answer, date.fromisoformat(approved_on), signed=True)])
    assert today(desk).for_me.count == waits


def test_what_was_told_waits_for_its_form(desk: Desk) -> None:
    save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL), TODAY, HowKnown.TOLD, told_by="W-04")])
    assert [line.summary.case for line in today(desk).told] == [CODE]


def test_a_meeting_that_nobody_ended_stays_and_one_that_is_over_goes(desk: Desk) -> None:
    for number, days, state in (("1", 3, "planned"), ("2", -9, "held"), ("3", -9, "closed"), ("4", 30, "planned")):
        meeting = Meeting(
            id=MeetingId(f"M-000{number}"), kind=MeetingKind.MANAGEMENT, starts=NOW + timedelta(days=days)
        )
        desk.store.meetings.add(msgspec.structs.replace(meeting, state=MeetingState(state)), RUTH.code)
    assert [one.id for one in today(desk).meetings] == ["M-0002", "M-0001"]


@pytest.mark.parametrize(
    ("age", "registered_on", "band"),
    [
        (4, "2026-11-21", "0 to 4 years"),
        (4, "2025-11-21", "5 to 10 years"),
        (4, "2025-11-22", "0 to 4 years"),
        (17, "2026-01-01", "15 to 17 years"),
        (17, "2022-11-22", "18 or older"),
        (-1, "2026-11-21", ""),
    ],
)
def test_the_age_band_grows_with_the_years_since_registration(age: int, registered_on: str, band: str) -> None:
    body = Registration(programme=NORTH.id, age_years=age)
    assert age_band(body, date.fromisoformat(registered_on), TODAY) == band


def test_who_is_born_ahead_has_no_age() -> None:
    assert age_band(Registration(programme=NORTH.id, born_on=date(2027, 1, 1)), TODAY, TODAY) == ""


def test_two_applications_that_record_at_once_lose_nothing(desk: Desk) -> None:
    ready = threading.Barrier(2)

    def record(channel: Channel) -> None:
        store = unlock(desk.store.folder, "Ruth", PASSPHRASE)
        ready.wait()
        save(Desk(store, desk.host, desk.person, desk.clock), CODE, [Draft(FollowUp(channel=channel), TODAY)])
        store.close()

    both = [threading.Thread(target=record, args=(channel,)) for channel in (Channel.CALL, Channel.PROVIDER)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert {entry.body.channel for entry in desk.case(CODE).of(FollowUp) if entry.on == TODAY} == {
        Channel.CALL,
        Channel.PROVIDER,
    }
    assert next(one for one in desk.store.summaries.all() if one.case == CODE).last_contact == TODAY


def test_an_export_holds_every_record_and_nobodys_name(desk: Desk) -> None:
    export = msgspec.json.decode(everything_as_json(desk))
    assert [(one["case"], len(one["records"])) for one in export["cases"]] == [
        (code, len(desk.store.records.of(code))) for code in desk.store.records.codes()
    ]
    assert not any(person.short_name.encode() in everything_as_json(desk) for person in (RUTH, AMOS))


def test_today_opens_though_a_conference_that_one_chairs_names_a_case_that_is_not_here(desk: Desk) -> None:
    chair = Participant(label=RUTH.code, role=ParticipantRole.CHAIR)
    meeting = Meeting(
        id=MeetingId("CC-1"),
        kind=MeetingKind.CONFERENCE,
        starts=NOW - timedelta(days=9),
        cases=(CaseCode("C-9999"),),
        participants=(chair,),
        state=MeetingState.CLOSED,
    )
    desk.store.meetings.add(meeting, RUTH.code)

    assert today(desk).of_meetings == ()


def test_a_team_is_asked_for_no_meeting_of_a_programme_in_which_it_carries_nothing(desk: Desk) -> None:
    desk.store.programmes.add(Programme(ProgrammeId("coast"), "Coast"), RUTH.code)
    save(desk, CaseCode("C-0900"), [Draft(Registration(programme=ProgrammeId("coast")), NOW.date())])
    assert [diary.programme.id for diary in diaries(desk)] == ["north"]

    save(desk, CaseCode("C-0900"), [Draft(Assignment(worker=AMOS.code), NOW.date())])
    assert {diary.programme.id for diary in diaries(desk)} == {"north", "coast"}
