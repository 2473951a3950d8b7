"""A name that somebody types into a meeting is asked about at once, and the line is saved."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind
from tests.tui.at_the_screen import press, seen
from tests.tui.meetings.called import a_conference, in_meeting, written


async def test_a_name_that_is_typed_is_asked_about_and_the_line_is_saved(desk: Desk) -> None:
    desk.store.names.index(CaseCode("C-0117"), ["Zübeyda Demo"])
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=n zubeyda is at home", "enter")
        assert "“zubeyda”: a name? F8 takes the line back; write the code." in seen(pilot)
        assert written(desk) == [(LineKind.NOTE, "zubeyda is at home")]
