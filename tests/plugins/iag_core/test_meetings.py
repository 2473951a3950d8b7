"""The rulebook's own examples of the three kinds of meeting (IAG-MTG, IAG-S3-17, FU-12, FU-13)."""

from collections.abc import Iterable
from datetime import date

import msgspec
import pytest

from iag_core.guidance import SET
from iag_core.meetings.before_and_after import minutes_and_decisions_in_time, working_days_after
from iag_core.settings import SETTINGS
from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import CaseCode, CopyId, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.copies import CopyKind, OwedCopy, SentCopy
from supervisor_tui.domain.meetings.kinds import Channel, MeetingKind, MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.meeting_file import EarlierMeeting, MeetingDiary, MeetingFile, NamedWords
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, ViewGiven
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole, SharingBasis
from supervisor_tui.domain.programme import Context, ContextPeriod
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingDecision, MeetingHeld
from supervisor_tui.domain.records.plan import ActionAdded
from supervisor_tui.domain.settings import Settings
from supervisor_tui.testing import a_case, a_meeting, a_programme, registered, written
from tests.plugins.iag_core.stories import figures, host, moment, on_file, plan

PLANNING, MANAGEMENT, CONFERENCE = MeetingKind.PLANNING, MeetingKind.MANAGEMENT, MeetingKind.CONFERENCE
PASS, FAIL, UNKNOWN, NA = Result.PASS, Result.FAIL, Result.UNKNOWN, Result.NA
C_0007, C_0081 = CaseCode("C-0007"), CaseCode("C-0081")


def a_child(code: CaseCode = C_0007, *records: object) -> CaseFile:
    return a_case(registered("2024-01-01"), *records, code=code, programme=a_programme(SET), as_of="2024-12-31")  # type: ignore[arg-type]


def somebody(role: ParticipantRole, label: str = "", **said: object) -> Participant:
    here = {"attendance": Attendance.PRESENT, "professional": not role.is_family, **said}
    return Participant(label=label or role.value, role=role, **here)  # type: ignore[arg-type]


def held(kind: MeetingKind, on: str, *people: Participant, **said: object) -> Meeting:
    values: dict[str, object] = {"state": MeetingState.CLOSED, "cases": (C_0007,), **said}
    return a_meeting(f"{on}T09:00+03:00", kind=kind, participants=people, **values)


def line(kind: LineKind, text: str = "x", at: str = "2024-05-06", **said: object) -> MinutesLine:
    bare = MinutesLine(
        id=RecordId(f"l-{kind.value}-{text}"),
        meeting=MeetingId("M-0001"),
        kind=kind,
        text=text,
        by=PersonCode("W-21"),
        at=moment(f"{at}T10:00"),
        case=C_0007,
    )
    return msgspec.structs.replace(bare, **said)


def checked(
    rule: str,
    meeting: Meeting,
    *lines: MinutesLine,
    as_of: str = "2024-06-30",
    cases: Iterable[CaseFile] = (),
    **more: object,
) -> Answer:
    """Return what one rule says of a meeting, asked through the host."""
    about = tuple(cases) or tuple(a_child(code) for code in meeting.cases)
    file = MeetingFile(meeting=meeting, lines=lines, cases=about, programmes=(a_programme(SET),), **more)  # type: ignore[arg-type]
    (found,) = host().meetings.check(file, date.fromisoformat(as_of))
    return next(check.answer for check in found.checks if check.rule.id == rule)


def result(rule: str, meeting: Meeting, *lines: MinutesLine, **more: object) -> Result:
    return checked(rule, meeting, *lines, **more).result  # type: ignore[arg-type]


@pytest.mark.rule("IAG-MTG-01")
def test_a_planning_meeting_is_about_one_child_and_its_plan() -> None:
    two = held(PLANNING, "2024-04-15", cases=(C_0007, CaseCode("C-0008")))
    one = held(PLANNING, "2024-04-15")
    assert (result("IAG-MTG-01", two), result("IAG-MTG-01", one)) == (FAIL, UNKNOWN)
    assert result("IAG-MTG-01", one, cases=(a_child(C_0007, plan("2024-04-16", "O1")),)) is PASS
    assert result("IAG-MTG-01", msgspec.structs.replace(one, plan=RecordId("r-1"))) is PASS
    assert result("IAG-MTG-01", held(CONFERENCE, "2024-04-15")) is NA


