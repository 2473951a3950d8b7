"""The Library: found by word or rule, opened from findings, and the cases behind a page open from it."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.closing.evidence_screen import EvidenceScreen
from supervisor_tui.tui.library.library_screen import LibraryScreen
from supervisor_tui.tui.library.page_screen import PageScreen
from supervisor_tui.tui.library.quiz_screen import QuizScreen
from supervisor_tui.tui.main_screens import CASELOAD, LIBRARY, SCHEDULE, TODAY, rule_in_hand
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen, settled, told
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]
BOTH = pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])


@pytest.mark.parametrize("screen", [LibraryScreen, PageScreen, QuizScreen, EvidenceScreen])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def test_six_leads_to_the_library_and_any_word_or_rule_finds_a_page(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await press(pilot, "6", "/", "=iag-cons-04")
        assert "1 of " in line_with(pilot, "Library ·")
        assert line_with(pilot, "▸").startswith("▸ Consent and assent")
        await press(pilot, "enter", "enter")
        assert shows(pilot, PageScreen)
        assert "Child and caregiver agree before a service begins." in seen(pilot)


async def test_s_shows_the_pages_by_step_and_by_set_again(demo: Desk) -> None:
    async with at_desk(demo, LIBRARY) as pilot:
        await press(pilot, "s")
        assert line_with(pilot, "registration").startswith("Step 1: registration")
        await press(pilot, "enter")
        assert shows(pilot, PageScreen)
        await press(pilot, "escape", "s")
        assert "Step 1: registration" not in seen(pilot)


async def test_a_page_lists_the_cases_it_holds_up_and_enter_opens_one(demo: Desk) -> None:
    async with at_desk(demo, LIBRARY) as pilot:
        await press(pilot, "/", "=iag-s5-04", "enter", "enter")
        page = pilot.app.screen
        assert isinstance(page, PageScreen)
        assert [group.title for group in page.page_view.held] == ["DUE TODAY", "NOT IN ORDER"]
        code = line_with(pilot, "▸").split()[1]
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, CaseFileScreen)
        assert screen.code == code


@pytest.mark.parametrize("start", [TODAY, SCHEDULE])
async def test_g_reads_the_page_behind_a_duty(demo: Desk, start: str) -> None:
    async with at_desk(demo, start) as pilot:
        while rule_in_hand(pilot.app.screen) is None:
            await pilot.press("down")
        await press(pilot, "g")
        assert shows(pilot, PageScreen)


async def test_g_reads_the_page_behind_a_check_of_closing_and_its_evidence(demo: Desk) -> None:
    async with at_desk(demo, CASELOAD) as pilot:
        await press(pilot, "enter", "c", "g")
        assert shows(pilot, PageScreen)
        await press(pilot, "escape", "e", "g")
        assert shows(pilot, PageScreen)


async def test_a_line_without_a_rule_says_so(demo: Desk) -> None:
    async with at_desk(demo, CASELOAD) as pilot:
        await press(pilot, "g")
        assert told(pilot)[-1] == "No page of the guidance stands behind this line."


async def test_a_letter_answers_a_question_once_and_its_page_says_why(demo: Desk) -> None:
    async with at_desk(demo, LIBRARY) as pilot:
        await press(pilot, "/", "=understanding", "enter", "enter")
        assert "Compassionate" not in seen(pilot)
        await press(pilot, "b", "a")
        assert line_with(pilot, "Not quite") == "Not quite: e is right."
        await press(pilot, "e")
        assert line_with(pilot, "Not quite") == "Not quite: e is right."
        await press(pilot, "enter", "b")
        assert line_with(pilot, "Yes,") == "Yes, b."
        await press(pilot, "g")
        assert shows(pilot, PageScreen)
        assert line_with(pilot, "Step 1") != ""


async def test_on_a_narrow_terminal_too_the_foot_says_how_the_questions_begin(demo: Desk) -> None:
    async with at_desk(demo, LIBRARY, size=(80, 24)) as pilot:
        await press(pilot, "/", "=understanding", "enter", "enter")
        foot = seen(pilot).splitlines()[-1]

        assert foot.split("t as told")[0].strip() == "b questions   Esc back"


@BOTH
def test_the_library_looks_as_it_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    assert snap_compare(an_app(demo, LIBRARY), terminal_size=size, run_before=settled)


@BOTH
def test_the_library_by_step_looks_as_it_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "s")

    assert snap_compare(an_app(demo, LIBRARY), terminal_size=size, run_before=run_before)


@BOTH
def test_a_page_looks_as_it_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await press(pilot, "/", "=iag-bi-08", "enter", "enter")

    assert snap_compare(an_app(demo, LIBRARY), terminal_size=size, run_before=run_before)


@BOTH
def test_a_question_looks_as_it_did(demo: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await press(pilot, "/", "=understanding", "enter", "enter", "b", "a")

    assert snap_compare(an_app(demo, LIBRARY), terminal_size=size, run_before=run_before)
