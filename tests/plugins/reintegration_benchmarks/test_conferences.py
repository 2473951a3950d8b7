"""The rulebook's own examples of the case conference (RB-CC)."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from reintegration_benchmarks.conference.steps import ConferenceStep, step_reached
from reintegration_benchmarks.guidance import SET
from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, RecordId
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.meeting_file import EarlierMeeting, MeetingDiary, MeetingFile
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant, ParticipantRole
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.note import MeetingHeld, Readiness
from supervisor_tui.domain.records.placement import Placement, PlacementKind
from supervisor_tui.domain.records.plan import ActionAdded, CasePlan
from supervisor_tui.testing import a_case, a_meeting, a_programme, registered, written
from tests.plugins.reintegration_benchmarks.the_case import HOST

PASS, FAIL, UNKNOWN, NA = Result.PASS, Result.FAIL, Result.UNKNOWN, Result.NA
C_0070, DAY = CaseCode("C-0070"), date(2026, 6, 17)
PROBLEM, CLOSURE, PLACEMENT = ConferencePurpose.PROBLEM, ConferencePurpose.CLOSURE, ConferencePurpose.PLACEMENT
WORKER, MANAGER, NURSE = ParticipantRole.CASEWORKER, ParticipantRole.CASE_MANAGER, ParticipantRole.PROVIDER


def a_child(*records: object) -> CaseFile:
    return a_case(registered("2025-01-01"), *records, code=C_0070, programme=a_programme(SET), as_of="2027-12-31")  # type: ignore[arg-type]


def somebody(role: ParticipantRole, **said: object) -> Participant:
    here = {"attendance": Attendance.PRESENT, "professional": not role.is_family, **said}
    return Participant(label=role.value, role=role, **here)  # type: ignore[arg-type]


def held(*people: Participant, purpose: ConferencePurpose | None = PROBLEM, **said: Any) -> Meeting:
    values: dict[str, Any] = {"state": MeetingState.CLOSED, "cases": (C_0070,), **said}
    return a_meeting("2026-06-17T09:00+03:00", participants=people, purpose=purpose, **values)


def line(kind: LineKind, **said: object) -> MinutesLine:
    at = datetime(2026, 6, 17, 7, tzinfo=UTC)
    about = RecordId(f"l-{kind.value}")
    bare = MinutesLine(id=about, meeting=held().id, kind=kind, text="x", by=PersonCode("W-21"), at=at, case=C_0070)
    return msgspec.structs.replace(bare, **said)


def checked(
    rule: str, meeting: Meeting, *lines: MinutesLine, as_of: str = "2026-06-30", case: CaseFile | None = None
) -> Answer:
    file = MeetingFile(meeting=meeting, lines=lines, cases=(case or a_child(),))
    (found,) = HOST.meetings.check(file, date.fromisoformat(as_of))
    return next(check.answer for check in found.checks if check.rule.id == rule)


def result(
    rule: str, meeting: Meeting, *lines: MinutesLine, as_of: str = "2026-06-30", case: CaseFile | None = None
) -> Result:
    return checked(rule, meeting, *lines, as_of=as_of, case=case).result


@pytest.mark.rule("RB-CC-01")
def test_a_problem_is_named() -> None:
    called = [held(called_because="school refusal"), held(), held(purpose=CLOSURE), held(purpose=None)]
    assert [result("RB-CC-01", one) for one in called] == [PASS, FAIL, PASS, FAIL]
    assert result("RB-CC-01", held(kind=MeetingKind.PLANNING)) is NA


@pytest.mark.rule("RB-CC-02")
def test_it_may_be_called_at_any_step() -> None:
    assert result("RB-CC-02", held()) is PASS


@pytest.mark.rule("RB-CC-03")
def test_one_professional_and_a_caregiver_are_too_few() -> None:
    few = held(somebody(WORKER), somebody(ParticipantRole.CAREGIVER))
    enough = held(somebody(WORKER), somebody(NURSE))
    planned = msgspec.structs.replace(enough, state=MeetingState.PLANNED)
    assert [result("RB-CC-03", one) for one in (few, enough, planned)] == [FAIL, PASS, UNKNOWN]


@pytest.mark.rule("RB-CC-04")
def test_a_family_that_is_left_out_has_a_reason() -> None:
    reason = held(somebody(WORKER), child_absent_because="at school")
    assert [result("RB-CC-04", one) for one in (reason, held(somebody(WORKER)))] == [PASS, FAIL]


@pytest.mark.rule("RB-CC-05")
def test_a_home_submitted_without_a_conference_fails() -> None:
    submitted = written(
        Approval(what=Approved.PLACEMENT, body=ApprovingBody.SCCO, decision=ApprovalDecision.APPROVED), "2025-10-04"
    )
    chosen = written(MeetingHeld(kind=MeetingKind.CONFERENCE, purpose=PLACEMENT), "2025-09-25")
    planned = written(MeetingHeld(kind=MeetingKind.PLANNING, purpose=PLACEMENT), "2025-09-25")

    def found(*records: object) -> Result:
        (one,) = HOST.case_checks(a_child(*records), date(2025, 10, 5))
        return next(check.answer.result for check in one.checks if check.rule.id == "RB-CC-05")

    assert [found(submitted), found(submitted, chosen), found(submitted, planned), found()] == [FAIL, PASS, FAIL, NA]


@pytest.mark.rule("RB-CC-07")
def test_the_cases_are_named() -> None:
    two = held(cases=(C_0070, CaseCode("C-0071")))
    assert [result("RB-CC-07", one) for one in (two, held(cases=()))] == [PASS, FAIL]


@pytest.mark.rule("RB-CC-08")
def test_notice_of_seven_days() -> None:
    def told(day: int | None, **said: Any) -> Answer:
        on = date(2026, 6, day) if day else None
        return checked("RB-CC-08", held(somebody(WORKER, notice_on=on), **said))

    assert [told(10).result, told(11).result, told(None).result] == [PASS, FAIL, UNKNOWN]
    urgent = told(11, urgent_because="The child is beaten.")
    assert (urgent.result, urgent.reason) == (
        FAIL,
        "Told less than 7 days before: caseworker (6). It could not wait: The child is beaten.",
    )


@pytest.mark.rule("RB-CC-09")
def test_an_agenda_of_15_june_is_in_time() -> None:
    points = (AgendaLine(text="x", case=C_0070),)
    assert result("RB-CC-09", held()) is FAIL
    assert result("RB-CC-09", held(agenda=points, agenda_on=date(2026, 6, 15))) is PASS
    assert result("RB-CC-09", held(agenda=points, agenda_on=date(2026, 6, 18))) is FAIL


@pytest.mark.rule("RB-CC-10")
def test_no_strength_fails() -> None:
    assert [result("RB-CC-10", held()), result("RB-CC-10", held(), line(LineKind.STRENGTH))] == [FAIL, PASS]


@pytest.mark.rule("RB-CC-11")
def test_no_gap_fails_and_is_only_asked_about_where_a_case_closes() -> None:
    assert [result("RB-CC-11", held()), result("RB-CC-11", held(), line(LineKind.GAP))] == [FAIL, PASS]
    closing = checked("RB-CC-11", held(purpose=CLOSURE))
    assert (closing.result, closing.reason) == (
        UNKNOWN,
        "No gap is written down; please write down that there is none, if so.",
    )


@pytest.mark.rule("RB-CC-12")
def test_nine_words_of_care_without_a_case() -> None:
    found = HOST.meetings.agenda(MeetingFile(meeting=held(), cases=(a_child(),)), DAY)
    words = [one for one in found if one.rule == "RB-CC-12"]
    assert (len(words), {one.case for one in words}) == (9, {None})


@pytest.mark.rule("RB-CC-13")
def test_three_of_four_signed_names_the_fourth() -> None:
    signed = [somebody(role, signed_on=DAY) for role in (WORKER, MANAGER, ParticipantRole.CHAIR)]
    found = checked("RB-CC-13", held(*signed, somebody(NURSE)))
    assert (found.result, found.reason) == (FAIL, "Not signed: service provider.")
    assert result("RB-CC-13", held(*signed, somebody(NURSE, signed_on=DAY))) is PASS
    assert result("RB-CC-13", held(*signed, somebody(NURSE, confidentiality=Confidentiality.EXEMPT))) is PASS
    assert result("RB-CC-13", held(somebody(NURSE, signed_on=date(2026, 1, 5)))) is FAIL


@pytest.mark.rule("RB-CC-14")
def test_a_decision_without_an_owner_fails() -> None:
    bare = line(LineKind.DECISION)
    action = line(LineKind.ACTION, owner="W-04", due_on=date(2026, 6, 24), carries_out=bare.id)
    assert [result("RB-CC-14", held(), bare), result("RB-CC-14", held(), bare, action)] == [FAIL, PASS]


@pytest.mark.rule("RB-CC-15", "RB-CC-17")
def test_a_plan_not_updated_by_25_june_is_late() -> None:
    added = ActionAdded(action="A1", text="x", meeting=held().id)
    updated = a_child(written(added, "2026-06-18", case="C-0070"))
    assert result("RB-CC-15", held(), as_of="2026-06-24") is UNKNOWN
    assert result("RB-CC-15", held(), as_of="2026-06-25") is FAIL
    assert result("RB-CC-15", held(), as_of="2026-06-25", case=updated) is PASS


def duties(rule: str, case: CaseFile, as_of: str) -> list[tuple[date | None, DueState]]:
    """Return what a rule asks for in a case, with its state on a day."""
    day = date.fromisoformat(as_of)
    (found,) = HOST.due_items(case.until(day), day)
    return [(day_of(item.due) if item.due else None, due_state(item, day)) for item in found.items if item.rule == rule]


def conference(purpose: ConferencePurpose, on: str = "2026-06-17") -> Record:
    return written(MeetingHeld(kind=MeetingKind.CONFERENCE, meeting=held().id, purpose=purpose), on, case="C-0070")


@pytest.mark.rule("RB-CC-15")
def test_of_17_june_the_plan_is_due_by_24_june_and_late_on_25_june() -> None:
    case = a_child(conference(PROBLEM))
    assert duties("RB-CC-15", case, "2026-06-24") == [(date(2026, 6, 24), DueState.DUE)]
    assert duties("RB-CC-15", case, "2026-06-25") == [(date(2026, 6, 24), DueState.OVERDUE)]
    added = written(ActionAdded(action="A1", text="x", meeting=held().id), "2026-06-18", case="C-0070")
    elsewhere = written(ActionAdded(action="A1", text="x", meeting=MeetingId("M-0002")), "2026-06-18", case="C-0070")
    planned_anew = written(CasePlan(), "2026-06-20", case="C-0070")
    before = written(CasePlan(), "2026-06-10", case="C-0070")
    states = {
        name: duties("RB-CC-15", a_child(conference(PROBLEM), record), "2026-06-25")[0][1]
        for name, record in (("added", added), ("elsewhere", elsewhere), ("anew", planned_anew), ("before", before))
    }
    assert states == {
        "added": DueState.DONE,
        "elsewhere": DueState.OVERDUE,
        "anew": DueState.DONE,
        "before": DueState.OVERDUE,
    }


@pytest.mark.rule("RB-CC-16")
def test_after_the_choice_of_25_september_a_word_on_readiness_is_due_by_2_october() -> None:
    choice = conference(PLACEMENT, "2025-09-25")
    assert duties("RB-CC-16", a_child(choice), "2025-10-02") == [(date(2025, 10, 2), DueState.DUE)]
    assert duties("RB-CC-16", a_child(choice), "2025-10-03") == [(date(2025, 10, 2), DueState.OVERDUE)]
    said = written(Readiness(text="looks forward to it"), "2025-09-27", case="C-0070")
    assert duties("RB-CC-16", a_child(choice, said), "2025-10-03") == [(date(2025, 10, 2), DueState.DONE)]


@pytest.mark.rule("RB-CC-16")
def test_after_the_move_and_at_closing_no_word_on_readiness_is_asked() -> None:
    home = written(Placement(form=PlacementKind.REUNIFICATION), "2026-01-15", case="C-0070")
    assert duties("RB-CC-16", a_child(home, conference(PROBLEM)), "2026-06-25") == []
    assert duties("RB-CC-16", a_child(conference(CLOSURE)), "2026-06-25") == []
    assert duties("RB-CC-16", a_child(conference(PROBLEM)), "2026-06-25") == [(date(2026, 6, 24), DueState.OVERDUE)]


@pytest.mark.rule("RB-CC-16")
def test_readiness_is_written_down_after_the_choice_of_a_home() -> None:
    choice = held(purpose=PLACEMENT)
    home = written(Placement(form=PlacementKind.REUNIFICATION), "2026-01-15", case="C-0070")
    said = written(Readiness(text="looks forward to it"), "2026-06-18", case="C-0070")
    assert result("RB-CC-16", choice, as_of="2026-06-24") is FAIL
    assert result("RB-CC-16", choice, line(LineKind.READINESS), as_of="2026-06-24") is PASS
    assert result("RB-CC-16", choice, as_of="2026-06-24", case=a_child(said)) is PASS
    assert result("RB-CC-16", held(), as_of="2026-06-24") is FAIL
    assert result("RB-CC-16", held(), case=a_child(home)) is NA


@pytest.mark.rule("RB-CC-18")
def test_no_next_step_fails() -> None:
    step = line(LineKind.ACTION, due_on=date(2026, 6, 24))
    assert [result("RB-CC-18", held()), result("RB-CC-18", held(), step)] == [FAIL, PASS]


@pytest.mark.rule("RB-CC-19")
def test_held_with_one_signature_open_stays_at_the_presentation() -> None:
    ready: dict[str, Any] = {"agenda_on": date(2026, 6, 15), "presentation_on": date(2026, 6, 16)}
    told = date(2026, 6, 10)
    meeting = held(somebody(WORKER, notice_on=told, signed_on=DAY), somebody(NURSE, notice_on=told), **ready)
    step, _why = step_reached(MeetingFile(meeting=meeting), standing=False)
    assert (step, checked("RB-CC-19", meeting).result) == (ConferenceStep.PRESENTATION_READY, FAIL)
    whole = held(somebody(WORKER, notice_on=told, signed_on=DAY), **ready)
    assert checked("RB-CC-19", whole).reason == "Reached: held."


@pytest.mark.rule("RB-CC-20")
def test_closing_without_the_officer_fails() -> None:
    officer = somebody(ParticipantRole.AUTHORITY, body=ApprovingBody.SCCO)
    people = (somebody(WORKER), somebody(MANAGER))
    assert result("RB-CC-20", held(*people, purpose=CLOSURE)) is FAIL
    assert result("RB-CC-20", held(*people, officer, purpose=CLOSURE)) is PASS
    assert [result("RB-CC-20", held(*people, purpose=PLACEMENT)), result("RB-CC-20", held())] == [PASS, NA]


@pytest.mark.rule("RB-CC-20")
def test_an_officer_who_was_invited_and_has_not_come_is_missing_once_it_is_held() -> None:
    officer = somebody(ParticipantRole.AUTHORITY, body=ApprovingBody.SCCO, attendance=Attendance.APOLOGIES)
    meeting = held(somebody(WORKER), somebody(MANAGER), officer, purpose=CLOSURE)
    planned_so = msgspec.structs.replace(meeting, state=MeetingState.PLANNED)
    assert checked("RB-CC-20", meeting).reason == f"Not there: {ApprovingBody.SCCO.label}."
    assert result("RB-CC-20", planned_so) is PASS


def test_quorum_and_roles_are_told_as_people_arrive() -> None:
    told = {rule.id for rule in HOST.rules() if rule.in_the_room}
    assert told == {"RB-CC-03", "RB-CC-20"}


def reminders(meeting: Meeting, as_of: str, rule: str) -> list[DueItem]:
    """Return what a rule asks for about a meeting on a day."""
    diary = MeetingDiary(programme=a_programme(SET), meetings=(EarlierMeeting(meeting),))
    return [
        item
        for one in HOST.meetings.due(diary, date.fromisoformat(as_of))
        for item in one.items
        if (one.set, item.rule) == (SET, rule)
    ]


def planned(*people: Participant, **said: Any) -> Meeting:
    expected = (msgspec.structs.replace(one, attendance=Attendance.INVITED) for one in people)
    return held(*expected, state=MeetingState.PLANNED, **said)


@pytest.mark.rule("RB-CC-08")
def test_for_17_june_everybody_is_to_be_told_by_10_june_and_the_days_left_are_counted() -> None:
    meeting = planned(somebody(WORKER, notice_on=date(2026, 6, 1)), somebody(NURSE))
    found = {day: reminders(meeting, day, "RB-CC-08")[0] for day in ("2026-06-08", "2026-06-10", "2026-06-11")}
    to_send = "1 of 2 invitations to send"
    assert {day: (item.title, due_state(item, date.fromisoformat(day))) for day, item in found.items()} == {
        "2026-06-08": (f"{to_send}, 2 days left · M-0001", DueState.UPCOMING),
        "2026-06-10": (f"{to_send}, last day today · M-0001", DueState.DUE),
        "2026-06-11": (f"{to_send}, only 6 days' notice · M-0001", DueState.OVERDUE),
    }
    assert {item.due for item in found.values()} == {date(2026, 6, 10)}
    assert reminders(planned(somebody(WORKER, notice_on=date(2026, 6, 1))), "2026-06-08", "RB-CC-08") == []


@pytest.mark.rule("RB-CC-08")
def test_an_urgent_conference_is_told_until_its_day_and_only_advised() -> None:
    meeting = planned(somebody(NURSE), urgent_because="the uncle came back")
    (item,) = reminders(meeting, "2026-06-15", "RB-CC-08")
    assert (item.due, item.advisory) == (date(2026, 6, 17), True)


@pytest.mark.rule("RB-CC-09")
def test_the_agenda_is_asked_for_two_days_before_and_by_the_day() -> None:
    meeting = planned(agenda=(AgendaLine(text="why", case=C_0070),))
    (item,) = reminders(meeting, "2026-06-14", "RB-CC-09")
    assert (item.title, item.target, item.due) == (
        "Agenda of M-0001: not ready",
        date(2026, 6, 15),
        date(2026, 6, 17),
    )
    ready = msgspec.structs.replace(meeting, agenda_on=date(2026, 6, 15))
    assert reminders(ready, "2026-06-16", "RB-CC-09") == []