@pytest.mark.rule("IAG-MTG-02")
def test_who_plans_or_why_not() -> None:
    family = (somebody(ParticipantRole.CHILD), somebody(ParticipantRole.CAREGIVER))
    worker = somebody(ParticipantRole.CASEWORKER)
    absent = msgspec.structs.replace(worker, attendance=Attendance.ABSENT)
    found = checked("IAG-MTG-02", held(PLANNING, "2024-04-15", *family, absent))
    assert (found.result, found.reason) == (FAIL, "Not there: the caseworker.")
    assert result("IAG-MTG-02", held(PLANNING, "2024-04-15", *family, worker)) is PASS
    reasons = {"child_absent_because": "ill", "caregiver_absent_because": "not appropriate"}
    assert result("IAG-MTG-02", held(PLANNING, "2024-04-15", worker, **reasons)) is PASS


@pytest.mark.rule("IAG-MTG-03")
def test_a_complex_case_without_the_supervisor_is_a_warning() -> None:
    alone = held(PLANNING, "2024-04-15", complex_case=YesNo.YES)
    with_her = held(PLANNING, "2024-04-15", somebody(ParticipantRole.SUPERVISOR), complex_case=YesNo.YES)
    simple = held(PLANNING, "2024-04-15")
    assert [result("IAG-MTG-03", one) for one in (alone, with_her, simple)] == [FAIL, PASS, NA]


@pytest.mark.rule("IAG-S3-17")
def test_a_planning_meeting_without_a_word_of_the_child_fails() -> None:
    meeting = held(PLANNING, "2024-04-15")
    assert result("IAG-S3-17", meeting) is FAIL
    assert result("IAG-S3-17", meeting, line(LineKind.CHILD_VIEW)) is PASS
    assert result("IAG-S3-17", msgspec.structs.replace(meeting, child_absent_because="two years old")) is PASS


@pytest.mark.rule("IAG-MTG-05")
def test_a_management_meeting_of_caseworkers_alone_fails() -> None:
    workers = held(MANAGEMENT, "2024-04-15", somebody(ParticipantRole.CASEWORKER))
    both = held(MANAGEMENT, "2024-04-15", somebody(ParticipantRole.CASEWORKER), somebody(ParticipantRole.SUPERVISOR))
    assert (result("IAG-MTG-05", workers), result("IAG-MTG-05", both)) == (FAIL, PASS)


@pytest.mark.rule("IAG-MTG-06")
def test_a_case_not_talked_about_in_four_meetings_comes_up() -> None:
    c_0080 = CaseCode("C-0080")
    earlier = tuple(EarlierMeeting(held(MANAGEMENT, f"2024-04-0{day}"), (C_0081,)) for day in range(4, 0, -1))

    def proposed(*before: EarlierMeeting) -> list[AgendaLine]:
        file = MeetingFile(
            meeting=held(MANAGEMENT, "2024-04-08", state=MeetingState.PLANNED),
            earlier=before,
            open_cases=(c_0080, C_0081),
            programmes=(a_programme(SET),),
        )
        return [one for one in host().meetings.agenda(file, date(2024, 4, 8)) if one.rule == "IAG-MTG-06"]

    assert proposed(*earlier) == [
        AgendaLine(text="Not talked about in the last 4 meetings", case=c_0080, rule="IAG-MTG-06")
    ]
    assert proposed(*earlier[:3]) == []


@pytest.mark.rule("IAG-MTG-07")
@pytest.mark.parametrize(("said", "expected"), [(None, UNKNOWN), (YesNo.YES, PASS), (YesNo.NO, FAIL)])
def test_a_confidential_place(said: YesNo | None, expected: Result) -> None:
    assert result("IAG-MTG-07", held(MANAGEMENT, "2024-04-15", place_confidential=said)) is expected


@pytest.mark.rule("IAG-MTG-08")
def test_a_number_to_call_in_the_minutes_is_found_with_its_place() -> None:
    meeting = held(MANAGEMENT, "2024-04-15")
    said = (line(LineKind.NOTE, "visit on 2024-04-20"), line(LineKind.NOTE, "call +254 700 123 456"))
    found = checked("IAG-MTG-08", meeting, *said, names=())
    assert (found.result, found.reason) == (
        FAIL,
        "Something may identify a child: minutes, line 2: a number to call.",
    )
    assert result("IAG-MTG-08", meeting, said[0], names=()) is PASS
    assert result("IAG-MTG-08", meeting, said[0]) is UNKNOWN
    named = (NamedWords("minutes, line 1", ("asha",)),)
    assert "asha" not in checked("IAG-MTG-08", meeting, said[0], names=named).reason
    assert result("IAG-MTG-08", meeting, said[0], names=named) is FAIL


