"""How a meeting looks while it is held, in a wide terminal and in the narrowest that is served."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.attendance import attended
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.tui import doors
from tests.tui.at_the_screen import an_app, press, settled
from tests.tui.meetings.called import TODAY, TickingClock
from tests.tui.test_looks import SIZES, Looks


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


def a_conference_with_the_family(desk: Desk) -> Meeting:
    """Call a conference with a teacher, the child and the mother, who have all come."""
    people = (
        Participant(label=desk.person.code, role=ParticipantRole.CHAIR),
        Participant(label="teacher", role=ParticipantRole.PROVIDER, agency="AG-02"),
        Participant(label="child", role=ParticipantRole.CHILD, professional=False),
        Participant(label="mother", role=ParticipantRole.CAREGIVER, professional=False),
    )
    cases = [CaseCode("C-0117"), CaseCode("C-0048")]
    number = plan_meeting(desk, MeetingKind.CONFERENCE, TODAY, cases=cases, participants=people).id
    for one in people[:2]:
        here = next(each for each in seen(desk, number).value.participants if each.label == one.label)
        attended(desk, seen(desk, number), here.id, Attendance.PRESENT)
    return seen(desk, number).value


def a_weekly_meeting(desk: Desk) -> Meeting:
    return plan_meeting(desk, MeetingKind.MANAGEMENT, TODAY, cases=[CaseCode("C-0117")])


def looks(desk: Desk, snap_compare: Looks, meeting: Meeting, keys: tuple[str, ...], size: tuple[int, int]) -> bool:
    """Say whether the meeting looks as it did after these keys."""

    async def open_meeting(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.meeting(meeting.id))
        await settled(pilot)
        await press(pilot, *keys)
        await settled(pilot)

    return snap_compare(an_app(desk), terminal_size=size, run_before=open_meeting)


@SIZES
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("ctrl+f", "=s the aunt is close by", "enter", "=o stay with the aunt", "enter"), id="family"),
        pytest.param(("ctrl+f", "ctrl+f", "=g afraid of the uncle", "enter"), id="closed part"),
        pytest.param(("f9",), id="blank wall"),
        pytest.param(("f12",), id="presenting"),
    ],
)
def test_a_conference_looks_as_it_did(
    desk: Desk, snap_compare: Looks, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    assert looks(desk, snap_compare, a_conference_with_the_family(desk), keys, size)


@SIZES
def test_the_round_looks_as_it_did(desk: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    assert looks(desk, snap_compare, a_weekly_meeting(desk), ("ctrl+n", "ctrl+n", "f3", "n"), size)
