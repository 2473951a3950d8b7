"""What the application does by itself: going between screens, keeping lists current, noticing others, help."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.screen import Screen

import supervisor_tui.kit
import supervisor_tui.tui
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.identity import write_down
from supervisor_tui.casework.keeping_current import out_of_date
from supervisor_tui.casework.meetings.proposing import raise_in_meeting
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.kit.command import Commanded, command_faults
from supervisor_tui.kit.help_screen import HelpScreen
from supervisor_tui.store.identities import Identity
from supervisor_tui.store.open_store import unlock
from supervisor_tui.store.problems import OnlyLooking
from supervisor_tui.tui.all_keys import OTHER_SCREENS, keys_by_screen
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.main_screens import CASELOAD, PATHS, SCHEDULE, SETTINGS, TODAY
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.says_problems import SaysProblems
from tests.tui.agency import NOW, PASSPHRASE, Clock
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen, settled, told


@pytest.fixture
def other_desk(desk: Desk) -> Iterator[Desk]:
    """A second application on the same store."""
    store = unlock(desk.store.folder, "Ruth", PASSPHRASE, clock=Clock(NOW))
    yield Desk(store, desk.host, desk.person, desk.clock)
    store.close()


async def test_number_keys_go_between_the_main_screens(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        modes = []
        for key in ("2", "3", "0", "1"):
            await press(pilot, key)
            modes.append(pilot.app.current_mode)
        assert modes == [CASELOAD, SCHEDULE, SETTINGS, TODAY]


async def test_a_screen_is_found_as_it_was_left_and_the_same_key_again_goes_to_its_beginning(desk: Desk) -> None:
    async with at_desk(desk, CASELOAD) as pilot:
        await press(pilot, "enter")
        await press(pilot, "1", "2")
        assert type(pilot.app.screen).__name__ == "CaseFileScreen"
        await press(pilot, "2")
        assert type(pilot.app.screen).__name__ == "CaseloadScreen"


async def test_a_digit_typed_into_a_form_stays_in_the_form(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "enter", "1", "2")
        assert isinstance(pilot.app.screen, FormScreen)


async def test_lists_are_brought_up_to_date_and_a_backup_is_made_once_a_day(desk: Desk) -> None:
    assert len(out_of_date(desk)) == 5
    async with at_desk(desk):
        assert out_of_date(desk) == ()
    assert len(desk.store.backups()) == 1
    async with at_desk(desk):
        assert len(desk.store.backups()) == 1


async def test_what_a_second_application_saves_is_seen_and_said(desk: Desk, other_desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        assert line_with(pilot, "no contact recorded for 6 days") != ""
        save(other_desk, CaseCode("C-0117"), (Draft(FollowUp(channel=Channel.CALL), NOW.date()),))
        assert isinstance(pilot.app, SupervisorApp)
        pilot.app.look_elsewhere()
        await settled(pilot)
        assert line_with(pilot, "no contact recorded for 6 days") == ""
        assert told(pilot) == ["Somebody else has saved something; the lists show it."]


async def test_what_was_saved_here_is_not_called_somebody_elses(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        save(desk, CaseCode("C-0117"), (Draft(FollowUp(channel=Channel.CALL), NOW.date()),))
        assert isinstance(pilot.app, SupervisorApp)
        pilot.app.look_elsewhere()
        await settled(pilot)
        assert told(pilot) == []


async def test_a_past_day_is_named_at_the_top(desk: Desk) -> None:
    async with at_desk(replace(desk, day=date(2026, 10, 1)), size=NARROW) as pilot:
        assert "AS OF 2026-10-01" in seen(pilot)


async def test_looking_at_another_day_nothing_is_saved(desk: Desk) -> None:
    next_week = replace(desk, day=date(2026, 11, 30))
    before = (desk.store.records.of(CaseCode("C-0117")), desk.store.meetings.all(), desk.store.raised.all())
    async with at_desk(next_week, notices=True) as pilot:
        await press(pilot, "4", "w")
        assert "You look at another day, so nothing is saved." in " ".join(told(pilot))
        for act in (
            lambda: save(next_week, CaseCode("C-0117"), (Draft(FollowUp(channel=Channel.CALL), NOW.date()),)),
            lambda: raise_in_meeting(next_week, CaseCode("C-0117"), "the school asks"),
            lambda: write_down(
                next_week, Identity(CaseCode("C-0117")), names=("Demo Child",), relatives=(), address="", contacts=()
            ),
        ):
            with pytest.raises(OnlyLooking):
                act()
    assert (desk.store.records.of(CaseCode("C-0117")), desk.store.meetings.all(), desk.store.raised.all()) == before
    assert desk.store.open_identities().of(CaseCode("C-0117")) is None


async def test_help_lists_the_keys_of_the_screen_and_of_everywhere(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        titles = [group.title for group in pilot.app.screen.groups]
        assert titles == ["This screen", "Lists", "Everywhere"]
        assert "Put this off to another day, with the reason; it stays counted." in " ".join(seen(pilot).split())


async def test_leaving_stops_what_goes_on_in_the_background(desk: Desk) -> None:
    app = an_app(desk)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
    assert app.return_code == 0


def test_every_command_of_the_application_is_sound_but_that_leaving_has_the_key_that_leaves() -> None:
    assert command_faults(SupervisorApp) == ("SupervisorApp: Quit wants ctrl+q: it quits the application",)


def test_every_key_of_every_screen_is_listed() -> None:
    listed = dict(keys_by_screen())
    assert {"Everywhere", "Today", "Caseload", "Schedule", "Plugins and settings"} <= set(listed)
    assert all(lines for lines in listed.values())
    paths = (
        {path for _name, path in OTHER_SCREENS} | set(PATHS.values()) | {"supervisor_tui.tui.application:SupervisorApp"}
    )
    assert every_screen_with_keys() == paths


def test_every_screen_at_the_desk_says_what_keeps_the_store_from_answering() -> None:
    say_nothing = {path for path, one in screens().items() if not issubclass(one, SaysProblems)}
    assert say_nothing == {
        "supervisor_tui.tui.shown_to_others:ShutDoor",
        "supervisor_tui.tui.unlock.unlock_screen:UnlockScreen",
    }


def screens() -> dict[str, type[Screen[object]]]:
    """Return every screen of the application by its path."""
    found = (import_module(one.name) for one in walk_packages(supervisor_tui.tui.__path__, "supervisor_tui.tui."))
    return {
        f"{module.__name__}:{name}": one
        for module in found
        for name, one in vars(module).items()
        if isinstance(one, type) and issubclass(one, Screen) and one.__module__ == module.__name__
    }


def test_a_list_to_choose_from_lists_no_key_that_saves() -> None:
    listed = dict(keys_by_screen())
    choosing = ("Find a case", "Which record to write", "Cases onto an agenda", "A small form")
    assert [any(title == "Save" for _key, title, _help in listed[name]) for name in choosing] == [
        False,
        False,
        False,
        True,
    ]


def every_screen_with_keys() -> set[str]:
    """Return the path of each class that declares keys of its own."""
    modules = [
        import_module(found.name)
        for package in (supervisor_tui.kit, supervisor_tui.tui)
        for found in walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return {
        f"{module.__name__}:{name}"
        for module in modules
        for name, one in vars(module).items()
        if isinstance(one, type) and issubclass(one, Commanded) and one.__module__ == module.__name__
        if vars(one).get("ACTIONS")
    }


async def test_a_screen_left_for_another_before_it_was_read_is_filled_when_one_comes_back(desk: Desk) -> None:
    async with an_app(desk).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("2", "1")
        await settled(pilot)
        await press(pilot, "2")
        assert line_with(pilot, "C-0117") != ""