@pytest.mark.rule("IAG-MTG-09")
def test_no_caregiver_at_a_management_meeting() -> None:
    assert result("IAG-MTG-09", held(MANAGEMENT, "2024-04-15", somebody(ParticipantRole.CAREGIVER))) is FAIL
    assert result("IAG-MTG-09", held(MANAGEMENT, "2024-04-15", somebody(ParticipantRole.CASEWORKER))) is PASS


@pytest.mark.rule("IAG-MTG-12")
def test_a_conference_of_one_sector_of_one_agency_fails() -> None:
    def with_sectors(*sectors: str) -> Meeting:
        people = (somebody(ParticipantRole.PROVIDER, agency="AG-01", sector=sector) for sector in sectors)
        return held(CONFERENCE, "2024-05-06", *people)

    assert result("IAG-MTG-12", with_sectors("health", "health")) is FAIL
    assert result("IAG-MTG-12", with_sectors("health", "education")) is PASS


@pytest.mark.rule("IAG-MTG-12")
def test_agencies_that_are_invited_and_those_noted_as_here_are_told_apart() -> None:
    first, second = (somebody(ParticipantRole.PROVIDER, agency=agency) for agency in ("AG-01", "AG-02"))
    waits = msgspec.structs.replace(second, attendance=Attendance.INVITED)
    found = checked("IAG-MTG-12", held(CONFERENCE, "2024-05-06", first, waits))
    assert (found.result, found.reason) == (FAIL, "Invited: 2 agencies; noted as here: 1.")
    away = msgspec.structs.replace(second, attendance=Attendance.ABSENT)
    alone = checked("IAG-MTG-12", held(CONFERENCE, "2024-05-06", first, away))
    assert alone.reason == "Only one agency and one sector: a planning meeting would do."


@pytest.mark.rule("IAG-MTG-13")
def test_a_conference_without_a_whole_decision_fails() -> None:
    meeting = held(CONFERENCE, "2024-05-06")
    bare = line(LineKind.DECISION, "stays", reason="school")
    action = line(LineKind.ACTION, owner="W-04", due_on=date(2024, 5, 20), carries_out=bare.id)
    assert result("IAG-MTG-13", meeting) is FAIL
    assert result("IAG-MTG-13", meeting, as_of="2024-05-06") is UNKNOWN
    assert checked("IAG-MTG-13", meeting, bare).reason == "Decision 1 has no owner, day."
    assert result("IAG-MTG-13", meeting, bare, action) is PASS


@pytest.mark.rule("IAG-MTG-14")
def test_minutes_of_6_may_are_due_on_13_may() -> None:
    meeting = held(CONFERENCE, "2024-05-06")
    in_time, late = (msgspec.structs.replace(meeting, approved_at=moment(f"2024-05-{day}T10:00")) for day in (13, 14))
    assert result("IAG-MTG-14", meeting, as_of="2024-05-13") is UNKNOWN
    assert [result("IAG-MTG-14", one, as_of="2024-05-14") for one in (meeting, in_time, late)] == [FAIL, PASS, FAIL]


@pytest.mark.rule("IAG-MTG-14")
def test_minutes_of_a_meeting_held_on_another_day_than_planned_are_due_from_that() -> None:
    meeting = held(CONFERENCE, "2024-05-02", held_on=date(2024, 5, 6))
    assert result("IAG-MTG-14", meeting, as_of="2024-05-13") is UNKNOWN
    assert result("IAG-MTG-14", meeting, as_of="2024-05-14") is FAIL
    assert due("IAG-MTG-14", [EarlierMeeting(meeting)], "2024-05-10")[0].due == date(2024, 5, 13)


@pytest.mark.rule("IAG-MTG-14")
def test_decisions_and_minutes_have_days_of_their_own() -> None:
    found = due("IAG-MTG-14", [EarlierMeeting(held(CONFERENCE, "2024-05-03"))], "2024-05-10")
    assert [(item.slot, item.due) for item in found] == [
        ("M-0001/approved", date(2024, 5, 10)),
        ("M-0001/decisions", date(2024, 5, 6)),
        ("M-0001/minutes", date(2024, 5, 17)),
    ]
    told = sent_copy(CopyKind.DECISIONS, "2024-05-06")
    sent = due("IAG-MTG-14", [EarlierMeeting(held(CONFERENCE, "2024-05-03"), copies=(told,))], "2024-05-10")
    assert [item.done for item in sent] == [None, date(2024, 5, 6), None]


