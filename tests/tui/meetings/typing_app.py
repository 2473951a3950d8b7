"""The application with a meeting open, run in a process of its own that is killed while somebody types."""

from pathlib import Path

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.guidance.discovery import load
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.open_store import unlock
from supervisor_tui.tui import doors
from tests.tui import field_practice
from tests.tui.agency import NOW, PASSPHRASE, RUTH, Clock, an_agency
from tests.tui.at_the_screen import an_app
from tests.tui.meetings.called import a_conference


def main(folder: str) -> None:
    """Make the small agency, call a meeting about two cases and open it."""
    desk = an_agency(Path(folder))
    _hold(desk, a_conference(desk, "C-0117", "C-0048").id)


def again(folder: str) -> None:
    """Open the meeting of the agency that is there."""
    store = unlock(Path(folder), RUTH.short_name, PASSPHRASE, clock=Clock(NOW))
    host = PluginHost(load([(field_practice.SET, lambda: field_practice)]))
    _hold(Desk(store, host, RUTH, Clock(NOW)), MeetingId("M-0001"))


def _hold(desk: Desk, meeting: MeetingId) -> None:
    app = an_app(desk)
    app.call_later(lambda: app.push_screen(doors.meeting(meeting)))
    app.run()
