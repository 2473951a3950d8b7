"""Every number that a bundled set reads can be looked up by a person, with its source beside it."""

from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.key_slots import Cost
from supervisor_tui.store.open_store import create_store
from supervisor_tui.tui.settings.in_force import in_force
from supervisor_tui.tui.settings.settings_lines import settings_groups
from tests.tui.agency import NOW

HOST = PluginHost.discover()
RUTH = Person(PersonCode("S-01"), "Ruth", (Role.SUPERVISOR,))


@pytest.fixture
def lines(tmp_path: Path) -> dict[str, str]:
    """Return the lines of the settings screen that stand for a number: the note beside each, by its full key."""
    store, _recovery_key = create_store(
        tmp_path / "store", None, RUTH, "a green door", clock=lambda: NOW, cost=Cost(8, 1, 1)
    )
    found = in_force(Desk(store, HOST, RUTH, lambda: NOW))
    store.close()
    return {line.setting: line.note for group in settings_groups(found) for line in group.lines if line.setting}


def test_every_setting_stands_on_the_settings_screen_with_its_source(lines: dict[str, str]) -> None:
    declared = {f"{set_id}.{setting.key}": setting.source for set_id, setting in HOST.declared_settings()}

    assert {key: note.removeprefix("nothing waits for it today · ") for key, note in lines.items()} == declared
    assert all(declared.values())
