"""From a case file to its endings: closing, another agency, and opened again."""

from typing import Generic, TypeVar

from supervisor_tui.casework.reopening import came_back
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.tui import doors
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import _

__all__ = ["CaseEndings"]

FoundT = TypeVar("FoundT")


class CaseEndings(ReadingScreen[FoundT], Generic[FoundT]):
    """A screen about one case, `code`, whose end and new beginning can be reached from it."""

    code: CaseCode

    def action_open_closing(self) -> None:
        """Handle `OpenClosing`."""
        self.app.push_screen(doors.closing(self.code))

    def action_to_another_agency(self) -> None:
        """Handle `ToAnotherAgency`."""
        self.app.push_screen(doors.transfer(self.code))

    def action_open_again(self) -> None:
        """Handle `OpenAgain`: how long the case was closed, and what opening it again asks for, or asked for."""
        case = self.desk.case(self.code)
        if came_back(self.desk, case, self.desk.as_of) is None:
            tell(self, _("The case is not closed."))
        else:
            self.app.push_screen(doors.reopening(self.code))
