"""Cases are put on the agenda of a meeting that comes: the team's standing one first."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.meetings.holding import began, ended, seen
from supervisor_tui.casework.meetings.on_agenda import coming_meetings, put_on_agenda
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.series import next_meeting
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from tests.tui.agency import AMOS

CODE, OTHER = CaseCode("C-0117"), CaseCode("C-0062")
TUESDAY = datetime.fromisoformat("2026-11-24T14:00+03:00")


def called(desk: Desk, kind: MeetingKind = MeetingKind.CONFERENCE, starts: datetime = TUESDAY) -> Meeting:
    chair = Participant(label=desk.person.code, role=ParticipantRole.CHAIR)
    return plan_meeting(desk, kind, starts, cases=[CODE], participants=[chair])


def numbers(desk: Desk) -> list[MeetingId | None]:
    return [one.meeting.id if one.meeting else None for one in coming_meetings(desk)]


def test_the_standing_meeting_comes_first_also_before_it_was_made(desk: Desk) -> None:
    later = called(desk, starts=TUESDAY + timedelta(days=7))
    sooner = called(desk)
    assert numbers(desk) == [None, sooner.id, later.id]
    standing = next_meeting(desk)
    assert numbers(desk) == [standing.id, sooner.id, later.id]


def test_meetings_that_are_over_past_or_about_one_childs_plan_take_no_case(desk: Desk) -> None:
    called(desk, starts=TUESDAY - timedelta(days=7))
    called(desk, MeetingKind.PLANNING)
    over = called(desk)
    ended(desk, began(desk, seen(desk, over.id)))
    assert numbers(desk) == [None]
    for number in (over.id, MeetingId("M-0002")):
        with pytest.raises(RefusedError):
            put_on_agenda(desk, number, [OTHER])


def test_a_caseworker_is_shown_the_meetings_they_take_part_in_or_that_are_about_their_cases(desk: Desk) -> None:
    mine = called(desk)
    assert numbers(replace(desk, person=AMOS)) == [mine.id]


def test_cases_join_behind_those_that_stand_there_and_once(desk: Desk) -> None:
    standing = next_meeting(desk)
    after = put_on_agenda(desk, None, [OTHER, standing.cases[0]])
    assert after.cases == (*standing.cases, OTHER)
    assert put_on_agenda(desk, standing.id, [OTHER]).cases == after.cases


def test_a_wrong_code_changes_nothing_and_makes_no_meeting(desk: Desk) -> None:
    with pytest.raises(NoSuchCaseError):
        put_on_agenda(desk, None, [CaseCode("C-9999")])
    assert desk.store.meetings.all() == ()
