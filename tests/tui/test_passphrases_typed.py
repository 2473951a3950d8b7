"""Passphrases as they are typed on the screen: to sign, and for a key of one's own."""

from threading import Event

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.people import Person
from supervisor_tui.tui.quick.sign_screen import SignScreen
from supervisor_tui.tui.settings.key_screen import KeyScreen
from tests.tui.agency import AMOS
from tests.tui.at_the_screen import at_desk, press, settled, told
from tests.tui.meetings.called import shows

WITH_BLANKS = " a blue gate by the river "


async def test_a_passphrase_that_begins_and_ends_with_a_blank_signs(desk: Desk) -> None:
    desk.store.give_key(AMOS, WITH_BLANKS, identities=False)
    async with at_desk(desk) as pilot:
        signed: list[bool | None] = []
        await pilot.app.push_screen(SignScreen(AMOS), signed.append)
        await press(pilot, f"={WITH_BLANKS}", "f2")
    assert signed == [True]


async def test_a_key_asked_for_twice_is_made_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    go_on = Event()

    def give_key(person: Person, _passphrase: str, *, identities: bool) -> None:
        asked.append(f"{person.code} {identities}")
        go_on.wait(30)

    monkeypatch.setattr(desk.store, "give_key", give_key)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(KeyScreen(AMOS))
        await press(pilot, f"={WITH_BLANKS}", "enter", f"={WITH_BLANKS}")
        await pilot.press("f2", "f2", "escape")
        assert shows(pilot, KeyScreen)
        go_on.set()
        await settled(pilot)
        assert not shows(pilot, KeyScreen)
        assert told(pilot) == ["Amos has a key."]
    assert asked == ["W-04 False"]
