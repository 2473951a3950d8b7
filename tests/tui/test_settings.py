"""Plugins and settings: what is not decided first, faults by name, and everything that can be changed."""

from supervisor_tui.casework.deciding import Agreed, decide
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.domain.programme import Programme, Standing
from supervisor_tui.kit.command import command_faults, commands_of
from supervisor_tui.kit.line_commands import LINE_COMMANDS
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.tui.main_screens import SETTINGS
from supervisor_tui.tui.settings.in_force import in_force
from supervisor_tui.tui.settings.settings_lines import settings_groups
from supervisor_tui.tui.settings.settings_screen import SettingsScreen
from tests.tui.at_the_screen import at_desk, line_with, press, seen
from tests.tui.field_practice import SET


def the_list(screen: object) -> SettingsScreen:
    assert isinstance(screen, SettingsScreen)
    return screen


async def test_what_is_not_decided_stands_first(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        assert line_with(pilot, "▸") == (
            "▸ ? Watch after the plan ends not decided (months) 1 case waits: Watching · no source g…"
        )


async def test_a_fault_of_a_set_is_named_without_its_own_words(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        assert line_with(pilot, "FP-8").startswith("✗ field_practice: FP-8 KeyError a_rule_that_breaks.py:")
        assert "aunt" not in seen(pilot)


async def test_a_decision_is_written_with_who_when_and_why_and_holds_at_once(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        await press(pilot, "enter", "=six", "tab", "tab", "tab", "=board", "f2")
        assert "A whole number below 100000 is needed." in seen(pilot)
        await press(pilot, "home", "shift+end", "=6", "f2")
        assert "THE AGENCY HAS NOT DECIDED" not in seen(pilot)
        the_list(pilot.app.screen).list.go_to("setting/field_practice.watch_months")
        await press(pilot)
        assert line_with(pilot, "Watch after").startswith(
            "▸ Watch after the plan ends 6 months agreed by Ruth, 2026-11-21: board"
        )


async def test_a_number_above_the_upper_limit_is_refused(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        the_list(pilot.app.screen).list.go_to("setting/field_practice.review_months")
        await press(pilot, "enter", "=7", "f2")
        assert "A whole number below 7 is needed." in seen(pilot)
        assert desk.store.settings.all() == ()


async def test_a_number_may_be_decided_for_one_programme_alone(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        await press(pilot, "enter", "=6", "tab", "tab", "tab", "=board", "enter", "=nowhere", "f2")
        assert "There is no programme nowhere." in seen(pilot)
        await press(pilot, "home", "shift+end", "=north", "f2")
        (own,) = desk.store.settings.all()
        assert (own.key, own.value, own.programme, own.reason) == ("watch_months", 6, "north", "board")
        assert the_list(pilot.app.screen).list.go_to("setting/field_practice.watch_months/north")


async def test_a_line_of_a_programme_opens_the_form_with_its_own_value(desk: Desk) -> None:
    decide(desk, SET, "watch_months", 6, Agreed("board"), ProgrammeId("north"))
    async with at_desk(desk, SETTINGS) as pilot:
        the_list(pilot.app.screen).list.go_to("setting/field_practice.watch_months/north")
        await press(pilot, "enter")
        fields = {name: pilot.app.screen.query_one(f"#{name}", SafeInput).value for name in ("value", "programme")}
        assert fields == {"value": "6", "programme": "north"}
        await press(pilot, "home", "shift+end", "=9", "tab", "tab", "tab", "=new board", "f2")
        held = [(own.value, own.programme, own.reason) for own in desk.store.settings.all()]
        assert held[-1] == (9, "north", "new board")


async def test_a_number_decided_for_every_programme_by_itself_is_not_open(desk: Desk) -> None:
    decide(desk, SET, "watch_months", 6, Agreed("board"), ProgrammeId("north"))
    async with at_desk(desk, SETTINGS) as pilot:
        assert "THE AGENCY HAS NOT DECIDED" not in seen(pilot)


async def test_a_number_decided_for_one_programme_says_for_which_it_is_open(desk: Desk) -> None:
    desk.store.programmes.add(Programme(ProgrammeId("coast"), "Coast"), desk.person.code)
    decide(desk, SET, "watch_months", 6, Agreed("board"), ProgrammeId("north"))
    async with at_desk(desk, SETTINGS) as pilot:
        assert line_with(pilot, "▸").startswith("▸ ? Watch after the plan ends open for Coast")
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#programme", SafeInput).value == "coast"


async def test_a_number_that_is_not_decided_stands_at_the_top_alone(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        screen = the_list(pilot.app.screen)
        (top,) = (group for group in settings_groups(in_force(desk)) if group.key == "undecided")
        numbers = [group for group in settings_groups(in_force(desk)) if group.key == f"numbers/{SET}"]
        assert not top.folded
        assert [line.setting for line in top.lines] == ["field_practice.watch_months"]
        assert [line.setting for group in numbers for line in group.lines] == ["field_practice.review_months"]
        assert screen.list.line is not None
        assert screen.list.line.note == "1 case waits: Watching · no source gives it"


async def test_another_programme_shows_what_it_has_decided(desk: Desk) -> None:
    desk.store.programmes.add(Programme(ProgrammeId("coast"), "Coast"), desk.person.code)
    decide(desk, SET, "watch_months", 6, Agreed("board"), ProgrammeId("north"))
    decide(desk, SET, "watch_months", 9, Agreed("board"), ProgrammeId("coast"))
    async with at_desk(desk, SETTINGS) as pilot:
        the_list(pilot.app.screen).list.go_to("setting/field_practice.watch_months/north")
        await press(pilot, "enter")
        value, programme = (pilot.app.screen.query_one(f"#{name}", SafeInput) for name in ("value", "programme"))
        shown = []
        for typed in ("coast", "", "north"):
            programme.value = typed
            await pilot.pause()
            shown.append(value.value)
        value.value = "12"
        programme.value = "coast"
        await pilot.pause()
        assert (shown, value.value) == (["9", "", "6"], "12")


async def test_who_agreed_and_when_stands_beside_the_value(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        await press(pilot, "enter", "=6", "enter", "=district", "enter", "=2026-12-24", "enter", "=law", "f2")
        assert "2026-12-24 lies ahead." in seen(pilot)
        await press(pilot, "home", "shift+end", "=2026-11-18", "f2")
        the_list(pilot.app.screen).list.go_to("setting/field_practice.watch_months")
        line = the_list(pilot.app.screen).list.line
        assert line is not None
        assert (
            line.note == "agreed by district, 2026-11-18: law (written down by Ruth, 2026-11-21) · no source gives it"
        )


async def test_a_screen_of_a_set_is_opened_with_cases_day_and_settings(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        the_list(pilot.app.screen).list.go_to("screen/field_practice.practice")
        await press(pilot, "enter")
        assert line_with(pilot, "cases on") == "6 cases on 2026-11-21, review every 3"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_the_palette_offers_the_screens_of_sets(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "ctrl+p", "=practice at")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        assert line_with(pilot, "cases on") == "6 cases on 2026-11-21, review every 3"


async def test_a_programme_changes_what_a_set_counts_for_and_keeps_what_held_before(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        the_list(pilot.app.screen).list.go_to("programme/north")
        await press(pilot, "enter", "down", "tab", "tab", "tab", "2", "f2")
        held = desk.store.programmes.get("north")
        assert held is not None
        assert [(entry.set, entry.standing) for entry in held.sets] == [
            (SET, Standing.DECIDES),
            (SET, Standing.INFORMS),
        ]


async def test_a_person_is_added_with_a_proposed_code(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        await press(pilot, "a", "tab", "=Noor", "f2")
        added = desk.store.people.get("W-06")
        assert added is not None
        assert (added.short_name, added.supervisor) == ("Noor", "S-01")


async def test_two_people_cannot_be_called_the_same(desk: Desk) -> None:
    async with at_desk(desk, SETTINGS) as pilot:
        await press(pilot, "a", "tab", "=amos", "f2")
        assert "Somebody is called so already." in seen(pilot)


def test_no_command_of_the_screen_takes_a_key_from_the_list() -> None:
    assert command_faults(SettingsScreen) == ()
    of_lists = {key for command in LINE_COMMANDS for key in command.bound_keys()} - {"enter"}
    assert {key for command in commands_of(SettingsScreen) for key in command.bound_keys()} & of_lists == set()
