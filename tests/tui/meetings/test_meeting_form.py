"""The form of a meeting asks for what this meeting needs, as soon as an answer says so; and keeps what it is told."""

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.domain.meetings.kinds import Channel, ConferencePurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.kit.form_view import FormView
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.meetings.new_meeting_screen import NewMeetingScreen
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, press, settled
from tests.tui.meetings.called import a_conference, in_meeting, shows

OF_A_CONFERENCE = {"purpose", "called_because", "urgent_because", "agenda_on", "presentation_on"}
NOBODY_OF_THE_FAMILY = {"child_absent_because", "caregiver_absent_because"}


def asked(pilot: Pilot[None]) -> set[str]:
    """Return the fields that the form asks for at this moment."""
    return {row.field.name for row in pilot.app.screen.query_one(FormView).asked}


async def go_to(pilot: Pilot[None], field: str) -> None:
    """Put the cursor into a field."""
    pilot.app.screen.query_one(FormView).go_to(field)
    await settled(pilot)


async def add_a_child(pilot: Pilot[None]) -> None:
    """Add a row to the participants; the form waits for the row, so that nothing else settles meanwhile."""
    for key in ("end", "enter", *"child", "enter", "9", "f2"):
        await pilot.press(key)
        await pilot.pause()
    await settled(pilot)


async def test_the_kind_decides_what_is_asked_for(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(NewMeetingScreen())
        await settled(pilot)
        everything = {"kind", "starts", "planned_minutes", "cases", "place", "channel", "participants"}
        assert asked(pilot) == everything | {"place_confidential"}

        await go_to(pilot, "kind")
        await press(pilot, "3")
        assert asked(pilot) == everything | OF_A_CONFERENCE | NOBODY_OF_THE_FAMILY


async def test_who_comes_and_how_decides_too(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f6")
        assert asked(pilot) > NOBODY_OF_THE_FAMILY
        await go_to(pilot, "channel")
        await press(pilot, "2", "enter", "1")
        await go_to(pilot, "participants")
        await add_a_child(pilot)
        assert asked(pilot) & {"precautions", "child_may_be_silent", "child_absent_because"} == {
            "precautions",
            "child_may_be_silent",
        }
        await go_to(pilot, "child_own_words")
        await press(pilot, "1")
        await go_to(pilot, "agenda_on")
        await press(pilot, "=2026-11-20", "f2")
        assert shows(pilot, MeetingScreen)
    now = seen(desk, meeting.id).value
    assert (now.channel, now.precautions, now.child_own_words, now.agenda_on) == (
        Channel.VIDEO,
        YesNo.YES,
        YesNo.YES,
        date(2026, 11, 20),
    )


async def test_what_is_not_asked_for_any_more_stays_as_it_was(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f6")
        await go_to(pilot, "purpose")
        await press(pilot, "2", "f2", "f6")
        await go_to(pilot, "kind")
        await press(pilot, "1", "f2")
    now = seen(desk, meeting.id).value
    assert (now.kind.value, now.purpose) == ("planning", ConferencePurpose.CLOSURE)


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_the_form_looks_as_it_did(desk: Desk, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    meeting = a_conference(desk)

    async def open_form(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(ChangeMeetingScreen(meeting.id, "called_because"))
        await settled(pilot)

    assert snap_compare(an_app(desk), terminal_size=size, run_before=open_form)
