"""While a meeting is shown to others: every door of the application but its own is held shut until it is left.

The commands are not offered, and here, where every screen has to pass, one that is not made to be shown is not let
through: a door that somebody adds later is shut by itself.
"""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widget import AwaitMount

from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.help_screen import HelpScreen
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui.desk_app import DeskApp
from supervisor_tui.wording import N_, _

__all__ = ["HoldsDoorsShut", "ShutDoor", "may_be_seen"]


class BackToTheMeeting(Command):
    """Go back to what is shown."""

    BINDING_KEY = "escape,enter"
    TITLE = N_("Back")
    FOOTER = N_("back")


class ShutDoor(Commanded, ModalScreen[Any]):
    """Stands where a screen would have been opened that is not for others to see."""

    SHOWN_TO_OTHERS: ClassVar[bool] = True
    ACTIONS = (BackToTheMeeting,)
    BINDINGS: ClassVar[list[BindingType]]
    DEFAULT_CSS = """
    ShutDoor { align: center middle; }
    ShutDoor > Vertical { width: 60; height: auto; background: $surface; border: round $primary; padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the sentence."""
        with Vertical():
            yield SafeStatic(content(_("This is not opened while the meeting is shown to others.")))
        yield CommandFooter()

    def action_back_to_the_meeting(self) -> None:
        """Handle `BackToTheMeeting`."""
        self.dismiss(None)


def may_be_seen(screen: Screen[Any] | str) -> bool:
    """Say whether a screen is made to be shown to whoever sits in a meeting."""
    return isinstance(screen, HelpScreen) or bool(getattr(screen, "SHOWN_TO_OTHERS", False))


class HoldsDoorsShut(DeskApp):
    """The part of the application that every screen comes through."""

    def push_screen(self, screen: Screen[Any] | str, *args: Any, **kwargs: Any) -> Any:
        """Open a screen over the one in view, if it may be seen."""
        return super().push_screen(self._admitted(screen), *args, **kwargs)

    def switch_screen(self, screen: Screen[Any] | str) -> AwaitComplete:
        """Open a screen in place of the one in view, if it may be seen."""
        return super().switch_screen(self._admitted(screen))

    def switch_mode(self, mode: str) -> AwaitMount:
        """Show a main screen, if none of a meeting's is held."""
        return AwaitMount(self.screen, []) if self.shown_to_others else super().switch_mode(mode)

    def _admitted(self, screen: Screen[Any] | str) -> Screen[Any] | str:
        return ShutDoor() if self.shown_to_others and not may_be_seen(screen) else screen
