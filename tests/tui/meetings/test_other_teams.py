"""Another team's case asks for a reason before it joins a meeting; another team's meeting, for a place on its list."""

from dataclasses import replace
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.going_through import take_on
from supervisor_tui.casework.meetings.holding import seen as meeting_seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.presentation import presentation
from supervisor_tui.casework.opening_files import readers
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.store.problems import ReasonAsked
from supervisor_tui.tui.case_file.why_read_dialog import WhyReadDialog
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.tui.agency import NOW, RUTH, an_agency
from tests.tui.at_the_screen import at_desk, line_with, press, seen
from tests.tui.meetings.called import TUESDAY, in_meeting, shows

OURS, THEIRS = CaseCode("C-0117"), CaseCode("C-0062")
SAMIRA = Person(PersonCode("S-02"), "Samira", (Role.SUPERVISOR,))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Ruth's desk, with Samira's team beside hers."""
    made = an_agency(tmp_path / "store")
    made.store.people.add(SAMIRA, RUTH.code)
    tirza = Person(PersonCode("W-12"), "Tirza", (Role.CASEWORKER,), supervisor=SAMIRA.code)
    made.store.people.add(tirza, RUTH.code)
    save(made, THEIRS, [Draft(Assignment(worker=tirza.code, reason="moves"), NOW.date())])
    return made


def meeting_of(desk: Desk, person: Person, *codes: CaseCode) -> Meeting:
    leads = Participant(label=person.code, role=ParticipantRole.SUPERVISOR)
    return plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=list(codes), participants=[leads])


async def test_a_case_of_another_team_joins_after_the_reason_and_nothing_of_it_is_seen_before(desk: Desk) -> None:
    meeting = meeting_of(desk, RUTH, OURS)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, f"=:{THEIRS}", "enter")
        assert shows(pilot, WhyReadDialog)
        await press(pilot, "escape")
        assert shows(pilot, MeetingScreen)
        assert meeting_seen(desk, meeting.id).value.cases == (OURS,)
        await press(pilot, "ctrl+u", f"=:{THEIRS}", "enter", "=3", "f2")
        assert "case 2 of 2 · C-0062" in seen(pilot)
    assert meeting_seen(desk, meeting.id).value.cases == (OURS, THEIRS)
    assert [one.person for one in readers(desk, THEIRS).let_in] == [RUTH.code]


def test_no_other_way_onto_the_agenda_goes_round_the_reason(desk: Desk) -> None:
    with pytest.raises(ReasonAsked):
        take_on(desk, meeting_of(desk, RUTH, OURS).id, [THEIRS])


def test_another_teams_meeting_is_written_into_only_by_who_is_on_its_list(desk: Desk) -> None:
    theirs = meeting_of(replace(desk, person=SAMIRA), SAMIRA, THEIRS)
    with pytest.raises(RefusedError) as refused:
        enter(desk, theirs, Said(kind=LineKind.NOTE, text="the school asks", case=THEIRS))
    assert str(refused.value) == (
        f"{theirs.id} is the meeting of Samira, and you are not on its list. F2, then i, adds you."
    )
    with pytest.raises(RefusedError):
        take_on(desk, theirs.id, [OURS])
    assert (minutes(desk, theirs.id), meeting_seen(desk, theirs.id).value.began_at) == ((), None)
    enter(replace(desk, person=SAMIRA), theirs, Said(kind=LineKind.NOTE, text="the school asks", case=THEIRS))


async def test_the_list_says_whose_meeting_each_is_and_the_head_of_one_that_is_not_theirs(desk: Desk) -> None:
    meeting_of(desk, RUTH, OURS)
    theirs = meeting_of(desk, SAMIRA, THEIRS)
    async with at_desk(desk) as pilot:
        await press(pilot, "4")
        assert "case management meeting Ruth C-0117" in line_with(pilot, "Ruth C-0117".replace(" ", "  "))
        assert "case management meeting Samira C-0062" in line_with(pilot, "Samira")
    async with in_meeting(desk, theirs) as pilot:
        await press(pilot, "=5", "f2")
        assert "meeting of Samira" in seen(pilot)
        await press(pilot, "=n the school asks", "enter")
        assert "you are not on its list" in seen(pilot)
        assert "n the school asks" in seen(pilot)


async def test_of_a_meeting_that_is_not_theirs_a_case_is_shown_after_the_reason(desk: Desk) -> None:
    theirs = meeting_of(desk, SAMIRA, THEIRS)
    with pytest.raises(ReasonAsked):
        presentation(desk, theirs.id)
    assert [sheet.case for sheet in presentation(replace(desk, person=SAMIRA), theirs.id)] == [THEIRS]
    async with in_meeting(desk, theirs) as pilot:
        assert shows(pilot, WhyReadDialog)
        assert "Tirza" not in seen(pilot)
        await press(pilot, "=5", "f2")
        assert "case 1 of 1 · C-0062" in seen(pilot)
