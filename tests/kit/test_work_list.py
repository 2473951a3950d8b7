"""Grouped lines: what to act on first, what is in order folded away, one cursor over all of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from textual.app import App, ComposeResult
from textual.message import Message

from supervisor_tui.domain.answers import Result
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import UNICODE_MARKS
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import GroupChosen, LineChosen, LineHighlighted, WorkList


class Check(NamedTuple):
    """A line of a closing workspace."""

    rule: str
    result: Result
    text: str
    note: str = ""


COLUMNS: tuple[Column[Check], ...] = (
    Column("mark", "", lambda check: check.result, width=1),
    Column("text", "", lambda check: check.text, width=30, flex=3),
    Column("note", "", lambda check: Cell(check.note, Tone.QUIET), width=20, flex=1, leaves_first=1),
)

NOW = Check("R-1", Result.UNKNOWN, "feedback of the child through a neutral reader", "whoever is neutral")
ASKED = Check("R-2", Result.FAIL, "approval of the Sub-County Children's Officer", "asked 18 Nov")
LATER = Check("R-3", Result.FAIL, "one month since the final review of 15 Nov", "from 15 Dec 2026")
IN_ORDER = tuple(Check(f"P-{number}", Result.PASS, f"in order {number}") for number in range(24))
MANY = tuple(Check(f"M-{number}", Result.FAIL, f"late visit {number}") for number in range(7))


def closing_groups() -> tuple[Group[Check], ...]:
    return (
        Group("now", "CAN BE DONE NOW", (NOW,), count=1),
        Group("someone", "WAITS FOR SOMEONE", (ASKED,), count=1),
        Group("date", "WAITS FOR A DATE", (LATER,), count=1),
        Group("undecided", "THE AGENCY HAS NOT DECIDED", note="how long to watch after the plan ends"),
        Group(
            "order",
            "24 in order",
            IN_ORDER,
            note="(19 recorded · 3 imported · 2 as told)",
            mark=Result.PASS,
            folded=True,
        ),
    )


class ListApp(App[None]):
    def __init__(self, groups: Sequence[Group[Check]]) -> None:
        super().__init__()
        self.list = WorkList(
            COLUMNS, groups, line_key=lambda check: check.rule, empty="Nothing stands in the way.", marks=UNICODE_MARKS
        )
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_line_chosen(self, message: LineChosen[Check]) -> None:
        self.heard.append(message)

    def on_group_chosen(self, message: GroupChosen[Check]) -> None:
        self.heard.append(message)

    def on_line_highlighted(self, message: LineHighlighted[Check]) -> None:
        self.heard.append(message)


def lines_on_screen(app: ListApp) -> list[str]:
    return [text for y in range(app.list.size.height) if (text := app.list.render_line(y).text.rstrip())]


async def test_the_cursor_begins_on_the_first_line_to_act_on_and_steps_over_headings() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)) as pilot:
        seen = [app.list.line]
        for _ in range(4):
            await pilot.press("down")
            seen.append(app.list.line)

        assert seen == [NOW, ASKED, LATER, None, None]
        await pilot.press("up", "up", "k", "k")
        assert app.list.line == NOW


async def test_lines_stand_below_their_headings() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)):
        assert lines_on_screen(app) == [
            "  CAN BE DONE NOW  1",
            "▸ ?  feedback of the child through a neutral reader   whoever is neutral",
            "  WAITS FOR SOMEONE  1",
            "  ✗  approval of the Sub-County Children's Officer    asked 18 Nov",
            "  WAITS FOR A DATE  1",
            "  ✗  one month since the final review of 15 Nov       from 15 Dec 2026",
            "  THE AGENCY HAS NOT DECIDED  how long to watch after the plan ends",
            "  + ✓ 24 in order  (19 recorded · 3 imported · 2 as told)",
        ]


async def test_enter_chooses_a_line_opens_what_is_folded_and_closes_it_again() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("enter", "end", "enter")
        opened = len(lines_on_screen(app))
        await pilot.press("enter")
        await pilot.pause()

        assert opened == 8 + 24
        assert len(lines_on_screen(app)) == 8
        assert [message.line for message in app.heard if isinstance(message, LineChosen)] == [NOW]


async def test_a_heading_without_lines_is_a_line_of_its_own() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()

        assert [message.group.key for message in app.heard if isinstance(message, GroupChosen)] == ["undecided"]


async def test_a_long_group_shows_its_first_lines_and_how_many_wait() -> None:
    app = ListApp((Group("late", "ACT NOW", MANY, count=7, first=3), Group("rest", "THIS WEEK", (NOW,))))
    async with app.run_test(size=(80, 24)) as pilot:
        assert lines_on_screen(app)[3:5] == ["  ✗  late visit 2", "  … 4 more"]

        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()

        assert app.list.line == MANY[3]
        assert lines_on_screen(app)[-3:] == [
            "  ✗  late visit 6",
            "  THIS WEEK",
            "  ?  feedback of the child through a neutral reader   whoever is neutral",
        ]


async def test_after_something_was_recorded_the_cursor_comes_back_to_its_line() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        app.list.replace_groups(closing_groups()[1:])
        assert app.list.line == LATER

        app.list.replace_groups(closing_groups()[:2])
        assert app.list.line == ASKED


async def test_a_line_that_says_something_else_now_is_told_again() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        app.heard.clear()
        answered = ASKED._replace(note="refused 20 Nov")
        app.list.replace_groups((closing_groups()[0], Group("someone", "WAITS FOR SOMEONE", (answered,))))
        await pilot.pause()

        assert [message.line for message in app.heard if isinstance(message, LineHighlighted)] == [answered]


async def test_the_cursor_stays_with_its_heading_when_lines_come_above_it() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        app.list.replace_groups((Group("late", "LATE", MANY), *closing_groups()))
        await pilot.pause()

        assert any("▸ + ✓ 24 in order" in line for line in lines_on_screen(app))


async def test_a_folded_line_can_be_gone_to() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.list.go_to("P-20")
        await pilot.pause()

        assert app.list.line == IN_ORDER[20]
        assert any("▸ ✓  in order 20" in line for line in lines_on_screen(app))
        assert not app.list.go_to("P-99")


async def test_nothing_at_all_is_said_in_words() -> None:
    app = ListApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down")

        assert lines_on_screen(app) == ["  Nothing stands in the way."]
        assert app.heard == []


async def test_the_line_of_the_cursor_is_told_once_for_each_move() -> None:
    app = ListApp(closing_groups())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "up")
        await pilot.pause()

        told = [message.line for message in app.heard if isinstance(message, LineHighlighted)]
        assert told == [NOW, ASKED, NOW]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
def test_the_list_looks_as_it_did(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    app = ListApp(closing_groups())

    assert snap_compare(app, press=["down", "down"], terminal_size=size)
