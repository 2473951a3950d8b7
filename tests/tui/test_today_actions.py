"""What was agreed and is not done on its day stands on Today by itself."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import due_lines
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.today import WEEK, today
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.records.plan import ActionOutcome
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from supervisor_tui.tui.today.today_screen import TodayScreen
from tests.tui.agency import NOW
from tests.tui.at_the_screen import at_desk, line_with, press, settled
from tests.tui.demo_office import demo
from tests.tui.meetings.called import shows

__all__ = ["demo"]

CODE = CaseCode("C-0117")


def test_an_action_of_a_meeting_is_late_the_day_after_its_day_and_stands_in_one_group(demo: Desk) -> None:
    meeting = plan_meeting(demo, MeetingKind.CONFERENCE, NOW, cases=[CODE])
    before = {(line.row.case, line.row.slot) for line in today(demo).actions_late}
    yesterday = (NOW.date()).replace(day=NOW.day - 1)
    enter(demo, meeting, Said(kind=LineKind.ACTION, text="ask the clinic", case=CODE, owner="W-02", due_on=yesterday))
    page = today(demo)
    (new,) = {(line.row.case, line.row.slot) for line in page.actions_late} - before
    assert new[0] == CODE
    assert not set(page.actions_late) & {*page.act_now, *page.this_week}
    due = due_lines(
        demo, until=NOW.date() + WEEK, workers={line.row.worker for line in page.actions_late if line.row.worker}
    )
    of_actions = [line for line in due if line.row.item.settles == ActionOutcome.KIND]
    assert {line.row.slot for line in page.actions_late if line.row.case == CODE} == {
        line.row.slot for line in of_actions if line.row.case == CODE and line.state is DueState.OVERDUE
    }


async def test_enter_on_a_late_action_opens_how_it_stands(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        assert line_with(pilot, "ACTIONS LATE").endswith("agreed in plans and meetings; Enter says how one stands")
        page = pilot.app.screen
        assert isinstance(page, TodayScreen)
        page.list.unfolded = page.list.unfolded | {"actions"}
        page._draw()
        late = today(demo).actions_late[0]
        page.list.go_to(f"{late.row.case}/{late.row.set}/{late.row.rule}/{late.row.slot}")
        await settled(pilot)
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
