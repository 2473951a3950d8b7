"""A command is declared once: key, footer, help, palette and key list all say the same."""

import re
from collections.abc import Callable
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from supervisor_tui.kit.active_commands import active_commands, help_groups
from supervisor_tui.kit.command import Command, Commanded, command_faults, commands_of
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.command_palette import CommandsInReach
from supervisor_tui.kit.help_screen import HelpScreen, OpenHelp
from supervisor_tui.kit.key_names import key_fault, key_name
from supervisor_tui.kit.line_view import LineView
from supervisor_tui.kit.marks import UNICODE_MARKS
from supervisor_tui.kit.virtual_table import VirtualTable
from tests.kit.caseload_rows import CASELOAD_COLUMNS, some_rows


class EnterRecord(Command):
    """Record what the line asks for."""

    BINDING_KEY = "enter"
    TITLE = "Enter record"


class PostponeReview(Command):
    """Move this review to another date, with the reason."""

    BINDING_KEY = "p"
    FOOTER = "postpone"


class NextCase(Command):
    """Go to the next case [of this caseworker]."""

    BINDING_KEY = "ctrl+n"
    WHILE_TYPING = True


class PrintSheet(Command):
    """Write the weekly sheet for each caseworker."""


class SignClosure(Command):
    """Sign, once nothing stands in the way."""

    BINDING_KEY = "s"


class TodayScreen(Commanded, Screen[None]):
    ACTIONS: ClassVar[tuple[type[Command], ...]] = (EnterRecord, PostponeReview, NextCase, PrintSheet, SignClosure)

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield VirtualTable(CASELOAD_COLUMNS, some_rows(50), row_key=lambda row: row.code, marks=UNICODE_MARKS)
        yield CommandFooter()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "sign_closure" else True

    def action_enter_record(self) -> None:
        self.done.append("enter_record")

    def action_postpone_review(self) -> None:
        self.done.append("postpone_review")

    def action_next_case(self) -> None:
        self.done.append("next_case")

    def action_print_sheet(self) -> None:
        self.done.append("print_sheet")

    def action_sign_closure(self) -> None:
        self.done.append("sign_closure")


class CommandApp(Commanded, App[None]):
    ACTIONS = (OpenHelp,)
    COMMANDS: ClassVar = {CommandsInReach}

    def get_default_screen(self) -> TodayScreen:
        return TodayScreen()

    @property
    def today(self) -> TodayScreen:
        screen = self.screen_stack[0]
        assert isinstance(screen, TodayScreen)
        return screen

    def action_open_help(self) -> None:
        self.push_screen(HelpScreen("Today", active_commands(self.screen)))


def footer_of(app: CommandApp) -> str:
    return app.today.query_one(CommandFooter).render().plain


async def test_keys_reach_their_handlers() -> None:
    app = CommandApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("p", "ctrl+n", "enter", "s")

        assert app.today.done == ["postpone_review", "next_case", "enter_record"]


async def test_the_footer_names_the_keys_in_reach_and_the_note() -> None:
    app = CommandApp()
    async with app.run_test(size=(100, 24)) as pilot:
        app.today.query_one(CommandFooter).note = "saved 09:31:07"
        await pilot.pause()

        assert re.split(r" {3,}", footer_of(app)) == [
            "Enter Enter record",
            "p postpone",
            "^N Next case",
            "s Sign closure",
            "? help",
            "saved 09:31:07",
        ]


async def test_in_a_narrow_footer_help_stays() -> None:
    app = CommandApp()
    async with app.run_test(size=(46, 24)) as pilot:
        await pilot.pause()

        assert footer_of(app).split("   ")[:3] == ["Enter Enter record", "p postpone", "? help"]


async def test_words_in_the_footer_can_be_clicked() -> None:
    app = CommandApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.click(CommandFooter, offset=(footer_of(app).index("postpone") + 3, 0))
        await pilot.click(CommandFooter, offset=(footer_of(app).index("Sign") + 1, 0))
        await pilot.pause()

        assert app.today.done == ["postpone_review"]


