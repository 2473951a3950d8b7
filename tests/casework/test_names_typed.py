"""A word of somebody's name is pointed out where it is typed, though the names themselves are locked away."""

from datetime import date, timedelta

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.meeting_file import meeting_file
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.names_typed import findings_on_names
from supervisor_tui.casework.recording import Draft, check
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import NamedWords
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.records.contact import Channel, FollowUp
from tests.tui.agency import NOW, Clock

CODE = CaseCode("C-0117")
ASKED = "Is “zubeyda” somebody's name? Write the code; a name stands in the identities file only."


def said(text: str, **more: str) -> Said:
    return Said(kind=LineKind.NOTE, text=text, case=CODE, **more)  # type: ignore[arg-type]


def test_a_name_in_a_line_of_minutes_is_asked_about(desk: Desk) -> None:
    desk.store.names.index(CODE, ["Zübeyda", "Demo Child"])
    assert [one.message for one in findings_on_names(desk, said("Zubeyda sleeps at home"))] == [ASKED]
    assert [one.message for one in findings_on_names(desk, said("at home", reason="ZÜBEYDA said so"))] == [ASKED]
    assert list(findings_on_names(desk, said("the child sleeps at home"))) == []


def test_a_name_in_a_record_is_asked_about_and_hinders_nothing(desk: Desk) -> None:
    desk.store.names.index(CODE, ["Zübeyda"])
    draft = Draft(FollowUp(channel=Channel.CALL, note="zubeyda was glad"), date(2026, 11, 20))
    asked = [one for one in check(desk, CODE, draft) if one.message == ASKED]
    assert [one.severity.value for one in asked] == ["warn"]


def test_the_check_of_a_meeting_names_the_places_and_not_the_word_child(desk: Desk) -> None:
    desk.store.names.index(CODE, ["Zübeyda", "Demo Child"])
    people = (Participant(label="zubeyda's aunt", role=ParticipantRole.OTHER),)
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, NOW, cases=[CODE], participants=people)
    enter(desk, meeting, said("the child is well"))
    assert isinstance(desk.clock, Clock)
    desk.clock.now += timedelta(seconds=1)
    enter(desk, meeting, said("calm", need="a bed for Zubeyda"))
    assert meeting_file(desk, meeting).names == (
        NamedWords("the meeting itself", ("zubeyda",)),
        NamedWords("minutes, line 2", ("zubeyda",)),
    )
