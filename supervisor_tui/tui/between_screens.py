"""Going between the main screens: a key shows one as it was left, a second time the main screen itself."""

from supervisor_tui.tui import main_screens
from supervisor_tui.tui.desk_app import DeskApp

__all__ = ["GoesBetweenScreens"]


class GoesBetweenScreens(DeskApp):
    """An application whose number keys lead to its main screens."""

    async def action_go_to_today(self) -> None:
        """Handle `GoToToday`."""
        self._go_to(main_screens.TODAY)

    async def action_go_to_caseload(self) -> None:
        """Handle `GoToCaseload`."""
        self._go_to(main_screens.CASELOAD)

    async def action_go_to_schedule(self) -> None:
        """Handle `GoToSchedule`."""
        self._go_to(main_screens.SCHEDULE)

    async def action_go_to_meetings(self) -> None:
        """Handle `GoToMeetings`."""
        self._go_to(main_screens.MEETINGS)

    async def action_go_to_library(self) -> None:
        """Handle `GoToLibrary`."""
        self._go_to(main_screens.LIBRARY)

    async def action_go_to_settings(self) -> None:
        """Handle `GoToSettings`."""
        self._go_to(main_screens.SETTINGS)

    def _go_to(self, mode: str) -> None:
        """Show a main screen as it was left; asked for a second time, the main screen itself."""
        if self.current_mode != mode:
            self.switch_mode(mode)
            return
        for _screen in self.screen_stack[1:]:
            self.pop_screen()
