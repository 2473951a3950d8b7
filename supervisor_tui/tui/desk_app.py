"""What a screen may ask of the application: the desk, to be told that something was saved, a place for a notice."""

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.reactive import var
from textual.screen import Screen

from supervisor_tui.kit.safe_text import tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from supervisor_tui.casework.desk import Desk

__all__ = ["DeskApp", "desk_app"]


class DeskApp(App[None]):
    """An application with a desk.

    `revision` rises with everything that was saved, here or elsewhere; a screen that shows an older one reads again.
    `notice` stands at the top while something goes on in the background. `at_desk` is None until the store is unlocked.
    `shown_to_others` while a meeting is shown on a wall or to a family, so that nothing but it can be opened.
    """

    revision: var[int] = var(0)
    notice: var[str] = var("")
    shown_to_others: var[bool] = var(default=False)
    at_desk: "Desk | None" = None

    @property
    def desk(self) -> "Desk":
        """The desk of whoever unlocked the store."""
        if self.at_desk is None:
            raise RuntimeError("nobody has unlocked the store yet")
        return self.at_desk

    def sit_down(self, desk: "Desk", start: str = "") -> None:
        """Begin to work at a desk, on the main screen called `start` or on the usual one."""
        raise NotImplementedError

    def settings_changed(self) -> None:
        """Have the sets read the agency's values again, and everything that was worked out with them made anew."""
        raise NotImplementedError

    def leave_altogether(self) -> None:
        """Lock the store and end the program."""
        raise NotImplementedError

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: "DOMNode | None" = None,
        namespaces: "Mapping[str, DOMNode] | None" = None,
    ) -> bool:
        """Do what a key stands for; a disk that is full, or a file that somebody holds, is said and ends nothing."""
        from supervisor_tui.store.problems import StoreProblem

        try:
            return await super().run_action(action, default_namespace, namespaces)
        except StoreProblem as problem:
            tell(self.screen, str(problem), severity="error")
            return True

    def something_saved(self) -> None:
        """Have every screen read again what it lists: the one in view at once, others when they come back."""
        self.revision += 1


def desk_app(screen: Screen[Any]) -> DeskApp:
    """Return the application of a screen, as screens know it."""
    app = screen.app
    assert isinstance(app, DeskApp)
    return app
