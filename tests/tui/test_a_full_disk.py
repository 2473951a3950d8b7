"""A disk that fills up while somebody works: one sentence, and the program goes on."""

from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.store.problems import disk_full
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.main_screens import CASELOAD
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.opening import Opening
from supervisor_tui.tui.unlock.first_run_screen import FirstRunScreen
from tests.tui.at_the_screen import at_desk, line_with, press, settled, told
from tests.tui.meetings.called import a_conference, in_meeting, written


def full(*_what: object) -> None:
    """Stand in for a write."""
    raise disk_full(Path("cases.db"))


async def test_the_case_in_front_and_its_line_stay_together(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = a_conference(desk, "C-0117", "C-0093")
    async with in_meeting(desk, meeting) as pilot:
        monkeypatch.setattr(desk.store.drafts, "keep", full)
        await press(pilot, "ctrl+n")
        screen = pilot.app.screen
        assert isinstance(screen, MeetingScreen)
        assert (screen.case, screen.entry.place) == ("C-0093", "meeting/M-0001/C-0093")
        assert line_with(pilot, "The disk is full").startswith("Not kept: ")


async def test_a_line_that_was_saved_is_saved_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        monkeypatch.setattr(desk.store.drafts, "forget", full)
        await press(pilot, "=n the roof leaks", "enter")
        assert pilot.app.screen.query_one("#said", SafeInput).value == ""
        assert "The disk is full" in line_with(pilot, "The disk is full")
    assert written(desk) == [(LineKind.NOTE, "the roof leaks")]


async def test_a_key_that_finds_the_disk_full_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        await press(pilot, "down")
        monkeypatch.setattr("supervisor_tui.tui.caseload.caseload_screen.CaseloadScreen.case_in_hand", full)
        await press(pilot, "t")
        assert "The disk is full" in told(pilot)[-1]


@pytest.mark.parametrize("folder", ["~nobody-of-that-name/names", "/proc/names"])
async def test_a_folder_for_names_that_cannot_be_is_said_and_no_store_is_made(tmp_path: Path, folder: str) -> None:
    app = SupervisorApp(Opening(tmp_path / "store", crash_folder=tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, FirstRunScreen)
        passphrase = "four or five words"
        filled = {"short_name": "Ruth", "passphrase": passphrase, "again": passphrase, "identities": folder}
        for name, typed in filled.items():
            screen.query_one(f"#{name}", SafeInput).value = typed
        await press(pilot, "f2")
        assert isinstance(app.screen, FirstRunScreen)
        assert screen.problem.text.plain
    assert not (tmp_path / "store" / "keys.json").exists()
