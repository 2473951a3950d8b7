"""A closure taken from request to report by keys alone, with what a new user knows from the guide."""

from supervisor_tui.casework.demo_store import DEMO_PASSPHRASE
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Approval, Closure, ClosureRequest
from supervisor_tui.domain.status import Status, status
from supervisor_tui.tui.closing.report_screen import ReportScreen
from tests.tui.at_the_screen import NARROW, at_desk, line_with, press, seen, written
from tests.tui.meetings.called import shows

CODE = CaseCode("C-0101")
"""In the demo: an open case, nobody asked for closing, the Inter-Agency Guidelines decide."""

FIND = ("/", f"={CODE}", "enter", "c")
ASK = ("enter", "1", "f2")
APPROVE = ("s", "2", "enter", "1", "enter", "=Grace", "f2", f"={DEMO_PASSPHRASE}", "f2")
CLOSE = ("x", "=the family moved abroad", "f2")


async def test_a_closure_goes_from_request_to_report_by_keys_alone(demo: Desk) -> None:
    async with at_desk(demo, size=NARROW) as pilot:
        await press(pilot, *FIND)
        assert "Ask for closing" in line_with(pilot, "▸")
        await press(pilot, *ASK)
        assert "goals met and safe" in line_with(pilot, f"Closing · {CODE} · asked for today")
        await press(pilot, *APPROVE)
        assert "A manager authorised the closing" not in seen(pilot)
        await press(pilot, *CLOSE)
        assert f"Closing · {CODE} · closed today · goals met and safe" in seen(pilot)
        await press(pilot, "r")
        assert shows(pilot, ReportScreen)
        assert "the family moved abroad" in line_with(pilot, "CLOSED ALL THE SAME")
        assert "manager, W-31" in line_with(pilot, "Approved")
    assert status(demo.case(CODE)) is Status.CLOSED
    assert written(demo, CODE, ClosureRequest)[-1].reason is not None
    assert written(demo, CODE, Approval)[-1].approver == "W-31"
    assert written(demo, CODE, Closure)[-1].because == "the family moved abroad"
