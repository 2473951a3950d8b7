"""The keys of every list, arrows and letters alike, so that hands learn them once."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "LINE_COMMANDS",
    "ChooseLine",
    "FirstLine",
    "LastLine",
    "LineDown",
    "LineUp",
    "MarkLine",
    "PageDown",
    "PageUp",
]


class _ListCommand(Command):
    """A key that all lists share: shown in the help, not in the footer."""

    IN_FOOTER = False
    IN_PALETTE = False
    GROUP = N_("Lists")


class LineUp(_ListCommand):
    """Go one line up."""

    BINDING_KEY = "up,k"
    TITLE = N_("Line up")


class LineDown(_ListCommand):
    """Go one line down."""

    BINDING_KEY = "down,j"
    TITLE = N_("Line down")


class PageUp(_ListCommand):
    """Go one screen up."""

    BINDING_KEY = "pageup"
    TITLE = N_("Page up")


class PageDown(_ListCommand):
    """Go one screen down."""

    BINDING_KEY = "pagedown"
    TITLE = N_("Page down")


class FirstLine(_ListCommand):
    """Go to the first line."""

    BINDING_KEY = "home"
    TITLE = N_("First line")


class LastLine(_ListCommand):
    """Go to the last line."""

    BINDING_KEY = "end,G"
    TITLE = N_("Last line")


class ChooseLine(_ListCommand):
    """Open the line, or unfold what is folded."""

    BINDING_KEY = "enter"
    TITLE = N_("Open line")


class MarkLine(_ListCommand):
    """Mark the line, or take its mark away, to do something with all marked lines together."""

    BINDING_KEY = "space"
    TITLE = N_("Mark line")


LINE_COMMANDS: tuple[type[Command], ...] = (LineUp, LineDown, PageUp, PageDown, FirstLine, LastLine, ChooseLine)
