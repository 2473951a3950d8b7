"""Hand-overs on the screen: the next act first, a load held back by one file, a case opened again with its story."""

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.casework.reopening import reopen
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.batches import batch_view, propose_together
from supervisor_tui.casework.transfers.doing import do
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.status import worker
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.virtual_table import VirtualTable
from supervisor_tui.tui import doors
from supervisor_tui.tui.main_screens import CASELOAD
from supervisor_tui.tui.transfers.act_screen import ActScreen
from supervisor_tui.tui.transfers.hand_on_screen import HandOnScreen
from supervisor_tui.tui.transfers.load_screen import LoadScreen
from supervisor_tui.tui.transfers.pack_screen import PackScreen
from supervisor_tui.tui.transfers.transfer_screen import TransferScreen
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen, settled, told
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]
TODAY = date(2026, 11, 21)
WAITS, FIRST, SECOND = CaseCode("C-0209"), CaseCode("C-0200"), CaseCode("C-0201")
PROPOSED = {"agency": "AG-11", "reason": "our programme ends", "grounds": ["programme_ends"]}
TOLD = {"what": "file", "who": "W-03", "until": "2026-11-30", "explained_on": "2026-11-21"}
SIZES = pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])


@pytest.fixture
def current(demo: Desk) -> Desk:
    """The demo with every row worked out for the day."""
    bring_up_to_date(demo, out_of_date(demo))
    return demo


@pytest.fixture
def load(current: Desk) -> str:
    """A load of two: one agrees and is planned, of the other nobody has written down anything."""
    name = propose_together(current, (FIRST, SECOND), PROPOSED)
    assert isinstance(name, str)
    do(current, FIRST, TransferAct.CONSENT, {"giver": "caregiver", "form": "consent", "sections": ["plan"]})
    do(current, FIRST, TransferAct.PLAN, TOLD)
    return name


@pytest.mark.parametrize("screen", [TransferScreen, LoadScreen, HandOnScreen, PackScreen, ActScreen])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def test_the_first_line_is_the_next_act_and_enter_opens_its_form(current: Desk) -> None:
    async with at_desk(current) as pilot:
        await pilot.app.push_screen(doors.case_file(WAITS))
        await settled(pilot)
        await press(pilot, "h")
        assert shows(pilot, TransferScreen)
        assert line_with(pilot, "▸").startswith("▸ The other agency accepts")
        await press(pilot, "enter")
        assert shows(pilot, ActScreen)
        await press(pilot, "f2")
        assert line_with(pilot, "▸").startswith("▸ Close the case as handed over")


async def test_without_consent_no_list_is_made_and_the_sentence_says_why(current: Desk, load: str) -> None:
    async with at_desk(current) as pilot:
        await pilot.app.push_screen(doors.transfer(SECOND))
        await settled(pilot)
        await press(pilot, "p", "enter", "enter")
        assert "It is not known whether child or family agree" in seen(pilot)


