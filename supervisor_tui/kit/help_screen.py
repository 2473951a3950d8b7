"""The help of a screen: every key that works on it, drawn from the same declarations as the keys themselves."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from supervisor_tui.kit.active_commands import ActiveCommand, HelpGroup, HelpLine, help_groups
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.safe_text import Line, SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import N_, _

__all__ = ["CloseHelp", "HelpScreen", "OpenHelp"]


class OpenHelp(Command):
    """Show every key that works here."""

    BINDING_KEY = "question_mark,f1"
    TITLE = N_("Help")
    FOOTER = N_("help")
    GROUP = N_("Everywhere")


class CloseHelp(Command):
    """Go back to the screen."""

    BINDING_KEY = "escape,question_mark,f1,q"
    TITLE = N_("Close help")
    FOOTER = N_("back")
    GROUP = N_("Help")


class HelpScreen(Commanded, ModalScreen[None]):
    """Made with the commands of the screen it is opened over: `HelpScreen(_("Today"), active_commands(screen))`."""

    ACTIONS = (CloseHelp,)
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 90%; max-width: 100; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
    }
    HelpScreen .help-group { text-style: bold; margin-top: 1; }
    HelpScreen .help-line { height: auto; }
    HelpScreen .help-keys { width: 14; color: $text-accent; }
    HelpScreen .help-words { width: 1fr; }
    """

    def __init__(self, title: str, commands: Sequence[ActiveCommand]) -> None:
        super().__init__()
        self.heading = title
        self.groups = help_groups(commands)

    def compose(self) -> ComposeResult:
        """Lay out the groups."""
        with VerticalScroll() as body:
            body.border_title = content(_("Keys: {screen}").format(screen=self.heading))
            for group in self.groups:
                yield from _group(group)

    def action_close_help(self) -> None:
        """Handle `CloseHelp`."""
        self.dismiss()


def _group(group: HelpGroup) -> ComposeResult:
    yield Line(content(group.title), classes="help-group")
    for line in group.lines:
        with Horizontal(classes="help-line"):
            yield SafeStatic(content("  ".join(line.keys) or _("(palette)")), classes="help-keys")
            yield SafeStatic(_words(line), classes="help-words")


def _words(line: HelpLine) -> Content:
    return Content.assemble(content(line.title), "  ", content(line.help, Tone.QUIET.style))