async def test_help_lists_everything_by_group_and_closes() -> None:
    app = CommandApp()
    async with app.run_test(size=(100, 40)) as pilot:
        groups = help_groups(active_commands(app.today))
        await pilot.press("question_mark")
        await pilot.pause()

        assert [group.title for group in groups] == ["This screen", "Lists", "Everywhere"]
        assert [(line.keys, line.title) for line in groups[0].lines] == [
            (("Enter",), "Enter record"),
            (("p",), "Postpone review"),
            (("^N",), "Next case"),
            (("s",), "Sign closure"),
            ((), "Print sheet"),
        ]
        words = " ".join(str(static.content) for static in app.screen.query(Static))
        assert "Go to the next case [of this caseworker]." in words
        assert app.screen.query_one(VerticalScroll).border_title is not None
        await pilot.press("escape")
        assert app.screen is app.today


async def test_commands_without_a_key_are_reached_through_the_palette() -> None:
    app = CommandApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"weekly")
        await app.workers.wait_for_complete()
        await pilot.press("down", "enter")
        await pilot.pause()

        assert app.today.done == ["print_sheet"]


async def test_the_palette_offers_what_can_be_done_but_not_the_moves_of_a_cursor() -> None:
    app = CommandApp()
    async with app.run_test(size=(100, 24)):
        offered = [hit.text async for hit in CommandsInReach(app.today).discover()]

        assert offered == ["Enter record", "Postpone review", "Next case", "Print sheet", "Help"]


class NoHelp(Command):
    BINDING_KEY = "p"


class Unreachable(Command):
    """Save."""

    BINDING_KEY = "ctrl+s,alt+x"


class EatsLetters(Command):
    """Go."""

    BINDING_KEY = "x"
    WHILE_TYPING = True


def test_what_is_wrong_with_the_commands_of_a_screen_is_said() -> None:
    class Wrong(Commanded):
        ACTIONS = (PostponeReview, NoHelp, Unreachable, EatsLetters)

        def action_postpone_review(self) -> None: ...

        def action_unreachable(self) -> None: ...

        def action_eats_letters(self) -> None: ...

    assert command_faults(Wrong) == (
        "Wrong: NoHelp has no handler action_no_help",
        "Wrong: NoHelp has no docstring, which is its help",
        "Wrong: Unreachable wants ctrl+s: it stops the output of many terminals",
        "Wrong: Unreachable wants alt+x: Alt opens menus, or writes letters on many keyboards",
        "Wrong: EatsLetters would take the letter x away from fields",
        "Wrong: PostponeReview and NoHelp share the key p",
    )


@pytest.mark.parametrize("owner", [TodayScreen, CommandApp, HelpScreen, LineView, VirtualTable])
def test_the_commands_of_the_kit_are_well_declared(owner: type[object]) -> None:
    assert command_faults(owner) == ()


def test_commands_of_bases_are_kept() -> None:
    class Marking(TodayScreen):
        ACTIONS: ClassVar[tuple[type[Command], ...]] = (PrintSheet,)
        BINDINGS: ClassVar[list[BindingType]] = [("f5", "refresh", "Refresh")]

    assert commands_of(Marking) == (PrintSheet, EnterRecord, PostponeReview, NextCase, SignClosure)
    assert {"f5", "p", "enter"} <= set(Marking._merged_bindings.key_to_bindings if Marking._merged_bindings else {})


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("p", "p"), ("G", "G"), ("f9", "F9"), ("ctrl+n", "^N"), ("question_mark", "?"), ("slash", "/"), ("colon", ":"),
        ("enter", "Enter"), ("shift+tab", "Shift+Tab"), ("pagedown", "PgDn"), ("f", "f"),
    ],
)  # fmt: skip
def test_keys_are_called_as_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


@pytest.mark.parametrize("key", ["ctrl+enter", "ctrl+space", "ctrl+s", "alt+x", "ctrl+m", "ctrl+shift+p"])
def test_keys_that_some_terminal_swallows_are_refused(key: str) -> None:
    assert key_fault(key) != ""


@pytest.mark.parametrize("key", ["p", "f2", "ctrl+n", "ctrl+p", "space", "shift+tab"])
def test_keys_that_reach_us_everywhere_are_taken(key: str) -> None:
    assert key_fault(key) == ""


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
def test_help_looks_as_it_did(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(CommandApp(), press=["question_mark"], terminal_size=size)
