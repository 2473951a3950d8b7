"""The caseload: filtered while one types, sorted by any column, marked for a meeting."""

from threading import Event

import pytest

from supervisor_tui.casework.caseload import caseload
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.kit.command import command_faults, commands_of
from supervisor_tui.kit.virtual_table import VirtualTable
from supervisor_tui.store.problems import disk_full
from supervisor_tui.tui.caseload.caseload_screen import CaseloadScreen
from supervisor_tui.tui.caseload.on_agenda_screen import OnAgendaScreen
from supervisor_tui.tui.main_screens import CASELOAD
from supervisor_tui.tui.meetings.new_meeting_screen import NewMeetingScreen
from supervisor_tui.tui.quick import find_screen
from tests.tui.agency import Clock, write
from tests.tui.at_the_screen import at_desk, line_with, press, seen, settled
from tests.tui.meetings.called import a_conference


async def test_typing_narrows_the_list_and_the_title_counts(desk: Desk) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        assert line_with(pilot, "Caseload ·") == "Caseload · 6 of 6 cases"
        await press(pilot, "slash", "=risk:h amos late")
        assert line_with(pilot, "Caseload ·") == "Caseload · 1 of 6 cases"
        assert line_with(pilot, "▸").startswith("▸ C-0117 H")


async def test_escape_leaves_the_filter_and_then_clears_it(desk: Desk) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        await press(pilot, "slash", "=leila", "escape")
        assert line_with(pilot, "Caseload ·") == "Caseload · 2 of 6 cases"
        await press(pilot, "escape")
        assert line_with(pilot, "Caseload ·") == "Caseload · 6 of 6 cases"


async def test_s_sorts_by_each_column_in_turn_and_capital_s_turns_it_round(desk: Desk) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CaseloadScreen)
        assert [row.late for row in screen.table.rows] == [2, 1, 1, 0, 0, 0]
        await press(pilot, "s", "s", "s")
        assert [row.summary.risk_letter for row in screen.table.rows] == ["H", "H", "M", "L", "?", "?"]
        await press(pilot, "S")
        assert [row.summary.risk_letter for row in screen.table.rows] == ["?", "?", "L", "M", "H", "H"]


async def test_closed_cases_are_left_out_and_counted_until_they_are_asked_for(desk: Desk) -> None:
    assert isinstance(desk.clock, Clock)
    write(desk, desk.clock, "C-0062", (("2026-11-20", Closure(reason=ClosureReason.TRANSFER, because="moved away")),))
    async with at_desk(desk, CASELOAD) as pilot:
        assert line_with(pilot, "Caseload ·") == "Caseload · 5 of 6 cases · 1 closed left out"
        assert "C-0062" not in seen(pilot)
        await press(pilot, "c")
        assert line_with(pilot, "C-0062").split()[2] == "closed"


async def test_marked_cases_go_onto_the_agenda_of_the_standing_meeting(desk: Desk) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        await press(pilot, "space", "space", "m")
        assert "On which agenda? · C-0093, C-0117" in seen(pilot)
        assert "▸ the next one standing meeting" in line_with(pilot, "standing meeting")
        await press(pilot, "enter")
        (made,) = desk.store.meetings.all()
        assert {"C-0093", "C-0117"} <= set(made.cases)
        assert "marked" not in line_with(pilot, "Caseload ·")


async def test_marked_cases_go_onto_another_meeting_that_comes(desk: Desk) -> None:
    held = a_conference(desk, "C-0048")
    async with at_desk(desk, CASELOAD) as pilot:
        await press(pilot, "space", "m", "down", "enter")
    assert [(one.id, one.cases) for one in desk.store.meetings.all()] == [(held.id, ("C-0048", "C-0093"))]


async def test_a_new_meeting_may_be_called_about_the_marked_cases(desk: Desk) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        await press(pilot, "space", "space", "m", "n")
        form = pilot.app.screen
        assert isinstance(form, NewMeetingScreen)
        assert sorted(form.cases) == ["C-0093", "C-0117"]


async def test_enter_opens_the_case_file_and_escape_comes_back(desk: Desk) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        await press(pilot, "down", "enter")
        assert type(pilot.app.screen).__name__ == "CaseFileScreen"
        await press(pilot, "escape")
        assert line_with(pilot, "▸").startswith("▸ C-0117")


async def test_find_from_another_screen_opens_the_case(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "slash", "=leila risk:l", "enter")
        assert type(pilot.app.screen).__name__ == "CaseFileScreen"
        assert "C-0062" in seen(pilot)


async def test_a_name_is_looked_for_as_a_hash_and_the_asking_is_logged(desk: Desk) -> None:
    identities = desk.store.open_identities()
    desk.store.names.index(CaseCode("C-0048"), ("Wanjiru Kamau",))
    desk.store.close_identities()
    assert identities is not None
    async with at_desk(desk) as pilot:
        await press(pilot, "slash", "=kamau", "f3")
        table = pilot.app.screen.query_one(VirtualTable)
        assert [row.summary.case for row in table.rows] == ["C-0048"]
    last = desk.store.audit.entries()[0]
    assert (last.act.value, last.case) == ("looked_for_name", "C-0048")


async def test_a_name_that_is_looked_for_before_the_list_is_read_is_found_when_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.store.names.index(CaseCode("C-0048"), ("Wanjiru Kamau",))
    may_read = Event()
    monkeypatch.setattr(find_screen, "caseload", lambda one: caseload(one) if may_read.wait(10) else ())
    async with at_desk(desk) as pilot:
        await pilot.press("slash", *"kamau", "f3")
        may_read.set()
        await settled(pilot)
        assert [row.summary.case for row in pilot.app.screen.query_one(VirtualTable).rows] == ["C-0048"]


async def test_a_list_that_cannot_be_read_is_said_in_the_line(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_desk: Desk) -> None:
        raise disk_full(desk.store.folder)

    monkeypatch.setattr(find_screen, "caseload", full)
    async with at_desk(desk) as pilot:
        await press(pilot, "slash")
        assert "The disk is full" in seen(pilot)


def test_no_command_of_the_screen_takes_a_key_from_the_table() -> None:
    assert [command_faults(screen) for screen in (CaseloadScreen, OnAgendaScreen)] == [(), ()]
    of_table = {key for command in commands_of(VirtualTable) for key in command.bound_keys()} - {"enter"}
    assert {key for command in commands_of(CaseloadScreen) for key in command.bound_keys()} & of_table == set()
