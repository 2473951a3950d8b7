"""Opening a store, and making one the first time; neither ever shows who has a key."""

from pathlib import Path

import pytest

from supervisor_tui.casework.passphrases import passphrase_fault
from supervisor_tui.domain.programme import Standing
from supervisor_tui.store.open_store import unlock
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.main_screens import SETTINGS
from supervisor_tui.tui.opening import Opening
from supervisor_tui.tui.today.today_screen import TodayScreen
from supervisor_tui.tui.unlock.recovery_key_screen import RecoveryKeyScreen
from supervisor_tui.tui.unlock.unlock_screen import UnlockScreen
from tests.tui.agency import PASSPHRASE, QUICK, Clock, an_agency
from tests.tui.at_the_screen import press, seen, settled


@pytest.fixture
def closed(tmp_path: Path) -> Opening:
    folder = tmp_path / "store"
    an_agency(folder, cases=False).store.close()
    return Opening(folder, clock=Clock(), crash_folder=tmp_path)


async def test_a_wrong_passphrase_gets_one_sentence_and_a_blank_line(closed: Opening) -> None:
    async with SupervisorApp(closed).run_test() as pilot:
        await press(pilot, "=Ruth", "enter", "=a red door", "enter")
        assert isinstance(pilot.app.screen, UnlockScreen)
        assert "The passphrase does not open the key of Ruth." in seen(pilot)
        assert "Amos" not in seen(pilot)


async def test_the_right_passphrase_opens_today(closed: Opening) -> None:
    app = SupervisorApp(closed)
    async with app.run_test() as pilot:
        await press(pilot, "=ruth", "enter", f"={PASSPHRASE}", "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
    app.desk.store.close()


async def test_what_the_command_line_knows_already_is_not_asked_for(closed: Opening) -> None:
    from dataclasses import replace

    app = SupervisorApp(replace(closed, person="Ruth", passphrase=PASSPHRASE))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
    app.desk.store.close()


async def test_no_command_but_help_and_leaving_works_before_the_store_is_open(closed: Opening) -> None:
    async with SupervisorApp(closed).run_test() as pilot:
        await press(pilot, "tab", "2", "n", "ctrl+p")
        assert isinstance(pilot.app.screen, UnlockScreen)


def recovery_key_on(screen: object) -> str:
    assert isinstance(screen, RecoveryKeyScreen)
    return screen.recovery_key


def name_of(screen: object) -> str:
    return type(screen).__name__


async def test_the_first_run_makes_a_store_and_goes_on_to_programme_and_people(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    app = SupervisorApp(Opening(folder, clock=Clock(), key_cost=QUICK, crash_folder=tmp_path))
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        assert name_of(pilot.app.screen) == "FirstRunScreen"
        assert "Not yet for real children" in seen(pilot)
        await press(pilot, "=Ruth", "f2")
        assert "At least 12 characters" in seen(pilot)
        await press(pilot, f"={PASSPHRASE}", "enter", f"={PASSPHRASE}", "f2")
        assert "one theft takes both" in seen(pilot)
        await press(pilot, f"={tmp_path / 'stick'}", "f2")
        assert name_of(pilot.app.screen) == "RecoveryKeyScreen"
        key = recovery_key_on(pilot.app.screen)
        await press(pilot, "escape", "=WRONG", "enter")
        assert name_of(pilot.app.screen) == "RecoveryKeyScreen"
        await press(pilot, "home", "shift+end", f"={key[-5:].lower()}", "enter")
        assert name_of(pilot.app.screen) == "ProgrammeScreen"
        await press(pilot, "tab", "=North", "tab", "1", "enter", "1", "f2")
        assert name_of(pilot.app.screen) == "PersonScreen"
        await press(pilot, "tab", "=Amos", "f2")
        assert name_of(pilot.app.screen) == "PersonScreen"
        await press(pilot, "escape")
        assert app.current_mode == SETTINGS
    (programme,) = app.desk.store.programmes.all()
    assert [person.short_name for person in app.desk.store.people.all()] == ["Ruth", "Amos"]
    assert {entry.standing for entry in programme.sets} == {Standing.DECIDES, Standing.INFORMS}
    assert (tmp_path / "stick" / "identities.db").is_file()
    app.desk.store.close()
    unlock(folder, "Ruth", PASSPHRASE).close()


@pytest.mark.parametrize(
    ("passphrase", "again", "fault"),
    [
        ("short", "short", "At least 12 characters: four or five words are easy to remember."),
        ("four green frogs", "four green frog", "The two are not alike. Type them once more."),
        ("four green frogs", "four green frogs", ""),
    ],
)
def test_a_passphrase_is_long_and_typed_twice_alike(passphrase: str, again: str, fault: str) -> None:
    assert passphrase_fault(passphrase, again) == fault
