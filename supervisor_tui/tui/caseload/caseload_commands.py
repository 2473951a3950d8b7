"""What can be done on the caseload, a key each."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "ClearFilter",
    "ClosedToo",
    "HandOnMarked",
    "HandOverMarked",
    "MeetingOnMarked",
    "OpenCaseFile",
    "SortBy",
    "TurnSorting",
    "ViewOfClosing",
    "ViewOfFigures",
]


class OpenCaseFile(Command):
    """Open the case file of this line."""

    BINDING_KEY = "enter"
    TITLE = N_("Open the case")
    FOOTER = N_("open")


class SortBy(Command):
    """Sort by the next column."""

    BINDING_KEY = "s"
    TITLE = N_("Sort by the next column")
    FOOTER = N_("sort")


class TurnSorting(Command):
    """Turn the sorting round."""

    BINDING_KEY = "S"
    TITLE = N_("Turn the sorting round")
    IN_FOOTER = False


class ClosedToo(Command):
    """Show closed cases too, or leave them out again."""

    BINDING_KEY = "c"
    TITLE = N_("Closed cases too")
    FOOTER = N_("closed too")


class ViewOfClosing(Command):
    """See who is ready to close, who nearly, whom the others wait for, and what comes after closing."""

    BINDING_KEY = "v"
    TITLE = N_("View of closing")
    FOOTER = N_("closing")


class ViewOfFigures(Command):
    """See figures on the caseload: steps, risk, time frames, closings, ways in; each opens its cases."""

    BINDING_KEY = "f"
    TITLE = N_("Indicators")
    FOOTER = N_("indicators")


class MeetingOnMarked(Command):
    """Put the marked cases, or the one of this line, on the agenda of a coming meeting, or on a new one."""

    BINDING_KEY = "m"
    TITLE = N_("Put the marked cases on an agenda")
    FOOTER = N_("meeting")


class HandOnMarked(Command):
    """Give the marked cases, or the one of this line, to another caseworker here."""

    BINDING_KEY = "w"
    TITLE = N_("Give to another caseworker")
    FOOTER = N_("caseworker")


class HandOverMarked(Command):
    """Hand the marked cases over to another agency as one load, or the one of this line by itself."""

    BINDING_KEY = "a"
    TITLE = N_("Hand over to another agency")
    FOOTER = N_("agency")


class ClearFilter(Command):
    """Leave the filter; pressed on the list, clear it and the marks."""

    BINDING_KEY = "escape"
    TITLE = N_("Clear the filter")
    IN_FOOTER = False
