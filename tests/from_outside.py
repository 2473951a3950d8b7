"""A small agency with a facilitator from outside: one conference is theirs, everything else is not."""

from datetime import datetime
from pathlib import Path

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.proposing import raise_in_meeting
from supervisor_tui.casework.transfers.batches import propose_together
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.people import Person, Role
from tests.tui.agency import STORIES, an_agency

TESFA = Person(PersonCode("W-41"), "Tesfa", (Role.FACILITATOR,))
TESFAS_WORDS = "a house by the lake"
OWN_CASE, OWN_MEETING = CaseCode("C-0117"), MeetingId("M-0001")
OTHER_CASE, OTHER_MEETING, WEEKLY = CaseCode("C-0048"), MeetingId("M-0002"), MeetingId("M-0003")
BATCH = "B-7"
OUTSIDE = (*(code for code in STORIES if code != OWN_CASE), OTHER_MEETING, WEEKLY)
"""Every code and number that a facilitator must not come upon."""

TUESDAY = datetime.fromisoformat("2026-11-24T14:00+03:00")


def a_facilitated_agency(folder: Path) -> Desk:
    """Make a store in `folder` and return Ruth's desk; Tesfa chairs a conference on one case, and has every key."""
    desk = an_agency(folder)
    desk.store.people.add(TESFA, desk.person.code)
    chair = Participant(label=TESFA.code, role=ParticipantRole.CHAIR)
    caseworker = Participant(label="W-04", role=ParticipantRole.CASEWORKER)
    for kind, cases, people in (
        (MeetingKind.CONFERENCE, [OWN_CASE], (chair, caseworker)),
        (MeetingKind.CONFERENCE, [OTHER_CASE, CaseCode("C-0093")], (caseworker,)),
        (MeetingKind.MANAGEMENT, [OWN_CASE, CaseCode("C-0062")], (chair, caseworker)),
    ):
        plan_meeting(desk, kind, TUESDAY, cases=cases, participants=people)
    raise_in_meeting(desk, CaseCode("C-0093"), "the school asks")
    moves = {"agency": "AG-02", "reason": "the family moves", "grounds": ["child_moved"], "why_better": ""}
    assert propose_together(desk, [OTHER_CASE], moves, BATCH) == BATCH
    desk.store.give_key(TESFA, TESFAS_WORDS, identities=True)
    return desk
