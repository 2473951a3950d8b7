"""The monitoring calendar of the caseload: its rows, and the screen that shows them."""

from datetime import date

import msgspec
from textual.app import App

from reintegration_benchmarks.caseload_calendar import CalendarRow, NextDuty, calendar_rows, not_placed
from reintegration_benchmarks.guidance import SET
from reintegration_benchmarks.screens import CaseloadCalendarScreen
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.guidance.panels import Grid, Paragraph
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.panel_view import PanelView
from supervisor_tui.kit.safe_text import Line
from supervisor_tui.testing import written
from tests.plugins.reintegration_benchmarks.the_case import (
    HOST,
    Happened,
    approved,
    conference,
    farewell,
    moved,
    review,
    the_case,
    visit,
)

TODAY = date(2026, 9, 20)
SETTINGS = HOST.settings(SET, None)


def a_caseload() -> tuple[CaseFile, ...]:
    def case(code: str, *happened: Happened) -> CaseFile:
        return the_case(*happened, as_of=TODAY.isoformat(), code=code)

    return (
        case("C-0011"),
        case("C-0048", moved("2026-08-20"), visit("2026-09-03"), visit("2026-09-16")),
        case(
            "C-0062",
            moved("2026-01-15"),
            *(visit(day) for day in ("2026-01-29", "2026-02-12", "2026-02-26", "2026-03-12")),
            visit("2026-04-15"),
            visit("2026-05-15", None),
            visit("2026-06-15"),
            visit("2026-07-15"),
            review("2026-07-15"),
        ),
        case(
            "C-0077",
            moved("2025-08-31"),
            *(visit(f"2026-{month:02}-10") for month in range(1, 10)),
            review("2026-02-28"),
            review("2026-08-15"),
            conference("2026-08-20"),
            approved("2026-08-21"),
            farewell("2026-09-15"),
        ),
        case("C-0090", moved("2026-01-15"), written(Closure(reason=ClosureReason.TRANSFER), "2026-03-01")),
    )


def an_unreadable_case() -> CaseFile:
    move = msgspec.structs.replace(moved("2026-01-15"), body=msgspec.Raw(b'{"form":"castle"}'))
    return the_case(move, as_of=TODAY.isoformat(), code="C-0099")


def test_a_row_tells_the_visit_and_the_review_to_act_on_first_and_late_ones_lead() -> None:
    cases = a_caseload()

    rows = calendar_rows(cases, TODAY, SETTINGS)

    assert rows == (
        CalendarRow(
            CaseCode("C-0062"),
            date(2026, 1, 15),
            NextDuty("M8", date(2026, 9, 15), DueState.OVERDUE, 5),
            NextDuty("R12", date(2027, 1, 15), DueState.UPCOMING, 0),
            missed=1,
            not_known=1,
        ),
        CalendarRow(
            CaseCode("C-0077"),
            date(2025, 8, 31),
            NextDuty("M13", date(2026, 9, 30), DueState.DUE, 0),
            NextDuty("R12+1", date(2027, 2, 15), DueState.UPCOMING, 0),
            missed=5,
            closing=date(2026, 9, 15),
        ),
        CalendarRow(
            CaseCode("C-0048"),
            date(2026, 8, 20),
            NextDuty("F3", date(2026, 10, 1), DueState.UPCOMING, 0),
            NextDuty("R6", date(2027, 2, 20), DueState.UPCOMING, 0),
        ),
    )
    assert not_placed(cases, rows) == 2


def test_a_case_that_cannot_be_read_stands_first_and_the_others_are_told() -> None:
    rows = calendar_rows((*a_caseload(), an_unreadable_case()), TODAY, SETTINGS)

    assert rows[0] == CalendarRow(CaseCode("C-0099"), unreadable=True)
    assert len(rows) == 4


class Opened(App[None]):
    """An application that shows the screen as the product's does."""

    def __init__(self, cases: tuple[CaseFile, ...]) -> None:
        super().__init__()
        self.calendar = CaseloadCalendarScreen(cases, TODAY, SETTINGS)

    def on_mount(self) -> None:
        self.push_screen(self.calendar)


def codes(screen: CaseloadCalendarScreen) -> list[str]:
    return [row.case for row in screen.table.rows]


async def test_the_screen_shows_the_caseload_and_the_calendar_of_the_case_under_the_cursor() -> None:
    app = Opened(a_caseload())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = app.calendar

        assert screen.faults == []
        assert codes(screen) == ["C-0062", "C-0077", "C-0048"]
        heading = screen.query_one("#calendar-heading", Line).text.plain
        assert heading == "Monitoring calendar, 2026-09-20  1 late of 3 children placed  2 not placed or closed"
        visits, _reviews = screen.query_one(PanelView).panel.sections
        assert isinstance(visits, Grid)
        assert [row[0] for row in visits.rows] == ["M7", "M8", "M9", "M10"]
        await pilot.press("down")
        await pilot.pause()
        assert screen.query_one(PanelView).panel.title == "C-0077"


async def test_late_only_and_sorting_are_a_key_each() -> None:
    app = Opened(a_caseload())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.calendar

        await pilot.press("l")
        assert codes(screen) == ["C-0062"]
        await pilot.press("l", "s")
        assert (codes(screen), screen.table.sort and screen.table.sort.column) == (
            ["C-0048", "C-0062", "C-0077"],
            "case",
        )
        await pilot.press("s")
        assert codes(screen) == ["C-0077", "C-0062", "C-0048"]
        await pilot.press(*"ssssss")
        assert (codes(screen)[0], screen.table.sort and screen.table.sort.column) == ("C-0077", "closing")
        await pilot.press("s")
        assert (codes(screen)[0], screen.table.sort) == ("C-0062", None)


async def test_a_click_on_a_title_sorts_and_a_second_one_turns_the_order() -> None:
    app = Opened(a_caseload())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

        await pilot.click("#caseload-calendar", offset=(3, 0))
        await pilot.pause()
        assert codes(app.calendar) == ["C-0048", "C-0062", "C-0077"]
        await pilot.click("#caseload-calendar", offset=(3, 0))
        await pilot.pause()
        assert codes(app.calendar) == ["C-0077", "C-0062", "C-0048"]


async def test_a_caseload_without_anybody_placed_or_late_says_so() -> None:
    app = Opened(a_caseload()[:1])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert app.calendar.table.empty == "No child in view is placed in family or community care."
        await pilot.press("l")
        assert app.calendar.table.empty == "Nothing is late."


async def test_a_case_that_cannot_be_read_is_named_and_breaks_nothing() -> None:
    app = Opened((an_unreadable_case(),))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert app.calendar.faults == []
        (said,) = app.calendar.query_one(PanelView).panel.sections
        assert isinstance(said, Paragraph)
        assert "cannot be read" in said.text


def test_the_commands_of_the_screen_are_in_order() -> None:
    assert command_faults(CaseloadCalendarScreen) == ()


def test_the_path_of_the_screen_leads_to_it() -> None:
    ((set_id, source),) = HOST.screens()

    assert (set_id, source.screen) == (SET, f"{CaseloadCalendarScreen.__module__}:{CaseloadCalendarScreen.__name__}")
