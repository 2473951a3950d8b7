"""The commands that every main screen shares: going between screens, a new case, a word as told, finding, help."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "EVERYWHERE",
    "MAIN_SCREEN_COMMANDS",
    "AsTold",
    "CommandPalette",
    "FindCase",
    "GoToCaseload",
    "GoToLibrary",
    "GoToMeetings",
    "GoToSchedule",
    "GoToSettings",
    "GoToToday",
    "LookAgain",
    "NewCase",
    "Quit",
    "ReadGuidance",
]


class _Everywhere(Command):
    """A command of the application; the line at the top names the screens, so the footer need not."""

    GROUP = N_("Everywhere")
    IN_FOOTER = False


class GoToToday(_Everywhere):
    """What must not be missed today."""

    BINDING_KEY = "1"
    TITLE = N_("Today")


class GoToCaseload(_Everywhere):
    """Who carries what: every case, filtered as you type."""

    BINDING_KEY = "2"
    TITLE = N_("Caseload")


class GoToSchedule(_Everywhere):
    """What falls due on which day, as a list or a month."""

    BINDING_KEY = "3"
    TITLE = N_("Schedule")


class GoToMeetings(_Everywhere):
    """Meetings: prepare, hold, look up."""

    BINDING_KEY = "4"
    TITLE = N_("Meetings")


class GoToLibrary(_Everywhere):
    """Where does it say so? Short pages of every guidance set, found by any word or rule."""

    BINDING_KEY = "6"
    TITLE = N_("Library")


class GoToSettings(_Everywhere):
    """The guidance sets installed, their faults and screens, and the numbers the agency decides."""

    BINDING_KEY = "0"
    TITLE = N_("Plugins and settings")
    FOOTER = N_("Settings")


class NewCase(_Everywhere):
    """Register a child who has come to notice, and give the case to a caseworker."""

    BINDING_KEY = "n"
    TITLE = N_("New case")
    FOOTER = N_("new case")


class AsTold(_Everywhere):
    """Write down a follow-up that somebody tells you, in one line; the form stays outstanding."""

    BINDING_KEY = "t"
    TITLE = N_("Follow-up as told")
    FOOTER = N_("as told")
    IN_FOOTER = True


class FindCase(_Everywhere):
    """Find a case by its code, or by any word of its line."""

    BINDING_KEY = "slash"
    TITLE = N_("Find a case")
    FOOTER = N_("find")
    IN_FOOTER = True


class ReadGuidance(_Everywhere):
    """Read the page of the guidance that stands behind this line."""

    BINDING_KEY = "g"
    TITLE = N_("Guidance page")
    FOOTER = N_("guidance")


class LookAgain(_Everywhere):
    """Read everything on this screen again."""

    BINDING_KEY = "f5"
    TITLE = N_("Read again")


class CommandPalette(_Everywhere):
    """Find any command by a few of its letters."""

    BINDING_KEY = "ctrl+p"
    TITLE = N_("Everything")
    FOOTER = N_("everything")
    IN_FOOTER = True
    IN_PALETTE = False


class Quit(_Everywhere):
    """Lock the store and leave."""

    BINDING_KEY = "ctrl+q"
    TITLE = N_("Quit")
    WHILE_TYPING = True


MAIN_SCREEN_COMMANDS: tuple[type[Command], ...] = (
    GoToToday,
    GoToCaseload,
    GoToSchedule,
    GoToMeetings,
    GoToLibrary,
    GoToSettings,
)
"""In the order of their keys, as the line at the top names them."""

EVERYWHERE: tuple[type[Command], ...] = (*MAIN_SCREEN_COMMANDS, NewCase, AsTold, FindCase, ReadGuidance, LookAgain)
