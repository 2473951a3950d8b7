"""What can be done on the list of meetings, a key each."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "AfterMeeting",
    "BesideBefore",
    "CallMeeting",
    "IntoCalendar",
    "OpenCase",
    "PrintKit",
    "PutInOrder",
    "SetStandingMeeting",
    "StandingMeeting",
]


class CallMeeting(Command):
    """Call a meeting; on a proposed case, about that case."""

    BINDING_KEY = "m"
    TITLE = N_("New meeting")
    FOOTER = N_("new meeting")


class OpenCase(Command):
    """Open the case file of the line."""

    BINDING_KEY = "o"
    TITLE = N_("Open the case")
    FOOTER = N_("open case")


class IntoCalendar(Command):
    """Write the meeting of the line into a file for a calendar, codes only."""

    BINDING_KEY = "i"
    TITLE = N_("Into a calendar")
    FOOTER = N_("calendar")


class AfterMeeting(Command):
    """Approve and correct the minutes of this meeting, and see who gets which copy."""

    BINDING_KEY = "a"
    TITLE = N_("After the meeting")
    FOOTER = N_("minutes, copies")


class PutInOrder(Command):
    """Put the agenda of the meeting in order: move points, say how long they take, add and strike them."""

    BINDING_KEY = "e"
    TITLE = N_("Agenda in order")
    FOOTER = N_("agenda")


class StandingMeeting(Command):
    """Open the team's standing meeting: the one that is held, was held today, or comes next with proposed cases."""

    BINDING_KEY = "w"
    TITLE = N_("Standing meeting")
    FOOTER = N_("weekly meeting")


class SetStandingMeeting(Command):
    """Say on which day, at which hour and where the team meets."""

    BINDING_KEY = "s"
    TITLE = N_("Set the standing meeting")
    FOOTER = N_("set weekly")
    IN_FOOTER = False


class BesideBefore(Command):
    """Show this meeting beside the one of its kind before, about its first case."""

    BINDING_KEY = "b"
    TITLE = N_("Beside the one before")
    FOOTER = N_("beside before")


class PrintKit(Command):
    """Write the papers of the meeting into a file: agenda, signatures, decisions, what the family takes home."""

    BINDING_KEY = "p"
    TITLE = N_("Papers of the meeting")
    FOOTER = N_("papers")
