"""A panel is data of a guidance set; the kit draws every kind of section at any width."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.shown_text import cells, shown
from supervisor_tui.guidance.panels import Grid, Line, Lines, Panel, Paragraph, Stage, Stages
from supervisor_tui.kit.marks import ASCII_MARKS, UNICODE_MARKS, Marks
from supervisor_tui.kit.panel_lines import panel_lines
from supervisor_tui.kit.panel_view import PanelLineChosen, PanelView
from supervisor_tui.kit.wrapping import wrapped

SCHOOL = Line("goes to school on most days", Result.FAIL, "asked 18 Nov", RuleId("PX-P1-d"), Missing("review", "safe"))
HOME = Line("has a safe place to sleep [checked]", Result.PASS)
STAR = Panel(
    "Exit",
    (
        Stages(
            "Steps",
            (
                Stage("Intake", Result.PASS),
                Stage("Assessment", Result.PASS),
                Stage("Plan", Result.FAIL, here=True, missing="signature of the caregiver"),
                Stage("Carrying out", Result.UNKNOWN),
                Stage("Closing", Result.NA),
            ),
        ),
        Lines("Ways to exit", (HOME, SCHOOL)),
        Grid("Star", ("Area", "First", "Now"), (("health", "2", "4"), ("school\x1b[2J", "1", "3"))),
        Paragraph("Four areas are looked at twice a year.\nThe child says first."),
    ),
)


def texts(panel: Panel, width: int, marks: Marks = UNICODE_MARKS) -> list[str]:
    return ["".join(piece.text for piece in line.pieces).rstrip() for line in panel_lines(panel, width, marks)]


def test_every_section_is_drawn_with_its_signs() -> None:
    assert texts(STAR, 70) == [
        "Steps",
        "✓ Intake  ✓ Assessment  ▸✗ Plan  ? Carrying out  – Closing",
        "Plan: signature of the caregiver",
        "",
        "Ways to exit",
        "✓ has a safe place to sleep [checked]",
        "✗ goes to school on most days                             asked 18 Nov",
        "",
        "Star",
        "Area        First  Now",
        "health      2      4",
        "school␛[2J  1      3",
        "",
        "Four areas are looked at twice a year.",
        "The child says first.",
    ]


def test_on_a_narrow_screen_lines_are_broken_and_nothing_is_lost() -> None:
    assert texts(STAR, 24, ASCII_MARKS) == [
        "Steps",
        "v Intake  v Assessment",
        ">x Plan  ? Carrying out",
        "- Closing",
        "Plan: signature of the",
        "caregiver",
        "",
        "Ways to exit",
        "v has a safe",
        "  place to",
        "  sleep",
        "  [checked]",
        "x goes to       asked 1~",
        "  school on",
        "  most days",
        "",
        "Star",
        "Area        First  Now",
        "health      2      4",
        "school␛[2J  1      3",
        "",
        "Four areas are looked at",
        "twice a year.",
        "The child says first.",
    ]


@given(st.text(), st.integers(1, 30))
def test_a_wrapped_text_fits_and_keeps_its_letters(text: str, width: int) -> None:
    lines = wrapped(text, width)

    assert all(cells(line) <= width for line in lines) or width == 1
    if width > 1:
        assert "".join(lines).replace(" ", "") == shown(text, lines=True).replace("\n", "").replace(" ", "")


class PanelApp(App[None]):
    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel_view = PanelView(panel, empty="Nothing to show.", marks=UNICODE_MARKS)
        self.chosen: list[Line] = []

    def compose(self) -> ComposeResult:
        yield self.panel_view

    def on_panel_line_chosen(self, message: PanelLineChosen) -> None:
        self.chosen.append(message.line)


async def test_the_cursor_goes_over_lines_that_lead_somewhere() -> None:
    app = PanelApp(STAR)
    async with app.run_test(size=(80, 24)) as pilot:
        first = app.panel_view.line
        await pilot.press("down", "enter", "down", "enter")
        await pilot.resize_terminal(30, 24)
        await pilot.pause()

        assert first == HOME
        assert app.chosen == [SCHOOL, SCHOOL]
        assert app.panel_view.line == SCHOOL


async def test_what_the_cursor_cannot_reach_is_scrolled_to() -> None:
    app = PanelApp(STAR)
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.press("end", *["down"] * 30)
        await pilot.pause()
        assert app.panel_view.render_line(7).text.strip() == "The child says first."

        await pilot.press(*["up"] * 40)
        await pilot.pause()
        assert app.panel_view.render_line(0).text.strip() == "Steps"

        await pilot.press(*["pagedown"] * 6)
        await pilot.pause()
        assert app.panel_view.render_line(7).text.strip() == "The child says first."


async def test_another_panel_takes_the_place_and_an_empty_one_says_so() -> None:
    app = PanelApp(STAR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.panel_view.replace_panel(Panel("Exit", ()))
        await pilot.pause()

        assert app.panel_view.render_line(0).text.strip() == "Nothing to show."
        assert app.panel_view.line is None


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
def test_the_panel_looks_as_it_did(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(PanelApp(STAR), press=["down"], terminal_size=size)
