"""Who a code stands for, on screen: asked for by a key, kept apart, and never in a draft."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.identity import who_is
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.tui import doors
from supervisor_tui.tui.quick.identity_screen import IdentityScreen
from tests.tui.at_the_screen import at_desk, press

CODE = CaseCode("C-0117")


async def test_a_name_is_written_down_from_the_case_file(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await pilot.pause()
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, IdentityScreen)
        await press(pilot, "=Demo Child; Demo Nickname", "f2")
        await pilot.pause()
    assert who_is(desk, CODE).names == ("Demo Child", "Demo Nickname")


async def test_what_is_typed_about_a_child_is_kept_in_no_draft(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await pilot.pause()
        await press(pilot, "i", "=Demo Child")
        await pilot.pause(1.5)
        await press(pilot, "escape")
    assert desk.store.drafts.of(desk.person.code) == ()
    assert who_is(desk, CODE).names == ()
