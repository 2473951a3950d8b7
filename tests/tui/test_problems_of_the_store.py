"""A store that cannot answer, wherever it is asked: one sentence, and the program goes on."""

from contextlib import suppress
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.problems import disk_full
from supervisor_tui.tui import doors
from supervisor_tui.tui.caseload.caseload_screen import CaseloadScreen
from supervisor_tui.tui.desk_app import DeskApp
from supervisor_tui.tui.screens_of_sets import open_screen_of_set
from supervisor_tui.tui.settings.settings_screen import SettingsScreen
from supervisor_tui.tui.today.today_screen import TodayScreen
from tests.tui.at_the_screen import at_desk, line_with, press, settled, told
from tests.tui.meetings.called import shows


def full(*_what: object) -> None:
    """Stand in for whatever asks the store."""
    raise disk_full(Path("cases.db"))


async def test_enter_on_a_line_says_what_the_store_says(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("C-0117/field_practice/FP-1/contact")
        await press(pilot, "t", "=call today, seen no", "enter")
        today.list.go_to("told/C-0117")
        with monkeypatch.context() as patched:
            patched.setattr(Desk, "case", full)
            await press(pilot, "enter")
            assert "The disk is full" in told(pilot)[-1]
            assert shows(pilot, TodayScreen)
        await press(pilot, "enter")
        assert not shows(pilot, TodayScreen)


async def test_what_could_not_be_read_is_read_when_one_comes_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(desk) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(Desk, "case", full)
            await pilot.app.push_screen(doors.closing(CaseCode("C-0117")))
            await settled(pilot)
            assert "The disk is full" in told(pilot)[-1]
        await press(pilot, "question_mark", "escape")
        assert "C-0117" in line_with(pilot, "Closing")


async def test_a_screen_that_breaks_off_while_it_is_drawn_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(desk) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(SettingsScreen, "show", full)
            await press(pilot, "0")
            assert "The disk is full" in told(pilot)[-1]
        await press(pilot, "1", "0")
        assert line_with(pilot, "Settings") != ""


async def test_work_in_the_background_says_so(desk: Desk) -> None:
    async def work() -> None:
        full()

    async with at_desk(desk) as pilot:
        with suppress(WorkerFailed):
            await pilot.app.run_worker(work()).wait()
        await pilot.pause()
        assert "The disk is full" in told(pilot)[-1]
        await press(pilot, "2")
        assert shows(pilot, CaseloadScreen)


async def test_a_screen_of_a_set_without_its_cases_is_not_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(desk) as pilot:
        monkeypatch.setattr(Desk, "cases", full)
        app = pilot.app
        assert isinstance(app, DeskApp)
        await open_screen_of_set(app, "field_practice.practice")
        await settled(pilot)
        assert (told(pilot)[-1].startswith("The disk is full"), app.notice) == (True, "")
        assert shows(pilot, TodayScreen)
