"""What waits for the person at the desk stands on Today under FOR ME, and Enter opens the place where it is done."""

from dataclasses import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.tui.today.today_screen import TodayScreen
from supervisor_tui.tui.transfers.transfer_screen import TransferScreen
from tests.casework.transfers.handing_over import AGAINST, AGREED, PROPOSED, TOLD, done
from tests.tui.agency import AMOS, RUTH
from tests.tui.at_the_screen import at_desk, line_with, press
from tests.tui.meetings.called import shows

GRACE = Person(PersonCode("M-01"), "Grace", (Role.MANAGER,))


async def test_a_hand_over_to_sign_is_shown_to_the_manager_and_enter_opens_it(desk: Desk) -> None:
    desk.store.people.add(GRACE, RUTH.code)
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.OVERRULE, AGAINST)
    async with at_desk(replace(desk, person=GRACE)) as pilot:
        assert line_with(pilot, "FOR ME") == "FOR ME 2"
        assert line_with(pilot, "to AG-11") == "H C-0117 hand-over to AG-11 to sign Amos"
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("hand-over/C-0117")
        await press(pilot, "enter")
        assert shows(pilot, TransferScreen)
        await press(pilot, "escape")
        assert line_with(pilot, "▸") == "▸ H C-0117 hand-over to AG-11 to sign Amos"


async def test_a_hand_over_whose_next_act_is_mine_says_which(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.CONSENT, AGREED)
    done(desk, TransferAct.PLAN, TOLD)
    async with at_desk(replace(desk, person=AMOS)) as pilot:
        assert line_with(pilot, "to AG-11") == "H C-0117 hand-over to AG-11: file to be handed over Amos"
