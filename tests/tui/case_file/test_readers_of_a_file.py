"""A file that is not theirs opens after a reason; who reads a file stands behind one key."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.opening_files import readers, say_why
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.need_to_know import Because
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.kit.command import command_faults
from supervisor_tui.tui import doors
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.case_file.readers_dialog import ReadersDialog
from supervisor_tui.tui.case_file.why_read_dialog import WhyReadDialog
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.today.today_screen import TodayScreen
from tests.tui.agency import LEILA, NOW, RUTH, an_agency
from tests.tui.at_the_screen import NARROW, WIDE, an_app, at_desk, line_with, press, seen, settled
from tests.tui.meetings.called import shows

Looks = Callable[..., bool]
OURS, THEIRS = CaseCode("C-0117"), CaseCode("C-0062")
"""A case of Amos, for whom Ruth answers, and one that was given to somebody of another team."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Ruth's desk, with another team beside hers."""
    made = an_agency(tmp_path / "store")
    made.store.people.add(Person(PersonCode("S-02"), "Samira", (Role.SUPERVISOR,)), RUTH.code)
    tirza = Person(PersonCode("W-12"), "Tirza", (Role.CASEWORKER,), supervisor=PersonCode("S-02"))
    made.store.people.add(tirza, RUTH.code)
    save(made, THEIRS, [Draft(Assignment(worker=tirza.code, reason="moves"), NOW.date())])
    return made


async def opens(pilot: Pilot[None], code: CaseCode) -> None:
    await pilot.app.push_screen(doors.case_file(code))
    await settled(pilot)


@pytest.mark.parametrize("screen", [WhyReadDialog, ReadersDialog])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def test_nothing_of_the_file_is_shown_until_the_reason_is_given(desk: Desk) -> None:
    async with at_desk(desk, size=NARROW) as pilot:
        await opens(pilot, THEIRS)
        assert shows(pilot, WhyReadDialog)
        assert "Tirza" not in seen(pilot)
        assert "age" not in seen(pilot)
        await press(pilot, "enter", "f2")
        assert line_with(pilot, "Please type the number of one of the reasons") != ""
        await press(pilot, "=5", "enter", "=the school complained", "enter")
        assert shows(pilot, CaseFileScreen)
        assert "carried by Tirza" in seen(pilot)
    (one,) = readers(desk, THEIRS).let_in
    assert (one.person, one.by, one.because, one.words, one.until) == (
        *("S-01", "S-01"),
        *(Because.COMPLAINT, "the school complained", NOW.date()),
    )


async def test_escape_goes_back_and_nothing_is_noted(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await opens(pilot, THEIRS)
        await press(pilot, "escape")
        assert shows(pilot, TodayScreen)
    assert (readers(desk, THEIRS).let_in, readers(desk, THEIRS).opened) == ((), ())


async def test_every_screen_about_one_case_asks(desk: Desk) -> None:
    for door in (doors.closing, doors.closing_steps, doors.closing_report, doors.case_picture, doors.transfer):
        async with at_desk(desk) as pilot:
            await pilot.app.push_screen(door(THEIRS))
            await settled(pilot)
            assert shows(pilot, WhyReadDialog), door.__name__
            await press(pilot, "escape")
            assert shows(pilot, TodayScreen), door.__name__


async def test_what_was_opened_once_is_asked_for_once_that_day(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await opens(pilot, THEIRS)
        await press(pilot, "=3", "f2", "c")
        assert shows(pilot, ClosingScreen)


async def test_today_tells_which_of_their_files_somebody_else_opened_and_why(desk: Desk) -> None:
    samira = replace(desk, person=Person(PersonCode("S-02"), "Samira", (Role.SUPERVISOR,)))
    say_why(samira, OURS, Because.CHECKS_FILES)
    async with at_desk(desk) as pilot:
        assert line_with(pilot, "OPENED BY OTHERS") == (
            "OPENED BY OTHERS 1 files of yours that somebody else opened in the last 7 days, and why"
        )
        assert line_with(pilot, "checks case files") == "C-0117 checks case files for quality Samira today 09:31"


async def test_another_reason_is_told_in_words(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await opens(pilot, THEIRS)
        await press(pilot, "=7", "enter", "enter")
        assert line_with(pilot, "Please say in a few words why") != ""
        assert shows(pilot, WhyReadDialog)


async def test_who_reads_a_file_stands_behind_v_and_somebody_is_let_in(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await opens(pilot, OURS)
        await press(pilot, "v")
        assert "carried by Amos · answers for them: Ruth" in seen(pilot)
        assert "Opened by 1 person in 30 days: Ruth" in seen(pilot)
        await press(pilot, "=Leila", "enter", "=+7d", "enter", "=1", "enter", "=on leave", "enter")
        assert shows(pilot, CaseFileScreen)
    (one,) = readers(desk, OURS).let_in
    assert (one.person, one.by, one.because, one.words) == (LEILA.code, RUTH.code, Because.STANDS_IN, "on leave")


async def test_of_two_who_are_called_alike_the_code_is_asked_for(desk: Desk) -> None:
    desk.store.people.add(Person(PersonCode("W-77"), "Leila", (Role.CASEWORKER,)), RUTH.code)
    async with at_desk(desk) as pilot:
        await opens(pilot, OURS)
        await press(pilot, "v", "=Leila", "enter", "=+7d", "enter", "=1", "f2")
        assert line_with(pilot, "Several people are called Leila") != ""
        assert shows(pilot, ReadersDialog)
    assert readers(desk, OURS).let_in == ()


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
@pytest.mark.parametrize(("code", "keys"), [(THEIRS, ()), (OURS, ("v",))], ids=["why", "readers"])
def test_it_looks_as_it_did(
    desk: Desk, snap_compare: Looks, code: CaseCode, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async def there(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await opens(pilot, code)
        await press(pilot, *keys)

    assert snap_compare(an_app(desk), terminal_size=size, run_before=there)