@pytest.mark.rule("IAG-MTG-14")
def test_nothing_is_done_while_one_copy_that_is_due_is_neither_sent_nor_said_not_to_be() -> None:
    owed = tuple(OwedCopy(ParticipantId(to), CopyKind.FULL, holds_decisions=True) for to in ("P2", "P3"))
    first = msgspec.structs.replace(sent_copy(CopyKind.FULL, "2024-05-06"), to="P2")
    kept = msgspec.structs.replace(
        sent_copy(CopyKind.FULL, "2024-05-09"), to="P3", id=CopyId("c-2"), not_sent_because="moved away"
    )
    found = {}
    for copies in ((first,), (first, kept)):
        one = EarlierMeeting(held(CONFERENCE, "2024-05-03"), copies=copies, owed=owed)
        found[len(copies)] = [(item.title, item.done) for item in due("IAG-MTG-14", [one], "2024-05-10")[1:3]]
    assert found == {
        1: [
            ("Decisions of M-0001: to be sent round, 1 of 2 noted", None),
            ("Minutes of M-0001: to be sent, 1 of 2 noted", None),
        ],
        2: [
            ("Decisions of M-0001: to be sent round", date(2024, 5, 9)),
            ("Minutes of M-0001: to be sent", date(2024, 5, 9)),
        ],
    }


@pytest.mark.rule("IAG-MTG-14")
def test_corrections_may_be_asked_for_so_many_working_days_after_the_minutes_were_sent() -> None:
    whole = EarlierMeeting(held(CONFERENCE, "2024-05-03"), copies=(sent_copy(CopyKind.FULL, "2024-05-17"),))
    found = {day: due("IAG-MTG-14", [whole], day)[-1] for day in ("2024-05-31", "2024-06-01")}
    assert [(item.slot, item.due) for item in found.values()] == [("M-0001/corrections", date(2024, 5, 31))] * 2
    assert [due_state(item, date.fromisoformat(day)) for day, item in found.items()] == [DueState.DUE, DueState.MISSED]
    (_minutes, _decisions, _sent, sooner) = due("IAG-MTG-14", [whole], "2024-05-20", corrections_working_days=5)
    assert sooner.due == date(2024, 5, 24)


@pytest.mark.rule("IAG-MTG-14")
def test_a_number_that_nobody_decided_makes_no_day() -> None:
    undecided = [msgspec.structs.replace(one, default=None) for one in SETTINGS]
    diary = MeetingDiary(programme=a_programme(SET), meetings=(EarlierMeeting(held(CONFERENCE, "2024-05-03")),))
    found = list(minutes_and_decisions_in_time(diary, date(2024, 5, 10), Settings(SET, undecided, {})))
    assert [(item.due, item.missing.setting if item.missing else "") for item in found] == [
        (None, "iag_core.minutes_days"),
        (None, "iag_core.decisions_working_days"),
        (None, "iag_core.minutes_working_days"),
    ]
    assert found[0].unknown == "Minutes of M-0001: chair to approve; the agency has not decided by when"


def sent_copy(kind: CopyKind, day: str) -> SentCopy:
    return SentCopy(
        id=CopyId("k"),
        meeting=MeetingId("M-0001"),
        to="P1",
        kind=kind,
        sent_on=date.fromisoformat(day),
        by=PersonCode("W-21"),
    )


@pytest.mark.rule("IAG-MTG-15")
def test_who_of_the_family_comes_is_talked_with_before_the_day() -> None:
    child = somebody(ParticipantRole.CHILD, attendance=Attendance.INVITED)
    aunt = somebody(ParticipantRole.CAREGIVER, attendance=Attendance.INVITED, prepared_on=date(2024, 5, 2))
    ahead = msgspec.structs.replace(held(CONFERENCE, "2024-05-06", child, aunt), state=MeetingState.PLANNED)
    (item,) = due("IAG-MTG-15", [EarlierMeeting(ahead)], "2024-05-03")
    assert (item.title, item.due, item.part) == (
        "talk with the child before it not recorded · M-0001",
        date(2024, 5, 5),
        MeetingPart.PEOPLE,
    )


