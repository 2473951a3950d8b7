"""Forms that write a file: what cannot be written is said at the line where it was typed, and the program goes on."""

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.tui.dialog import Dialog
from supervisor_tui.tui.main_screens import MEETINGS
from supervisor_tui.tui.meetings.calendar_screen import CalendarScreen
from supervisor_tui.tui.meetings.kit_screen import KitScreen
from supervisor_tui.tui.meetings.papers_for_dialog import PapersForDialog
from tests.tui.at_the_screen import at_desk, press, settled
from tests.tui.meetings.called import a_conference

NUMBER = MeetingId("M-0001")
FILES = ["", "~nobody-of-that-name/paper.pdf", "/nowhere/paper.pdf"]


def dialogs() -> tuple[Dialog[None], ...]:
    """Return each form that writes a file about a meeting."""
    return CalendarScreen(NUMBER), KitScreen(NUMBER), PapersForDialog(NUMBER, ParticipantId("P1"))


@pytest.mark.parametrize("file", FILES)
async def test_a_file_that_cannot_be_written_is_said_where_it_was_typed(desk: Desk, file: str) -> None:
    a_conference(desk)
    async with at_desk(desk, start=MEETINGS) as pilot:
        for dialog in dialogs():
            await pilot.app.push_screen(dialog)
            await settled(pilot)
            dialog.query_one("#file", SafeInput).value = file
            await press(pilot, "f2")
            assert pilot.app.screen is dialog
            assert dialog.focused is dialog.query_one("#file")
            assert dialog.problem.text.plain
            await press(pilot, "escape")
