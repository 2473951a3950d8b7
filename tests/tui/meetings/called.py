"""A meeting called at a small agency, opened on the screen, and what stands in its line."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from textual.events import Key
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.tui import doors
from tests.tui.agency import Clock
from tests.tui.at_the_screen import WIDE, at_desk, settled

TODAY = datetime.fromisoformat("2026-11-21T14:00+03:00")
TUESDAY = datetime.fromisoformat("2026-11-24T14:00+03:00")


class TickingClock(Clock):
    """A clock that goes on by a thousandth of a second each time it is read: lines have an order, and look the same."""

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def a_conference(desk: Desk, *codes: str, starts: datetime = TUESDAY) -> Meeting:
    """Call a conference about cases, with a teacher and Amos invited."""
    people = (
        Participant(label="W-04", role=ParticipantRole.CASEWORKER),
        Participant(label="teacher", role=ParticipantRole.PROVIDER, agency="AG-02"),
    )
    cases = [CaseCode(code) for code in codes or ("C-0117",)]
    return plan_meeting(desk, MeetingKind.CONFERENCE, starts, cases=cases, participants=people)


@asynccontextmanager
async def in_meeting(desk: Desk, meeting: Meeting, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    """Open a meeting over Today."""
    async with at_desk(desk, size=size) as pilot:
        await pilot.app.push_screen(doors.meeting(meeting.id))
        await settled(pilot)
        yield pilot


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys all at once, none of them answered before the next; a text after `=` is typed."""
    for key in keys:
        for one in key[1:] if key.startswith("=") else [key]:
            pilot.app.post_message(Key("space" if one == " " else one, one if len(one) == 1 else None))
    await settled(pilot)
    await settled(pilot)


def in_the_line(pilot: Pilot[None]) -> str:
    """Return the words that stand in the line."""
    return pilot.app.screen.query_one("#said", SafeInput).value


def written(desk: Desk) -> list[tuple[LineKind, str]]:
    """Return the lines of minutes of the first meeting that stand."""
    return [(line.kind, line.text) for line in minutes(desk, MeetingId("M-0001"))]


def shows(pilot: Pilot[None], screen: type[object]) -> bool:
    """Say whether a screen of this type is in view."""
    return isinstance(pilot.app.screen, screen)
