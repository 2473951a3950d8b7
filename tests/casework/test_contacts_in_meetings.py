"""How somebody can be reached, and the code that a case had before: in our own minutes, in no copy; of no family."""

import pytest
from msgspec.structs import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.copies import copy_on_paper
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import invitees
from supervisor_tui.casework.meetings.inviting import invited, invitee_changed
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.preparing import replan_meeting
from supervisor_tui.casework.meetings.reading_in import read_in
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.cli.answers.of_invitees import invitees_answer
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import (
    CONTACT_OF_FAMILY,
    Attendance,
    Participant,
    ParticipantRole,
    SharingBasis,
)
from supervisor_tui.domain.records.registration import Registration
from tests.tui.agency import NORTH
from tests.tui.meetings.called import a_conference

TEACHER = ParticipantId("P2")


def test_a_contact_stands_in_our_own_minutes_and_in_json_and_in_no_copy(desk: Desk) -> None:
    number = a_conference(desk).id
    said = {"contact": "0700 100 200", "attendance": Attendance.PRESENT}
    after = invitee_changed(desk, seen(desk, number), TEACHER, **said).value
    enter(desk, after, Said(kind=LineKind.NOTE, text="goes to school"))
    assert "| P2 | 0700 100 200 |" in minutes_on_paper(desk, number).markdown
    assert [one.contact for one in invitees_answer(invitees(desk, number)).people] == [None, "0700 100 200"]
    invitee_changed(desk, seen(desk, number), TEACHER, basis=SharingBasis.NEED_TO_KNOW)
    assert "0700" not in copy_on_paper(desk, number, TEACHER).markdown


def test_a_contact_of_the_family_is_refused_by_every_way_in(desk: Desk) -> None:
    number = a_conference(desk).id
    aunt = Participant(label="aunt", role=ParticipantRole.CAREGIVER, contact="0700 100 200", professional=False)
    before = seen(desk, number)
    with pytest.raises(RefusedError, match=CONTACT_OF_FAMILY):
        invited(desk, before, aunt)
    with pytest.raises(RefusedError, match=CONTACT_OF_FAMILY):
        replan_meeting(desk, before, replace(before.value, participants=(aunt,)))
    heads = ("## Who took part", "", "| No. | Who | Role | Attendance | Contact |", "|---|---|---|---|---|")
    (problem,) = read_in(desk, number, "\n".join((*heads, "| | aunt | caregiver | present | 0700 |"))).problems
    assert str(problem) == f"line 5: {CONTACT_OF_FAMILY}"
    assert seen(desk, number) == before


def test_the_code_that_a_case_had_before_stands_among_the_key_facts(desk: Desk) -> None:
    code = CaseCode("C-0500")
    body = Registration(programme=NORTH.id, previous_code="AG-05/118", age_years=9)
    save(desk, code, [Draft(body, desk.clock().date())])
    meeting: MeetingId = a_conference(desk, code).id
    assert "- **Previous code:** AG-05/118" in minutes_on_paper(desk, meeting).markdown