def test_working_days_leave_out_saturday_and_sunday() -> None:
    assert [working_days_after(date(2024, 5, 3), count) for count in (0, 1, 5)] == [
        date(2024, 5, 3),
        date(2024, 5, 6),
        date(2024, 5, 10),
    ]


@pytest.mark.rule("IAG-MTG-15")
def test_a_child_who_comes_unprepared_fails() -> None:
    child = somebody(ParticipantRole.CHILD, supported_by="W-04")
    ready = msgspec.structs.replace(child, prepared_on=date(2024, 5, 2))
    alone = msgspec.structs.replace(ready, supported_by="")
    same_day = msgspec.structs.replace(child, prepared_on=date(2024, 5, 6))
    results = [result("IAG-MTG-15", held(CONFERENCE, "2024-05-06", one)) for one in (child, ready, alone, same_day)]
    assert results == [FAIL, PASS, FAIL, FAIL]
    assert result("IAG-MTG-15", held(CONFERENCE, "2024-05-06")) is NA


@pytest.mark.rule("IAG-MTG-16")
def test_a_view_that_was_asked_for_after_the_meeting_fails() -> None:
    meeting, caregiver = held(CONFERENCE, "2024-05-06"), line(LineKind.CAREGIVER_VIEW, "agrees")
    late = line(LineKind.CHILD_VIEW, "stay", at="2024-05-08")
    declined = line(LineKind.CHILD_VIEW, "", view=ViewGiven.DECLINED, reason="did not want to")
    assert result("IAG-MTG-16", meeting, caregiver, late) is FAIL
    assert result("IAG-MTG-16", meeting, caregiver) is FAIL
    assert result("IAG-MTG-16", meeting, caregiver, msgspec.structs.replace(late, on=date(2024, 5, 4))) is PASS
    assert result("IAG-MTG-16", meeting, caregiver, declined) is PASS
    assert result("IAG-MTG-16", meeting, caregiver, msgspec.structs.replace(declined, reason="")) is FAIL


@pytest.mark.rule("IAG-MTG-17")
def test_who_has_no_basis_gets_papers_by_code_only() -> None:
    stranger = somebody(ParticipantRole.PROVIDER, "AG-06")
    trusted = msgspec.structs.replace(stranger, basis=SharingBasis.CONSENT, basis_note="asked on 20 November")
    found = checked("IAG-MTG-17", held(CONFERENCE, "2024-05-06", stranger))
    assert (found.result, found.reason) == (FAIL, "No basis recorded, so papers by code only: AG-06.")
    assert result("IAG-MTG-17", held(CONFERENCE, "2024-05-06", trusted)) is PASS


@pytest.mark.rule("IAG-MTG-18")
def test_a_decision_that_does_not_say_in_which_meeting_is_not_known() -> None:
    bare = a_child(C_0007, written(MeetingDecision(meeting=MeetingId("M-1"), text="go on"), "2024-05-06"))
    said = MeetingDecision(meeting=MeetingId("M-1"), text="go on", kind=CONFERENCE)
    assert on_file("IAG-MTG-18", bare, "2024-05-07").result is UNKNOWN
    assert on_file("IAG-MTG-18", a_child(C_0007, written(said, "2024-05-06")), "2024-05-07").result is PASS


@pytest.mark.rule("IAG-MTG-19")
def test_a_decision_on_a_case_stands_in_its_file() -> None:
    record = written(
        MeetingDecision(meeting=MeetingId("M-0110"), text="stays", kind=CONFERENCE), "2024-05-06", case="C-0081"
    )
    decided = line(LineKind.DECISION, "stays", case=C_0081, record=record.id)
    meeting = held(CONFERENCE, "2024-05-06", cases=(C_0081,))
    assert result("IAG-MTG-19", meeting, decided, cases=(a_child(C_0081),)) is FAIL
    assert result("IAG-MTG-19", meeting, decided, cases=(a_child(C_0081, record),)) is PASS
    assert result("IAG-MTG-19", meeting) is NA


@pytest.mark.rule("IAG-MTG-20")
def test_an_action_of_20_may_is_five_days_late_on_25_may() -> None:
    action = ActionAdded(
        action="D-31", text="clinic", owner="W-04", due_on=date(2024, 5, 20), meeting=MeetingId("M-0110")
    )
    case = a_child(C_0081, written(action, "2024-05-06", case="C-0081"))
    late = figures("IAG-MTG-20", (case,), "2024-05-25")["W-04"]
    assert (late.cases, late.measured) == ((C_0081,), 5)
    assert figures("IAG-MTG-20", (case,), "2024-05-20") == {}


