"""Two people type into one meeting, each with the store open in a program of their own: every line stands."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.attendance import attended
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes, take_back
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.domain.plan import actions
from supervisor_tui.store.problems import Conflict
from tests.casework.typist import at_desk
from tests.tui.agency import AMOS, PASSPHRASE, RUTH
from tests.tui.meetings.called import TickingClock, a_conference

CODE, NUMBER = CaseCode("C-0117"), MeetingId("M-0001")
LINES = 18
AMOS_SAYS = "a tin roof sings"
PROGRAM = "from tests.casework.typist import type_lines; type_lines({folder!r}, {name!r}, {passphrase!r}, {lines})"


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """A conference that Amos can type into as well."""
    desk.store.give_key(AMOS, AMOS_SAYS, identities=False)
    return a_conference(desk)


def a_typist(desk: Desk, name: str, passphrase: str) -> "subprocess.Popen[str]":
    program = PROGRAM.format(folder=str(desk.store.folder), name=name, passphrase=passphrase, lines=LINES)
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_what_two_programs_write_at_once_stands_with_who_typed_it(desk: Desk, meeting: Meeting) -> None:
    typists = [a_typist(desk, "Ruth", PASSPHRASE), a_typist(desk, "Amos", AMOS_SAYS)]
    assert [one.stdout.readline() for one in typists if one.stdout] == ["ready\n", "ready\n"]
    for one in typists:
        assert one.stdin is not None
        one.stdin.write("begin\n")
        one.stdin.flush()
    assert [one.communicate()[1] or one.returncode for one in typists] == [0, 0]

    lines = minutes(desk, meeting.id)
    for person in (RUTH, AMOS):
        typed = [line.text for line in lines if line.by == person.code]
        assert typed == [f"{person.short_name} {number}" for number in range(LINES)]
    added = [one.action.action for one in actions(desk.case(CODE)) if one.meeting == meeting.id]
    assert sorted(added, key=lambda number: int(number[1:])) == [f"A{number}" for number in range(2, 2 + len(added))]
    assert len(added) == 4 * LINES // 3
    assert desk.store.verify() == ()


@pytest.fixture
def amos(desk: Desk, meeting: Meeting) -> Desk:
    """Amos's own desk, with the same store open a second time."""
    return at_desk(Path(desk.store.folder), "Amos", AMOS_SAYS)


def test_a_line_taken_back_by_one_leaves_the_line_of_the_other(desk: Desk, amos: Desk, meeting: Meeting) -> None:
    ruth = replace(desk, clock=TickingClock())
    one = enter(ruth, meeting, Said(kind=LineKind.NOTE, text="by Ruth", case=CODE))
    enter(amos, meeting, Said(kind=LineKind.NOTE, text="by Amos", case=CODE))
    take_back(ruth, one)
    assert [(line.text, line.by) for line in minutes(desk, meeting.id)] == [("by Amos", AMOS.code)]
    assert [(line.text, line.by) for line in minutes(amos, meeting.id)] == [("by Amos", AMOS.code)]


def test_who_notes_second_who_came_is_told_and_overwrites_nothing(desk: Desk, amos: Desk, meeting: Meeting) -> None:
    before_ruth, before_amos = seen(desk, meeting.id), seen(amos, meeting.id)
    attended(desk, before_ruth, ParticipantId("P1"), Attendance.PRESENT)
    with pytest.raises(Conflict):
        attended(amos, before_amos, ParticipantId("P2"), Attendance.APOLOGIES)
    came = [one.attendance for one in seen(amos, NUMBER).value.participants]
    assert came == [Attendance.PRESENT, Attendance.INVITED]
