"""The base of a guidance set's own screen: a fault in it shows a page that names the set, and the application goes on.

Textual ends the application when `compose` or `on_mount` of a screen raises. Here both are called by the screen's base,
through the guard; `compose_body` and `fill` are what the set writes. Handlers of keys and messages cannot be guarded
from outside: they are the reason why a set does better to contribute panels, which are data.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from supervisor_tui.guidance.guard import Fault, guarded, wrong_type
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import N_, _

__all__ = ["ClosePluginScreen", "FaultPanel", "PluginScreen"]


class ClosePluginScreen(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class FaultPanel(SafeStatic):
    """Says in plain words which guidance set failed and where; never the error's own text, which could hold a case."""

    DEFAULT_CSS = "FaultPanel { padding: 1 2; border: round $error; height: auto; }"

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        said = _("The guidance set {set} could not show this screen. Everything else goes on.").format(set=fault.plugin)
        what = _("For its author: {what} in {where}, {place}. The Plugins screen keeps this.").format(
            what=fault.what, where=fault.where, place=fault.place or _("place unknown")
        )
        super().__init__(content(f"{said}\n{what}", Tone.WARNING.style, lines=True))


class PluginScreen(Commanded, Screen[None]):
    """A screen of a guidance set. `plugin` is the set's id, given by whoever opens the screen.

    `faults` holds what went wrong, for the Plugins screen.
    """

    ACTIONS: ClassVar[tuple[type[Command], ...]] = (ClosePluginScreen,)

    def __init_subclass__(cls, **inherits: bool) -> None:
        """Refuse a screen that goes around the guard."""
        around = {"compose", "on_mount", "_on_mount"} & set(cls.__dict__)
        if around:
            raise TypeError(f"{cls.__name__}: write compose_body and fill, not {', '.join(sorted(around))}")
        super().__init_subclass__(**inherits)

    def __init__(self, plugin: str) -> None:
        super().__init__()
        self.plugin = plugin
        self.faults: list[Fault] = []

    def compose_body(self) -> Iterable[Widget]:
        """Give the widgets of the screen, containers with their children inside; the set's to write."""
        return ()

    def fill(self) -> None:
        """Fill the widgets once they are there; the set's to write."""

    def compose(self) -> ComposeResult:
        """Lay out what the set gives, up to a fault, which is named in the place of the rest; then the footer."""
        body = guarded(self.plugin, "compose_body", lambda: iter(self.compose_body()))
        while True:
            widget = body if isinstance(body, Fault) else guarded(self.plugin, "compose_body", next, body, None)
            if widget is None:
                break
            if not isinstance(widget, Widget):
                yield self._fault_panel(widget)
                break
            yield widget
        yield CommandFooter()

    async def on_mount(self) -> None:
        """Let the set fill its widgets; a fault is shown in their place."""
        if self.faults:
            return
        outcome = guarded(self.plugin, "fill", self.fill)
        if isinstance(outcome, Fault):
            await self.query("*").exclude("CommandFooter").remove()
            await self.mount(self._fault_panel(outcome), before=0)

    def action_close_plugin_screen(self) -> None:
        """Handle `ClosePluginScreen`."""
        self.dismiss()

    def _fault_panel(self, outcome: object) -> FaultPanel:
        fault = outcome if isinstance(outcome, Fault) else wrong_type(self.plugin, "compose_body", outcome, "Widget")
        self.faults.append(fault)
        return FaultPanel(fault)
