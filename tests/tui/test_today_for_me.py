"""What waits for the person at the desk stands on Today under FOR ME, and Enter opens the place where it is done."""

from dataclasses import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.casework.today import today
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.tui.today.today_groups import today_groups
from supervisor_tui.tui.today.today_screen import TodayScreen
from supervisor_tui.tui.transfers.transfer_screen import TransferScreen
from tests.casework.transfers.handing_over import AGAINST, AGREED, PROPOSED, TOLD, done
from tests.tui.agency import AMOS, RUTH
from tests.tui.at_the_screen import at_desk, line_with, press
from tests.tui.demo_office import demo
from tests.tui.meetings.called import shows

__all__ = ["demo"]

GRACE = Person(PersonCode("M-01"), "Grace", (Role.MANAGER,))


async def test_a_hand_over_to_sign_is_shown_to_the_manager_and_enter_opens_it(desk: Desk) -> None:
    desk.store.people.add(GRACE, RUTH.code)
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.OVERRULE, AGAINST)
    async with at_desk(replace(desk, person=GRACE)) as pilot:
        assert line_with(pilot, "FOR ME") == "FOR ME 2"
        assert line_with(pilot, "to AG-11") == "H C-0117 hand-over to AG-11 to sign Amos"
        screen = pilot.app.screen
        assert isinstance(screen, TodayScreen)
        screen.list.go_to("hand-over/C-0117")
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


def test_the_heading_says_of_what_kinds_there_is_more_than_is_seen(demo: Desk) -> None:
    bring_up_to_date(demo, out_of_date(demo))
    page = today(demo)
    (mine,) = (one for one in today_groups(page, (), by_worker=False, bar="█") if one.key == "mine")
    assert (mine.count, mine.note) == (12, "8 closings to sign · 1 to hand over · 3 minutes to approve")