async def test_marked_cases_become_a_load_that_one_open_file_holds_back(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        await press(pilot, "space", "space", "a", "tab", "=AG-11", "tab", "=our programme ends", "f2")
        assert shows(pilot, LoadScreen)
        assert "NOT SETTLED 2 nothing of this load goes until these are settled" in line_with(pilot, "NOT SETTLED")
        await press(pilot, "x")
        assert "Until that is settled, nothing of B-20261121 goes." in told(pilot)[-1]
        await press(pilot, "enter")
        assert shows(pilot, TransferScreen)


async def test_that_a_load_has_gone_is_written_at_the_second_press_only(current: Desk, load: str) -> None:
    do(current, SECOND, TransferAct.CONSENT, {"giver": "caregiver", "form": "consent", "agreed": "no"})
    async with at_desk(current) as pilot:
        await pilot.app.push_screen(doors.load(load))
        await settled(pilot)
        await press(pilot, "x")
        question = "Load B-20261121, 1 file goes, 1 kept here: the same key again writes that it has gone."
        assert told(pilot)[-1] == question
        assert gone(current, load) == []
        await press(pilot, "x")
        assert told(pilot)[-1] == "1 went, 1 stay."
        assert gone(current, load) == [FIRST]


async def test_a_load_of_which_nothing_goes_says_what_the_key_does(current: Desk, load: str) -> None:
    for code in (FIRST, SECOND):
        do(current, code, TransferAct.CONSENT, {"giver": "caregiver", "form": "consent", "agreed": "no"})
    async with at_desk(current) as pilot:
        await pilot.app.push_screen(doors.load(load))
        await settled(pilot)
        await press(pilot, "x")
        nothing = "Load B-20261121, no file goes, 2 kept here: the same key again takes them out of the load."
        assert told(pilot)[-1] == nothing


async def test_a_load_that_changed_since_it_was_asked_about_is_asked_about_again(current: Desk, load: str) -> None:
    do(current, SECOND, TransferAct.CONSENT, {"giver": "caregiver", "form": "consent", "agreed": "no"})
    async with at_desk(current) as pilot:
        await pilot.app.push_screen(doors.load(load))
        await settled(pilot)
        await press(pilot, "x")
        do(current, SECOND, TransferAct.CONSENT, {"giver": "caregiver", "form": "consent", "sections": ["plan"]})
        do(current, SECOND, TransferAct.PLAN, TOLD)
        await press(pilot, "x")
        assert told(pilot)[-1].startswith("Load B-20261121, 2 files go, 0 kept here")
        assert gone(current, load) == []


def gone(desk: Desk, load: str) -> list[CaseCode]:
    """Return the cases of a load that are written down as gone."""
    return [line.case for line in batch_view(desk, load).lines if line.gone_on is not None]


async def test_an_agency_that_is_not_known_is_pointed_out_and_kept_with_a_second_f2(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        await press(pilot, "space", "space", "a", "tab", "=AG-99", "tab", "=our programme ends", "f2")
        assert "No agency AG-99 is known here. Known: AG-" in " ".join(seen(pilot).split())
        assert "F2 again saves it as it is." in seen(pilot)
        await press(pilot, "f2")
        assert shows(pilot, LoadScreen)


async def test_marked_cases_are_given_to_another_caseworker_all_at_once(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        codes = [row.summary.case for row in pilot.app.screen.query_one(VirtualTable).rows[:2]]
        await press(pilot, "space", "space", "w", "=Noor", "enter", "=leave", "enter", "=Amos", "enter")
        pilot.app.screen.query_one("#file", SafeInput).value = ""
        await press(pilot, "f2")
    assert {worker(current.case(code)) for code in codes} == {"W-03"}


@pytest.mark.parametrize("file", ["list.txt", "~nobody-of-that-name/list.pdf", "/nowhere/list.pdf"])
async def test_a_list_that_cannot_be_written_keeps_the_cases_where_they_are(current: Desk, file: str) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        codes = [row.summary.case for row in pilot.app.screen.query_one(VirtualTable).rows[:2]]
        before = [worker(current.case(code)) for code in codes]
        await press(pilot, "space", "space", "w", "=Noor", "enter", "=leave", "enter", "=Amos", "enter")
        pilot.app.screen.query_one("#file", SafeInput).value = file
        await press(pilot, "f2")
        assert shows(pilot, HandOnScreen)
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#file")
    assert [worker(current.case(code)) for code in codes] == before


async def test_who_tells_the_child_has_to_be_said(current: Desk) -> None:
    async with at_desk(current, CASELOAD) as pilot:
        await press(pilot, "w", "=Noor", "enter", "=leave", "f2")
        assert "Please say who tells the child." in seen(pilot)


async def test_a_case_opened_again_tells_both_stretches_of_work_and_keeps_the_plan_of_before(current: Desk) -> None:
    rows = current.store.closing_rows.at(["visit"])
    code = next(row.case for row in rows if row.closed_on is not None and (TODAY - row.closed_on).days < 90)
    reopen(current, code, "does not come to school")
    async with at_desk(current, size=(120, 60)) as pilot:
        await pilot.app.push_screen(doors.case_file(code))
        await settled(pilot)
        assert "24 days after it was closed, within 90: what was not seen?" in line_with(pilot, "STORY, EPISODE 2")
        assert line_with(pilot, "STORY, EPISODE 1") != ""
        await press(pilot, "right_square_bracket")
        assert "from before the case was opened again: assess first" in line_with(pilot, "GOALS")
        assert "plan of episode 1" in seen(pilot)


async def test_only_a_closed_case_can_be_opened_again(current: Desk) -> None:
    async with at_desk(current) as pilot:
        await pilot.app.push_screen(doors.case_file(WAITS))
        await settled(pilot)
        await press(pilot, "r")
        assert told(pilot)[-1] == "The case is not closed."


@SIZES
def test_a_hand_over_looks_as_it_did(current: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.transfer(WAITS))
        await settled(pilot)

    assert snap_compare(an_app(current), terminal_size=size, run_before=run_before)


@SIZES
def test_a_load_looks_as_it_did(current: Desk, load: str, snap_compare: Looks, size: tuple[int, int]) -> None:
    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.load(load))
        await settled(pilot)

    assert snap_compare(an_app(current), terminal_size=size, run_before=run_before)


@SIZES
def test_the_lines_that_give_cases_on_look_as_they_did(
    current: Desk, snap_compare: Looks, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ruth")

    async def run_before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "w")

    assert snap_compare(an_app(current, CASELOAD), terminal_size=size, run_before=run_before)
