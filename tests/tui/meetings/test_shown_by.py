"""The main job by keys alone: Today, an overdue case, closing, a conference, its minutes, and back in the plan."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.records.note import MeetingDecision
from supervisor_tui.domain.status import worker
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from tests.tui.at_the_screen import at_desk, line_with, press, seen
from tests.tui.meetings.called import shows


async def test_from_an_overdue_case_to_minutes_whose_action_stands_in_the_plan(demo: Desk) -> None:
    async with at_desk(demo, size=(80, 24)) as pilot:
        late = next(line for line in seen(pilot).split("ACT NOW")[1].splitlines() if " late" in line)
        code = next(word for word in late.split() if word.startswith("C-"))
        while f" {code} " not in line_with(pilot, "▸"):
            await press(pilot, "down")
        await press(pilot, "o")
        assert shows(pilot, CaseFileScreen)
        assert "late" in line_with(pilot, "▸")

        await press(pilot, "c")
        assert shows(pilot, ClosingScreen)
        assert "decides" in seen(pilot)

        await press(pilot, "m", "=tue 9:00")
        assert "Tue 24 Nov 2026 09:00" in seen(pilot)
        await press(pilot, "f2")
        assert shows(pilot, MeetingScreen)
        assert "Views and wishes of the child" in seen(pilot)

        await press(pilot, "=d daily calls until a safe place is found because nobody is at home", "enter")
        await press(pilot, "=d the uncle is asked", "enter")
        await press(pilot, "=a find a night shelter for the three", "tab", "tab", "=+3d", "enter")
        assert line_with(pilot, "MINUTES") == "MINUTES 3"

        await press(pilot, "escape", "escape")
        assert shows(pilot, CaseFileScreen)
        await press(pilot, "right_square_bracket")
        assert "find a night shelter" in line_with(pilot, "find a night shelter")
        assert "pending" in line_with(pilot, "find a night shelter")

        case = demo.case(CaseCode(code))
        assert [entry.body.text for entry in case.of(MeetingDecision)][-2:] == [
            "daily calls until a safe place is found",
            "the uncle is asked",
        ]
        (action,) = [one for one in actions(case) if one.action.text == "find a night shelter for the three"]
        assert (action.meeting, action.action.owner) == ("M-0001", worker(case))