@pytest.mark.rule("IAG-MTG-04")
def test_18_of_22_plans_were_made_together() -> None:
    together = [
        a_child(CaseCode(f"C-{n:04}"), plan("2024-04-16", "O1"), written(MeetingHeld(kind=PLANNING), "2024-04-15"))
        for n in range(18)
    ]
    alone = [a_child(CaseCode(f"C-{n:04}"), plan("2024-04-16", "O1")) for n in range(18, 22)]
    found = figures("IAG-MTG-04", (*together, *alone, a_child()), "2024-05-25")
    assert (found["share"].measured, len(found["without"].cases)) == (82, 4)


def due(
    rule: str, meetings: Iterable[EarlierMeeting], as_of: str, context: Context = Context.EMERGENCY, **settings: int
) -> list[DueItem]:
    programme = msgspec.structs.replace(a_programme(SET), contexts=(ContextPeriod(context, date(2024, 3, 1)),))
    diary = MeetingDiary(programme=programme, meetings=tuple(meetings))
    (found, *_own) = host(**settings).meetings.due(diary, date.fromisoformat(as_of))
    return [item for item in found.items if item.rule == rule]


def on_days(kind: MeetingKind, *days: str) -> list[EarlierMeeting]:
    return [EarlierMeeting(held(kind, day)) for day in reversed(days)]


@pytest.mark.rule("IAG-MTG-10")
def test_nine_days_between_two_meetings_in_an_emergency_are_too_many() -> None:
    first, _following = due("IAG-MTG-10", on_days(MANAGEMENT, "2024-04-01", "2024-04-10"), "2024-04-10")
    assert (first.due, first.done) == (date(2024, 4, 9), date(2024, 4, 10))
    (none_yet,) = due("IAG-MTG-10", [], "2024-03-10")
    assert (none_yet.due, due_state(none_yet, date(2024, 3, 10))) == (date(2024, 3, 9), DueState.OVERDUE)
    assert due("IAG-MTG-10", [], "2024-03-10", Context.DEVELOPMENT) == []


@pytest.mark.rule("FU-13")
def test_after_3_march_the_next_is_asked_for_by_10_march_and_late_from_12_march() -> None:
    _first, following = due("FU-13", on_days(CONFERENCE, "2025-03-03"), "2025-03-12")
    assert (following.target, following.due) == (date(2025, 3, 10), date(2025, 3, 11))
    assert [due_state(following, date(2025, 3, day)) for day in (11, 12)] == [DueState.DUE, DueState.OVERDUE]


@pytest.mark.rule("IAG-MTG-11")
def test_an_interval_of_14_days_outside_an_emergency() -> None:
    met = on_days(MANAGEMENT, "2024-04-01")
    (decided,) = due("IAG-MTG-11", met, "2024-04-10", Context.DEVELOPMENT, management_meeting_days=14)
    (undecided,) = due("IAG-MTG-11", met, "2024-04-10", Context.DEVELOPMENT)
    assert decided.due == date(2024, 4, 15)
    assert (undecided.due, undecided.missing.setting if undecided.missing else "") == (
        None,
        "iag_core.management_meeting_days",
    )


@pytest.mark.rule("FU-12")
def test_a_video_conference_without_the_tick_is_a_warning() -> None:
    by_video = held(CONFERENCE, "2024-05-06", channel=Channel.VIDEO)
    ticked = msgspec.structs.replace(by_video, precautions=YesNo.YES)
    assert [result("FU-12", one) for one in (by_video, ticked, held(CONFERENCE, "2024-05-06"))] == [FAIL, PASS, NA]


@pytest.mark.rule("IAG-MTG-21")
def test_a_blank_tick_for_a_child_who_comes_fails() -> None:
    comes = held(CONFERENCE, "2024-05-06", somebody(ParticipantRole.CHILD))
    ticks = {"child_may_be_silent": YesNo.YES, "child_safe_space": YesNo.YES, "child_own_words": YesNo.YES}
    ticked = held(CONFERENCE, "2024-05-06", somebody(ParticipantRole.CHILD), **ticks)
    assert [result("IAG-MTG-21", one) for one in (comes, ticked, held(CONFERENCE, "2024-05-06"))] == [FAIL, PASS, NA]
