"""A meeting into an .ics file, to send or to open in a calendar: codes only."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from supervisor_tui.casework.meetings.calendar_entry import meeting_calendar, usual_calendar_name
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.exchange.paper.paper_file import write_new_file
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui.dialog import labelled
from supervisor_tui.tui.file_dialog import FileDialog
from supervisor_tui.wording import N_, _

__all__ = ["CalendarScreen"]


class CalendarScreen(FileDialog):
    """Asks which file."""

    HEADING = N_("Into a calendar")

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = self.heading()

    def rows(self) -> Iterable[Widget]:
        """Return the line: which file."""
        usual = Path.home() / usual_calendar_name(self.number)
        yield labelled(_("File"), SafeInput(str(usual), id="file"))
        yield SafeStatic(content(_("Send it, or open it in a calendar. It holds codes, never a name.")), classes="hint")

    def write_to(self, path: Path) -> Path:
        """Write the entry."""
        write_new_file(path, meeting_calendar(self.desk, self.number))
        return path
