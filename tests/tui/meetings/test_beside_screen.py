"""A conference beside the one before it, opened from the list of meetings."""

from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui import doors
from supervisor_tui.tui.meetings.beside_screen import BesideScreen
from supervisor_tui.tui.meetings.meetings_screen import MeetingsScreen
from tests.tui.at_the_screen import an_app, at_desk, line_with, press, settled
from tests.tui.at_the_screen import seen as on_screen
from tests.tui.meetings.called import a_conference, shows
from tests.tui.test_looks import SIZES, Looks

CODE = CaseCode("C-0117")


def test_the_commands_are_well_declared() -> None:
    assert command_faults(BesideScreen) == ()


def two_conferences(desk: Desk) -> str:
    """Hold one conference with a decision and an action, and call a second one."""
    first = a_conference(desk)
    enter(desk, first, Said(kind=LineKind.DECISION, text="stay with the aunt", case=CODE, reason="safe"))
    enter(desk, first, Said(kind=LineKind.ACTION, text="ask the school", case=CODE, owner="W-04"))
    ended(desk, seen(desk, first.id))
    return first.id


async def test_the_first_of_its_kind_says_so(desk: Desk) -> None:
    number = two_conferences(desk)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.beside(number, CODE))  # type: ignore[arg-type]
        await settled(pilot)
        assert shows(pilot, BesideScreen)
        assert "No meeting of this kind took up the case before." in on_screen(pilot)
        assert line_with(pilot, "stay with the aunt") != ""
        assert "Amos" in line_with(pilot, "ask the school")


async def test_a_key_in_the_list_of_meetings_opens_it(desk: Desk) -> None:
    a_conference(desk)
    async with at_desk(desk) as pilot:
        await press(pilot, "4", "home", "b")
        assert shows(pilot, BesideScreen)
        await press(pilot, "escape")
        assert shows(pilot, MeetingsScreen)


@SIZES
def test_it_looks_as_it_did(desk: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    number = two_conferences(desk)

    async def open_it(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.beside(number, CODE))  # type: ignore[arg-type]
        await settled(pilot)

    assert snap_compare(an_app(desk), terminal_size=size, run_before=open_it)
