"""The application with a meeting open, run in a process of its own that is killed while somebody types."""

from pathlib import Path

from supervisor_tui.tui import doors
from tests.tui.agency import an_agency
from tests.tui.at_the_screen import an_app
from tests.tui.meetings.called import a_conference


def main(folder: str) -> None:
    """Make the small agency, call a meeting and open it."""
    desk = an_agency(Path(folder))
    meeting = a_conference(desk)
    app = an_app(desk)
    app.call_later(lambda: app.push_screen(doors.meeting(meeting.id)))
    app.run()
